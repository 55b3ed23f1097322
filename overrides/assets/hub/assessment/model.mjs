// @ts-check
/**
 * What an assessment is and how it changes: plain values, never changed in place; the time is always given.
 *
 * Every part (details, each answer, each action) carries the time of its last change. So two copies can be joined
 * part by part, the newer change winning, in any order and any number of times, with one result.
 */

import { LONGEST_ID } from "../lib/id.mjs";

/** @typedef {0 | 1 | 2 | 3} Level */
/** @typedef {Level | "na" | "unknown"} Value - "na" not applicable, "unknown" don't know; not answered is no value at all */
/** @typedef {string} Time - as Date.toISOString() writes it, with a year of four digits, so that text order is time order */

/**
 * @typedef {object} Answer
 * @property {Value} [value] - absent: not answered, or cleared
 * @property {string} [reason] - why it is not applicable; means nothing with another value
 * @property {string} [note]
 * @property {string} [proof] - address or place of what shows it; only what webAddress() accepts may become a link
 * @property {Value} [earlier] - the answer of an earlier round, to be confirmed; means nothing once there is a value
 * @property {number} version - of the criteria, when it was given
 * @property {Time} changed
 */

/**
 * @typedef {object} PlanAction
 * @property {string} id
 * @property {string} text
 * @property {string} [owner]
 * @property {string} [date] - YYYY-MM-DD
 * @property {"open" | "started" | "done" | "dropped"} state
 * @property {string} [criterion]
 * @property {true} [removed] - taken out of the plan; stays without its text, so that an older copy does not bring it back;
 *   with its date, so that its event in a calendar can be cancelled
 * @property {string} [lastDate] - the date that was taken away, for the same reason; means nothing once there is a date
 * @property {Time} changed
 */

/**
 * @typedef {object} Details
 * @property {string} name
 * @property {"team" | "person"} kind
 * @property {string} [role]
 * @property {"designed" | "running" | "cycle-done"} stage
 * @property {string} date - YYYY-MM-DD
 * @property {"full" | "quick"} variant - quick: the essential criteria only
 * @property {number} criteriaVersion - up to which all changes of the criteria were dealt with
 * @property {boolean} agreed - the answers of a team that talked about them
 */

/**
 * @typedef {Details & { id: string, changed: Time, answers: ReadonlyMap<string, Answer>,
 *   plan: readonly PlanAction[] }} Assessment - `changed` is that of the details; the plan is in the order of its ids,
 *   which is the order of making
 */

/**
 * @typedef {object} Criterion - what the logic knows of a criterion; its texts are the page's affair
 * @property {string} id
 * @property {string} dimension
 * @property {"essential" | "advanced"} tier
 * @property {readonly string[]} [basis] - ids of the vocabulary `basis`
 * @property {number} since
 * @property {number} [reworded]
 * @property {readonly string[]} [replaces]
 * @property {{ version: number }} [retired]
 * @property {Readonly<{ guides?: readonly string[], tools?: readonly string[], practices?: readonly string[] }>} [relations]
 */

/**
 * @typedef {object} Checklist
 * @property {number} version - of the criteria
 * @property {readonly string[]} dimensions - in order
 * @property {readonly Criterion[]} criteria - in order, retired ones included
 */

export const VALUES = Object.freeze(/** @type {const} */ ([0, 1, 2, 3, "na", "unknown"]));
export const KINDS = Object.freeze(/** @type {const} */ (["team", "person"]));
export const STAGES = Object.freeze(/** @type {const} */ (["designed", "running", "cycle-done"]));
export const VARIANTS = Object.freeze(/** @type {const} */ (["full", "quick"]));
export const STATES = Object.freeze(/** @type {const} */ (["open", "started", "done", "dropped"]));

/** What a file may hold; lengths in UTF-16 units, as `maxlength` counts. */
export const LIMITS = Object.freeze({
  bytes: 2_000_000,
  depth: 8,
  answers: 500,
  actions: 500,
  id: LONGEST_ID,
  name: 200,
  role: 100,
  reason: 500,
  note: 4000,
  proof: 1000,
  text: 1000,
  owner: 200,
});

