// @ts-check
/** The result: per dimension, first what is essential, advice with its reason, the plan, and all answers for the report. */

import { ORDER, advice, priorities } from "./advice.mjs";
import { fileName } from "./file.mjs";
import { actions, newId, planned, toBeConfirmed, unconfirmed } from "./model.mjs";
import { answersToCsv, groups, toMarkdown } from "./outputs.mjs";
import { radar } from "./radar.mjs";
import { progress, scores } from "./scoring.mjs";
import { save } from "../lib/save.mjs";
import { button, h, keepingFocus, link, proofOf, svg, table } from "./ui.mjs";

/** @typedef {import("./app.mjs").App} App */
/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {import("./words.mjs").Words} Words */

const FIRST = 8;

/** @param {App} app */
export function screen(app) {
  const { words, checklist } = app;
  const { t } = words;

  function show() {
    const current = app.current();
    if (!current) return;
    const all = advice(current, checklist);
    const single = all.filter((one) => one.criteria.length === 1 && one.reason.tier);
    const together = all.filter((one) => !single.includes(one));
    const first = priorities(all);
    const { done, total } = progress(scores(current, checklist));
    const rest = unconfirmed(current, checklist).length;
    app.draw(
      t("result.title"),
      about(current, words),
      done < total && h("p", {}, t("result.unfinished", { done, count: total })),
      rest > 0 && h("p", {}, t("result.unconfirmed", { count: rest })),
      h(
        "p",
        { class: "hub-actions hub-assessment__screen-only" },
        button(t("result.print"), () => window.print(), ""),
        button(t("result.markdown"), () => file("md", "text/markdown")),
        button(t("result.csv"), () => file("csv", "text/csv")),
      ),
      h("p", { class: "hub-assessment__screen-only hub-assessment__about" }, t("result.csv_about")),
      ...scoreSections(current, app),
      h(
        "section",
        { "aria-labelledby": "result-first" },
        h("h3", { id: "result-first" }, t("result.first")),
        h("p", {}, t(first.length ? "result.first_about" : "result.first_none")),
        h(
          "ul",
          { class: "hub-points" },
          first.map((one) => h("li", {}, sentence(one, words))),
        ),
      ),
      h(
        "section",
        { "aria-labelledby": "result-advice" },
        h("h3", { id: "result-advice" }, t("result.advice")),
        h(
          "details",
          {},
          h("summary", {}, t("rule.title")),
          h(
            "ol",
            {},
            ORDER.map((key) => h("li", {}, t(`rule.${key}`))),
          ),
          h("p", {}, t("rule.end")),
        ),
        list(single.slice(0, FIRST), current),
        single.length > FIRST &&
          h(
            "details",
            { class: "hub-advice__more" },
            h("summary", {}, t("result.more", { count: single.length - FIRST })),
            list(single.slice(FIRST), current),
          ),
        together.map((one) =>
          h(
            "details",
            {},
            h("summary", {}, sentence(one, words)),
            h("p", {}, words.list(one.criteria.map((id) => words.title(id) ?? id))),
          ),
        ),
      ),
      planSection(current, words),
      answersSection(current, app),
    );
  }

  /**
   * @param {readonly import("./advice.mjs").Advice[]} some
   * @param {Assessment} current
   */
  function list(some, current) {
    return h(
      "ol",
      { class: "hub-advice" },
      some.map((one) => {
        const id = one.criteria[0];
        const next = typeof one.reason.value === "number" ? one.reason.value + 1 : null;
        const inPlan = actions(current).some((action) => action.criterion === id);
        return h(
          "li",
          { class: "hub-advice__item" },
          h(
            "p",
            { class: "hub-advice__reason" },
            sentence(one, words),
            one.reason.basis && ` ${t(`advice.${one.reason.basis}`)}`,
          ),
          next !== null && h("p", {}, h("strong", {}, t("advice.next", { level: next })), " ", words.level(id, next)),
          helpers(one.relations, words),
          h(
            "p",
            { class: "hub-advice__ways" },
            link(`#${id}`, t("advice.back", { criterion: words.title(id) ?? id })),
            inPlan
              ? h("span", {}, t("advice.planned"))
              : button(t("advice.plan"), () => plan(id), "link", {
                  id: `advice-${id}`,
                  "aria-label": `${t("advice.plan")}: ${words.title(id)}`,
                }),
          ),
        );
      }),
    );
  }

  /** @param {string} criterion */
  function plan(criterion) {
    app.change((one, now) => planned(one, { id: newId(now), criterion }, now));
    keepingFocus(show);
    app.say(t("advice.added"));
  }

  /**
   * @param {"md" | "csv"} ending
   * @param {string} type
   */
  function file(ending, type) {
    const current = app.current();
    if (current)
      save(
        fileName(current, ending, t(ending === "md" ? "out.report" : "out.answers")),
        (ending === "md" ? toMarkdown : answersToCsv)(current, checklist, words.out),
        type,
      );
  }

  return { show, update: () => keepingFocus(show) };
}

