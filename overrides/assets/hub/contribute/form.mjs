// @ts-check
/**
 * The full form of a practice: a new one, or with `?id=` one that the hub has. What is written stays on the device; what is
 * sent is a change set that holds only what changed.
 *
 * @typedef {import("./form-model.mjs").Schema} Schema
 * @typedef {import("./form-model.mjs").Values} Values
 */

import { find, text } from "../lib/dom.mjs";
import { isId } from "../lib/id.mjs";
import { load } from "../lib/load.mjs";
import { save } from "../lib/save.mjs";
import { fill } from "../lib/strings.mjs";
import { valueAt } from "./change-set.mjs";
import { controls, inputsOf } from "./fields.mjs";
import { DRAFT, keeper, nobody, parse } from "./form-draft.mjs";
import { faultsOf } from "./form-faults.mjs";
import { recordOf, valuesOf } from "./form-model.mjs";
import { labelOf, makeReport } from "./form-report.mjs";
import { bestFirst } from "./hand-over.mjs";
import { makePicker } from "./picker.mjs";
import { linesOf, show } from "./preview.mjs";
import { alike } from "./same.mjs";
import { makeSteps } from "./steps.mjs";

const NAME = "form";
const PAUSE = 300;

/** @param {HTMLElement} root */
export async function start(root) {
  /** @param {string} name */
  const part = (name) => find(NAME, root, `[data-part="${name}"]`, HTMLElement);
  const texts = JSON.parse(text(NAME, root, "texts"));
  const { files = "", records = "", practices = "" } = root.dataset;
  const settings = {
    mail: text(NAME, root, "mail"),
    issues: text(NAME, root, "issues"),
    // What the box asks as a source is a remark here: sources have fields of their own
    words: { ...JSON.parse(text(NAME, root, "words")), source: texts.remark },
    done: JSON.parse(text(NAME, root, "done")),
  };
  const locale = document.documentElement.lang;
  const $title = find(NAME, document, 'h1[data-part="title"]', HTMLElement);
  const title = $title.textContent ?? "";
  const $templates = find(NAME, root, "template", HTMLTemplateElement);
  /** @param {string} kind */
  const copy = (kind) =>
    /** @type {HTMLElement} */ (
      find(NAME, $templates.content, `[data-template="${kind}"]`, HTMLElement).cloneNode(true)
    );
  const $also = /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("[data-also]"));

  const wanted = new URLSearchParams(location.search).get("id") ?? "";
  /** @type {[Schema, import("./same.mjs").Names]} */
  const [schema, names] = await Promise.all([load(`${files}/practice.json`), load(`${files}/names.json`)]);
  const { fields, locales } = schema;
  const picker = makePicker(root, () => load(`${files}/${locale}-sources.json`), texts, copy, changed);
  const form = controls(root, fields, picker.picked);
  makeSteps(root);

  let id = isId(wanted) && wanted in names.practices ? wanted : "";
  /** The record as this person saw it; undefined for a new one. @type {any} */
  let old;
  let keep = keeper(id);
  let timer = 0;
  const report = makeReport(root, form, texts, copy, () => faultsOf(schema, form.read(), old));

  // --- one practice -----------------------------------------------------------------------------------------------------

  /**
   * @param {import("./form-draft.mjs").Draft | null} draft
   * @param {string} notice
   */
  async function open(draft, notice) {
    old = draft ? (draft.record ?? undefined) : id ? (await load(`${records}/practice/${id}.json`)).record : undefined;
    const own = valuesOf(fields, old, locales);
    let values = { ...own, .../** @type {Values} */ (draft?.values) };
    try {
      form.write(values);
    } catch {
      // Something else than a draft of this form was kept
      form.write((values = own));
    }
    const also = draft?.also ?? nobody();
    for (const $one of $also)
      if ($one.type === "checkbox") $one.checked = also.interest;
      else $one.value = also[/** @type {"reason" | "source" | "who"} */ ($one.dataset.also)];
    part("why").hidden = !id;
    $title.textContent = id ? fill(texts.title_of, { name: Object.values(old.name)[0] }) : title;
    document.title = document.title.replace(/^[^·–|-]*/, `${$title.textContent} `);
    part("notice").textContent = notice;
    part("kept").textContent = "";
    report.reset();
    picker.open(/** @type {string[]} */ (values.sources), /** @type {any} */ (draft?.made ?? [])).then(preview);
    suggest();
  }

  function draft() {
    const also = nobody();
    for (const $one of $also)
      if ($one.type === "checkbox") also.interest = $one.checked;
      else also[/** @type {"reason" | "source" | "who"} */ ($one.dataset.also)] = $one.value;
    return { format: DRAFT, id, record: old ?? null, values: form.read(), made: picker.made(), also };
  }

  function keepDraft() {
    clearTimeout(timer);
    timer = 0;
    part("kept").textContent = keep.write(draft()) ? texts.kept : texts.not_kept;
  }

  function changed() {
    clearTimeout(timer);
    timer = window.setTimeout(keepDraft, PAUSE);
    report.tell();
    preview();
  }

  // --- names alike ------------------------------------------------------------------------------------------------------

  function candidates() {
    const name = /** @type {Record<string, string>} */ (form.read().name);
    return Object.values(name)
      .flatMap((one) => alike(one, names, id))
      .filter((one, at, all) => all.findIndex((other) => other.id === one.id) === at);
  }

  function suggest() {
    const found = id ? [] : candidates();
    part("same-list").replaceChildren(
      ...found.map((one) => {
        const $one = copy("same");
        const $page = find(NAME, $one, "[data-page]", HTMLAnchorElement);
        const $form = find(NAME, $one, "[data-form]", HTMLAnchorElement);
        $page.textContent = one.name;
        $page.href = one.thin ? `${practices}#${one.id}` : `${practices}${one.id}/`;
        $form.href = `?id=${one.id}`;
        $form.hidden = one.thin;
        return $one;
      }),
    );
    part("same").hidden = !found.length;
  }

  // --- preview ----------------------------------------------------------------------------------------------------------

  /** @type {import("./preview.mjs").Label} */
  const label = (field, key, value) => (field.type === "sources" ? picker.name(value) : form.label(key, value));
  const $preview = find(NAME, root, ".hub-form__preview", HTMLDetailsElement);

  function preview() {
    if (!$preview.open) return;
    const record = recordOf(fields, form.read(), old);
    show($preview, fields, (field) => linesOf(field, valueAt(record, field.at), locale, label), copy);
  }

  // --- sending ----------------------------------------------------------------------------------------------------------

  /** @param {string} way */
  async function send(way) {
    keepDraft();
    const { sending, ready, ways } = await import("./form-sending.mjs");
    const taken = new Set([...Object.keys(names.practices), ...Object.keys(names.thin), ...names.former]);
    const { isUnchanged, sent } = sending(schema, draft(), taken, today());
    const wrong = report.every();
    const $reason = find(NAME, root, '[data-also="reason"]', HTMLTextAreaElement);
    const fault = isUnchanged ? "unchanged" : id && !$reason.value.trim() ? "reason" : "";
    const words = texts.fault[fault] ?? "";
    find(NAME, root, "#form-reason-fault", HTMLElement).textContent = words;
    if (fault) wrong.push({ $target: $reason, label: labelOf(part("why")), words });
    report.summarise(wrong);
    if (wrong.length) return;

    const looks = id ? [] : candidates().map(({ name }) => name);
    const one = await ready(
      sent(settings, {
        title,
        looks: looks.length ? fill(texts.maybe, { names: looks.join(", ") }) : "",
        label,
        locale,
        name: (key) => labelOf(form.find({ key })),
      }),
      settings,
    );
    part("message").hidden = false;
    find(NAME, root, "#form-message", HTMLTextAreaElement).value = one.whole;
    part("done").textContent = await ways[way](one, settings);
  }

  // --- what people do ---------------------------------------------------------------------------------------------------

  root.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLElement) || event.target.closest("[data-part=picker], [data-part=draft]")) return;
    changed();
    if (event.target.closest('[data-key="name"]')) suggest();
  });
  root.addEventListener("click", ({ target }) => {
    const $button = target instanceof HTMLElement && target.closest("button");
    if (!$button) return;
    const key = /** @type {HTMLElement | null} */ ($button.closest("[data-key]"))?.dataset.key ?? "";
    if ($button.matches("[data-add]")) {
      const $entry = form.add(key, { was: null });
      picker.show();
      inputsOf($entry)[0].focus();
    } else if ($button.matches("[data-remove]")) {
      const $entry = /** @type {HTMLElement} */ ($button.closest("[data-n]"));
      const $field = form.find({ key });
      $entry.remove();
      find(NAME, $field, "[data-add]", HTMLElement).focus();
      changed();
    } else if ($button.dataset.way) send($button.dataset.way);
  });
  bestFirst(/** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-way]")));
  // Enter in a line would send the form to this page
  root.addEventListener("submit", (event) => event.preventDefault());
  $preview.addEventListener("toggle", preview);
  part("save").addEventListener("click", () => {
    save(`hub-form-${id || "new"}.json`, `${JSON.stringify(draft(), null, 1)}\n`, "application/json");
    part("kept").textContent = texts.saved;
  });
  part("discard").addEventListener("click", async () => {
    if (!confirm(texts.sure)) return;
    clearTimeout(timer);
    timer = 0;
    keep.remove();
    await open(null, texts.discarded);
    $title.focus();
  });
  const $file = find(NAME, root, "#form-open", HTMLInputElement);
  $file.addEventListener("change", async () => {
    const found = parse((await $file.files?.[0]?.text()) ?? "");
    $file.value = "";
    if (!found) {
      part("kept").textContent = texts.not_opened;
      return;
    }
    if (found.id !== id) {
      id = found.id;
      keep = keeper(id);
      history.replaceState(null, "", (id ? `?id=${id}` : location.pathname) + location.hash);
    }
    await open(found, texts.opened);
    keepDraft();
  });
  for (const type of ["pagehide", "visibilitychange"])
    addEventListener(type, () => {
      if (timer) keepDraft();
    });

  // What someone wrote before the script came
  const early = !id && inputsOf(root).some((one) => one.dataset.locale && one.value);
  const kept = keep.read();
  if (early && !kept) changed();
  else await open(kept, kept ? texts.restored : id ? texts.loaded : wanted ? texts.unknown : "");
  for (const name of ["send", "preview", "draft"]) part(name).hidden = false;
}

/** In the time of whoever writes. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
}
