// @ts-check
/** What the answers say per dimension. There is no total on purpose: no source supports a weighting. */

import { criteriaOf } from "./model.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {import("./model.mjs").Checklist} Checklist */

/**
 * @typedef {object} Score
 * @property {string} dimension
 * @property {number | null} share - 0 to 100, not rounded: levels reached of the attainable, over the criteria answered
 *   with a level; null while there is none
 * @property {number} total - criteria that count
 * @property {number} levels - criteria answered with a level
 * @property {number} unanswered
 * @property {number} unknown
 * @property {number} notApplicable
 */

/**
 * A score per dimension, in their order; dimensions without a criterion that counts are left out.
 *
 * @param {Assessment} assessment - answers to criteria that do not count (retired, unknown, advanced in the quick
 *   variant) count nowhere
 * @param {Checklist} checklist
 * @returns {Score[]}
 */
export function scores(assessment, checklist) {
  const criteria = criteriaOf(checklist, assessment.variant);
  return checklist.dimensions
    .map((dimension) =>
      score(
        dimension,
        criteria
          .filter((criterion) => criterion.dimension === dimension)
          .map(({ id }) => assessment.answers.get(id)?.value),
      ),
    )
    .filter((one) => one.total > 0);
}

/**
 * @param {string} dimension
 * @param {readonly (import("./model.mjs").Value | undefined)[]} values
 * @returns {Score}
 */
function score(dimension, values) {
  const levels = values.filter((value) => typeof value === "number");
  /** @param {unknown} value */
  const count = (value) => values.filter((one) => one === value).length;
  return {
    dimension,
    share: levels.length
      ? (100 * levels.reduce((/** @type {number} */ sum, level) => sum + level, 0)) / (3 * levels.length)
      : null,
    total: values.length,
    levels: levels.length,
    unanswered: count(undefined),
    unknown: count("unknown"),
    notApplicable: count("na"),
  };
}

/**
 * How far one is: everything but "unanswered" is done.
 *
 * @param {readonly Score[]} all
 */
export function progress(all) {
  const total = all.reduce((sum, one) => sum + one.total, 0);
  return { total, done: total - all.reduce((sum, one) => sum + one.unanswered, 0) };
}
