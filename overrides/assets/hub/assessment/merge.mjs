// @ts-check
/** Files of several colleagues as an agenda: where do we disagree? The order of the files does not matter. */

import { wordsOf } from "../lib/folding.mjs";
import { outdated } from "./changes.mjs";
import { toText } from "./file.mjs";
import { answered, criteriaOf, created, identical } from "./model.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {import("./model.mjs").Checklist} Checklist */
/** @typedef {import("./model.mjs").Value} Value */
/** @typedef {import("./file.mjs").Parsed} Parsed */

/**
 * @typedef {object} Merged
 * @property {readonly Used[]} used - files that count
 * @property {readonly { file: string, faults: Parsed["faults"] }[]} damaged
 * @property {readonly { file: string, of: string, how: "same" | "earlier" }[]} repeated - the same content as another file,
 *   or an earlier save of it; these do not count
 * @property {readonly Row[]} rows - all criteria of the variant, most disagreement first
 * @property {readonly string[]} strangers - ids answered somewhere that do not belong to the variant now
 */
/**
 * @typedef {object} Used
 * @property {string} file
 * @property {Assessment} assessment
 * @property {"older" | "newer" | null} version - of its criteria, compared with ours
 * @property {readonly string[]} sameStart - other files with the same id that count apart, by colleagues who
 *   went on from one file
 */
/**
 * @typedef {object} Row
 * @property {string} criterion
 * @property {readonly [number, number, number, number]} levels - how many gave level 0, 1, 2, 3
 * @property {number} unknown
 * @property {number} notApplicable
 * @property {number} unanswered
 * @property {number} outdated - answers given before the criterion was reworded; they count
 * @property {number | null} spread - highest less lowest level; null below two levels
 * @property {number | null} median - may lie halfway between two levels; null without levels
 * @property {boolean} mixed - some find it not applicable, others do not
 * @property {Value | null} unanimous - the answer that all gave
 * @property {readonly { role: string, values: readonly (Value | null)[] }[] | null} byRole - only roles of ROLES_FROM files;
 *   null without them
 */

/** So many files of one role, that nobody can be recognised. */
export const ROLES_FROM = 3;

/**
 * @param {readonly { file: string, parsed: Parsed }[]} files - name and what parse() gave
 * @param {Checklist} checklist
 * @returns {Merged}
 */
export function merge(files, checklist) {
  /** @type {Merged["damaged"][number][]} */
  const damaged = [];
  /** @type {{ file: string, assessment: Assessment, text: string }[]} */
  const read = [];
  for (const { file, parsed } of [...files].sort((a, b) => compare(a.file, b.file))) {
    if (parsed.assessment) read.push({ file, assessment: parsed.assessment, text: toText(parsed.assessment) });
    else damaged.push({ file, faults: parsed.faults });
  }
  damaged.sort((a, b) => compare(a.file, b.file) || compare(JSON.stringify(a.faults), JSON.stringify(b.faults)));
  // Names may be equal; then the content decides, so that the order of the files never does
  read.sort((a, b) => compare(a.text, b.text) || compare(a.file, b.file));
  /** @type {Merged["repeated"][number][]} */
  const repeated = [];
  const counted = read.filter(({ file, assessment, text }, place) => {
    const twin = read.slice(0, place).find((one) => identical(one.assessment, assessment));
    const follower = twin
      ? undefined
      : read.find(
          (one) => isEarlier(assessment, one.assessment) && (one.text > text || !isEarlier(one.assessment, assessment)),
        );
    if (twin) repeated.push({ file, of: twin.file, how: "same" });
    else if (follower) repeated.push({ file, of: follower.file, how: "earlier" });
    return !twin && !follower;
  });
  repeated.sort((a, b) => compare(a.file, b.file) || compare(a.of, b.of) || compare(a.how, b.how));
  const used = counted
    .map((one) => ({
      file: one.file,
      assessment: one.assessment,
      version: versionOf(one.assessment, checklist),
      sameStart: counted
        .filter((other) => other !== one && other.assessment.id === one.assessment.id)
        .map(({ file }) => file),
    }))
    .sort((a, b) => compare(a.file, b.file));
  const all = used.map(({ assessment }) => assessment);
  const variant = all.some((one) => one.variant === "full") ? "full" : "quick";
  const criteria = criteriaOf(checklist, variant);
  const ids = new Set(criteria.map(({ id }) => id));
  return {
    used,
    damaged,
    repeated,
    rows: criteria.map((criterion) => row(criterion, all)).sort(byDisagreement),
    strangers: [...new Set(all.flatMap((one) => [...one.answers.keys()]))].filter((id) => !ids.has(id)).sort(),
  };
}

/**
 * The team's assessment from what was agreed at the meeting.
 *
 * @param {ReadonlyMap<string, { value: Value, reason?: string, note?: string }>} agreed - by criterion
 * @param {Partial<import("./model.mjs").Details> & { id: string, date: string }} details
 * @param {Checklist} checklist
 * @param {string} now
 * @returns {Assessment}
 */
