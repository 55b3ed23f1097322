// @ts-check
/**
 * What happened to the criteria since an assessment was made. Old answers stay; only what is new or changed is to be
 * answered again.
 */

import { criteriaOf } from "./model.mjs";

/** @typedef {import("./model.mjs").Criterion} Criterion */

/**
 * @typedef {object} Changes
 * @property {number} from - version the assessment was made with
 * @property {number} to - version of the page
 * @property {boolean} newer - the assessment knows later criteria than this page: nothing is to be answered, nothing is lost
 * @property {readonly Criterion[]} added - since that version, in order
 * @property {readonly Criterion[]} reworded - whose meaning changed since, and that were there then
 * @property {readonly Criterion[]} retired - since that version
 * @property {readonly Criterion[]} toAnswer - of the added those not answered, of the reworded those answered before
 *   the change
 * @property {ReadonlyMap<string, readonly Suggestion[]>} suggestions - for criteria to answer, from criteria they replace
 * @property {readonly string[]} strangers - ids that were answered and are not among our criteria
 */
/** @typedef {{ from: string, answer: import("./model.mjs").Answer }} Suggestion */

/**
 * @param {import("./model.mjs").Assessment} assessment
 * @param {import("./model.mjs").Checklist} checklist
 * @returns {Changes}
 */
export function changes(assessment, checklist) {
  const from = assessment.criteriaVersion;
  const { answers } = assessment;
  const current = criteriaOf(checklist, assessment.variant);
  const added = current.filter(({ since }) => since > from);
  const reworded = current.filter((criterion) => criterion.since <= from && (criterion.reworded ?? 0) > from);
  const toAnswer = current.filter((criterion) => {
    const answer = answers.get(criterion.id);
    if (answer?.value === undefined) return criterion.since > from;
    return outdated(criterion, answer);
  });
  const known = new Set(checklist.criteria.map(({ id }) => id));
  return {
    from,
    to: checklist.version,
    newer: from > checklist.version,
    added,
    reworded,
    retired: checklist.criteria.filter(
      ({ since, retired, tier }) =>
        retired && since <= from && retired.version > from && (assessment.variant === "full" || tier === "essential"),
    ),
    toAnswer,
    suggestions: new Map(
      toAnswer
        .map((criterion) => /** @type {const} */ ([criterion.id, suggestionsFor(criterion, answers)]))
        .filter(([, found]) => found.length),
    ),
    strangers: [...answers]
      .filter(([id, answer]) => answer.value !== undefined && !known.has(id))
      .map(([id]) => id)
      .sort(),
  };
}

/**
 * Whether an answer was given before the meaning of its criterion changed.
 *
 * @param {Criterion} criterion
 * @param {import("./model.mjs").Answer | undefined} answer
 */
export function outdated(criterion, answer) {
  return answer !== undefined && (criterion.reworded ?? 0) > answer.version;
}

/**
 * @param {Criterion} criterion
 * @param {ReadonlyMap<string, import("./model.mjs").Answer>} answers
 * @returns {Suggestion[]}
 */
function suggestionsFor(criterion, answers) {
  if (answers.get(criterion.id)?.value !== undefined) return [];
  return (criterion.replaces ?? []).flatMap((id) => {
    const answer = answers.get(id);
    const value = answer?.value ?? answer?.earlier;
    return answer && value !== undefined ? [{ from: id, answer: { ...answer, value } }] : [];
  });
}
