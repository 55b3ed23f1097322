// @ts-check
/**
 * Damaged files, stored entries and links of readers: each is read as what it is, or refused with a fault. Nothing throws,
 * and no answer that can be read is lost or altered. The same seed and number give the same case.
 */

import assert from "node:assert/strict";
import { advice, priorities } from "../../overrides/assets/hub/assessment/advice.mjs";
import { changes } from "../../overrides/assets/hub/assessment/changes.mjs";
import { compare } from "../../overrides/assets/hub/assessment/compare.mjs";
import { fileName, parse, parseBytes, toText } from "../../overrides/assets/hub/assessment/file.mjs";
import { merge } from "../../overrides/assets/hub/assessment/merge.mjs";
import { answered, copied, identical, joined, unconfirmed } from "../../overrides/assets/hub/assessment/model.mjs";
import * as outputs from "../../overrides/assets/hub/assessment/outputs.mjs";
import { scores } from "../../overrides/assets/hub/assessment/scoring.mjs";
import { fromHash, isShared, toHash } from "../../overrides/assets/hub/assessment/share.mjs";
import { createStore } from "../../overrides/assets/hub/assessment/store.mjs";
import { asked, query } from "../../overrides/assets/hub/comparison/ids.mjs";
import { isId } from "../../overrides/assets/hub/lib/id.mjs";
import { fromQuery, toQuery } from "../../overrides/assets/hub/practice-filter/query.mjs";
import * as shortlist from "../../overrides/assets/hub/shortlist/store.mjs";
import { CHECKLIST, IDS, SCHEMA, at, chance, schemaFaults, someAssessment } from "./assessment-samples.mjs";
import { FACETS, random, someState } from "./practice-filter-samples.mjs";

/** @typedef {import("../../overrides/assets/hub/assessment/model.mjs").Assessment} Assessment */
/** @typedef {ReturnType<typeof chance>} Chance */

const ODD = [
  "", " ", "x", "0", "null", "=1+1", "@x", "\t=1", '"', '""', ";", ",", "a;b", "a\r\nb", "a\nb", "\u0000", "\u0007", "\u202ex", "\ufeff",
  "\ufffd", "\ud800", "é 漢字 👩‍🏫", "__proto__", "constructor", "toString", "<b>x</b>", "|", "`", "# x", "- x", "1. x", "\\", "https://x.y",
  "javascript:x", "x".repeat(200), "x".repeat(5000), "a".repeat(80), "a".repeat(81), "2026-02-30", "2026-11-22", "0000-01-01", "vision-one",
]; // prettier-ignore
const VALUES = [
  null,
  true,
  false,
  -1,
  0,
  1,
  2,
  3,
  4,
  1.5,
  1e21,
  9999,
  10_000,
  "na",
  "unknown",
  "done",
  [],
  {},
  [[]],
  ["x"],
];

/** Signs that are put somewhere into a text. */
const SIGNS = [
  ..."\"'{}[]:,;\\%=&#?+-_. \n\r\t0aZé\u0000\ufeff\ud800\u202e",
  "%25",
  "%3D",
  "=3D",
  "%E9",
  "%zz",
  "=\r\n",
  "> ",
];

/**
 * A text with something else at one to three places.
 *
 * @param {Chance} by
 * @param {string} text
 */
function spoiled(by, text) {
  let made = text;
  for (let round = 1 + by.below(3); round > 0; round -= 1) {
    const from = by.below(made.length + 1);
    const to = Math.min(made.length, from + by.one([0, 0, 1, 1, 2, 9, 200]));
    const piece = by.one([by.one(SIGNS), "", made.slice(from, to).repeat(2), made.slice(by.below(from + 1), from)]);
    made = by.below(12) === 0 ? made.slice(0, from) : made.slice(0, from) + piece + made.slice(to);
  }
  return made;
}

/**
 * A value as JSON has it, with something else at one to three places.
 *
 * @param {Chance} by
 * @param {any} tree
 */
