// @ts-check
/**
 * One assessment as a JSON file, and back. The format is described in data/schema/assessment.schema.json.
 *
 * Nothing of a file is used before all of it was checked. Every fault is named, as data. Fields we do not know are left
 * out and named too; no key of a file ever becomes a key of an object of ours, so `__proto__` and the like do nothing.
 */

import { isId } from "../lib/id.mjs";
import { CONTROL, KINDS, LIMITS, STAGES, STATES, VALUES, VARIANTS, detailsOf } from "./model.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */

/**
 * @typedef {object} Fault
 * @property {"unreadable" | "not-utf-8" | "too-large" | "not-json" | "too-deep" | "not-an-assessment" |
 *   "newer-version" | "not-migrated" | "missing" |
 *   "wrong-type" | "not-allowed" | "not-an-id" | "not-a-date" | "not-a-time" | "too-long" | "too-many" |
 *   "control-character" |
 *   "twice"} code
 * @property {string} place - as `answers.vision-target-group.note` or `plan.3.date`; "" is the whole file. Untrusted text
 * @property {string | number} [limit] - what would have been right: a type, a number, a list of values
 */
/**
 * @typedef {object} Parsed
 * @property {Assessment | null} assessment - null exactly when there are faults
 * @property {Fault[]} faults - in the order of the file, at most FAULTS
 * @property {string[]} ignored - places of unknown fields, at most FAULTS
 * @property {number | null} version - of the file's format
 */
/** @typedef {Readonly<Record<number, (file: any) => any>>} Migrations - from the version that is the key to the next */

export const FORMAT = "mentoring-hub-assessment";
export const VERSION = 1;
export const FAULTS = 50;

/** @type {Migrations} */
export const MIGRATIONS = Object.freeze({});

/** @typedef {(code: Fault["code"], place: string, limit?: string | number) => undefined} Report */
/** @typedef {(value: unknown, place: string, report: Report) => any} Reader - undefined after a report */
/** @typedef {Readonly<Record<string, readonly [Reader, "optional"?]>>} Shape */

/**
 * @param {number} max
 * @returns {Reader}
 */
const text = (max) => (value, place, report) => {
  if (typeof value !== "string") return report("wrong-type", place, "text");
  if (value.length > max) return report("too-long", place, max);
  return CONTROL.test(value) ? report("control-character", place) : value;
};

/**
 * @param {readonly unknown[]} allowed
 * @returns {Reader}
 */
const oneOf = (allowed) => (value, place, report) => {
  const found = allowed.indexOf(value);
  return found < 0 ? report("not-allowed", place, allowed.join(", ")) : allowed[found];
};

/** @type {Reader} */
const id = (value, place, report) => (isId(value) ? value : report("not-an-id", place));

/** @type {Reader} */
const date = (value, place, report) =>
  typeof value === "string" && /^[1-9]\d{3}-\d\d-\d\d$/.test(value) && isMoment(`${value}T00:00:00.000Z`)
    ? value
    : report("not-a-date", place);

/** @type {Reader} */
const time = (value, place, report) =>
  typeof value === "string" && /^[1-9]\d{3}-/.test(value) && isMoment(value) ? value : report("not-a-time", place);

/** @type {Reader} */
const version = (value, place, report) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 9999
    ? value
    : report("wrong-type", place, "1–9999");

/** @param {string} value */
function isMoment(value) {
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === value;
}

/** @type {Shape} */
const DETAILS = {
  id: [id],
  name: [text(LIMITS.name)],
  kind: [oneOf(KINDS)],
  role: [text(LIMITS.role), "optional"],
  stage: [oneOf(STAGES)],
  date: [date],
  variant: [oneOf(VARIANTS)],
  criteriaVersion: [version],
  agreed: [oneOf([false, true])],
  changed: [time],
};

/** @type {Shape} */
const ANSWER = {
  value: [oneOf(VALUES), "optional"],
  reason: [text(LIMITS.reason), "optional"],
  note: [text(LIMITS.note), "optional"],
  proof: [text(LIMITS.proof), "optional"],
  earlier: [oneOf(VALUES), "optional"],
  version: [version],
  changed: [time],
};

