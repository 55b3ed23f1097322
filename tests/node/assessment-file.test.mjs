// @ts-check
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import {
  FAULTS,
  FORMAT,
  MIGRATIONS,
  VERSION,
  check,
  fileName,
  isReadable,
  parse,
  parseBytes,
  toText,
} from "../../overrides/assets/hub/assessment/file.mjs";
import { LIMITS, answered, planned } from "../../overrides/assets/hub/assessment/model.mjs";
import { FOLDER, SCHEMA, anAssessment, at, chance, schemaFaults, someAssessment } from "./assessment-samples.mjs";

const FULL = planned(
  answered(
    anAssessment({ role: "coach" }),
    "vision-one",
    { value: "na", reason: "r", note: "n", proof: "p" },
    1,
    at(1),
  ),
  { id: "p1", text: "T", owner: "An", date: "2027-02-28", criterion: "vision-one" },
  at(2),
);

/** The text of a good file with something changed. @param {(file: any) => void} change */
function spoiled(change) {
  const file = JSON.parse(toText(FULL));
  change(file);
  return JSON.stringify(file);
}

/** @param {string} text */
const faults = (text) => parse(text).faults.map(({ code, place }) => `${code} ${place}`.trim());

test("property: export then import is the identity, and the text too", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const by = chance(seed);
    const made = someAssessment(by, { steps: by.below(60) });
    const text = toText(made);
    const back = parse(text);
    assert.deepEqual(back, { assessment: made, faults: [], ignored: [], version: 1 });
    assert.equal(toText(/** @type {any} */ (back.assessment)), text);
    assert.deepEqual(schemaFaults(SCHEMA, JSON.parse(text)), []);
  }
});

test("texts at their limit, strange signs and half pairs come back as they were", () => {
  const note = "é".repeat(LIMITS.note - 5) + '"\\\n\ud800';
  const made = answered(anAssessment({ name: "\u2028\u202e<b>" }), "constructor", { value: 0, note }, 9999, at(1));
  assert.deepEqual(parse(toText(made)).assessment, made);
  assert.deepEqual(parse(`\ufeff${toText(made)}`).assessment, made);
});

for (const folder of readdirSync(FOLDER).sort()) {
  for (const name of readdirSync(new URL(`${folder}/`, FOLDER)).sort()) {
    test(`a file of earlier days opens: ${folder}/${name}`, () => {
      const text = readFileSync(new URL(`${folder}/${name}`, FOLDER), "utf8");
      const { assessment, faults: found, ignored, version } = parse(text);
      assert.deepEqual([found, ignored, `v${version}`], [[], [], folder]);
      assert.ok(assessment);
      const raw = JSON.parse(text);
      assert.deepEqual([...assessment.answers.keys()].sort(), Object.keys(raw.answers).sort());
      assert.equal(assessment.plan.length, raw.plan.length);
      assert.deepEqual(schemaFaults(SCHEMA, JSON.parse(toText(assessment))), []);
      if (version === VERSION) assert.deepEqual(JSON.parse(toText(assessment)), raw);
    });
  }
}

test("there is a fixture folder for each version, and a migration for each but the last", () => {
  assert.deepEqual(
    readdirSync(FOLDER).sort(),
    Array.from({ length: VERSION }, (_, place) => `v${place + 1}`),
  );
  assert.deepEqual(
    Object.keys(MIGRATIONS),
    Array.from({ length: VERSION - 1 }, (_, place) => String(place + 1)),
  );
});

