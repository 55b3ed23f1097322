// @ts-check
/** Ways through the checklist: the dimensions with how far each is, and the previous and next one. */

import { progress } from "./scoring.mjs";
import { h, keepingFocus, link } from "./ui.mjs";

/** @typedef {import("./scoring.mjs").Score} Score */

/**
 * @param {import("./app.mjs").App} app
 * @returns {{
 *   $aside: HTMLElement,
 *   $next: HTMLElement,
 *   show(all: readonly Score[], dimension: string, unconfirmed: number): void,
 * }}
 */
export function answerNavigation({ words, checklist }) {
  const { t } = words;
  const $jump = h("ol", { class: "hub-dimension-nav__list" });
  const $total = h("p", { class: "hub-dimension-nav__total" });
  const $progress = h("progress", { class: "hub-dimension-nav__progress", "aria-label": t("answer.progress") });
  const $grid = h("p", {}, link("#grid", t("answer.grid")));
  const props = { class: "hub-dimension-nav", "aria-label": t("answer.jump") };
  const $aside = h("nav", props, $total, $progress, $jump, $grid);
  const $next = h("nav", {
    class: "hub-neighbours hub-assessment__next",
    "aria-label": t("answer.neighbours"),
  });

  /** @type {(score: Score, isCurrent: boolean) => HTMLElement} */
  const item = (score, isCurrent) => {
    const done = score.total - score.unanswered;
    const number = checklist.dimensions.indexOf(score.dimension) + 1;
    const style = "hub-dimension-nav__count" + (done === score.total ? " hub-dimension-nav__count--done" : "");
    const props = {
      id: `jump-${score.dimension}`,
      class: "hub-dimension-nav__link",
      href: `#${score.dimension}`,
      "aria-current": isCurrent ? "true" : null,
    };
    const $link = h(
      "a",
      props,
      h("span", { class: "hub-dimension-nav__number", "aria-hidden": "true" }, number),
      h("span", {}, words.dimension(score.dimension)),
      h(
        "span",
        { class: style },
        h("span", { "aria-hidden": "true" }, `${done}/${score.total}`),
        h("span", { class: "hub-visually-hidden" }, t("answer.done", { done, count: score.total })),
      ),
    );
    return h("li", { class: "hub-dimension-nav__item" }, $link);
  };

  return {
    $aside,
    $next,
    show(all, dimension, unconfirmed) {
      const { done, total } = progress(all);
      const rest = unconfirmed ? ` · ${t("answer.unconfirmed", { count: unconfirmed })}` : "";
      $total.textContent = t("answer.done", { done, count: total }) + rest;
      [$progress.max, $progress.value] = [Math.max(total, 1), done];
      keepingFocus(() => $jump.replaceChildren(...all.map((score) => item(score, score.dimension === dimension))));
      const dimensions = all.map((score) => score.dimension);
      const place = dimensions.indexOf(dimension);
      const [before, after] = [dimensions[place - 1], dimensions[place + 1]];
      $next.replaceChildren(
        ...(before ? [neighbour(before, t("answer.previous"), words.dimension(before))] : []),
        after
          ? neighbour(after, t("answer.next"), words.dimension(after), "next")
          : neighbour("result", t("answer.finished"), t("tabs.result"), "next"),
      );
    },
  };
}

/**
 * @param {string} place
 * @param {string} way
 * @param {string} text
 * @param {string} [side]
 */
function neighbour(place, way, text, side) {
  const style = "hub-neighbours__link" + (side ? ` hub-neighbours__link--${side}` : "");
  return h("a", { class: style, href: `#${place}` }, h("span", { class: "hub-neighbours__way" }, way), " ", text);
}