/** @type {Shape} */
const ACTION = {
  id: [id],
  text: [text(LIMITS.text)],
  owner: [text(LIMITS.owner), "optional"],
  date: [date, "optional"],
  state: [oneOf(STATES)],
  criterion: [id, "optional"],
  removed: [oneOf([true]), "optional"],
  lastDate: [date, "optional"],
  changed: [time],
};

/**
 * The text of a file; the same assessment always gives the same text.
 *
 * @param {Assessment} assessment
 */
export function toText(assessment) {
  const answers = [...assessment.answers].sort(([a], [b]) => (a < b ? -1 : 1));
  const file = {
    format: FORMAT,
    version: VERSION,
    ...inOrder(DETAILS, detailsOf(assessment)),
    answers: Object.fromEntries(answers.map(([key, answer]) => [key, inOrder(ANSWER, answer)])),
    plan: assessment.plan.map((action) => inOrder(ACTION, action)),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * @param {Shape} shape
 * @param {any} value
 */
function inOrder(shape, value) {
  return Object.fromEntries(Object.keys(shape).flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));
}

/**
 * @param {Assessment} assessment
 * @param {string} ending - "json", "csv", …
 * @param {string} [what] - it holds, in a word
 */
export function fileName({ name, date }, ending, what = "assessment") {
  return [named(what), date, named(name)].filter(Boolean).join("-") + `.${ending}`;
}

/** @param {string} text */
function named(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\w]+/g, "-")
    .replace(/^[-_]+|[-_]+$/g, "")
    .slice(0, 40)
    .toLowerCase();
}

/**
 * @param {string} source - untrusted
 * @param {{ version?: number, migrations?: Migrations }} [format] - for tests; otherwise the format of today
 * @returns {Parsed}
 */
export function parse(source, format = {}) {
  if (isTooLarge(source)) return refused("too-large", "", LIMITS.bytes);
  if (tooDeep(source)) return refused("too-deep", "", LIMITS.depth);
  let raw;
  try {
    raw = JSON.parse(source.replace(/^\ufeff/, ""));
  } catch {
    return refused("not-json", "");
  }
  const parsed = check(raw, format);
  // What is read will be written again, perhaps with more blanks
  const isKept = !parsed.assessment || !isTooLarge(toText(parsed.assessment));
  return isKept ? parsed : refused("too-large", "", LIMITS.bytes);
}

/** @param {string} text */
function isTooLarge(text) {
  return text.length > LIMITS.bytes || new TextEncoder().encode(text).length > LIMITS.bytes;
}

/**
 * Whether we could open what we would write.
 *
 * @param {Assessment} assessment
 */
export function isReadable(assessment) {
  return parse(toText(assessment)).assessment !== null;
}

/**
 * Bytes as text: UTF-8, or UTF-16 where a mark says so. Anything else is refused, never half understood.
 *
 * @param {BufferSource & { byteLength: number }} bytes - untrusted
 * @returns {Parsed}
 */
export function parseBytes(bytes) {
  const [first, second] = new Uint8Array(/** @type {ArrayBuffer} */ (bytes), 0, Math.min(2, bytes.byteLength));
  const mark = (first << 8) | second;
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  let source;
  try {
    source = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refused("not-utf-8", "");
  }
  return parse(source);
}

/**
 * @param {unknown} raw - a value as JSON.parse gives it, untrusted
 * @param {{ version?: number, migrations?: Migrations }} [format]
 * @returns {Parsed}
 */
