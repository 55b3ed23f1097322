// @ts-check
/** The controls of the list: their parts and texts, how they show a state, and what is said about the result. */

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
  const $words = find(NAME, $form, 'input[name="q"]', HTMLInputElement);
  const selects = /** @type {const} */ (["sort", "by", "view"]).map((name) => ({
    name,
    $select: find(NAME, root, `select[name="${name}"]`, HTMLSelectElement),
  }));
  const $count = part("count");
  const $status = part("status");
  const $note = part("note");
  const facets = facetsOf($form);
  let statusTimer = 0;

  return {
    root,
    locale,
    numbers,
    facets,
    part,
    $form,
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
      for (const { name, $select } of selects) $select.value = state[name];
      const active = activeCount(state);
      part("active").hidden = !active;
      part("active").textContent = numbers.format(active);
    },

    /** @param {number} total - practices found */
    showTotal(total) {
      $count.textContent = plural(texts.count, total, locale);
      part("show").textContent = plural(texts.show, total, locale);
      window.clearTimeout(statusTimer);
      const message = plural(texts.found, total, locale);
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

    /** @param {string} words - of signs or single letters only, which are not looked for */
    noteWordless(words) {
      this.note(fill(text(NAME, root, "wordless"), { words }));
    },
  };
}
