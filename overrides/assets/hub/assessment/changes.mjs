// @ts-check
/** What happened to the criteria since an assessment was made. Old answers stay; only what is new or changed is asked. */

import { asked } from "./model.mjs";

/** @typedef {import("./model.mjs").Question} Question */

/**
 * @typedef {object} Changes
 * @property {number} from - version the assessment was made with
 * @property {number} to - version of the page
 * @property {boolean} newer - the assessment knows later criteria than this page: nothing is asked, nothing lost
 * @property {readonly Question[]} added - since that version, in order
 * @property {readonly Question[]} reworded - whose meaning changed since, and that were there then
 * @property {readonly Question[]} retired - since that version
 * @property {readonly Question[]} ask - of the added those not answered, of the reworded those answered before the change
 * @property {ReadonlyMap<string, readonly Suggestion[]>} suggestions - for questions to ask, from criteria they replace
 * @property {readonly string[]} strangers - ids that were answered and are not among our criteria
 */
/** @typedef {{ from: string, answer: import("./model.mjs").Answer }} Suggestion */

/**
 * @param {import("./model.mjs").Assessment} assessment
 * @param {import("./model.mjs").Questionnaire} questionnaire
 * @returns {Changes}
 */
export function changes(assessment, questionnaire) {
  const from = assessment.criteriaVersion;
  const { answers } = assessment;
  const current = asked(questionnaire, assessment.variant);
  const added = current.filter(({ since }) => since > from);
  const reworded = current.filter((question) => question.since <= from && (question.reworded ?? 0) > from);
  const ask = current.filter((question) => {
    const answer = answers.get(question.id);
    if (answer?.value === undefined) return question.since > from;
    return outdated(question, answer);
  });
  const known = new Set(questionnaire.questions.map(({ id }) => id));
  return {
    from,
    to: questionnaire.version,
    newer: from > questionnaire.version,
    added,
    reworded,
    retired: questionnaire.questions.filter(
      ({ since, retired, tier }) =>
        retired && since <= from && retired.version > from && (assessment.variant === "full" || tier === "essential"),
    ),
    ask,
    suggestions: new Map(
      ask
        .map((question) => /** @type {const} */ ([question.id, suggestionsFor(question, answers)]))
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
 * @param {Question} question
 * @param {import("./model.mjs").Answer | undefined} answer
 */
export function outdated(question, answer) {
  return answer !== undefined && (question.reworded ?? 0) > answer.version;
}

/**
 * @param {Question} question
 * @param {ReadonlyMap<string, import("./model.mjs").Answer>} answers
 * @returns {Suggestion[]}
 */
function suggestionsFor(question, answers) {
  if (answers.get(question.id)?.value !== undefined) return [];
  return (question.replaces ?? []).flatMap((id) => {
    const answer = answers.get(id);
    return answer?.value === undefined ? [] : [{ from: id, answer }];
  });
}