test("all limits may be reached", () => {
  const long = Object.fromEntries(
    ["reason", "note", "proof"].map((key) => [key, "x".repeat(/** @type {any} */ (LIMITS)[key])]),
  );
  let made = answered(
    anAssessment({ name: "x".repeat(LIMITS.name), role: "x".repeat(LIMITS.role) }),
    "a".repeat(LIMITS.id),
    long,
    9999,
    at(1),
  );
  made = planned(
    made,
    { id: "a".repeat(LIMITS.id), text: "x".repeat(LIMITS.text), owner: "x".repeat(LIMITS.owner) },
    at(1),
  );
  for (let place = 1; place < LIMITS.answers; place += 1) made = answered(made, `c${place}`, { value: 1 }, 1, at(1));
  for (let place = 1; place < LIMITS.actions; place += 1) made = planned(made, { id: `p${place}`, text: "x" }, at(1));
  const text = toText(made);
  assert.deepEqual(parse(text), { assessment: made, faults: [], ignored: [], version: 1 });
  assert.deepEqual(parse(text + " ".repeat(LIMITS.bytes - text.length)).assessment, made);
  assert.deepEqual(faults(text + " ".repeat(LIMITS.bytes - text.length + 1)), ["too-large"]);
});

test("a file may be eight deep", () => {
  assert.deepEqual(parse(spoiled((file) => (file.x = [[[[[[[1]]]]]]]))).ignored, ["x"]);
});

test("one fault too long by one sign", () => {
  assert.deepEqual(faults(spoiled((file) => (file.id = "a".repeat(LIMITS.id + 1)))), ["not-an-id id"]);
  assert.deepEqual(faults(spoiled((file) => (file.answers["vision-one"].version = 10_000))), [
    "wrong-type answers.vision-one.version",
  ]);
});

test("every fault is named with its place, all in one go", () => {
  const text = spoiled((file) => {
    delete file.name;
    Object.assign(file, { kind: "crowd", date: "2026-02-30", agreed: 1, criteriaVersion: 1.5, changed: "2026-11-22" });
    file.answers["vision-one"] = { value: 4, note: "x".repeat(LIMITS.note + 1), proof: "a\u0000b", version: 0 };
    file.answers["vision-two"] = [];
    file.plan.push({ ...file.plan[0], state: "lost", criterion: "No Id", owner: 7, removed: false }, null);
  });
  assert.deepEqual(faults(text), [
    ...[
      "missing name",
      "not-allowed kind",
      "not-a-date date",
      "wrong-type criteriaVersion",
      "not-allowed agreed",
      "not-a-time changed",
    ],
    ...[
      "not-allowed answers.vision-one.value",
      "too-long answers.vision-one.note",
      "control-character answers.vision-one.proof",
    ],
    ...["wrong-type answers.vision-one.version", "missing answers.vision-one.changed", "wrong-type answers.vision-two"],
    ...[
      "wrong-type plan.1.owner",
      "not-allowed plan.1.state",
      "not-an-id plan.1.criterion",
      "not-allowed plan.1.removed",
    ],
    ...["wrong-type plan.2", "twice plan.1.id"],
  ]);
  assert.equal(parse(text).assessment, null);
});

test("a fault says what would have been right", () => {
  const found = parse(spoiled((file) => Object.assign(file, { name: 1, role: "x".repeat(101), stage: "" }))).faults;
  assert.deepEqual(found, [
    { code: "wrong-type", place: "name", limit: "text" },
    { code: "too-long", place: "role", limit: 100 },
    { code: "not-allowed", place: "stage", limit: "designed, running, cycle-done" },
  ]);
});

