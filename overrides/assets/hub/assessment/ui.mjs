// @ts-check
/**
 * Making elements. Texts become text nodes and nothing else, so what a file, a link or the storage of the browser
 * holds never becomes markup; the only addresses that come from there pass `webAddress`.
 */

import { parseBytes, refused } from "./file.mjs";
import { LIMITS, bounded, webAddress } from "./model.mjs";

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Readonly<Record<string, unknown>>} [props] - attributes (true: present, false or null: absent), and `onclick`
 *   and the like as functions
 * @param {readonly (Child | readonly Child[])[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  return fitted(document.createElement(tag), props, children);
}

/**
 * @param {string} tag - of SVG
 * @param {Readonly<Record<string, unknown>>} [props]
 * @param {readonly (Child | readonly Child[])[]} children
 */
export function svg(tag, props = {}, ...children) {
  return fitted(document.createElementNS("http://www.w3.org/2000/svg", tag), props, children);
}

/**
 * @template {Element} E
 * @param {E} $element
 * @param {Readonly<Record<string, unknown>>} props
 * @param {readonly (Child | readonly Child[])[]} children
 */
function fitted($element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") $element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value !== false && value !== null && value !== undefined)
      $element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat())
    if (child || child === 0) $element.append(/** @type {Node} */ (child instanceof Node ? child : String(child)));
  return $element;
}

/**
 * @param {string} text
 * @param {() => unknown} onclick
 * @param {"" | "quiet" | "link"} [look]
 * @param {Readonly<Record<string, unknown>>} [props]
 */
export function button(text, onclick, look = "quiet", props = {}) {
  const style = look === "link" ? "hub-link-button" : "hub-button" + (look && ` hub-button--${look}`);
  return h("button", { type: "button", class: style, onclick, ...props }, text);
}

/**
 * @param {string} href - ours: from the page or the data file
 * @param {Child} text
 * @param {string} [style]
 */
export function link(href, text, style) {
  return h("a", { href, class: style }, text);
}

/** What someone gave as proof: a link where it is a web address, else text. @param {string} text */
export function proofOf(text) {
  const href = webAddress(text);
  return href ? h("a", { href, rel: "external noopener noreferrer", target: "_blank" }, text) : h("span", {}, text);
}

/**
 * @param {string} label
 * @param {HTMLElement} $control - gets the id that the label needs, unless it has one
 * @param {string} [hint]
 */
export function field(label, $control, hint) {
  $control.id ||= `assessment-${(counter += 1)}`;
  $control.classList.add("hub-field");
  const $hint = hint ? h("small", { id: `${$control.id}-hint` }, hint) : null;
  if ($hint) $control.setAttribute("aria-describedby", $hint.id);
  return h("p", { class: "hub-assessment__field" }, h("label", { for: $control.id }, label), $control, $hint);
}
let counter = 0;

/**
 * @param {readonly (readonly [value: string, label: string])[]} options
 * @param {string} value
 * @param {Readonly<Record<string, unknown>>} [props]
 */
export function select(options, value, props = {}) {
  return h(
    "select",
    props,
    options.map(([one, label]) => h("option", { value: one, selected: one === value }, label)),
  );
}

/**
 * A table that scrolls in a region of its own where it is wider than the page.
 *
 * @param {string} caption
 * @param {readonly string[]} head
 * @param {readonly (readonly (Child | readonly Child[])[])[]} rows - the first cell names the row
 * @param {string} [style]
 */
export function table(caption, head, rows, style = "") {
  const cells = rows.map((row) =>
    h(
      "tr",
      {},
      row.map((cell, place) => (place ? h("td", {}, cell) : h("th", { scope: "row" }, cell))),
    ),
  );
  return h(
    "div",
    { class: `hub-table ${style}`, role: "region", "aria-label": caption, tabindex: 0 },
    h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((text) => h("th", { scope: "col" }, text)),
        ),
      ),
      h("tbody", {}, cells),
    ),
  );
}

/**
 * A box that takes files, by choosing or dropping.
 *
 * @param {string} label
 * @param {string} id
 * @param {(files: readonly File[]) => unknown} take
 */
export function dropBox(label, id, take) {
  const $input = h("input", { type: "file", id, multiple: true, accept: ".json,application/json" });
  const $box = h(
    "div",
    { class: "hub-assessment__drop hub-assessment__screen-only" },
    h("label", { for: id }, label),
    $input,
  );
  takesFiles($box, $input, take);
  return $box;
}

/**
 * @param {HTMLElement} $box
 * @param {HTMLInputElement} $input
 * @param {(files: readonly File[]) => unknown} take
 */
