// @ts-check
/** Practices as a compact table. */

import { find } from "../lib/dom.mjs";

const NAME = "practice-filter";

/**
 * @param {HTMLElement} $region - a copy of the template, with a table that has no rows yet
 * @param {import("./facts.mjs").Facts} facts
 * @param {readonly { title: string | null, practices: readonly number[] }[]} groups
 * @param {string} unknown - what is said where nothing is documented
 */
export function fillTable($region, facts, groups, unknown) {
  const $table = find(NAME, $region, "table", HTMLTableElement);
  const $heads = [...$table.querySelectorAll("th")];
  const columns = $heads.map(($head) => $head.dataset.column ?? "");
  const titles = new Map($heads.map(($head) => [$head.dataset.column ?? "", $head.textContent ?? ""]));

  /** @type {(practice: number) => HTMLElement} */
  const head = (practice) => {
    const $cell = document.createElement("th");
    const $link = document.createElement("a");
    $link.href = `${facts.id(practice)}/`;
    $link.textContent = facts.name(practice);
    $cell.scope = "row";
    $cell.dataset.practice = facts.id(practice);
    const $tools = document.createElement("div");
    $tools.dataset.slot = "card-tools";
    $cell.append($link, $tools);
    return $cell;
  };

  /** @type {(practice: number, column: string) => HTMLElement} */
  const cell = (practice, column) => {
    const $cell = document.createElement("td");
    const said =
      column === "place"
        ? facts.place(practice)
        : column === "start"
          ? String(facts.start(practice) ?? "")
          : facts.labels(practice, column);
    $cell.textContent = said || unknown;
    // On a phone, where rows are cards, each fact has its name beside it
    $cell.dataset.title = titles.get(column);
    $cell.classList.toggle("hub-practice-table__unknown", !said);
    return $cell;
  };

  for (const { title, practices } of groups) {
    const $body = $table.createTBody();
    if (title !== null) {
      const $head = document.createElement("th");
      $head.colSpan = columns.length;
      $head.scope = "rowgroup";
      $head.className = "hub-practice-table__group";
      $head.textContent = title;
      $body.insertRow().append($head);
    }
    for (const practice of practices) {
      $body.insertRow().append(...columns.map((column) => (column ? cell(practice, column) : head(practice))));
    }
  }
}