for (const [name, text, expected] of /** @type {[string, string, string[]][]} */ ([
  ["nothing", "", ["not-json"]],
  ["no JSON", "{", ["not-json"]],
  ["HTML", "<!doctype html>", ["not-json"]],
  ["an array", "[]", ["not-an-assessment"]],
  ["null", "null", ["not-an-assessment"]],
  ["another file", '{"name":"x","version":"1.0.0"}', ["not-an-assessment"]],
  ["no version", `{"format":"${FORMAT}"}`, ["wrong-type version"]],
  ["version as text", `{"format":"${FORMAT}","version":"1"}`, ["wrong-type version"]],
  ["version 0", `{"format":"${FORMAT}","version":0}`, ["wrong-type version"]],
  ["a later version", spoiled((file) => (file.version = 2)), ["newer-version version"]],
  ["answers as list", spoiled((file) => (file.answers = [])), ["wrong-type answers"]],
  ["no answers", spoiled((file) => delete file.answers), ["missing answers"]],
  ["no plan", spoiled((file) => delete file.plan), ["missing plan"]],
  ["plan as object", spoiled((file) => (file.plan = {})), ["wrong-type plan"]],
  [
    "too many answers",
    spoiled((file) => Array.from({ length: 501 }, (_, place) => (file.answers[`c${place}`] = {}))),
    ["too-many answers"],
  ],
  ["too many actions", spoiled((file) => (file.plan = Array(501).fill({}))), ["too-many plan"]],
  ["an id with a slash", spoiled((file) => (file.id = "../x")), ["not-an-id id"]],
  ["a date in the year 0", spoiled((file) => (file.date = "0000-01-01")), ["not-a-date date"]],
  [
    "a time that does not exist",
    spoiled((file) => (file.changed = "2026-02-30T00:00:00.000Z")),
    ["not-a-time changed"],
  ],
  [
    "a time after the year 9999",
    spoiled((file) => (file.changed = "+010000-01-01T00:00:00.000Z")),
    ["not-a-time changed"],
  ],
  ["too large", `"${"x".repeat(LIMITS.bytes)}"`, ["too-large"]],
  ["too large in bytes", `"${"é".repeat(LIMITS.bytes / 2)}"`, ["too-large"]],
  ["too deep", spoiled((file) => (file.x = [[[[[[[[1]]]]]]]])), ["too-deep"]],
  ["a million deep", "[".repeat(1_000_000), ["too-deep"]],
  ["a million deep in objects", '{"a":'.repeat(300_000), ["too-deep"]],
])) {
  test(`refused: ${name}`, () => assert.deepEqual(faults(text), expected));
}

test("only UTF-8 is read, and UTF-16 that says so; letters are never guessed", () => {
  const made = anAssessment({ name: "Café Liège" });
  const text = toText(made);
  const bytes = (/** @type {BufferEncoding} */ encoding, mark = "") => Uint8Array.from(Buffer.from(mark + text, encoding));
  for (const good of [bytes("utf8"), bytes("utf8", "\ufeff"), bytes("utf16le", "\ufeff")])
    assert.deepEqual(parseBytes(good).assessment, made);
  const big = bytes("utf16le", "\ufeff");
  for (let place = 0; place < big.length; place += 2) [big[place], big[place + 1]] = [big[place + 1], big[place]];
  assert.deepEqual(parseBytes(big).assessment, made);
  for (const bad of [bytes("latin1"), bytes("utf8").slice(0, text.indexOf("é") + 1), Uint8Array.of(0xff, 0xfe, 0x00)])
    assert.deepEqual(parseBytes(bad).faults.map(({ code }) => code), ["not-utf-8"]);
  assert.deepEqual(parseBytes(new Uint8Array()).faults, [{ code: "not-json", place: "" }]);
}); // prettier-ignore

test("what is read can be written and read again, also where that takes more room", () => {
  const answers = Object.fromEntries(
    Array.from({ length: LIMITS.answers }, (_, place) => [`c${place}`, { note: "é".repeat(1950), version: 1, changed: at(1) }]),
  );
  const dense = JSON.stringify({ ...JSON.parse(toText(anAssessment())), answers });
  assert.ok(Buffer.byteLength(dense) < LIMITS.bytes);
  const { assessment, faults: found } = parse(dense);
  assert.ok(assessment ? isReadable(assessment) : found[0].code === "too-large");
  const room = LIMITS.bytes - Buffer.byteLength(dense);
  const full = parse(dense.replace('"name":"Proef"', `"name":"${"x".repeat(Math.min(room, LIMITS.name))}"`));
  assert.ok(!full.assessment || isReadable(full.assessment));
}); // prettier-ignore

test("brackets in texts are not depth", () => {
  const made = answered(anAssessment(), "vision-one", { note: '[[[[[[[[[[{{{{{{{{\\"[[[[[\\' }, 1, at(1));
  assert.deepEqual(parse(toText(made)).assessment, made);
  const after = answered(anAssessment(), "vision-one", { note: "\\", proof: "[".repeat(20) }, 1, at(1));
  assert.deepEqual(parse(toText(after)).assessment, after);
});

