// @ts-check
/**
 * Advice from the answers, each with its reason.
 *
 * One rule gives the order, and the page publishes it: essential before advanced; then the lower level first, with
 * "don't know" after 1 and before 2; then what the law asks, then what follows from the definition, then the rest; then
 * the order of the dimensions and of the criteria in them. At the end, what is not answered, and what was found not
 * applicable. Level 3 needs no advice. So no two different sets of answers get the same advice.
 */

import { criteriaOf } from "./model.mjs";

/**
 * @typedef {object} Advice
 * @property {"not-yet" | "partly" | "find-out" | "last-step" | "unanswered" | "not-applicable"} rule
 * @property {readonly string[]} criteria - one, but for the last two rules
 * @property {Reason} reason
 * @property {{ guides: readonly string[], tools: readonly string[], practices: readonly string[] }} relations
 */
/**
 * @typedef {object} Reason - what to say with the rule
 * @property {import("./model.mjs").Value} [value] - for one criterion
 * @property {"essential" | "advanced"} [tier] - for one criterion
 * @property {"law" | "definition"} [basis] - where it made the advice come earlier
 * @property {number} count - of criteria
 */

/** Keys of the order, for the sentence that publishes it. */
export const ORDER = Object.freeze(["tier", "level", "basis", "dimension", "criterion"]);

/** @type {Readonly<Record<string, { rule: Advice["rule"], rank: number }>>} */
const RULES = {
  0: { rule: "not-yet", rank: 0 },
  1: { rule: "partly", rank: 1 },
  unknown: { rule: "find-out", rank: 2 },
  2: { rule: "last-step", rank: 3 },
};

const BASES = /** @type {const} */ (["law", "definition"]);

/**
 * @param {import("./model.mjs").Assessment} assessment
 * @param {import("./model.mjs").Checklist} checklist
 * @returns {Advice[]}
 */
export function advice(assessment, checklist) {
  const all = criteriaOf(checklist, assessment.variant).map((criterion) => ({
    criterion,
    value: assessment.answers.get(criterion.id)?.value,
  }));
  const single = all
    .filter(({ value }) => value !== undefined && Object.hasOwn(RULES, value))
    .map(({ criterion, value }, place) => {
      const { rule, rank } = RULES[/** @type {string | number} */ (value)];
      const basis = BASES.find((one) => criterion.basis?.includes(one));
      /** @type {Advice} */
      const made = {
        rule,
        criteria: [criterion.id],
        reason: { value, tier: criterion.tier, ...(basis && { basis }), count: 1 },
        relations: relations(criterion),
      };
      const order = [
        criterion.tier === "essential" ? 0 : 1,
        rank,
        basis ? BASES.indexOf(basis) : BASES.length,
        checklist.dimensions.indexOf(criterion.dimension),
        place,
      ];
      return { made, order };
    })
    .sort((a, b) => firstDifference(a.order, b.order))
    .map(({ made }) => made);
  return [...single, ...together("unanswered", undefined), ...together("not-applicable", "na")];

  /**
   * @param {Advice["rule"]} rule
   * @param {"na" | undefined} value
   * @returns {Advice[]}
   */
  function together(rule, value) {
    const criteria = all.filter((one) => one.value === value).map(({ criterion }) => criterion.id);
    return criteria.length ? [{ rule, criteria, reason: { count: criteria.length }, relations: relations() }] : [];
  }
}

/**
 * The essential criteria at 0 or 1, most pressing first.
 *
 * @param {readonly Advice[]} all
 */
export function priorities(all) {
  return all.filter(({ rule, reason }) => reason.tier === "essential" && (rule === "not-yet" || rule === "partly"));
}

/** @param {import("./model.mjs").Criterion} [criterion] */
function relations(criterion) {
  return { guides: [], tools: [], practices: [], ...criterion?.relations };
}

/**
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function firstDifference(a, b) {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : a[place] - b[place];
}