export function agreedAssessment(agreed, details, { version }, now) {
  const start = created({ kind: "team", ...details, agreed: true, criteriaVersion: version }, now);
  return [...agreed].reduce((made, [id, answer]) => answered(made, id, answer, version, now), start);
}

/**
 * Whether `b` is a later save of `a`: the same id, nothing older, and at least half of the answers untouched. Without the
 * last condition, two colleagues who fill in the same blank file one after the other would look like one.
 *
 * @param {Assessment} a
 * @param {Assessment} b
 */
function isEarlier(a, b) {
  if (a === b || a.id !== b.id || a.changed > b.changed || identical(a, b)) return false;
  let untouched = 0;
  for (const [id, answer] of a.answers) {
    const then = b.answers.get(id);
    if (!then || then.changed < answer.changed) return false;
    if (then.changed === answer.changed) {
      if (JSON.stringify(then.value) !== JSON.stringify(answer.value)) return false;
      untouched += 1;
    }
  }
  const newerPlan = a.plan.every(({ id, changed }) => b.plan.some((one) => one.id === id && one.changed >= changed));
  return newerPlan && untouched * 2 >= a.answers.size;
}

/**
 * @param {Assessment} assessment
 * @param {Checklist} checklist
 * @returns {Used["version"]}
 */
function versionOf({ criteriaVersion }, { version }) {
  return criteriaVersion < version ? "older" : criteriaVersion > version ? "newer" : null;
}

/**
 * @param {import("./model.mjs").Criterion} criterion
 * @param {readonly Assessment[]} all
 * @returns {Row}
 */
function row(criterion, all) {
  const answers = all.map((one) => one.answers.get(criterion.id));
  const values = answers.map((answer) => answer?.value ?? null);
  /** @param {unknown} value */
  const count = (value) => values.filter((one) => one === value).length;
  const levels = values.filter((value) => typeof value === "number").sort((a, b) => a - b);
  const middle = (levels.length - 1) / 2;
  return {
    criterion: criterion.id,
    levels: [count(0), count(1), count(2), count(3)],
    unknown: count("unknown"),
    notApplicable: count("na"),
    unanswered: count(null),
    outdated: answers.filter((answer) => outdated(criterion, answer)).length,
    spread: levels.length < 2 ? null : levels[levels.length - 1] - levels[0],
    median: levels.length ? (levels[Math.floor(middle)] + levels[Math.ceil(middle)]) / 2 : null,
    mixed: count("na") > 0 && count("na") + count(null) < values.length,
    unanimous: values.length && count(values[0]) === values.length ? values[0] : null,
    byRole: roles(criterion.id, all),
  };
}

/** A role for comparing: "Coach" and "coach" are one. @param {string} [role] */
export function roleKey(role = "") {
  return wordsOf(role).join(" ");
}

/**
 * Answers by role. Whoever is left over could be recognised from the whole less what is shown by role; so they too are
 * none, or enough.
 *
 * @param {string} criterion
 * @param {readonly Assessment[]} all
 * @returns {Row["byRole"]}
 */
function roles(criterion, all) {
  /** @type {Map<string, { role: string, values: (Value | null)[] }>} */
  const groups = new Map();
  for (const { role = "", answers } of all) {
    const key = roleKey(role);
    const group = groups.get(key) ?? { role, values: [] };
    group.values.push(answers.get(criterion)?.value ?? null);
    if (compare(role, group.role) < 0) group.role = role;
    groups.set(key, group);
  }
  const shown = [...groups.values()]
    .filter(({ values }) => values.length >= ROLES_FROM)
    .sort((a, b) => b.values.length - a.values.length || compare(a.role, b.role));
  const left = all.length - shown.reduce((sum, { values }) => sum + values.length, 0);
  if (left && left < ROLES_FROM) shown.pop();
  for (const { values } of shown) values.sort((a, b) => compare(String(a), String(b)));
  return shown.length ? shown.sort((a, b) => compare(a.role, b.role)) : null;
}

/**
 * The wider apart first; then where some find it not applicable; then where more are away from the middle; then where
 * more do not know. Equal rows keep the order of the criteria.
 *
 * @param {Row} a
 * @param {Row} b
 */
function byDisagreement(a, b) {
  return (
    (b.spread ?? -1) - (a.spread ?? -1) ||
    Number(b.mixed) - Number(a.mixed) ||
    distance(b) - distance(a) ||
    b.unknown - a.unknown
  );
}

/**
 * Mean distance of the levels from their median.
 *
 * @param {Row} row
 */
function distance({ levels, median }) {
  if (median === null) return 0;
  const total = levels.reduce((sum, one) => sum + one, 0);
  return levels.reduce((sum, one, level) => sum + one * Math.abs(level - median), 0) / total;
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