export function takesFiles($box, $input, take) {
  $input.addEventListener("change", async () => {
    await take([...($input.files ?? [])]);
    // So that the same file can be chosen again after it was corrected
    $input.value = "";
  });
  $box.addEventListener("dragover", (event) => event.preventDefault());
  $box.addEventListener("drop", (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

/**
 * Checked as any file is; one that is too large is not read. Folders cannot be read, nor what is not on the device (any
 * more): files of a cloud drive, of a stick that was pulled out.
 *
 * @param {File} file
 */
export async function readFile(file) {
  if (file.size > LIMITS.bytes) return refused("too-large", "", LIMITS.bytes);
  try {
    return parseBytes(await file.arrayBuffer());
  } catch {
    return refused("unreadable");
  }
}

/**
 * What is wrong with a file, for people to read.
 *
 * @param {readonly import("./file.mjs").Fault[]} faults
 * @param {import("./words.mjs").Words} words
 */
export function faultLines(faults, words) {
  const { t, number } = words;
  return h(
    "ul",
    { class: "hub-assessment__fault-lines" },
    faults.slice(0, 10).map(({ code, place, limit = "" }) => {
      const given = { what: whatOf(place, words), limit: typeof limit === "number" ? number(limit) : limit };
      return h("li", {}, t(`file.${code}`, given));
    }),
    faults.length > 10 && h("li", {}, t("file.more", { count: faults.length - 10 })),
  );
}

/** The fields of a file that have a name on the page. @type {Readonly<Record<string, string>>} */
const FIELDS = {
  ...{ name: "name", kind: "kind", role: "role", stage: "stage", date: "date", variant: "variant", agreed: "agreed" },
  ...{ version: "criteria-version", criteriaVersion: "criteria-version", changed: "changed", id: "id" },
  ...{ answers: "answers", value: "answer", earlier: "answer", reason: "reason", note: "note", proof: "proof" },
  ...{ plan: "plan", text: "action", owner: "owner", state: "state", criterion: "criterion" },
};

/**
 * What a fault is about, as people know it: “Answer” at the title of the criterion.
 *
 * @param {string} place - of a fault; untrusted
 * @param {import("./words.mjs").Words} words
 */
function whatOf(place, { t, title }) {
  const [part, of, name] = place.split(".");
  const field = (/** @type {string} */ key) => (Object.hasOwn(FIELDS, key) ? t(`out.${FIELDS[key]}`) : key);
  if (of === undefined) return t("file.field", { field: field(part) });
  const owner = part === "plan" ? t("plan.number", { number: Number(of) + 1 }) : (title(of) ?? of);
  return name === undefined ? t("file.field", { field: owner }) : t("file.at", { field: field(name), of: owner });
}

/** From a screen that needs no open assessment. @param {import("./words.mjs").Words} words */
export function wayBack({ t }) {
  const $sign = h("span", { "aria-hidden": "true" }, "‹ ");
  return h("p", { class: "hub-assessment__screen-only" }, h("a", { href: "#start" }, $sign, t("tabs.all")));
}

/**
 * Asks once, in a dialog of the page.
 *
 * @param {string} question
 * @param {readonly (readonly [answer: string, label: string])[]} answers - the first is the one to be careful with
 * @param {string} cancel
 * @returns {Promise<string>} the answer; "" when cancelled
 */
export function ask(question, answers, cancel) {
  return new Promise((resolve) => {
    const $question = h("p", { id: "assessment-question" }, question);
    const $dialog = h(
      "dialog",
      {
        class: "hub-assessment__dialog",
        "aria-labelledby": "assessment-question",
        onclose: () => ($dialog.remove(), resolve($dialog.returnValue)),
      },
      $question,
      h(
        "form",
        { method: "dialog", class: "hub-actions" },
        [["", cancel], ...answers].map(([value, label], place) =>
          h(
            "button",
            { class: place ? "hub-button" : "hub-button hub-button--quiet", value, autofocus: !place },
            label,
          ),
        ),
      ),
    );
    document.body.append($dialog);
    $dialog.showModal();
  });
}

/**
 * Draws anew and puts the focus back on the control with the same id.
 *
 * @param {() => void} draw
 */
export function keepingFocus(draw) {
  const $old = document.activeElement;
  const place = $old instanceof HTMLInputElement || $old instanceof HTMLTextAreaElement ? $old : null;
  const [start, end] = place && place.type !== "date" ? [place.selectionStart, place.selectionEnd] : [null, null];
  draw();
  const $new = $old?.id ? document.getElementById($old.id) : null;
  if (!$new || $new === document.activeElement) return;
  $new.focus({ preventScroll: true });
  if (start !== null && ($new instanceof HTMLInputElement || $new instanceof HTMLTextAreaElement))
    $new.setSelectionRange(start, end);
}

/** A date as YYYY-MM-DD, where the reader is. @param {Date} [now] */
export function today(now = new Date()) {
  const here = new Date(now);
  here.setUTCMinutes(now.getUTCMinutes() - now.getTimezoneOffset());
  return bounded(Number.isNaN(here.getTime()) ? now.toISOString() : here.toISOString()).slice(0, 10);
}