/**
 * @param {Assessment} assessment
 * @param {Words} words
 */
export function about(assessment, { t, date }) {
  const parts = [
    assessment.name || t("unnamed"),
    t(`out.kind-${assessment.kind}`),
    assessment.role,
    t(`out.stage-${assessment.stage}`),
    t(`out.variant-${assessment.variant}`),
    date(assessment.date),
    t("result.version", { version: assessment.criteriaVersion }),
    assessment.agreed && t("out.agreed"),
  ];
  return h("p", { class: "hub-assessment__about" }, parts.filter(Boolean).join(" · "));
}

/**
 * @param {import("./advice.mjs").Advice} one
 * @param {Words} words
 */
export function sentence({ rule, criteria, reason }, { t, title, list }) {
  const key =
    reason.tier === "essential" && (rule === "not-yet" || rule === "partly" || rule === "find-out")
      ? `advice.${rule}-essential`
      : `advice.${rule}`;
  return t(key, { criterion: list(criteria.map((id) => title(id) ?? id)), count: reason.count });
}

/**
 * Guides, tools and practices that help.
 *
 * @param {import("./advice.mjs").Advice["relations"]} relations
 * @param {Words} words
 */
export function helpers(relations, { t, record }) {
  const kinds = /** @type {const} */ (["guides", "tools", "practices"]).filter((kind) => relations[kind].length);
  return (
    kinds.length > 0 &&
    h(
      "dl",
      { class: "hub-advice__help" },
      kinds.map((kind) =>
        h(
          "div",
          {},
          h("dt", {}, t(`advice.${kind}`)),
          h(
            "dd",
            {},
            h(
              "ul",
              {},
              relations[kind].map((id) => {
                const { title, href } = record(kind, id);
                return h("li", {}, link(href, title));
              }),
            ),
          ),
        ),
      ),
    )
  );
}

/**
 * Shares per dimension as bars with numbers, and as a radar whose text equivalent is that table.
 *
 * @param {Assessment} assessment
 * @param {App} app
 */
export function scoreSections(assessment, { words, checklist }) {
  const { t } = words;
  const all = scores(assessment, checklist);
  const rows = all.map((score) => {
    const number = checklist.dimensions.indexOf(score.dimension) + 1;
    return [
      `${number}. ${words.dimension(score.dimension)}`,
      h(
        "span",
        { class: "hub-share" },
        h("span", { class: "hub-share__number" }, words.percent(score.share)),
        bar(score.share),
      ),
      ...[score.levels, score.unanswered, score.unknown, score.notApplicable].map(words.number),
    ];
  });
  return [
    h(
      "section",
      { "aria-labelledby": "result-dimensions" },
      h("h3", { id: "result-dimensions" }, t("result.dimensions")),
      h("p", {}, t("result.dimensions_about")),
      table(
        t("result.dimensions"),
        ["dimension", "share", "levels", "unanswered", "unknown", "not-applicable"].map((key) => t(`out.${key}`)),
        rows,
        "hub-table--shares",
      ),
      all.length > 2 &&
        chart(
          [{ values: all.map(({ share }) => share), style: "now" }],
          all.map(({ dimension }) => dimension),
          words,
        ),
    ),
  ];
}