/** The first and last moments that are kept: a year has four digits. A clock that is further off counts as one of these. */
const [FIRST, LAST] = ["1000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"];

/** Apart are the changes of an action: a calendar counts them in seconds. */
const SECOND = 1000;

/**
 * What a clock says, as a time that a file may hold. The clock of a device may be wrong; what is saved must be readable.
 *
 * @param {string} now - as Date.toISOString() writes it
 * @returns {Time}
 */
export function bounded(now) {
  return /^[1-9]\d{3}-/.test(now) ? now : now.startsWith("+") ? LAST : FIRST;
}

const DAY = 86_400_000;
/** Days after which nobody looks at a site any more. */
const LONG = 50 * 365;

/**
 * Whether the clock of a device is clearly wrong: by it, this site is still to be made, or is from another age.
 *
 * @param {string} now - as Date.toISOString() writes it
 * @param {string} updated - YYYY-MM-DD, when this site was
 */
export function isClockWrong(now, updated) {
  const days = (Date.parse(bounded(now)) - Date.parse(updated)) / DAY;
  return days < -1 || days > LONG;
}

/** Characters that no text may hold: control characters but tab and line feed. */
export const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/**
 * Typed or pasted text, fit to be kept.
 *
 * @param {string} text
 * @param {number} limit - one of LIMITS
 */
export function clean(text, limit) {
  const kept = text.replace(/\r\n?/g, "\n").replace(new RegExp(CONTROL, "g"), "");
  return kept.length > limit ? kept.slice(0, limit).replace(/[\ud800-\udbff]$/, "") : kept;
}

/**
 * The address to link to, or null: anything but http and https stays text.
 *
 * @param {string | undefined} text
 */
