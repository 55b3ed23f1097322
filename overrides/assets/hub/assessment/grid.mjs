// @ts-check
/** For typing in what was filled in on paper: 0 to 3, n, w, arrows. */

import { LIMITS, VALUES, answered, criteriaOf, clean } from "./model.mjs";
import { h, link } from "./ui.mjs";

/** @typedef {import("./model.mjs").Value} Value */
/** What one types for each of VALUES; for the last one its sign in either language. */
const KEYS = ["0", "1", "2", "3", "n", "wd"];

/** @param {import("./app.mjs").App} app */
export function screen(app) {
  const { words, checklist } = app;
  const { t } = words;
  const signs = KEYS.map((keys) => (keys.length > 1 ? t("grid.unknown") : keys));
  /** @type {{ id: string, cells: HTMLTableCellElement[], $reason: HTMLInputElement }[]} */
  let rows = [];
  let at = { row: 0, column: 0 };

  function show() {
    const current = app.current();
    if (!current) return;
    at = { row: 0, column: 0 };
    let dimension = "";
    rows = [];
    const groups = criteriaOf(checklist, current.variant).flatMap(({ id, dimension: own }) => {
      const row = rows.length;
      const cells = VALUES.map((value, column) =>
        h(
          "td",
          {
            class: "hub-typing__cell",
            "aria-label": `${signs[column]} ${words.value(value)}`,
            onclick: () => (move(row, column), set(value)),
          },
          signs[column],
        ),
      );
      const $reason = h("input", {
        class: "hub-field hub-typing__reason",
        maxlength: LIMITS.reason,
        "aria-label": `${t("answer.reason")} ${words.title(id)}`,
        oninput: () =>
          app.change(
            (one, now) => answered(one, id, { reason: clean($reason.value, LIMITS.reason) }, checklist.version, now),
            `reason:${id}`,
          ),
      });
      rows.push({ id, cells, $reason });
      const head =
        own === dimension
          ? []
          : [
              h(
                "tr",
                {},
                h(
                  "th",
                  { class: "hub-typing__dimension", scope: "colgroup", colspan: VALUES.length + 2 },
                  words.dimension(own),
                ),
              ),
            ];
      dimension = own;
      return [...head, h("tr", {}, h("th", { scope: "row" }, words.title(id)), cells, h("td", {}, $reason))];
    });
    const $grid = h(
      "table",
      { class: "hub-typing", role: "grid", "aria-label": t("grid.title"), onkeydown: pressed },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, t("out.criterion")),
          VALUES.map((value) => h("th", { scope: "col" }, words.value(value))),
          h("th", { scope: "col" }, t("out.reason")),
        ),
      ),
      h("tbody", {}, groups),
    );
    app.draw(
      t("grid.title"),
      h("p", {}, t("grid.about")),
      h("p", {}, t("grid.reasons")),
      h("div", { class: "hub-table" }, $grid),
      h("p", {}, link(`#${checklist.dimensions[0]}`, t("grid.back"))),
    );
    update();
    move(0, 0, false);
  }

  function update() {
    const current = app.current();
    for (const { id, cells, $reason } of rows) {
      const answer = current?.answers.get(id);
      cells.forEach(($cell, column) => $cell.setAttribute("aria-selected", String(answer?.value === VALUES[column])));
      $reason.hidden = answer?.value !== "na";
      if ($reason.value !== (answer?.reason ?? "")) $reason.value = answer?.reason ?? "";
    }
  }

  /** @param {number} row @param {number} column @param {boolean} [focus] */
  function move(row, column, focus = true) {
    if (!rows.length) return;
    at = { row: Math.min(Math.max(row, 0), rows.length - 1), column: Math.min(Math.max(column, 0), VALUES.length - 1) };
    rows.forEach(({ cells }, place) =>
      cells.forEach(($cell, other) => ($cell.tabIndex = place === at.row && other === at.column ? 0 : -1)),
    );
    if (focus) rows[at.row].cells[at.column].focus();
  }

  /** @param {Value | null} value */
  function set(value) {
    const { id } = rows[at.row];
    app.change((one, now) => answered(one, id, { value }, checklist.version, now));
    update();
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const { row, column } = at;
    /** @type {Record<string, () => void>} */
    const ways = {
      arrowup: () => move(row - 1, column),
      arrowdown: () => move(row + 1, column),
      arrowleft: () => move(row, column - 1),
      arrowright: () => move(row, column + 1),
      home: () => move(row, 0),
      end: () => move(row, VALUES.length - 1),
      pageup: () => move(row - 10, column),
      pagedown: () => move(row + 10, column),
      delete: () => set(null),
      backspace: () => set(null),
      enter: () => set(VALUES[column]),
      " ": () => set(VALUES[column]),
    };
    const typed = key.length === 1 ? KEYS.findIndex((keys) => keys.includes(key)) : -1;
    if (typed >= 0) {
      set(VALUES[typed]);
      move(row + 1, typed);
    } else if (Object.hasOwn(ways, key)) ways[key]();
    else return;
    event.preventDefault();
  }

  return { show, update };
}
