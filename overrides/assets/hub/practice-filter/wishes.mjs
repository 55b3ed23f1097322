// @ts-check
/**
 * "Find something like us": how well practices fit wishes. A wish never takes a practice out of the list; it says in which
 * order they come. What is not documented is no "no".
 *
 * The rules, which the page explains in one paragraph: a wish is met, met in part (a neighbouring value, or a wider group
 * that includes it: `near` of the term in data/vocabularies), not documented, or not met; that counts as 1, 1/2, 1/3 and 0.
 *
 * @typedef {import("./query.mjs").State} State
 * @typedef {import("./matching.mjs").Index} Index
 *
 * @typedef {object} Wish - one or more values of a facet, of which one will do
 * @property {string} facet
 * @property {readonly string[]} values
 *
 * @typedef {"yes" | "partly" | "unknown" | "no"} Fit
 *
 * @typedef {object} Answer - of a practice to one wish
 * @property {Wish} wish
 * @property {Fit} fit
 * @property {readonly string[]} values - of the practice that say why; none when unknown
 *
 * @typedef {"good" | "partly" | "other"} Tier
 */

import { valuesOf } from "./matching.mjs";
import { NONE } from "./query.mjs";

/** @type {Readonly<Record<Fit, number>>} */
export const WEIGHT = { yes: 1, partly: 1 / 2, unknown: 1 / 3, no: 0 };

/** The tiers in their order. @type {readonly Tier[]} */
export const TIERS = ["good", "partly", "other"];

/** From which share of all wishes on a practice fits well, if it fails none. */
const GOOD = 2 / 3;

/**
 * What someone wishes, each wish to be met by itself.
 *
 * @param {State} state
 * @returns {readonly Wish[]} in the order of the facets; every value by itself where all of them are wanted
 */
export function wishesOf(state) {
  return [...state.wishes].flatMap(([facet, values]) =>
    state.allOf.includes(facet) ? values.map((value) => ({ facet, values: [value] })) : [{ facet, values }],
  );
}

/**
 * @param {Index} index
 * @param {number} practice
 * @param {readonly Wish[]} wishes
 * @returns {readonly Answer[]} one for each wish, in their order
 */
export function answers(index, practice, wishes) {
  return wishes.map((wish) => {
    const column = index.facets.find((one) => one.id === wish.facet);
    const values = column ? valuesOf(column, practice) : [NONE];
    if (!column || values[0] === NONE) return { wish, fit: "unknown", values: [] };
    const met = values.filter((value) => wish.values.includes(value));
    if (met.length) return { wish, fit: "yes", values: met };
    const near = new Set(wish.values.flatMap((value) => nearTo(column, value)));
    const close = values.filter((value) => near.has(value));
    return close.length ? { wish, fit: "partly", values: close } : { wish, fit: "no", values };
  });
}

/**
 * @param {import("./matching.mjs").Column} column
 * @param {string} value
 */
function nearTo(column, value) {
  return (column.near?.[column.values.indexOf(value)] ?? []).map((place) => column.values[place]);
}

/**
 * @param {readonly Answer[]} given
 * @returns {number} between 0 and 1: the mean weight
 */
export function score(given) {
  return given.length ? given.reduce((sum, { fit }) => sum + WEIGHT[fit], 0) / given.length : 0;
}

/**
 * Good: no wish failed, at least one met, and two thirds of all that could be had. In part: something met, or in part.
 *
 * @param {readonly Answer[]} given
 * @returns {Tier}
 */
export function tier(given) {
  const fits = given.map(({ fit }) => fit);
  if (!fits.includes("no") && fits.includes("yes") && score(given) >= GOOD) return "good";
  return fits.includes("yes") || fits.includes("partly") ? "partly" : "other";
}

/**
 * The practices by how well they fit, best first; where equal, in the order they had.
 *
 * @param {Index} index
 * @param {readonly number[]} practices
 * @param {readonly Wish[]} wishes
 * @returns {readonly { value: Tier, practices: readonly number[] }[]} no empty tiers
 */
export function ranked(index, practices, wishes) {
  const rated = practices.map((practice, place) => {
    const given = answers(index, practice, wishes);
    return { practice, place, score: score(given), tier: tier(given) };
  });
  rated.sort((one, other) => other.score - one.score || one.place - other.place);
  return TIERS.map((value) => ({
    value,
    practices: rated.filter((one) => one.tier === value).map((one) => one.practice),
  })).filter((group) => group.practices.length);
}
