// @ts-check
/** Then and now: two assessments side by side, and what became of the old plan. */

import { actions, criteriaOf, toBeConfirmed } from "./model.mjs";
import { outdated } from "./changes.mjs";
import { scores } from "./scoring.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {import("./model.mjs").Answer} Answer */
/** @typedef {import("./model.mjs").PlanAction} PlanAction */

/**
 * @typedef {object} Comparison
 * @property {Assessment} then - the one with the earlier date
 * @property {Assessment} now
 * @property {readonly Change[]} criteria - all that either answered or noted, in the order of the criteria; strangers last
 * @property {readonly DimensionChange[]} dimensions
 * @property {readonly { then: PlanAction, now: PlanAction | null }[]} plan - the old plan; null: no longer in the plan
 * @property {readonly PlanAction[]} newActions
 */
/**
 * @typedef {object} Change
 * @property {string} criterion
 * @property {Answer | null} then - null: nothing was entered
 * @property {Answer | null} now
 * @property {"up" | "down" | "same" | "first" | "no-longer" | "to-confirm" | "other" | "none"} kind - "first" and
 *   "no-longer": answered in one only; "to-confirm": the old answer waits; "other": to or from not applicable or don't know;
 *   "none": notes without answers
 * @property {number | null} steps - levels up or down
 * @property {boolean} reworded - its meaning changed between the two answers: compare with care
 * @property {boolean} retired
 * @property {readonly string[]} replaces - retired criteria it takes over, which were answered then
 */
/**
 * @typedef {object} DimensionChange
 * @property {string} dimension
 * @property {number | null} then - share over the criteria with a level in both, rounded; null without them
 * @property {number | null} now
 * @property {number} both - how many these are
 * @property {number | null} difference - of the two as they are shown
 */

/**
 * @param {Assessment} one
 * @param {Assessment} other - in any order: the dates decide, then the ids
 * @param {import("./model.mjs").Checklist} checklist
 * @returns {Comparison}
 */
export function compare(one, other, checklist) {
  const inOrder = one.date === other.date ? one.id <= other.id : one.date < other.date;
  const [then, now] = inOrder ? [one, other] : [other, one];
  const known = checklist.criteria.map(({ id }) => id);
  const strangers = [...new Set([...then.answers.keys(), ...now.answers.keys()])]
    .filter((id) => !known.includes(id))
    .sort();
  const criteria = [...known, ...strangers]
    .map((id) =>
      change(
        id,
        then,
        now,
        checklist.criteria.find((criterion) => criterion.id === id),
      ),
    )
    .filter((row) => row.then || row.now);
  const plan = actions(then).map((action) => ({ then: action, now: successor(action, now) }));
  const followed = plan.map((row) => row.now);
  return {
    then,
    now,
    criteria,
    dimensions: dimensions(then, now, checklist),
    plan,
    newActions: actions(now).filter((action) => !followed.includes(action)),
  };
}

/**
 * @param {string} id
 * @param {Assessment} before
 * @param {Assessment} after
 * @param {import("./model.mjs").Criterion | undefined} criterion
 * @returns {Change}
 */
function change(id, before, after, criterion) {
  const then = entered(before.answers.get(id));
  const now = entered(after.answers.get(id));
  const [was, is] = [then?.value, now?.value];
  const steps = typeof was === "number" && typeof is === "number" ? is - was : null;
  return {
    criterion: id,
    then,
    now,
    kind: is === undefined && toBeConfirmed(now ?? undefined) !== undefined ? "to-confirm" : kindOf(was, is, steps),
    steps,
    reworded: Boolean(
      criterion &&
      then &&
      now &&
      was !== undefined &&
      is !== undefined &&
      outdated(criterion, then) &&
      !outdated(criterion, now),
    ),
    retired: criterion?.retired !== undefined,
    replaces: (criterion?.replaces ?? []).filter((old) => before.answers.get(old)?.value !== undefined),
  };
}

/**
 * @param {Answer | undefined} answer
 */
function entered(answer) {
  const { value, earlier, note, proof } = answer ?? {};
  return answer && ((value ?? earlier) !== undefined || note || proof) ? answer : null;
}

/**
 * @param {import("./model.mjs").Value | undefined} was
 * @param {import("./model.mjs").Value | undefined} is
 * @param {number | null} steps
 * @returns {Change["kind"]}
 */
function kindOf(was, is, steps) {
  if (was === is) return was === undefined ? "none" : "same";
  if (was === undefined) return "first";
  if (is === undefined) return "no-longer";
  if (steps === null) return "other";
  return steps > 0 ? "up" : "down";
}

/**
 * @param {Assessment} then
 * @param {Assessment} now
 * @param {import("./model.mjs").Checklist} checklist
 * @returns {DimensionChange[]}
 */
function dimensions(then, now, checklist) {
  const asked = new Set([then, now].flatMap((one) => scores(one, checklist)).map((score) => score.dimension));
  const variant = then.variant === "full" && now.variant === "full" ? "full" : "quick";
  return checklist.dimensions
    .filter((dimension) => asked.has(dimension))
    .map((dimension) => {
      const both = criteriaOf(checklist, variant)
        .filter((criterion) => criterion.dimension === dimension)
        .map(({ id }) => [then, now].map((one) => one.answers.get(id)?.value))
        .flatMap(([was, is]) => (typeof was === "number" && typeof is === "number" ? [[was, is]] : []));
      const [was, is] = [0, 1].map((place) => share(both.map((levels) => levels[place])));
      return {
        dimension,
        then: was,
        now: is,
        both: both.length,
        difference: was === null || is === null ? null : is - was,
      };
    });
}

/** @param {readonly number[]} levels */
function share(levels) {
  return levels.length ? Math.round((100 * levels.reduce((sum, level) => sum + level, 0)) / (3 * levels.length)) : null;
}

/**
 * The same action now: by its id, or else by criterion and words, as when someone typed the plan again.
 *
 * @param {PlanAction} action
 * @param {Assessment} now
 */
function successor(action, now) {
  const all = actions(now);
  /** @param {PlanAction} one */
  const words = (one) => `${one.criterion ?? ""} ${one.text.trim().toLowerCase()}`;
  return all.find(({ id }) => id === action.id) ?? all.find((one) => words(one) === words(action)) ?? null;
}