export function webAddress(text) {
  try {
    const url = new URL((text ?? "").trim());
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * An id for an assessment or action; later ones sort after earlier ones.
 *
 * @param {Time} now
 * @param {() => number} [random] - as Math.random
 */
export function newId(now, random = randomNumber) {
  const digits = Array.from({ length: 12 }, () => Math.floor(random() * 36).toString(36)).join("");
  return `${Math.max(0, Date.parse(now)).toString(36).padStart(9, "0")}-${digits}`;
}

function randomNumber() {
  return crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
}

/**
 * The time of a change: now, or just after the one it changes where that clock was ahead.
 *
 * @param {Time | undefined} previous
 * @param {Time} now
 * @param {number} [step] - milliseconds
 * @returns {Time}
 */
export function later(previous, now, step = 1) {
  const time = bounded(now);
  return !previous || time > previous ? time : bounded(new Date(Date.parse(previous) + step).toISOString());
}

/**
 * @param {Partial<Details> & { id: string, date: string, criteriaVersion: number }} details
 * @param {Time} now
 * @returns {Assessment}
 */
export function created(details, now) {
  /** @type {Details} */
  const defaults = {
    name: "",
    kind: "person",
    stage: "running",
    variant: "full",
    agreed: false,
    date: "",
    criteriaVersion: 1,
  };
  return { ...defaults, ...present(details), changed: bounded(now), answers: new Map(), plan: [] };
}

/**
 * @param {Assessment} assessment
 * @param {Partial<Details>} change
 * @param {Time} now
 * @returns {Assessment}
 */
export function described(assessment, change, now) {
  return /** @type {Assessment} */ (present({ ...assessment, ...change, changed: later(assessment.changed, now) }));
}

/**
 * @param {Assessment} assessment
 * @param {string} criterion
 * @param {{ value?: Value | null, reason?: string, note?: string, proof?: string }} change - null: no longer answered;
 *   `{}` confirms the answer for this version. A value, or none any more, takes the place of that of an earlier round
 * @param {number} version - of the criteria
 * @param {Time} now
 * @returns {Assessment}
 */
export function answered(assessment, criterion, change, version, now) {
  const old = assessment.answers.get(criterion);
  const earlier = change.value === undefined ? old?.earlier : undefined;
  const answer = present({ ...old, ...change, earlier, version, changed: later(old?.changed, now) });
  return { ...assessment, answers: new Map(assessment.answers).set(criterion, /** @type {Answer} */ (answer)) };
}

/**
 * Adds an action to the plan, or changes the one with this id.
 *
 * @param {Assessment} assessment
 * @param {Partial<Omit<PlanAction, "changed">> & { id: string }} action - an empty owner, date or criterion is none
 * @param {Time} now
 * @returns {Assessment}
 */
export function planned(assessment, action, now) {
  const old = assessment.plan.find((one) => one.id === action.id);
  const made = present({ text: "", state: "open", ...old, ...action, changed: later(old?.changed, now, SECOND) });
  const kept = dated(/** @type {PlanAction} */ (made), old);
  return withActions(assessment, [...assessment.plan.filter((one) => one !== old), kept]);
}

/**
 * @param {Assessment} assessment
 * @param {string} id
 * @param {Time} now
 * @returns {Assessment}
 */
export function unplanned(assessment, id, now) {
  const old = assessment.plan.find((one) => one.id === id);
  return old
    ? withActions(assessment, [...assessment.plan.filter((one) => one !== old), removed(old, now)])
    : assessment;
}

/**
 * The plan as people see it.
 *
 * @param {Assessment} assessment
 */
export function actions(assessment) {
  return assessment.plan.filter((action) => !action.removed);
}

/**
 * A new assessment that goes on from an old one, for the next round or for a colleague.
 *
 * @param {Assessment} assessment
 * @param {Partial<Details> & { id: string }} details - what differs
 * @param {{ answers: boolean | "confirm", plan: boolean }} keep - "confirm": answers are there to be confirmed; actions keep
 *   their ids, so that one can see what became of them
 * @param {Time} now
 * @returns {Assessment}
 */
export function copied(assessment, details, keep, now) {
  return {
    ...described(assessment, details, now),
    id: details.id,
    changed: bounded(now),
    answers: new Map(keep.answers === "confirm" ? toConfirm(assessment) : keep.answers ? assessment.answers : []),
    plan: keep.plan ? assessment.plan : [],
  };
}

/**
 * The answers of an earlier round: they say what was answered, and count once they are confirmed.
 *
 * @param {Assessment} assessment
 * @returns {[string, Answer][]}
 */
function toConfirm({ answers }) {
  return [...answers].map(([id, { value, earlier, ...rest }]) => [id, present({ ...rest, earlier: value ?? earlier })]);
}

/**
 * The criteria of a variant, in order.
 *
 * @param {Checklist} checklist
 * @param {"full" | "quick"} variant
 */
export function criteriaOf(checklist, variant) {
  return checklist.criteria.filter(
    (criterion) => !criterion.retired && (variant === "full" || criterion.tier === "essential"),
  );
}

/**
 * The criteria whose answer of an earlier round waits to be confirmed.
 *
 * @param {Assessment} assessment
 * @param {Checklist} checklist
 */
export function unconfirmed({ answers, variant }, checklist) {
  return criteriaOf(checklist, variant).filter(({ id }) => toBeConfirmed(answers.get(id)) !== undefined);
}

/**
 * What was answered in an earlier round, as long as nothing else was.
 *
 * @param {Answer | undefined} answer
 */
export function toBeConfirmed(answer) {
  return answer?.value === undefined ? answer?.earlier : undefined;
}

/**
 * Two copies of one assessment as one: of each part the newer. Commutative, associative, idempotent.
 *
 * @param {Assessment} a
 * @param {Assessment} b
 * @returns {Assessment}
 */
export function joined(a, b) {
  const answers = new Map(a.answers);
  for (const [id, answer] of b.answers) answers.set(id, newer(answers.get(id), answer));
  const plan = new Map(a.plan.map((action) => [action.id, action]));
  for (const action of b.plan) plan.set(action.id, newer(plan.get(action.id), action));
  return withActions({ ...newer(detailsOf(a), detailsOf(b)), answers, plan: [] }, [...plan.values()]);
}

/**
 * Brings what was changed from `before` to `after` back, with new times; what was changed again since stays.
 * With `after` the same as `current`, it makes everything as it is in `before`.
 *
 * @param {Assessment} current
 * @param {Assessment} before
 * @param {Assessment} after
 * @param {Time} now
 * @returns {Assessment}
 */
export function reverted(current, before, after, now) {
  let result = current;
  const old = detailsOf(before);
  if (differ(old, detailsOf(after)) && same(detailsOf(after), detailsOf(current))) {
    result = { ...old, changed: later(current.changed, now), answers: current.answers, plan: current.plan };
  }
  const answers = new Map(current.answers);
  for (const id of new Set([...before.answers.keys(), ...after.answers.keys()])) {
    const [was, is, last] = [before, after, current].map((one) => one.answers.get(id));
    if (!differ(was, is) || !same(is, last)) continue;
    const version = last?.version ?? 1;
    answers.set(id, { ...(was ?? { version }), changed: later(last?.changed ?? was?.changed, now) });
  }
  const plan = new Map(current.plan.map((action) => [action.id, action]));
  for (const { id } of [...before.plan, ...after.plan]) {
    const [was, is, last] = [before, after, current].map((one) => one.plan.find((action) => action.id === id));
    if (!differ(was, is) || !same(is, last)) continue;
    if (was) plan.set(id, dated({ ...was, changed: later(last?.changed ?? was.changed, now, SECOND) }, last));
    else if (last) plan.set(id, removed(last, now));
  }
  return withActions({ ...result, answers }, [...plan.values()]);
}

/**
 * Whether two values hold the same, times included; the order of answers does not matter.
 *
 * @param {Assessment} a
 * @param {Assessment} b
 */
export function identical(a, b) {
  return (
    a.answers.size === b.answers.size &&
    a.plan.length === b.plan.length &&
    same(detailsOf(a), detailsOf(b)) &&
    a.plan.every((action, place) => same(action, b.plan[place])) &&
    [...a.answers].every(([id, answer]) => same(answer, b.answers.get(id)))
  );
}

/** @param {Assessment} assessment */
export function detailsOf({ answers, plan, ...details }) {
  return details;
}

/**
 * @param {Assessment} assessment
 * @param {readonly PlanAction[]} plan
 */
function withActions(assessment, plan) {
  return { ...assessment, plan: [...plan].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)) };
}