function changed(by, tree) {
  for (let round = 1 + by.below(3); round > 0; round -= 1) {
    /** @type {[any, string][]} */
    const places = [];
    const visit = (/** @type {any} */ group) => {
      for (const key of Object.keys(group)) {
        places.push([group, key]);
        if (group[key] && typeof group[key] === "object") visit(group[key]);
      }
    };
    visit(tree);
    const [group, key] = by.one(places);
    const how = by.below(6);
    if (how === 0) delete group[key];
    else if (how === 1) group[key] = by.one(VALUES);
    else if (how === 2) group[by.one(["x", "id", "__proto__x", "constructor", "vision-two", "No Id"])] = group[key];
    else if (how === 3) {
      const [other, name] = by.one(places);
      group[key] = structuredClone(other[name]);
    } else group[key] = by.one([by.one(ODD), `${group[key]}${by.one(ODD)}`.slice(0, 6000)]);
  }
  return tree;
}

/** Bytes as programs write a text. @param {Chance} by @param {string} text */
function asBytes(by, text) {
  const how = by.below(8);
  if (how === 0) return Uint8Array.from(Buffer.from(text, "latin1"));
  if (how === 1) return Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
  if (how === 2) return Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf8"));
  const bytes = Uint8Array.from(Buffer.from(text, "utf8"));
  if (how === 3 && bytes.length) bytes[by.below(bytes.length)] = by.below(256);
  return bytes;
}

/** @param {Assessment} assessment */
const valuesOf = ({ answers }) =>
  [...answers].flatMap(([id, { value }]) => (value === undefined ? [] : [`${id} ${value}`])).sort();

const WORDS = /** @type {import("../../overrides/assets/hub/assessment/outputs.mjs").Words} */ ({
  t: (key, values = {}) => [key, ...Object.values(values)].join(" "),
  title: (id) => (IDS.includes(id) ? `Title ${id}` : undefined),
  level: (id, level) => (IDS.includes(id) ? `Level ${level}` : undefined),
  dimension: (id) => id,
  date: (date) => date,
  action: ({ text }) => text,
  separator: ";",
  next: (level) => `Next ${level}`,
  help: (kind, id) => `${kind} ${id}`,
});

/** A storage as browsers have it. */
class MemoryStorage {
  /** @type {Map<string, string>} */
  entries = new Map();
  get length() {
    return this.entries.size;
  }
  /** @param {number} place */
  key = (place) => [...this.entries.keys()][place] ?? null;
  /** @param {string} key */
  getItem = (key) => this.entries.get(key) ?? null;
  /** @param {string} key @param {string} value */
  setItem = (key, value) => void this.entries.set(key, value);
  /** @param {string} key */
  removeItem = (key) => void this.entries.delete(key);
}

/** Rows and cells of a table, read by other rules than it was written. @param {string} table */
function rowsOf(table) {
  const plain = table.slice(1).replace(/"(?:[^"]|"")*"/g, "q");
  return plain.split("\r\n").slice(0, -1).map((line) => line.split(";").length); // prettier-ignore
}

/**
 * What holds for whatever was read.
 *
 * @param {import("../../overrides/assets/hub/assessment/file.mjs").Parsed} parsed
 * @param {Chance} by
 */
async function judged({ assessment, faults, ignored }, by) {
  assert.equal(assessment === null, faults.length > 0);
  assert.ok(faults.length <= 50 && ignored.length <= 50);
  if (!assessment) return;
  const text = toText(assessment);
  assert.deepEqual(
    parse(text),
    { assessment, faults: [], ignored: [], version: 1 },
    "what is read can be written and read",
  );
  assert.deepEqual(schemaFaults(SCHEMA, JSON.parse(text)), []);

  const [plan, answers] = [outputs.planToCsv(assessment, WORDS), outputs.answersToCsv(assessment, CHECKLIST, WORDS)];
  assert.ok(rowsOf(plan).every((cells) => cells === 6) && rowsOf(answers).every((cells) => cells === 10));
  for (const cell of [plan, answers].flatMap((table) => table.slice(1).split(/[;\r\n]+/)))
    assert.doesNotMatch(cell.replace(/^"(?!")/, ""), /^[=@＝＠]/, "no formula");
  for (const row of outputs.toCalendar(assessment, WORDS)?.split("\r\n") ?? []) assert.ok(Buffer.byteLength(row) <= 75);
  outputs.toMarkdown(assessment, CHECKLIST, WORDS);
  scores(assessment, CHECKLIST);
  priorities(advice(assessment, CHECKLIST));
  changes(assessment, CHECKLIST);
  unconfirmed(assessment, CHECKLIST);
  assert.match(fileName(assessment, "json"), /^[\w-]+\.json$/);

  const shared = await fromHash(await toHash(assessment), { id: "s", now: at(1) });
  assert.deepEqual(shared.assessment && valuesOf(shared.assessment), valuesOf(assessment), "a link holds all answers");

  const other = someAssessment(by, { steps: 5, start: assessment });
  const both = joined(assessment, other);
  assert.ok(identical(both, joined(other, assessment)) && identical(both, joined(both, assessment)));
  assert.ok(
    [...assessment.answers.keys(), ...other.answers.keys()].every((id) => both.answers.has(id)),
    "none is lost",
  );
  compare(assessment, other, CHECKLIST);
  const files = [assessment, other].map((one, place) => ({ file: `${place}`, parsed: parse(toText(one)) }));
  assert.deepEqual(merge(files, CHECKLIST).damaged, []);
  const next = copied(assessment, { id: "next", date: "2027-11-22" }, { answers: "confirm", plan: true }, at(5));
  assert.ok(identical(/** @type {any} */ (parse(toText(next)).assessment), next));
}