test("faults and ignored places are limited in number and length", () => {
  const text = spoiled((file) => {
    for (let place = 0; place < 200; place += 1) {
      file.plan.push(null);
      file["x".repeat(1000) + place] = 1;
    }
  });
  const { faults: found, ignored } = parse(text);
  assert.deepEqual([found.length, ignored.length], [FAULTS, FAULTS]);
  assert.ok(ignored.every((place) => place.length <= LIMITS.id));
});

test("unknown fields and keys that are no ids are left out and named", () => {
  const parsed = parse(spoiled((file) => {
    Object.assign(file, { extra: 1, answers: { ...file.answers, "No id": { value: 1 } } });
    file.answers["vision-one"].colour = "red";
    file.plan[0].priority = 1;
  })); // prettier-ignore
  assert.deepEqual(parsed.assessment, FULL);
  assert.deepEqual(parsed.ignored, ["extra", "answers.vision-one.colour", "answers.No id", "plan.0.priority"]);
});

test("prototype keys do nothing", () => {
  const text = toText(FULL)
    .replace(
      '"answers": {',
      '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "answers": {"__proto__": {"value": 1}, ',
    )
    .replace('"vision-one": {', '"vision-one": {"__proto__": {"value": 3, "polluted": 1}, "toString": 1, ');
  const { assessment, faults: found, ignored } = parse(text);
  assert.deepEqual([assessment, found], [FULL, []]);
  assert.deepEqual(ignored, [
    "__proto__",
    "constructor",
    "answers.__proto__",
    "answers.vision-one.__proto__",
    "answers.vision-one.toString",
  ]);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
  const inherited = Object.assign(Object.create({ format: FORMAT, version: 1 }), {});
  assert.deepEqual(check(inherited).faults, [{ code: "not-an-assessment", place: "" }]);
});

test("old files are brought to today step by step; a step that fails is a fault", () => {
  /** @param {any} file */
  const renamed = ({ title, ...file }) => ({ ...file, name: title });
  /** @param {any} file */
  const versioned = (file) => ({
    ...file,
    answers: Object.fromEntries(
      Object.entries(file.answers).map(([id, level]) => [id, { value: level, version: 1, changed: at(1) }]),
    ),
  });
  const format = { version: 3, migrations: { 1: renamed, 2: versioned } };
  const { name, ...first } = JSON.parse(toText(anAssessment({ name: "Oud" })));
  const old = { ...first, title: "Oud", answers: { "vision-one": 2 } };
  const parsed = check(old, format);
  assert.deepEqual([parsed.faults, parsed.version], [[], 1]);
  assert.equal(parsed.assessment?.name, "Oud");
  assert.equal(parsed.assessment?.answers.get("vision-one")?.value, 2);
  assert.deepEqual(check({ ...old, answers: null }, format).faults, [
    { code: "not-migrated", place: "version", limit: 1 },
  ]);
  assert.deepEqual(check(old, { version: 4, migrations: format.migrations }).faults, [
    { code: "not-migrated", place: "version", limit: 1 },
  ]);
  assert.deepEqual(check({ ...old, version: 4 }, format).faults, [
    { code: "newer-version", place: "version", limit: 3 },
  ]);
});

