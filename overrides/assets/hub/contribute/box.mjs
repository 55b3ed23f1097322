// @ts-check
/** The box of "Improve this": one field, why, and the ways out. Says what is wrong while someone types. */

import { find, text } from "../lib/dom.mjs";
import { fill } from "../lib/strings.mjs";
import { changeSet, clean, valueAt } from "./change-set.mjs";
import { changed, changes, current, faults, length, within } from "./correction.mjs";
import { digest } from "./digest.mjs";
import { blank, keeper } from "./draft.mjs";
import { bestFirst } from "./hand-over.mjs";
import { excerpt } from "./message.mjs";
import { ready, ways } from "./ways.mjs";

/** @typedef {import("./correction.mjs").Field} Field */

const NAME = "improve";
const OPTION = 70;

/** @param {HTMLDialogElement} $dialog */
export function makeBox($dialog) {
  /** @param {string} name */
  const part = (name) => find(NAME, $dialog, `[data-part="${name}"]`, HTMLElement);
  const texts = JSON.parse(text(NAME, $dialog, "texts"));
  const settings = {
    mail: text(NAME, $dialog, "mail"),
    issues: text(NAME, $dialog, "issues"),
    words: texts.mail,
    done: texts.done,
  };
  const $which = find(NAME, $dialog, "select", HTMLSelectElement);
  const $means = find(NAME, $dialog, "#hub-improve-means", HTMLElement);
  const $reason = find(NAME, $dialog, "#hub-improve-reason", HTMLTextAreaElement);
  const $message = find(NAME, $dialog, "#hub-improve-message", HTMLTextAreaElement);
  const $inputs = /** @type {NodeListOf<HTMLTextAreaElement | HTMLInputElement>} */ (
    $dialog.querySelectorAll("[data-locale]")
  );
  const $also = /** @type {NodeListOf<HTMLTextAreaElement | HTMLInputElement>} */ (
    $dialog.querySelectorAll("[data-also]")
  );
  const locales = [...$inputs].flatMap(({ dataset }) => dataset.locale || []);

  let of = "";
  /** @type {import("./improve.mjs").Source} */
  let source = { record: {}, fields: [] };
  /** @type {readonly Field[]} */
  let fields = [];
  let field = /** @type {Field} */ (/** @type {unknown} */ (null));
  let keep = keeper("");
  let draft = blank();
  let isTouched = false;
  let isTried = false;

  const was = () => current(source.record, field, locales);
  const shown = () => [...$inputs].filter(({ dataset }) => (field.type === "text") === Boolean(dataset.locale));
  const now = () => Object.fromEntries(shown().map(({ dataset, value }) => [dataset.locale, value]));
  /** @param {Field} one */
  const place = (one) => one.at.join(".");
  /** @param {Field} one */
  const named = (one) => texts.names[one.name] ?? one.name;

  // --- one field --------------------------------------------------------------------------------------------------------

  function showField() {
    const isText = field.type === "text";
    part("texts").hidden = part("hints").hidden = !isText;
    part("single").hidden = isText;
    $means.textContent = texts.means[field.means] ?? `${named(field)}.`;
    const old = was();
    const kept = draft.fields[place(field)];
    const isKept = kept?.was === digest(valueAt(source.record, field.at));
    for (const $input of shown()) {
      const locale = $input.dataset.locale ?? "";
      $input.value = (isKept ? kept.values[locale] : undefined) ?? old[locale];
      if ($input instanceof HTMLTextAreaElement) $input.rows = field.longest > 1_000 ? 8 : 4;
      else $input.inputMode = field.type === "number" ? "decimal" : "text";
    }
    part("restored").textContent = isKept ? texts.restored : "";
    isTouched = isTried = false;
    part("done").textContent = "";
    part("message").hidden = true;
    check();
  }

  /** Says what is wrong; gives the first control with a fault. */
  function check() {
    const wrong = faults(field, was(), now());
    const isUnchanged = !changed(field, was(), now()).length;
    /** @type {HTMLElement | undefined} */
    let $first;
    shown().forEach(($input, number) => {
      const locale = $input.dataset.locale ?? "";
      const fault = wrong[locale] ?? (isUnchanged && (isTouched || isTried) && !number ? "unchanged" : undefined);
      const sizes = { length: length(field, $input.value), longest: field.longest };
      say($input, fault ? fill(texts.fault[fault], sizes) : "");
      if (fault) $first ??= $input;
    });
    const isMissing = isTried && !$reason.value.trim();
    say($reason, isMissing ? texts.fault.reason : "");
    return $first ?? (isMissing ? $reason : undefined);
  }

  /**
   * @param {HTMLElement} $input
   * @param {string} words
   */
  function say($input, words) {
    const $fault = find(NAME, $dialog, `#${$input.id}-fault`, HTMLElement);
    if ($fault.textContent !== words) $fault.textContent = words;
    $input.toggleAttribute("aria-invalid", Boolean(words));
    if (words) $input.setAttribute("aria-invalid", "true");
  }

  function keepDraft() {
    const values = changed(field, was(), now()).length ? now() : null;
    draft.last = place(field);
    if (values) draft.fields[place(field)] = { was: digest(valueAt(source.record, field.at)), values };
    else delete draft.fields[place(field)];
    for (const $one of $also) {
      if ($one instanceof HTMLInputElement && $one.type === "checkbox") draft.interest = $one.checked;
      else draft[/** @type {"reason" | "source" | "who"} */ ($one.dataset.also)] = $one.value;
    }
    part("kept").textContent = keep.write(draft) ? texts.kept : texts.not_kept;
  }

  function showAlso() {
    for (const $one of $also) {
      if ($one instanceof HTMLInputElement && $one.type === "checkbox") $one.checked = draft.interest;
      else $one.value = draft[/** @type {"reason" | "source" | "who"} */ ($one.dataset.also)];
    }
  }

  // --- the ways out -----------------------------------------------------------------------------------------------------

  /** @param {string} way */
  async function send(way) {
    keepDraft();
    isTried = true;
    const $wrong = check();
    if ($wrong) {
      $wrong.focus();
      return;
    }
    const set = changeSet(
      of,
      source.record,
      changes(source.record, field, was(), now()),
      { ...draft, interest: draft.interest ? texts.mail.interest : "" },
      texts.mail.source,
    );
    const title = document.querySelector("h1")?.textContent?.trim() ?? of;
    const old = was();
    /** @type {import("./message.mjs").Correction} */
    const correction = {
      title,
      address: location.href.replace(/[?#].*/, ""),
      parts: [
        {
          name: named(field),
          texts: changed(field, old, now()).map((locale) => ({
            language: locale,
            was: old[locale],
            becomes: clean(field, now()[locale]),
          })),
        },
      ],
      reason: draft.reason.trim(),
      source: draft.source.trim(),
      who: draft.who.trim(),
      interest: draft.interest,
    };
    const subject = fill(texts.mail.subject, { title });
    const one = await ready({ set, correction, subject, file: of.replace("/", "-") }, settings);
    $message.value = one.whole;
    part("message").hidden = false;
    part("done").textContent = await ways[way](one, settings);
  }

  // --- what people do ---------------------------------------------------------------------------------------------------

  for (const $input of [...$inputs, ...$also])
    $input.addEventListener("input", () => {
      isTouched ||= $input.dataset.locale !== undefined;
      keepDraft();
      check();
    });
  $which.addEventListener("change", () => {
    field = fields[Number($which.value)];
    showField();
  });
  const $ways = /** @type {NodeListOf<HTMLElement>} */ ($dialog.querySelectorAll("[data-way]"));
  bestFirst($ways);
  for (const $way of $ways) $way.addEventListener("click", () => send($way.dataset.way ?? "mail"));
  part("close").addEventListener("click", () => $dialog.close());
  part("discard").addEventListener("click", () => {
    keep.remove();
    draft = blank();
    showAlso();
    showField();
    part("kept").textContent = "";
    find(NAME, $dialog, "h2", HTMLElement).focus();
  });
  $dialog.addEventListener("pointerdown", (event) => {
    if (event.target === $dialog) $dialog.close();
  });
  // Enter in a line would press the first button, which closes the box
  $dialog.addEventListener("submit", (event) => event.preventDefault());

  return {
    /**
     * @param {string} record - `practice/womento`
     * @param {import("./improve.mjs").Source} its
     * @param {string} places
     * @param {string} block - what the part of the page is called
     * @returns {boolean} whether there is something to correct
     */
    open(record, its, places, block) {
      fields = within(its.fields, its.record, places);
      if (!fields.length) return false;
      [of, source] = [record, its];
      keep = keeper(of);
      draft = keep.read();
      part("name").textContent = block ? fill(texts.of, { part: block }) : "";
      $which.replaceChildren(
        ...fields.map((one, number) => {
          const value = current(source.record, one, locales);
          const first = value[document.documentElement.lang] || Object.values(value).find(Boolean) || "";
          return new Option(fill(texts.option, { name: named(one), text: excerpt(first, OPTION) }), String(number));
        }),
      );
      part("choice").hidden = fields.length < 2;
      const last = fields.findIndex((one) => place(one) === draft.last);
      $which.value = String(Math.max(last, 0));
      field = fields[Math.max(last, 0)];
      showAlso();
      part("kept").textContent = "";
      showField();
      $dialog.showModal();
      (fields.length < 2 ? shown()[0] : $which).focus();
      return true;
    },
  };
}