/**
 * @param {PlanAction} action
 * @param {Time} now
 * @returns {PlanAction}
 */
function removed(action, now) {
  const { id, state, date, lastDate } = action;
  return present({ id, text: "", state, date, lastDate, removed: true, changed: later(action.changed, now, SECOND) });
}

/**
 * With a date, or with the last one it had: its event may be in a calendar.
 *
 * @param {PlanAction} action
 * @param {PlanAction | undefined} before - the same action, until now
 * @returns {PlanAction}
 */
function dated({ lastDate, ...action }, before) {
  return present({ ...action, lastDate: action.date ? "" : (before?.date ?? before?.lastDate ?? lastDate) });
}

/**
 * @template {{ changed: Time }} T
 * @param {T | undefined} a
 * @param {T} b
 * @returns {T}
 */
function newer(a, b) {
  if (!a) return b;
  if (a.changed !== b.changed) return a.changed > b.changed ? a : b;
  const [one, other] = [canonical(a), canonical(b)];
  const damage = one.split(DAMAGED).length - other.split(DAMAGED).length;
  return (damage ? damage < 0 : one > other) ? a : b;
}

/** Stands for letters that a program could not read. */
const DAMAGED = "\ufffd";

/** @param {object | undefined} flat */
function canonical(flat) {
  return flat ? JSON.stringify(flat, Object.keys(flat).sort()) : "";
}

/**
 * @param {object | undefined} a
 * @param {object | undefined} b
 */
function same(a, b) {
  return canonical(a) === canonical(b);
}

/**
 * Apart from the time of the change.
 *
 * @param {object | undefined} a
 * @param {object | undefined} b
 */
function differ(a, b) {
  return !same(a && { ...a, changed: "" }, b && { ...b, changed: "" });
}

/**
 * Without what is empty; `name` and `text` are always there.
 *
 * @template {object} T
 * @param {T} value
 */
function present(value) {
  return /** @type {T} */ (
    Object.fromEntries(
      Object.entries(value).filter(
        ([key, one]) => one !== undefined && one !== null && (one !== "" || key === "name" || key === "text"),
      ),
    )
  );
}
