// @ts-check
/** The controls of the list: their parts and texts, how they show a state, and what is said about the result. */

import { gapsOf } from "../finder/gaps.mjs";
import { find, remembered, text } from "../lib/dom.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { facetsOf } from "./options.mjs";
import { activeCount } from "./query.mjs";

export const NAME = "practice-filter";
/** Milliseconds until a result is announced: people go on choosing. */
const STATUS_PAUSE = 600;

/** @typedef {ReturnType<typeof controlsOf>} Controls */

/** @param {HTMLElement} root - see overrides/hub/parts/practice_filter.html */
export function controlsOf(root) {
  const locale = document.documentElement.lang;
  const part = remembered((name) => find(NAME, root, `[data-practice-filter="${name}"]`, HTMLElement));
  const template = remembered(
    (name) => find(NAME, root, `template[data-practice-filter="${name}"]`, HTMLTemplateElement).content,
  );
  /** @type {(name: string) => Record<string, string>} */
  const forms = (name) => JSON.parse(text(NAME, root, name));
  const texts = { count: forms("count"), found: forms("found"), show: forms("show"), ignored: forms("ignored") };
  const numbers = new Intl.NumberFormat(locale);

  const $form = find(NAME, root, '[data-practice-filter="form"]', HTMLFormElement);
  const $finder = find(NAME, root, '[data-practice-filter="finder"]', HTMLFormElement);
  const $words = find(NAME, root, 'input[name="q"]', HTMLInputElement);
  const selects = /** @type {const} */ (["sort", "by", "view"]).map((name) => ({
    name,
    $select: find(NAME, root, `select[name="${name}"]`, HTMLSelectElement),
  }));
  const $count = part("count");
  const $status = part("status");
  const $note = part("note");
  const gaps = gapsOf($finder, text(NAME, root, "territory"));
  const facets = facetsOf($form, gaps);
  const $together = [.../** @type {NodeListOf<HTMLInputElement>} */ ($form.querySelectorAll('input[name="all"]'))];
  let statusTimer = 0;

  return {
    root,
    locale,
    numbers,
    facets,
    part,
    $form,
    $finder,
    $words,
    $count,
    text: (/** @type {string} */ name) => text(NAME, root, name),
    forms,
    /** @type {(name: string) => DocumentFragment} */
    copy: (name) => /** @type {DocumentFragment} */ (template(name).cloneNode(true)),

    /** All but the words, which are left alone while someone types. @param {import("./query.mjs").State} state */
    show(state) {
      for (const facet of facets) {
        const wanted = state.facets.get(facet.id) ?? [];
        for (const value of facet.values) value.$box.checked = wanted.includes(value.id);
      }
      for (const $box of $together) $box.checked = state.allOf.includes($box.value);
      for (const gap of gaps) gap.show(state.wishes.get(gap.facet) ?? [], state.allOf.includes(gap.facet));
      for (const { name, $select } of selects) $select.value = state[name];
      const active = activeCount(state);
      part("active").hidden = !active;
      part("active").textContent = numbers.format(active);
    },

    /**
     * @param {number} total - practices found
     * @param {readonly import("./grouping.mjs").Group[]} [groups] - by how well they fit
     */
    showTotal(total, groups) {
      const count = plural(texts.count, total, locale);
      const inTier = (/** @type {string} */ tier) =>
        numbers.format(groups?.find(({ value }) => value === tier)?.practices.length ?? 0);
      const said = { count, good: inTier("good"), partly: inTier("partly") };
      $count.textContent = groups ? fill(text(NAME, root, "counted"), said) : count;
      part("show").textContent = plural(texts.show, total, locale);
      window.clearTimeout(statusTimer);
      const message = groups ? $count.textContent : plural(texts.found, total, locale);
      statusTimer = window.setTimeout(() => ($status.textContent = message), STATUS_PAUSE);
    },

    /** @param {string} [message] - none: takes it away */
    note(message = "") {
      $note.hidden = !message;
      if (message) $note.textContent = message;
    },

    /** @param {number} count - of filters in a link that no facet has (any more) */
    noteIgnored(count) {
      this.note(count ? plural(texts.ignored, count, locale) : "");
    },

    /**
     * What became of the words.
     *
     * @param {readonly string[]} ignored - that mean nothing here
     * @param {boolean} isWhole - some practice has all the others
     */
    noteSearch(ignored, isWhole) {
      const notes = [
        ignored.length ? fill(text(NAME, root, "unsaid"), { words: ignored.join(", ") }) : "",
        isWhole ? "" : text(NAME, root, "half"),
      ];
      this.note(notes.filter(Boolean).join(" "));
    },

    /** @param {string} words - of signs or single letters only, which are not looked for */
    noteWordless(words) {
      this.note(fill(text(NAME, root, "wordless"), { words }));
    },
  };
}
