// @ts-check
/**
 * Reads a change set that anybody may have written, with the limits of hooks/hub/contribute/change_set.py; both are held to
 * tests/node/received.json. Never trusts a name.
 *
 * @typedef {{ path: readonly string[], value: unknown, was: string | null }} Change - `value` undefined: the field goes;
 *   `was`: digest of the value that the person saw, empty: there was none, null: not said
 * @typedef {{ kind: string, id: string, base: string, changes: readonly Change[], who: string,
 *   conflict_of_interest: string, sources: readonly Record<string, unknown>[], note: string }} ChangeSet
 * @typedef {"json" | "format" | "unknown" | "kind" | "id" | "nothing" | "many" | "long" | "shape" | "path" | "deep" |
 *   "names" | "empty"} Kind
 * @typedef {{ fault: Kind, where: string, limit?: number }} Fault - `where`: a field of the change set, empty for all of it
 */

import { isId } from "../lib/id.mjs";
import { FORMAT } from "./change-set.mjs";

const KNOWN = ["format", "kind", "id", "base", "set", "remove", "who", "conflict_of_interest", "sources", "note"];
const DEEPEST = 20;
const MOST_CHANGES = 500;
const LONGEST_TEXT = 20_000;
const LONGEST_NOTE = 5_000;
const MOST_SOURCES = 40;
const FIELD = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;
const STEP = /^(?:[A-Za-z][A-Za-z0-9_-]{0,59}|#[a-z0-9][a-z0-9-]{0,79}|@\d{1,4}~[0-9a-f]{8}|\+)$/;

/**
 * @param {string} text - JSON
 * @param {readonly string[]} kinds
 * @returns {{ set: ChangeSet, faults?: undefined } | { set?: undefined, faults: Fault[] }} all faults, not the first
 */
export function decoded(text, kinds) {
  /** @type {unknown} */
  let raw;
  try {
    raw = JSON.parse(text);
  } catch {
    return { faults: [{ fault: "json", where: "" }] };
  }
  /** @type {Fault[]} */
  const faults = [];
  const set = read(raw, kinds, (fault, where, limit) => faults.push({ fault, where, limit }));
  if (set && !faults.length) return { set };
  return { faults: faults.filter(({ fault }) => fault !== "nothing" || faults.length === 1) };
}

/** @typedef {(fault: Kind, where: string, limit?: number) => void} Say */

/**
 * @param {unknown} raw
 * @param {readonly string[]} kinds
 * @param {Say} say
 * @returns {ChangeSet | undefined}
 */
function read(raw, kinds, say) {
  if (!isGroup(raw)) return void say("shape", "");
  if (raw.format !== FORMAT) return void say("format", "format");
  for (const name of Object.keys(raw)) if (!KNOWN.includes(name)) say("unknown", name.slice(0, 80));

  /**
   * @param {string} name
   * @param {number} longest
   * @param {boolean} [optional]
   */
  const text = (name, longest, optional) => {
    const value = Object.hasOwn(raw, name) ? raw[name] : optional ? "" : undefined;
    if (typeof value === "string" && length(value) <= longest) return value;
    if (typeof value === "string") say("long", name, longest);
    else say("shape", name);
    return "";
  };
  const kind = text("kind", 40);
  const id = text("id", 80);
  if (!kinds.includes(kind)) say("kind", "kind");
  if (!isId(id)) say("id", "id");
  const base = text("base", 8, true);
  const changes = [...listed(raw.set, "set", setChange, say), ...listed(raw.remove, "remove", removal, say)];
  if (!changes.length) say("nothing", "set");
  if (changes.length > MOST_CHANGES) say("many", "set", MOST_CHANGES);
  return {
    kind,
    id,
    base,
    changes,
    who: text("who", 200, true),
    conflict_of_interest: text("conflict_of_interest", LONGEST_NOTE, true),
    sources: sources(raw.sources, say),
    note: text("note", LONGEST_NOTE, true),
  };
}

/**
 * @param {unknown} raw
 * @returns {raw is Record<string, unknown>}
 */
function isGroup(raw) {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

/**
 * In characters as Python counts them.
 *
 * @param {string} text
 */
function length(text) {
  return [...text].length;
}

/**
 * @param {unknown} raw
 * @param {string} name
 * @param {(one: unknown, where: string, say: Say) => Change | undefined} change
 * @param {Say} say
 */
function listed(raw, name, change, say) {
  if (raw !== undefined && !Array.isArray(raw)) say("shape", name);
  if (!Array.isArray(raw)) return [];
  return raw.slice(0, MOST_CHANGES + 1).flatMap((one, at) => change(one, `${name}[${at + 1}]`, say) ?? []);
}

/** @type {(one: unknown, where: string, say: Say) => Change | undefined} */
function setChange(one, where, say) {
  if (!Array.isArray(one) || one.length < 2 || one.length > 3) return void say("shape", where);
  const [raw, value, was = null] = one;
  if (was !== null && typeof was !== "string") say("shape", where);
  const path = pathOf(raw, where, say);
  return isValue(value, where, say) && path ? { path, value, was } : undefined;
}

/** @type {(one: unknown, where: string, say: Say) => Change | undefined} */
function removal(one, where, say) {
  const [raw, was] = Array.isArray(one) && one.length === 2 && Array.isArray(one[0]) ? one : [one, null];
  const path = pathOf(raw, where, say);
  return path && { path, value: undefined, was: typeof was === "string" ? was : null };
}

/**
 * @param {unknown} raw
 * @param {string} where
 * @param {Say} say
 * @returns {string[] | undefined}
 */
function pathOf(raw, where, say) {
  const isPath =
    Array.isArray(raw) &&
    raw.length > 0 &&
    raw.length <= DEEPEST &&
    raw.every((step) => typeof step === "string" && STEP.test(step)) &&
    FIELD.test(raw[0]) &&
    raw[0] !== "id" &&
    raw[0] !== "former_ids";
  return isPath ? raw : void say("path", where);
}

/**
 * Whether a file could hold it; says so where not.
 *
 * @param {unknown} raw
 * @param {string} where
 * @param {Say} say
 * @returns {boolean}
 */
function isValue(raw, where, say, depth = 0) {
  /**
   * @param {Kind} fault
   * @param {number} [limit]
   */
  const not = (fault, limit) => {
    say(fault, where, limit);
    return false;
  };
  if (depth > DEEPEST) return not("deep", DEEPEST);
  if (typeof raw === "string") return length(raw) <= LONGEST_TEXT || not("long", LONGEST_TEXT);
  if (typeof raw !== "object" || !raw) return typeof raw === "boolean" || Number.isFinite(raw) || not("empty");
  const names = Object.keys(raw);
  if (isGroup(raw) && !(names.length && names.every((name) => FIELD.test(name)))) return not("names");
  if (!names.length) return not("empty");
  return Object.values(raw).reduce((fine, inner) => isValue(inner, where, say, depth + 1) && fine, true);
}

/**
 * @param {unknown} raw
 * @param {Say} say
 * @returns {Record<string, unknown>[]}
 */
function sources(raw, say) {
  if (raw === undefined) return [];
  if (Array.isArray(raw) && raw.length <= MOST_SOURCES && raw.every(isGroup))
    return raw.filter((one, at) => isValue(one, `sources[${at + 1}]`, say));
  say("shape", "sources");
  return [];
}