// --- the sorts of cases: each gives what it read, for the report ------------------------------------------------------

/** A file with signs or bytes that are wrong, or with fields that are. @param {Chance} by */
async function file(by) {
  const made = someAssessment(by, { steps: 1 + by.below(25) });
  const text = toText(made);
  const inTree = by.below(2) === 0;
  const bytes = asBytes(by, inTree ? JSON.stringify(changed(by, JSON.parse(text))) : spoiled(by, text));
  const parsed = parseBytes(bytes);
  try {
    await judged(parsed, by);
    if (parsed.assessment) {
      const source = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes);
      for (const [id, { value }] of Object.entries(JSON.parse(source).answers))
        if (isId(id))
          assert.equal(parsed.assessment.answers.get(id)?.value, value === "" ? undefined : value, "an answer is lost");
    }
  } catch (error) {
    throw told(error, Buffer.from(bytes).toString());
  }
  return parsed.assessment ? "read" : "refused";
}

/** A file that another program wrote again, with the same content. @param {Chance} by */
async function rewritten(by) {
  const made = someAssessment(by, { steps: 1 + by.below(25) });
  const raw = JSON.parse(toText(made));
  const entries = Object.entries({ ...raw, ...(by.below(2) && { comment: by.one(ODD) }) });
  const indented = JSON.stringify(Object.fromEntries(by.shuffled(entries)), null, by.one([0, 1, 4, "\t"]));
  const text = by.one([indented, indented.replaceAll("\n", "\r\n"), `${indented}\n\n`, ` \n${indented}`]);
  const utf16 = Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
  const big = utf16.map((_, place) => utf16[place ^ 1]);
  const utf8 = [text, `\ufeff${text}`].map((one) => Uint8Array.from(Buffer.from(one)));
  const parsed = parseBytes(by.one([...utf8, utf16, big]));
  assert.deepEqual(parsed.assessment, made, "a good file is read as it was");
  await judged(parsed, by);
  return "read";
}

/** Entries of a device, some of them damaged. @param {Chance} by */
async function stored(by) {
  const storage = new MemoryStorage();
  for (let place = 1 + by.below(3); place > 0; place -= 1) {
    const text = toText({ ...someAssessment(by), id: `a${place}` });
    storage.setItem(`hub-assessment:a${place}`, by.below(2) ? text : spoiled(by, text));
  }
  const before = new Map(storage.entries);
  const store = createStore(() => storage, () => at(2000)); // prettier-ignore
  assert.equal(store.list().length + store.state.damaged.length, before.size, "all is shown or told");
  assert.deepEqual(storage.entries, before, "reading changes nothing");
  for (const { id } of store.list()) store.update(id, (one, now) => answered(one, "vision-one", { value: 2 }, 1, now));
  for (const { key, text } of store.state.damaged) assert.equal(storage.getItem(key), text, "what is damaged stays");
  const again = createStore(() => storage, () => at(3000)); // prettier-ignore
  for (const one of store.list()) {
    assert.ok(identical(/** @type {any} */ (again.get(one.id)), one), "what is shown is kept");
    const old = parse(/** @type {string} */ (before.get(`hub-assessment:${one.id}`))).assessment;
    for (const [id, answer] of old?.answers ?? [])
      if (id !== "vision-one") assert.deepEqual(one.answers.get(id), answer, "an answer is lost");
  }
  return store.state.damaged.length ? "refused" : "read";
}

