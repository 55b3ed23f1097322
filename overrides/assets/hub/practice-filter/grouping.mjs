// @ts-check
/**
 * In which groups practices are shown.
 *
 * @typedef {import("./query.mjs").State} State
 * @typedef {import("./query.mjs").Grouping} Grouping
 * @typedef {import("./matching.mjs").Index} Index
 *
 * @typedef {object} Group
 * @property {string | null} value - of the facet that groups, or how well its practices fit; null when there is one group
 * @property {readonly number[]} practices
 */

import { STRONGEST_FIRST, valuesOf } from "./matching.mjs";
import { NONE } from "./query.mjs";
import { ranked, wishesOf } from "./wishes.mjs";

/** Above this a list that does not fit on the page is grouped by itself. */
const GROUPED_FROM = 25;

/**
 * The grouping that holds. Unless someone asks for one, only a long list of which the page holds a part is grouped, and
 * not when it has an order of its own.
 *
 * @param {Index} index
 * @param {State} state
 * @param {number} total - practices found
 * @returns {Exclude<Grouping, "auto"> | "fit"}
 */
export function grouping(index, state, total) {
  if (state.by !== "auto") return state.by;
  if (state.sort !== "relevance") return "none";
  if (state.wishes.size) return "fit";
  return !state.words && !index.whole && total >= GROUPED_FROM ? "country" : "none";
}

/**
 * Each practice once: under the first of its values that was asked for, else under its first.
 *
 * @param {Index} index
 * @param {readonly number[]} practices - sorted; their order is kept inside a group
 * @param {State} state
 * @returns {readonly Group[]} in the order of the facet, evidence with the strongest first; no empty ones
 */
export function grouped(index, practices, state) {
  const by = grouping(index, state, practices.length);
  if (by === "fit") return ranked(index, practices, wishesOf(state));
  const column = index.facets.find((one) => one.id === by);
  if (!column) return practices.length ? [{ value: null, practices }] : [];
  const wanted = state.facets.get(column.id);
  /** @type {Map<string, number[]>} */
  const groups = new Map([...column.values, NONE].map((value) => [value, []]));
  for (const practice of practices) {
    const values = valuesOf(column, practice);
    groups.get(values.find((value) => wanted?.includes(value)) ?? values[0])?.push(practice);
  }
  const made = [...groups]
    .filter(([, members]) => members.length)
    .map(([value, members]) => ({ value, practices: members }));
  return by === STRONGEST_FIRST ? made.reverse() : made;
}
