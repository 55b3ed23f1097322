// @ts-check
/**
 * The table of everything: the rows that the page was served with, a column per practice.
 *
 * @typedef {import("./differences.mjs").Cell} Cell
 *
 * @typedef {object} Practice - as hooks/hub/browser/comparison.py publishes it
 * @property {string} id
 * @property {string} name
 * @property {string} href
 * @property {string} place
 * @property {Readonly<Record<string, Cell>>} rows
 *
 * @typedef {{ unknown: string, not_shared: string, verdict: Readonly<Record<string, string>> }} Texts
 */

import { compared } from "./differences.mjs";
import { columnHead, element, fragment, nameLabel } from "./element.mjs";

/**
 * @param {DocumentFragment} $copy - of the template
 * @param {readonly Practice[]} practices - at least two
 * @param {Texts} texts
 * @returns {{ $table: HTMLTableElement, nowhere: readonly string[] }} nowhere: names of the rows that none documents
 */
export function table($copy, practices, texts) {
  const $table = $copy.querySelector("table");
  const $head = $copy.querySelector("thead tr");
  if (!$table || !$head) throw new Error("comparison: the template has no table with a head");
  $table.style.setProperty("--hub-compared", String(practices.length));
  $head.append(...practices.map(columnHead));
  for (const $group of $table.querySelectorAll('th[scope="rowgroup"]'))
    $group.setAttribute("colspan", String(practices.length + 1));
  const nowhere = [];
  for (const $row of /** @type {NodeListOf<HTMLTableRowElement>} */ ($table.querySelectorAll("tr[data-row]"))) {
    const cells = practices.map((practice) => practice.rows[$row.dataset.row ?? ""]);
    const { verdict, shared } = compared(cells);
    const $name = $row.cells[0].firstElementChild ?? $row.cells[0];
    if (verdict === "none") {
      nowhere.push($name.textContent ?? "");
      $row.remove();
      continue;
    }
    $row.dataset.verdict = verdict;
    if (texts.verdict[verdict])
      $name.append(
        " ",
        element("span", `hub-comparison__verdict hub-comparison__verdict--${verdict}`, texts.verdict[verdict]),
      );
    $row.append(...cells.map((cell, place) => tableCell(cell, practices[place].name, shared, texts)));
  }
  for (const $body of $table.tBodies) if (!$body.querySelector("tr[data-row]")) $body.hidden = true;
  return { $table, nowhere };
}

/**
 * @param {Cell | undefined} cell
 * @param {string} name
 * @param {ReadonlySet<string>} shared
 * @param {Texts} texts
 */
function tableCell(cell, name, shared, texts) {
  const $cell = document.createElement("td");
  $cell.append(nameLabel(name));
  if (!cell) {
    $cell.append(element("span", "hub-unknown", texts.unknown));
    return $cell;
  }
  if (cell.terms) {
    const $terms = element("ul", "hub-comparison__terms", "");
    for (const [id, label] of cell.terms) {
      const $term = document.createElement("li");
      if (shared.has(id)) $term.textContent = label;
      else
        $term.append(
          element("strong", "hub-comparison__own", label),
          element("span", "hub-visually-hidden", ` (${texts.not_shared})`),
        );
      $terms.append($term);
    }
    $cell.append($terms);
  }
  if (cell.html) $cell.append(fragment(cell.html));
  return $cell;
}