export function check(raw, { version: current = VERSION, migrations = MIGRATIONS } = {}) {
  if (!isObject(raw) || own(raw, "format") !== FORMAT) return refused("not-an-assessment", "");
  const written = own(raw, "version");
  if (typeof written !== "number" || !Number.isInteger(written) || written < 1)
    return refused("wrong-type", "version", "1–9999");
  if (written > current) return refused("newer-version", "version", current);
  let file = raw;
  try {
    for (let step = written; step < current; step += 1) file = migrations[step](file);
  } catch {
    return refused("not-migrated", "version", written);
  }
  /** @type {Fault[]} */
  const faults = [];
  /** @type {string[]} */
  const ignored = [];
  /** @type {Report} */
  const report = (code, place, limit) => {
    if (faults.length < FAULTS) faults.push({ code, place, ...(limit !== undefined && { limit }) });
    return undefined;
  };
  const details = record(file, DETAILS, "", report, ignored, ["format", "version", "answers", "plan"]);
  const answers = readAnswers(own(file, "answers"), report, ignored);
  const plan = readPlan(own(file, "plan"), report, ignored);
  return {
    assessment: faults.length ? null : { ...details, answers, plan },
    faults,
    ignored,
    version: written,
  };
}

/**
 * @param {unknown} raw
 * @param {Report} report
 * @param {string[]} ignored
 */
function readAnswers(raw, report, ignored) {
  /** @type {Map<string, any>} */
  const answers = new Map();
  if (!isObject(raw)) return report(raw === undefined ? "missing" : "wrong-type", "answers", "object") ?? answers;
  const keys = Object.keys(raw);
  if (keys.length > LIMITS.answers) return report("too-many", "answers", LIMITS.answers) ?? answers;
  for (const key of keys) {
    const place = `answers.${key.slice(0, LIMITS.id)}`;
    if (isId(key)) answers.set(key, record(raw[key], ANSWER, place, report, ignored));
    else if (ignored.length < FAULTS) ignored.push(place);
  }
  return answers;
}

/**
 * @param {unknown} raw
 * @param {Report} report
 * @param {string[]} ignored
 */
function readPlan(raw, report, ignored) {
  if (!Array.isArray(raw)) return report(raw === undefined ? "missing" : "wrong-type", "plan", "array") ?? [];
  if (raw.length > LIMITS.actions) return report("too-many", "plan", LIMITS.actions) ?? [];
  const plan = raw.map((action, place) => record(action, ACTION, `plan.${place}`, report, ignored));
  const ids = plan.map((action) => action.id);
  ids.forEach((one, place) => {
    if (one && ids.indexOf(one) < place) report("twice", `plan.${place}.id`);
  });
  return plan.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * What the shape knows of an object; empty optional texts are left out.
 *
 * @param {unknown} raw
 * @param {Shape} shape
 * @param {string} place
 * @param {Report} report
 * @param {string[]} ignored
 * @param {readonly string[]} [others] - keys that are read elsewhere
 * @returns {any}
 */
function record(raw, shape, place, report, ignored, others = []) {
  if (!isObject(raw)) return report("wrong-type", place, "object") ?? {};
  const inside = place && `${place}.`;
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(shape, key) && !others.includes(key) && ignored.length < FAULTS) {
      ignored.push(inside + key.slice(0, LIMITS.id));
    }
  }
  /** @type {[string, unknown][]} */
  const entries = [];
  for (const [key, [read, optional]] of Object.entries(shape)) {
    const value = own(raw, key);
    if (value === undefined || (optional && value === "")) {
      if (!optional) report("missing", inside + key);
      continue;
    }
    const kept = read(value, inside + key, report);
    if (kept !== undefined) entries.push([key, kept]);
  }
  return Object.fromEntries(entries);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} object
 * @param {string} key
 */
function own(object, key) {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * @param {Fault["code"]} code
 * @param {string} [place]
 * @param {string | number} [limit]
 * @returns {Parsed}
 */
export function refused(code, place = "", limit = undefined) {
  return {
    assessment: null,
    faults: [{ code, place, ...(limit !== undefined && { limit }) }],
    ignored: [],
    version: null,
  };
}

/**
 * Read without recursion, before JSON.parse: some browsers give up on deep nesting in ways that cannot be caught.
 *
 * @param {string} source
 */
function tooDeep(source) {
  let depth = 0;
  let quoted = false;
  for (let place = 0; place < source.length; place += 1) {
    const sign = source[place];
    if (quoted) {
      if (sign === "\\") place += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > LIMITS.depth) return true;
  }
  return false;
}
