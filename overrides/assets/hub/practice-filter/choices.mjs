// @ts-check
/** What is chosen, as texts, as chips to take it away again, and as ways on where nothing fits. */

import { arrange, find, write } from "../lib/dom.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { NAME } from "./controls.mjs";
import { blocking } from "./matching.mjs";
import { chosen, cleared, lifted } from "./query.mjs";

/**
 * @typedef {import("./controls.mjs").Controls} Controls
 * @typedef {import("./query.mjs").State} State
 */

/** @param {Controls} controls */
export function phrases({ facets, text }) {
  const labels = new Map(
    facets.map((facet) => [facet.id, new Map(facet.values.map((value) => [value.id, value.label]))]),
  );
  /** @type {import("./results.mjs").Label} */
  const label = (facet, value) => labels.get(facet)?.get(value) ?? value;
  /** @param {string} facet */
  const nameOf = (facet) => facets.find((one) => one.id === facet)?.label;
  /** @type {(state: State) => string} */
  const words = (state) => fill(text("words"), { words: state.words });
  return {
    label,
    /** One value. @type {(what: string, value: string, state: State) => string} */
    one: (what, value, state) => (what === "q" ? words(state) : `${nameOf(what)}: ${label(what, value)}`),
    /** All values of a facet, or the words (`q`). @type {(what: string, state: State) => string} */
    all: (what, state) => {
      if (what === "q") return words(state);
      const values = (state.facets.get(what) ?? []).map((value) => label(what, value));
      const or = new Intl.ListFormat(text("territory"), { type: "disjunction" });
      return `${nameOf(what)}: ${or.format(values)}`;
    },
  };
}

/**
 * A chip for each choice, made once and used again.
 *
 * @param {Controls} controls
 * @param {ReturnType<typeof phrases>} said
 * @param {(change: (state: State) => State) => void} change
 * @returns {(state: State) => void}
 */
export function chips({ part, copy, text, facets, $count }, said, change) {
  /** @type {Map<string, HTMLElement>} */
  const made = new Map();
  const $list = part("chip-list");

  /** @type {(what: string, value: string) => HTMLElement} */
  const newChip = (what, value) => {
    const $chip = /** @type {HTMLElement} */ (copy("chip").firstElementChild);
    find(NAME, $chip, '[data-chip="remove"]', HTMLElement).textContent = text("remove");
    find(NAME, $chip, "button", HTMLElement).addEventListener("click", () => {
      const place = [...$list.children].indexOf($chip);
      change((state) => (what === "q" ? lifted(state, "q") : chosen(state, what, value, false, facets)));
      const $left = $list.querySelectorAll("button");
      ($left[Math.min(place, $left.length - 1)] ?? $count).focus();
    });
    return $chip;
  };

  /** @type {(what: string, value: string, state: State) => HTMLElement} */
  const chip = (what, value, state) => {
    const key = `${what} ${value}`;
    const $chip = made.get(key) ?? newChip(what, value);
    made.set(key, $chip);
    write(find(NAME, $chip, '[data-chip="label"]', HTMLElement), said.one(what, value, state));
    return $chip;
  };

  return (state) => {
    const shown = [
      ...(state.words ? [chip("q", "", state)] : []),
      ...[...state.facets].flatMap(([facet, values]) => values.map((value) => chip(facet, value, state))),
    ];
    part("chips").hidden = !shown.length;
    arrange($list, shown);
  };
}

/**
 * What is shown where nothing fits: what to let go of, and how much that would give.
 *
 * @param {Controls} controls
 * @param {ReturnType<typeof phrases>} said
 * @param {(change: (state: State) => State) => void} changeAndShow
 * @returns {(result: import("./matching.mjs").Result, state: State) => DocumentFragment}
 */
export function noResult({ copy, forms, locale }, said, changeAndShow) {
  const without = forms("without");
  return (result, state) => {
    const $copy = copy("none");
    const inWay = blocking(result);
    find(NAME, $copy, '[data-none="blocked"]', HTMLElement).hidden = !inWay.length;
    find(NAME, $copy, '[data-none="stuck"]', HTMLElement).hidden = inWay.length > 0;
    const $items = inWay.map(({ what, count }) => {
      const $item = document.createElement("li");
      const $button = document.createElement("button");
      $button.type = "button";
      $button.className = "hub-link-button";
      $button.textContent = plural(without, count, locale, { filter: said.all(what, state) });
      $button.addEventListener("click", () => changeAndShow((now) => lifted(now, what)));
      $item.append($button);
      return $item;
    });
    find(NAME, $copy, '[data-none="list"]', HTMLElement).append(...$items);
    find(NAME, $copy, '[data-none="clear"]', HTMLElement).addEventListener("click", () => changeAndShow(cleared));
    return $copy;
  };
}
