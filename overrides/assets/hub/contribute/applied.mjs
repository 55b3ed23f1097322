// @ts-check
/**
 * A change set on a record of today, as hooks/hub/contribute/applied.py does: what each change becomes, and what conflicts.
 * tests/node/received.json holds both to it. Pure.
 *
 * @typedef {import("./decoded.mjs").Change} Change
 * @typedef {import("./decoded.mjs").ChangeSet} ChangeSet
 * @typedef {readonly (string | number)[]} At - a place in a record
 * @typedef {"unsaid" | "meanwhile" | "gone" | "moved" | "whole"} Conflict - `unsaid`: the record changed, and the change
 *   does not say what it replaces; `moved`: an entry of a list changed; `whole`: a new record has whole fields
 * @typedef {{ change: Change, at: At | null, before: unknown, conflict?: Conflict }} Outcome
 */

import { digest } from "./digest.mjs";

/**
 * @param {ChangeSet} set
 * @param {unknown} record - undefined: there is none
 * @returns {{ outcomes: Outcome[], record: any }} `record` as it would become
 */
export function applied(set, record) {
  /** @type {any} */
  let now = record === undefined ? {} : structuredClone(record);
  const isSame = record !== undefined && digest(record) === set.base;
  const outcomes = set.changes.map((change) => {
    const found = set.base ? place(now, change.path) : wholeField(change.path);
    if (typeof found === "string")
      return /** @type {Outcome} */ ({ change, at: null, before: undefined, conflict: found });
    const before = valueAt(now, found);
    /** @type {Conflict | undefined} */
    let conflict = set.base && !isSame ? conflictOf(change, before) : undefined;
    if (change.value === undefined && before === undefined) conflict ??= "gone";
    if (!conflict) now = changed(now, found, change.value);
    return { change, at: found, before, conflict };
  });
  return { outcomes, record: now };
}

/**
 * @param {readonly string[]} path
 * @returns {string[] | "whole"}
 */
function wholeField(path) {
  return path.length === 1 ? [...path] : "whole";
}

/**
 * Where a path leads: an entry of a list is found by its id, or by its number and content.
 *
 * @param {unknown} value
 * @param {readonly string[]} path
 * @returns {(string | number)[] | "gone" | "moved"}
 */
export function place(value, path) {
  /** @type {(string | number)[]} */
  const at = [];
  for (const [number, step] of path.entries()) {
    const entries = Array.isArray(value) ? value : [];
    if (step === "+") {
      if (value !== undefined && !Array.isArray(value)) return "gone";
      at.push(entries.length);
      value = undefined;
    } else if (step[0] === "#" || step[0] === "@") {
      const here = step[0] === "#" ? byId(entries, step.slice(1)) : byContent(entries, step.slice(1));
      if (typeof here === "string") return here;
      at.push(here);
      value = entries[here];
    } else {
      const isGroup = typeof value === "object" && !Array.isArray(value);
      if (value === undefined ? number > 0 && path[number - 1] !== "+" : !isGroup) return "gone";
      at.push(step);
      value = valueAt(value, [step]);
    }
  }
  return at;
}

/**
 * @param {readonly any[]} entries
 * @param {string} id
 */
function byId(entries, id) {
  const found = entries.flatMap((one, here) => (one?.id === id ? [here] : []));
  return found.length === 1 ? found[0] : "gone";
}

/**
 * @param {readonly unknown[]} entries
 * @param {string} step - `number~digest`
 */
function byContent(entries, step) {
  const [number, seen] = step.split("~");
  const here = Number(number);
  if (here < entries.length && digest(entries[here]) === seen) return here;
  const same = entries.flatMap((one, there) => (digest(one) === seen ? [there] : []));
  if (same.length === 1) return same[0];
  return here < entries.length ? "moved" : "gone";
}

/**
 * Only what the record itself holds, whatever the steps are called.
 *
 * @param {any} value
 * @param {At} at
 * @returns {unknown}
 */
export function valueAt(value, at) {
  for (const step of at)
    value = typeof value === "object" && value !== null && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

/**
 * @param {Change} change
 * @param {unknown} before
 * @returns {Conflict | undefined}
 */
function conflictOf({ value, was }, before) {
  if (was === null) return "unsaid";
  if (value === undefined ? before === undefined : before !== undefined && digest(value) === digest(before)) return;
  return was === (before === undefined ? "" : digest(before)) ? undefined : "meanwhile";
}

/**
 * @param {any} value
 * @param {At} at
 * @param {unknown} becomes - undefined: it goes
 * @returns {any} the same value with another at that place; a group that is not there yet comes with it
 */
function changed(value, at, becomes) {
  if (!at.length) return becomes;
  const [step, ...rest] = at;
  const inner = changed(valueAt(value, [step]), rest, becomes);
  if (typeof step === "number") {
    const entries = [...(value ?? [])];
    entries.splice(step, 1, ...(inner === undefined ? [] : [inner]));
    return entries;
  }
  const group = new Map(Object.entries(value ?? {}));
  if (inner === undefined) group.delete(step);
  else group.set(step, inner);
  return Object.fromEntries(group);
}
