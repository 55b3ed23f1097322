// @ts-check
/** What is chosen, as texts, as chips to take it away again, and as ways on where nothing fits. */

import { arrange, find, write } from "../lib/dom.mjs";
import { wordsOf } from "../lib/folding.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { NAME } from "./controls.mjs";
import { blocking } from "./matching.mjs";
import { chosen, cleared, EMPTY, lifted, LIKE } from "./query.mjs";

/**
 * @typedef {import("./controls.mjs").Controls} Controls
 * @typedef {import("./query.mjs").State} State
 */

/** @typedef {ReturnType<typeof phrases>} Phrases */

/** @param {Controls} controls */
export function phrases({ facets, text, forms }) {
  const labels = new Map(
    facets.map((facet) => [facet.id, new Map(facet.values.map((value) => [value.id, value.label]))]),
  );
  /** How well practices fit is no facet, but groups as one. */
  labels.set("fit", new Map(Object.entries(forms("tiers"))));
  /** @type {import("./facts.mjs").Label} */
  const label = (facet, value) => labels.get(facet)?.get(value) ?? value;
  /** @param {string} facet */
  const nameOf = (facet) => facets.find((one) => one.id === facet)?.label ?? facet;
  /** @type {(state: State) => string} */
  const words = (state) => fill(text("words"), { words: state.words });
  return {
    label,
    nameOf,
    /** One value. @type {(what: string, value: string, state: State) => string} */
    one: (what, value, state) => {
      if (what === "q") return words(state);
      if (what.startsWith(LIKE)) return label(what.slice(LIKE.length), value);
      return `${nameOf(what)}: ${label(what, value)}`;
    },
    /** All values of a facet, or the words (`q`). @type {(what: string, state: State) => string} */
    all: (what, state) => {
      if (what === "q") return words(state);
      const values = (state.facets.get(what) ?? []).map((value) => label(what, value));
      const type = state.allOf.includes(what) ? "conjunction" : "disjunction";
      return `${nameOf(what)}: ${new Intl.ListFormat(text("territory"), { type }).format(values)}`;
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
      ...[...state.wishes].flatMap(([facet, values]) => values.map((value) => chip(`${LIKE}${facet}`, value, state))),
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

/**
 * Filters that the words name, to be chosen in their place.
 *
 * @param {Controls} controls
 * @param {Phrases} said
 * @param {(change: (state: State) => State) => void} changeAndShow
 * @returns {(recognised: readonly import("./text-search.mjs").Recognised[]) => void}
 */
export function offers({ part, copy, facets }, said, changeAndShow) {
  return (recognised) => {
    const $offers = recognised.map(({ facet, value, words }) => {
      const $button = find(NAME, copy("offer"), "button", HTMLButtonElement);
      $button.textContent = said.one(facet, value, EMPTY);
      $button.addEventListener("click", () =>
        changeAndShow((state) => ({
          ...chosen(state, facet, value, true, facets),
          words: withoutWords(state.words, words),
        })),
      );
      return $button;
    });
    part("offers").hidden = !$offers.length;
    part("offer-list").replaceChildren(...$offers);
  };
}

/**
 * @param {string} text
 * @param {readonly string[]} words - folded
 */
function withoutWords(text, words) {
  return text
    .split(" ")
    .filter((one) => !wordsOf(one).some((word) => words.includes(word)))
    .join(" ");
}
