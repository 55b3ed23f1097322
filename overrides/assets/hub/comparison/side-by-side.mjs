// @ts-check
/** The chosen practices: what they are, with a way to drop each, and the table that holds them side by side. */

import { find } from "../lib/dom.mjs";
import { load } from "../lib/load.mjs";
import { fill } from "../lib/strings.mjs";
import { NAME } from "./page.mjs";
import { sources, table } from "./table.mjs";

/** @typedef {import("./table.mjs").Practice} Practice */

/**
 * @param {import("./page.mjs").Page} page
 * @param {{ nameOf(id: string): string, add(id: string): void, drop(id: string): void }} comparison
 * @returns {{ show(ids: readonly string[]): void, offer(options: readonly HTMLOptionElement[]): void }}
 */
export function sideBySide(page, comparison) {
  const { part } = page;
  const $select = find(NAME, page.root, '[data-comparison="select"]', HTMLSelectElement);
  const $only = find(NAME, page.root, '[data-comparison="only"]', HTMLInputElement);
  const practiceOf = practiceFiles(page);
  /** @type {readonly string[]} */
  let shown = [];

  /** @param {readonly string[]} ids */
  const showChosen = (ids) => {
    for (const $option of $select.options) $option.disabled = ids.includes($option.value);
    part("chosen").hidden = !ids.length;
    part("chosen").replaceChildren(...ids.map(chip));
  };

  /** @type {(id: string, place: number) => DocumentFragment} */
  const chip = (id, place) => {
    const $chip = page.copy("chip");
    find(NAME, $chip, "[data-name]", HTMLElement).textContent = comparison.nameOf(id);
    find(NAME, $chip, "button", HTMLElement).addEventListener("click", () => {
      comparison.drop(id);
      const $left = part("chosen").querySelectorAll("button");
      ($left[Math.min(place, $left.length - 1)] ?? $select).focus();
    });
    return $chip;
  };

  /** @param {readonly string[]} ids */
  const showTable = async (ids) => {
    part("hint").hidden = ids.length > 1;
    if (ids.length < 2) {
      part("result").hidden = true;
      return;
    }
    let practices;
    try {
      practices = await Promise.all(ids.map(practiceOf));
    } catch (error) {
      console.error(`${NAME}:`, error);
      part("result").hidden = true;
      page.note([page.texts.failed]);
      return;
    }
    if (ids !== shown) return;
    const { $table, nowhere } = table(page.template("table"), practices, page.texts);
    part("region").replaceChildren($table);
    part("nowhere").hidden = !nowhere.length;
    part("nowhere").textContent = fill(page.texts.nowhere, { rows: page.list.format(nowhere) });
    part("sources").replaceChildren(...sources(practices));
    part("result").hidden = false;
    hideSame();
  };

  /** Rows in which all are the same, hidden while people want to see differences only. */
  const hideSame = () => {
    for (const $row of part("region").querySelectorAll('tr[data-verdict="same"]')) {
      if ($row instanceof HTMLElement) $row.hidden = $only.checked;
    }
  };

  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if ($select.value) comparison.add($select.value);
    $select.value = "";
    $select.focus();
  });
  $only.addEventListener("change", hideSame);

  return {
    show(ids) {
      shown = ids;
      showChosen(ids);
      showTable(ids);
    },
    offer: (options) => $select.append(...options),
  };
}

/**
 * The files of practices, each loaded once; what failed is asked for again.
 *
 * @param {import("./page.mjs").Page} page
 * @returns {(id: string) => Promise<Practice>}
 */
function practiceFiles(page) {
  /** @type {Map<string, Promise<Practice>>} */
  const files = new Map();
  return (id) => {
    const loading = files.get(id) ?? load(page.file(`practices/${id}.json`));
    files.set(id, loading);
    loading.catch(() => files.delete(id));
    return loading;
  };
}