/** @param {Chance} by */
async function link(by) {
  const made = someAssessment(by, { steps: 1 + by.below(25) });
  const hash = await toHash(made);
  const harmless = by.below(3) === 0;
  const found = harmless ? travelled(by, hash) : spoiled(by, hash);
  let parsed;
  try {
    isShared(found);
    parsed = await fromHash(found, { id: "s", now: at(1) });
    if (harmless) {
      assert.ok(isShared(found));
      assert.deepEqual(parsed.assessment && valuesOf(parsed.assessment), valuesOf(made), "an answer is lost");
    }
    await judged(parsed, by);
  } catch (error) {
    throw told(error, found);
  }
  return parsed.assessment ? "read" : "refused";
}

/** What mail programs do to a link. @param {Chance} by @param {string} hash */
function travelled(by, hash) {
  const every = (/** @type {string} */ text) =>
    [...text].map((sign) => (by.below(3) ? sign : `%${sign.charCodeAt(0).toString(16)}`)).join("");
  const broken = hash.replace(
    new RegExp(`(.{${11 + by.below(60)}})`, "g"),
    by.one(["$1\n", "$1=\r\n", "$1%0D%0A> ", "$1 "]),
  );
  const once = by.one([hash, broken, every(hash), encodeURIComponent(hash), hash.replace("=", "=3D")]);
  const twice = by.one([once, once, encodeURIComponent(once)]);
  return by.one(["#", ""]) + twice + by.one(["", "", ".", ")", ">", "%20", "&utm_source=x", "%0A"]);
}

/** The address of a filtered list. @param {Chance} by */
async function filter(by) {
  const state = someState(random(by.below(2 ** 31)));
  const found = spoiled(by, toQuery(state) || "?q=x");
  try {
    const read = fromQuery(found, FACETS);
    const again = fromQuery(toQuery(read.state, read.others), FACETS);
    assert.deepEqual([again.state, again.ignored], [read.state, 0], "what is shown can be shared");
    for (const [facet, values] of read.state.facets)
      for (const id of values)
        assert.ok(FACETS.find((one) => one.id === facet)?.values.some((value) => value.id === id));
  } catch (error) {
    throw told(error, found);
  }
  return "read";
}

const NAMES = {
  ids: Array.from({ length: 40 }, (_, place) => `practice-${place}`),
  names: Array.from({ length: 40 }, (_, place) => `Practice ${place}`),
  former: { old: "practice-1", older: "practice-2" },
};

/** The address of a comparison or a shared shortlist, and the shortlist of a device. @param {Chance} by */
async function list(by) {
  const ids = Array.from({ length: by.below(9) }, () => by.one([...NAMES.ids, "old", "gone"]));
  const found = spoiled(by, query("ids", ids) || "?ids=");
  const text = shortlist.toText(shortlist.addedAll([], ids.map((id) => ({ id, name: by.one(ODD) })))); // prettier-ignore
  const kept = by.below(2) ? spoiled(by, text) : text;
  try {
    const choice = asked(found, "ids", NAMES);
    assert.ok(choice.ids.length <= 4 && choice.ids.every((id) => NAMES.ids.includes(id)));
    assert.deepEqual(asked(query("ids", choice.ids), "ids", NAMES), { ids: choice.ids, unknown: 0, surplus: 0 });
    const read = shortlist.parse(kept);
    if (kept === text) assert.deepEqual(read.shortlist.map(({ id }) => id), [...new Set(ids)], "none is lost"); // prettier-ignore
    assert.deepEqual(shortlist.parse(shortlist.toText(read.shortlist)), { shortlist: read.shortlist, fault: null });
    shortlist.current(read.shortlist, NAMES);
  } catch (error) {
    throw told(error, `${found}\n${kept}`);
  }
  return "read";
}

/** An error that shows what was read. @param {unknown} error @param {string} input */
function told(error, input) {
  return new Error(`${error instanceof Error ? error.stack : error}\n${JSON.stringify(input.slice(0, 3000))}`);
}

const SORTS = { file, rewritten, stored, link, filter, list };
const WEIGHTS = /** @type {const} */ ([
  "file",
  "file",
  "file",
  "rewritten",
  "stored",
  "link",
  "link",
  "link",
  "filter",
  "list",
]);

/**
 * @param {number} seed
 * @param {number} number
 * @returns {Promise<string>} sort of case and what became of it
 */
export async function run(seed, number) {
  const by = chance(seed * 1_000_003 + number);
  const sort = by.one(WEIGHTS);
  return `${sort} ${await SORTS[sort](by)}`;
}