/** @param {number | null} share */
function bar(share) {
  return svg(
    "svg",
    { class: "hub-share__bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "hub-share__all", width: 100, height: 8 }),
    share !== null && svg("rect", { class: "hub-share__part", width: share, height: 8 }),
  );
}

/**
 * @param {readonly { values: readonly (number | null)[], style: string }[]} series
 * @param {readonly string[]} dimensions
 * @param {Words} words
 */
export function chart(series, dimensions, { t, dimensions: known }) {
  const size = { center: 170, radius: 130, gap: 18 };
  const { axes, rings, labels } = radar(
    dimensions.map(() => 100),
    size,
  );
  /** @param {readonly import("./radar.mjs").Point[]} points */
  const points = (points) => points.map(({ x, y }) => `${x},${y}`).join(" ");
  return h(
    "figure",
    { class: "hub-radar" },
    svg(
      "svg",
      { viewBox: "-120 -6 580 352", role: "img", "aria-label": t("result.radar") },
      rings.map((ring) => svg("polygon", { class: "hub-radar__ring", points: points(ring) })),
      axes.map(({ x, y }) => svg("line", { class: "hub-radar__axis", x1: size.center, y1: size.center, x2: x, y2: y })),
      series.flatMap(({ values, style }) => {
        const drawn = radar(values, size);
        return [
          ...drawn.lines.map((line) =>
            svg(drawn.closed ? "polygon" : "polyline", {
              class: `hub-radar__line hub-radar__line--${style}`,
              points: points(line),
            }),
          ),
          ...drawn.points.map(
            (point) =>
              point &&
              svg("circle", { class: `hub-radar__point hub-radar__point--${style}`, cx: point.x, cy: point.y, r: 4 }),
          ),
        ];
      }),
      labels.map(({ x, y, anchor }, place) =>
        svg(
          "text",
          { class: "hub-radar__label", x, y: y + 5, "text-anchor": anchor },
          `${[...known.keys()].indexOf(dimensions[place]) + 1} ${known.get(dimensions[place])?.short ?? ""}`,
        ),
      ),
    ),
    h("figcaption", {}, t("result.radar_about")),
  );
}

/**
 * @param {Assessment} current
 * @param {Words} words
 */
export function planSection(current, { t, date, title, action: say }) {
  const rows = actions(current).map((action) => [
    say(action),
    action.owner ?? "",
    action.date ? date(action.date) : "",
    t(`out.state-${action.state}`),
    action.criterion ? (title(action.criterion) ?? action.criterion) : "",
  ]);
  return h(
    "section",
    { "aria-labelledby": "result-plan" },
    h("h3", { id: "result-plan" }, t("out.plan")),
    rows.length > 0
      ? table(
          t("out.plan"),
          ["action", "owner", "date", "state", "criterion"].map((key) => t(`out.${key}`)),
          rows,
        )
      : h("p", {}, t("plan.empty")),
    h("p", { class: "hub-assessment__screen-only" }, link("#plan", t("result.to_plan"))),
  );
}

/**
 * @param {Assessment} current
 * @param {App} app
 */
function answersSection(current, { words, checklist }) {
  const { t } = words;
  /** @param {string} id */
  const item = (id) => {
    const answer = current.answers.get(id);
    const { value, reason, note, proof } = answer ?? {};
    const earlier = toBeConfirmed(answer);
    const meaning =
      earlier !== undefined
        ? t("answer.earlier", { value: words.valueWithLevel(earlier) })
        : typeof value === "number"
          ? words.level(id, value)
          : value === "na" && reason;
    return h(
      "div",
      { class: "hub-answer" },
      h("dt", {}, words.title(id) ?? id),
      h(
        "dd",
        {},
        h("strong", {}, words.value(value)),
        meaning && ` – ${meaning}`,
        note && h("p", { class: "hub-answer__note" }, note),
        proof && h("p", {}, t("out.proof"), ": ", proofOf(proof)),
      ),
    );
  };
  return h(
    "details",
    { class: "hub-assessment__answers" },
    h("summary", {}, t("result.answers")),
    groups(current, checklist).map(({ dimension, ids }) =>
      h(
        "section",
        {},
        h("h4", {}, dimension ? words.dimension(dimension) : t("out.other")),
        h("dl", { class: "hub-answers" }, ids.map(item)),
      ),
    ),
  );
}
