// @ts-check
/** The chosen practices: chips to drop and to swap, and below them the summary, the chart, what to adapt, and all rows. */

import { find } from "../lib/dom.mjs";
import { load } from "../lib/load.mjs";
import { fill } from "../lib/strings.mjs";
import { chart } from "./chart.mjs";
import { element, fragment, sources } from "./element.mjs";
import { COMPARED_AT_MOST } from "./ids.mjs";
import { NAME } from "./page.mjs";
import { summary } from "./summary.mjs";

/** @typedef {import("./summary.mjs").Practice} Practice */
/** @typedef {{ rows: import("./table.mjs").Practice["rows"], sources: Practice["sources"] }} Rows */

/** Higher than this, a sheet of paper cannot hold the drawing in letters that can be read; the table takes its place. */
const HIGHEST_ON_PAPER = 540;

/**
 * @param {import("./page.mjs").Page} page
 * @param {import("./shortlist-section.mjs").Choice} choice
 * @returns {{ show(): void, offer(options: readonly HTMLOptionElement[]): void }}
 */
export function sideBySide(page, choice) {
  const { part } = page;
  const $select = find(NAME, page.root, '[data-comparison="select"]', HTMLSelectElement);
  const $only = find(NAME, page.root, '[data-comparison="only"]', HTMLInputElement);
  const $all = find(NAME, page.root, '[data-comparison="all"]', HTMLDetailsElement);
  const $drawingTable = find(NAME, page.root, '[data-comparison="drawing-table"]', HTMLDetailsElement);
  /** @type {(id: string) => Promise<Practice>} */
  const practiceOf = files((id) => page.file(`practices/${id}.json`));
  /** @type {(id: string) => Promise<Rows>} */
  const rowsOf = files((id) => page.file(`rows/${id}.json`));
  /** @type {readonly Practice[]} */
  let shown = [];
  /** Ids whose rows are in the table of everything. */
  let filled = "";

  const showChips = () => {
    for (const $option of $select.options) $option.disabled = choice.ids.includes($option.value);
    part("chosen").hidden = !choice.ids.length;
    part("chosen").replaceChildren(...choice.ids.map(chip));
    const rest = choice.rest();
    part("rest").hidden = !rest.length;
    part("rest-list").replaceChildren(...rest.map(restChip));
  };

  /** @type {(list: "chosen" | "rest-list", place: number) => void} */
  const focusChip = (list, place) => {
    const $left = part(list).querySelectorAll("button");
    ($left[Math.min(place, $left.length - 1)] ?? $select).focus({ preventScroll: true });
  };

  /** @type {(id: string, place: number) => DocumentFragment} */
  const chip = (id, place) => {
    const $chip = page.copy("chip");
    find(NAME, $chip, "[data-name]", HTMLElement).textContent = choice.nameOf(id);
    find(NAME, $chip, "button", HTMLElement).addEventListener("click", () => {
      choice.drop(id);
      focusChip("chosen", place);
    });
    return $chip;
  };

  /**
   * One that is not compared: it is added, or takes the place of the last.
   *
   * @type {(id: string, place: number) => DocumentFragment}
   */
  const restChip = (id, place) => {
    const $chip = page.copy("rest-chip");
    const name = choice.nameOf(id);
    const isFull = choice.ids.length >= COMPARED_AT_MOST;
    const last = choice.nameOf(choice.ids.at(-1) ?? "");
    find(NAME, $chip, "[data-name]", HTMLElement).textContent = name;
    find(NAME, $chip, ".hub-comparison__sign", HTMLElement).textContent = isFull ? "⇄" : "+";
    const $button = find(NAME, $chip, "button", HTMLElement);
    const words = fill(isFull ? page.texts.swap : page.texts.add, { name, last });
    $button.setAttribute("aria-label", words);
    $button.title = words;
    $button.addEventListener("click", () => {
      if (isFull) choice.swap(id);
      else choice.add(id);
      focusChip(part("rest").hidden ? "chosen" : "rest-list", part("rest").hidden ? choice.ids.length : place);
    });
    return $chip;
  };

  const showResult = async () => {
    const { ids } = choice;
    part("hint").hidden = ids.length > 1;
    if (ids.length < 2) {
      shown = [];
      part("result").hidden = true;
      return;
    }
    if (!part("result").hidden && ids.join() === shown.map(({ id }) => id).join()) return;
    try {
      const practices = await Promise.all(ids.map(practiceOf));
      if (ids !== choice.ids) return;
      shown = practices;
      showSummary(practices);
      showChart(practices);
      part("adapt").replaceChildren(...practices.map(adapting));
      part("sources").replaceChildren(...sources(practices));
      part("address").textContent = choice.link();
      part("result").hidden = false;
      if ($all.open) await showRows();
    } catch (error) {
      console.error(`${NAME}:`, error);
      part("result").hidden = true;
      page.note([page.texts.failed]);
    }
  };

  /** @param {readonly Practice[]} practices */
  const showSummary = (practices) =>
    part("summary-place").replaceChildren(summary(page.copy("summary"), practices, page.texts));

  /** @param {readonly Practice[]} practices */
  const showChart = (practices) => {
    const figures = practices.flatMap((practice) => practice.chart);
    const without = practices.filter((practice) => !practice.chart.length).map(({ name }) => name);
    part("without-outcome").hidden = !without.length;
    part("without-outcome").textContent = fill(page.texts.no_outcome, { names: page.list.format(without) });
    part("drawing").hidden = !figures.length;
    if (!figures.length) return;
    const names = page.list.format(practices.map(({ name }) => name));
    const label = fill(page.texts.picture, { names, count: figures.length });
    const { $svg, height, ordered } = chart(page.copy("chart"), figures, label);
    part("drawing-place").replaceChildren($svg);
    part("drawing").dataset.paper = height > HIGHEST_ON_PAPER ? "table" : "drawing";
    part("drawing").style.setProperty("--hub-drawing", String(height));
    part("figures").replaceChildren(
      ...ordered.map(({ cells }) => fragment(`<table><tr>${cells}</tr></table>`).querySelector("tr") ?? ""),
    );
    const $save = find(NAME, page.root, '[data-module="save-chart"]', HTMLElement);
    $save.dataset.title = names;
    // Where the picture has no room, the table is what there is
    if (matchMedia("(max-width: 56rem)").matches) $drawingTable.open = true;
  };

  /** All rows are a long read, so they come when someone opens them. */
  const showRows = async () => {
    const practices = shown;
    const key = practices.map(({ id }) => id).join();
    if (key === filled) return;
    const [{ table }, ...rows] = await Promise.all([import("./table.mjs"), ...practices.map(({ id }) => rowsOf(id))]);
    if (practices !== shown) return;
    filled = key;
    const { $table, nowhere } = table(
      page.copy("table"),
      practices.map((practice, place) => ({ ...practice, rows: rows[place].rows })),
      page.texts,
    );
    part("all-place").replaceChildren($table);
    part("nowhere").hidden = !nowhere.length;
    part("nowhere").textContent = fill(page.texts.nowhere, { rows: page.list.format(nowhere) });
    part("sources").replaceChildren(...sources([...practices, ...rows]));
    hideSame();
  };

  /** Rows in which all are the same, hidden while people want to see differences only. */
  const hideSame = () => {
    for (const $row of part("all-place").querySelectorAll('tr[data-verdict="same"]')) {
      if ($row instanceof HTMLElement) $row.hidden = $only.checked;
    }
  };

  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if ($select.value) choice.add($select.value);
    $select.value = "";
    $select.focus();
  });
  $only.addEventListener("change", hideSame);
  $all.addEventListener("toggle", async () => {
    if (!$all.open) return;
    try {
      await showRows();
    } catch (error) {
      console.error(`${NAME}:`, error);
      page.note([page.texts.failed]);
    }
  });

  return {
    show() {
      showChips();
      showResult();
    },
    offer: (options) => $select.append(...options),
  };
}

/** @param {Practice} practice */
function adapting({ name, adapt }) {
  const $column = element("article", "hub-comparison__column");
  $column.append(element("h3", "hub-comparison__small", name), fragment(adapt));
  return $column;
}

/**
 * Files, each loaded once; what failed is asked for again.
 *
 * @template T
 * @param {(id: string) => string} address
 * @returns {(id: string) => Promise<T>}
 */
function files(address) {
  /** @type {Map<string, Promise<T>>} */
  const known = new Map();
  return (id) => {
    const loading = known.get(id) ?? /** @type {Promise<T>} */ (load(address(id)));
    known.set(id, loading);
    loading.catch(() => known.delete(id));
    return loading;
  };
}