test("thousands of damaged files: refused with a fault, or good through and through", () => {
  const words = [
    "null",
    "{}",
    "[]",
    "-1",
    "1e999",
    '"__proto__"',
    '""',
    "true",
    '"\\u0000"',
    ",",
    "}",
    "[[[[",
    '"na"',
    "0.5",
    '"2026-13-01"',
  ];
  let accepted = 0;
  let refused = 0;
  for (let seed = 1; seed <= 6000; seed += 1) {
    const by = chance(seed);
    let text = toText(someAssessment(by, { steps: 1 + by.below(12) }));
    for (let times = by.below(3); times >= 0; times -= 1)
      text = by.below(2) ? mutatedText(by, text, words) : mutatedValue(by, text);
    const { assessment, faults: found, ignored } = parse(text);
    if (assessment) {
      accepted += 1;
      assert.deepEqual(found, []);
      const again = toText(assessment);
      assert.deepEqual(schemaFaults(SCHEMA, JSON.parse(again)), [], `seed ${seed}`);
      assert.deepEqual(parse(again), { assessment, faults: [], ignored: [], version: 1 }, `seed ${seed}`);
    } else {
      refused += 1;
      assert.ok(found.length > 0 && found.length <= FAULTS && ignored.length <= FAULTS, `seed ${seed}`);
    }
  }
  assert.ok(accepted > 500 && refused > 2000, `${accepted} accepted, ${refused} refused`);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

/**
 * Signs cut, doubled or put in, anywhere.
 *
 * @param {ReturnType<typeof chance>} by
 * @param {string} text
 * @param {readonly string[]} words
 */
function mutatedText(by, text, words) {
  const from = by.below(text.length);
  const to = Math.min(text.length, from + by.below(12));
  return text.slice(0, from) + by.one(["", text.slice(from, to).repeat(2), ...words]) + text.slice(to);
}

/**
 * One value of the tree replaced, removed or moved under another name; the JSON stays whole.
 *
 * @param {ReturnType<typeof chance>} by
 * @param {string} text
 */
function mutatedValue(by, text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return text;
  }
  if (typeof file !== "object" || file === null) return text;
  let node = file;
  for (let depth = by.below(4); depth > 0; depth -= 1) {
    const inner = Object.values(node).filter((one) => typeof one === "object" && one !== null);
    if (inner.length) node = by.one(inner);
  }
  const key = by.one([...Object.keys(node), "extra"]);
  const value = by.one([
    null,
    undefined,
    0,
    -0,
    3,
    4,
    NaN,
    "",
    "x",
    "na",
    "x".repeat(5000),
    [],
    {},
    [1],
    { value: 1 },
    true,
    at(5),
    node,
  ]);
  const name = by.one([key, key, key, "constructor", "toString", "__proto__", "vision-two", "hasOwnProperty"]);
  Object.defineProperty(node, name, {
    value: structuredClone(value),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return JSON.stringify(file);
}

test("the limits of the schema are those of the code", () => {
  const { answer, action, id } = SCHEMA.$defs;
  assert.deepEqual(
    [SCHEMA.properties.name, SCHEMA.properties.role, answer.properties.reason, answer.properties.note, answer.properties.proof,
      action.properties.text, action.properties.owner, id].map(({ maxLength }) => maxLength),
    [LIMITS.name, LIMITS.role, LIMITS.reason, LIMITS.note, LIMITS.proof, LIMITS.text, LIMITS.owner, LIMITS.id],
  ); // prettier-ignore
  assert.deepEqual(
    [SCHEMA.properties.answers.maxProperties, SCHEMA.properties.plan.maxItems],
    [LIMITS.answers, LIMITS.actions],
  );
  assert.deepEqual([SCHEMA.properties.version.const, SCHEMA.properties.format.const], [VERSION, FORMAT]);
  assert.match(
    SCHEMA.description,
    new RegExp(`${LIMITS.bytes.toLocaleString("en")} bytes, nested at most ${LIMITS.depth} deep`),
  );
});

test("the schema refuses what the importer refuses", () => {
  for (const change of /** @type {((file: any) => void)[]} */ ([
    (file) => (file.kind = "crowd"),
    (file) => (file.answers["vision-one"].value = 4),
    (file) => delete file.plan[0].changed,
    (file) => (file.answers["No id"] = {}),
    (file) => (file.extra = 1),
  ])) {
    assert.equal(schemaFaults(SCHEMA, JSON.parse(spoiled(change))).length > 0, true, String(change));
  }
});

test("the name of the file says what it is, in plain signs", () => {
  assert.equal(
    fileName(anAssessment({ name: "Été / 2026: ../..\\x" }), "json"),
    "assessment-2026-11-22-ete-2026-x.json",
  );
  assert.equal(fileName(anAssessment({ name: "漢字" }), "csv"), "assessment-2026-11-22.csv");
});
