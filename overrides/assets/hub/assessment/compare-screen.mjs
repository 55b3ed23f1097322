// @ts-check
/** Then and now: two assessments side by side, with what became of the plan. */

import { compare } from "./compare.mjs";
import { toBeConfirmed } from "./model.mjs";
import { chart } from "./result.mjs";
import { button, dropBox, faultLines, field, h, keepingFocus, readFile, select, table, wayBack } from "./ui.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */

/** @param {import("./app.mjs").App} app */
export function screen(app) {
  const { words, checklist, store } = app;
  const { t } = words;
  /** @type {Map<string, { label: string, assessment: Assessment }>} */
  const loaded = new Map();
  /** @type {[string, string]} */
  let chosen = ["", ""];
  const $faults = h("div", { "aria-live": "polite" });
  const $table = h("div", {});

  function candidates() {
    return new Map([
      ...store
        .list()
        .map(
          (one) =>
            /** @type {const} */ ([
              `own:${one.id}`,
              { label: `${one.name || t("unnamed")} · ${words.date(one.date)}`, assessment: one },
            ]),
        ),
      ...loaded,
    ]);
  }

  function show() {
    const all = candidates();
    chosen = /** @type {[string, string]} */ (chosen.map((key) => (all.has(key) ? key : "")));
    for (const key of all.keys()) if (!chosen.includes(key) && chosen.includes("")) chosen[chosen.indexOf("")] = key;
    const choice = (/** @type {0 | 1} */ place) => {
      const $select = select(
        [["", t("compare.choose")], ...[...all].map(([key, { label }]) => /** @type {const} */ ([key, label]))],
        chosen[place],
        { id: `compare-${place}`, onchange: () => ((chosen[place] = $select.value), draw()) },
      );
      return field(t(`compare.${place}`), $select);
    };
    app.draw(
      t("compare.title"),
      wayBack(words),
      h("p", {}, t("compare.about")),
      dropBox(t("compare.drop"), "compare-files", take),
      $faults,
      h("div", { class: "hub-columns hub-assessment__screen-only" }, choice(0), choice(1)),
      $table,
    );
    draw();
  }

  /** @param {readonly File[]} list */
  async function take(list) {
    const faults = [];
    for (const file of list) {
      const parsed = await readFile(file);
      if (parsed.assessment) {
        const key = `file:${file.name}:${parsed.assessment.id}`;
        loaded.set(key, {
          label: `${file.name} · ${words.date(parsed.assessment.date)}`,
          assessment: parsed.assessment,
        });
        chosen = [chosen[1] || chosen[0], key];
      } else {
        const refused = h("p", {}, t("import.refused", { file: file.name }));
        faults.push(h("div", { class: "hub-assessment__fault" }, refused, faultLines(parsed.faults, words)));
      }
    }
    $faults.replaceChildren(...faults);
    keepingFocus(show);
  }

  function draw() {
    const all = candidates();
    const [one, other] = chosen.map((key) => all.get(key)?.assessment);
    $table.replaceChildren(
      ...(one && other && chosen[0] !== chosen[1]
        ? tables(compare(one, other, checklist))
        : [h("p", {}, t("compare.two"))]),
    );
  }

  /** @param {import("./compare.mjs").Comparison} found */
  function tables({ then, now, criteria, dimensions, plan, newActions }) {
    const name = (/** @type {Assessment} */ one) => `${one.name || t("unnamed")}, ${words.date(one.date)}`;
    const moved = criteria.filter(({ kind }) => kind !== "same" && kind !== "none");
    const signed = (/** @type {number | null} */ value) =>
      value === null ? "" : `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value)}`;
    const cell = (/** @type {import("./model.mjs").Answer | null} */ answer) => [
      typeof answer?.value === "number" ? `${answer.value} ` : "",
      words.value(answer?.value),
      answer?.value === "na" && answer.reason ? ` (${answer.reason})` : "",
      earlierOf(answer),
      answer?.note ? h("p", { class: "hub-answer__note" }, answer.note) : null,
    ];
    /** @param {import("./model.mjs").Answer | null} answer */
    function earlierOf(answer) {
      const value = toBeConfirmed(answer ?? undefined);
      return value === undefined ? "" : ` (${t("answer.earlier", { value: words.valueWithLevel(value) })})`;
    }
    const rows = (/** @type {typeof criteria} */ some) =>
      some.map((row) => [
        [
          words.title(row.criterion) ?? row.criterion,
          row.reworded && h("small", {}, ` ${t("compare.reworded")}`),
          row.retired && h("small", {}, ` ${t("compare.retired")}`),
          row.replaces.length > 0 &&
            h(
              "small",
              {},
              ` ${t("compare.replaces", { old: words.list(row.replaces.map((id) => words.title(id) ?? id)) })}`,
            ),
        ],
        t(`compare.${row.kind}`, { count: Math.abs(row.steps ?? 0) }),
        cell(row.then),
        cell(row.now),
      ]);
    const head = [t("out.criterion"), t("compare.change"), t("compare.then"), t("compare.now")];
    const rest = criteria.filter((row) => !moved.includes(row));
    return [
      h(
        "p",
        { class: "hub-assessment__about" },
        t("compare.then"),
        ": ",
        name(then),
        h("br", {}),
        t("compare.now"),
        ": ",
        name(now),
      ),
      h(
        "p",
        { class: "hub-actions hub-assessment__screen-only" },
        button(t("result.print"), () => window.print()),
      ),
      h("h3", {}, t("result.dimensions")),
      h("p", {}, t("compare.dimensions_about")),
      table(
        t("result.dimensions"),
        [t("out.dimension"), t("compare.then"), t("compare.now"), t("compare.difference"), t("compare.both")],
        dimensions.map((one) => [
          words.dimension(one.dimension),
          words.percent(one.then),
          words.percent(one.now),
          signed(one.difference),
          words.number(one.both),
        ]),
      ),
      chart(
        [
          { values: dimensions.map((one) => one.then), style: "then" },
          { values: dimensions.map((one) => one.now), style: "now" },
        ],
        dimensions.map((one) => one.dimension),
        words,
      ),
      h("h3", {}, t("compare.moved")),
      moved.length ? table(t("compare.moved"), head, rows(moved)) : h("p", {}, t("compare.nothing")),
      ...(rest.length
        ? [
            h(
              "details",
              {},
              h("summary", {}, t("compare.rest", { count: rest.length })),
              table(t("compare.same"), head, rows(rest)),
            ),
          ]
        : []),
      h("h3", {}, t("compare.plan")),
      plan.length
        ? table(
            t("compare.plan"),
            [t("out.action"), t("compare.then"), t("compare.now")],
            plan.map((row) => [
              words.action(row.then),
              t(`out.state-${row.then.state}`),
              row.now ? t(`out.state-${row.now.state}`) : t("compare.left"),
            ]),
          )
        : h("p", {}, t("compare.no_plan")),
      newActions.length > 0 &&
        h(
          "p",
          {},
          t("compare.new_actions", { count: newActions.length }),
          " ",
          words.list(newActions.map(words.action)),
        ),
    ].filter((part) => part !== false);
  }

  return { show };
}
