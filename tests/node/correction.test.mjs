// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { changeSet, clean, path } from "../../overrides/assets/hub/contribute/change-set.mjs";
import { changed, changes, current, faults, within } from "../../overrides/assets/hub/contribute/correction.mjs";
import { digest } from "../../overrides/assets/hub/contribute/digest.mjs";
import { blank, keeper, parse } from "../../overrides/assets/hub/contribute/draft.mjs";
import {
  fenced,
  issueLink,
  LONGEST_ISSUE,
  LONGEST_MAIL,
  mailLink,
  message,
} from "../../overrides/assets/hub/contribute/message.mjs";

/** @typedef {import("../../overrides/assets/hub/contribute/correction.mjs").Field} Field */

const record = {
  name: { nl: "Alfa", en: "Alpha" },
  lessons: [{ nl: "Les" }, { nl: "Twee", en: "Two" }],
  results: [{ id: "jobs", value: 54, measures: { nl: "Werk", en: "Work" } }],
  period: { start: 2011, end: "2013-02" },
};

/**
 * @param {Field["at"]} at
 * @param {Partial<Field>} [also]
 * @returns {Field}
 */
function field(at, also) {
  return { at, name: "x", means: "", type: "text", longest: 60, every: false, lines: false, ...also };
}

test("a field is found in its place, not in one that begins with the same letters", () => {
  const fields = [field(["lessons", 0]), field(["results", 0, "measures"]), field(["results", 0, "value"])];
  assert.deepEqual(within(fields, record, "lesson"), []);
  assert.deepEqual(within(fields, record, "results"), fields.slice(1));
  assert.deepEqual(within(fields, record, "results#jobs.value lessons"), [fields[0], fields[2]]);
  assert.deepEqual(within(fields, record, "results#job"), []);
});

test("entries are called by their id, or else by their number and content", () => {
  assert.deepEqual(path(record, ["results", 0, "value"]), ["results", "#jobs", "value"]);
  assert.deepEqual(path(record, ["lessons", 1]), ["lessons", `@1~${digest(record.lessons[1])}`]);
});

test("what is wrong is told per language", () => {
  const was = current(record, field(["name"]), ["nl", "en"]);
  assert.deepEqual(faults(field(["name"]), was, { nl: " ", en: "x".repeat(61) }), { nl: "empty", en: "long" });
  assert.deepEqual(faults(field(["name"]), was, { nl: "😀".repeat(60), en: "Alpha" }), {});
  const one = field(["lessons", 0]);
  assert.deepEqual(faults(one, current(record, one, ["nl", "en"]), { nl: "Les", en: "" }), {}, "was not there either");
  const number = field(["results", 0, "value"], { type: "number" });
  for (const [text, fault] of [
    ["12,5", undefined],
    ["-3", undefined],
    ["1.000,5", "number"],
    ["ten", "number"],
    ["1e9", "number"],
    ["", "empty"],
  ])
    assert.equal(faults(number, { "": "54" }, { "": String(text) })[""], fault, text);
});

test("nothing changed gives no change, whatever the spaces", () => {
  const one = field(["name"]);
  const was = current(record, one, ["nl", "en"]);
  assert.deepEqual(changed(one, was, { nl: "  Alfa\r\n", en: "Alpha" }), []);
  assert.deepEqual(changes(record, one, was, was), []);
  assert.equal(clean(field([], { lines: true }), "a \n\n\n\nb\r\n"), "a\n\nb");
});

test("one language is one change, two are the whole text, so that an entry is found once", () => {
  const one = field(["lessons", 1]);
  const was = current(record, one, ["nl", "en"]);
  const entry = `@1~${digest(record.lessons[1])}`;
  assert.deepEqual(changes(record, one, was, { ...was, nl: "Drie" }), [
    [["lessons", entry, "nl"], "Drie", digest("Twee")],
  ]);
  assert.deepEqual(changes(record, one, was, { nl: "Drie", en: "Three" }), [
    [["lessons", entry], { nl: "Drie", en: "Three" }, digest(record.lessons[1])],
  ]);
  const first = field(["lessons", 0]);
  const empty = current(record, first, ["nl", "en"]);
  assert.deepEqual(
    changes(record, first, empty, { ...empty, en: "Lesson" })[0].slice(1),
    ["Lesson", ""],
    "there was none",
  );
});

test("numbers stay numbers, years may become days", () => {
  const value = field(["results", 0, "value"], { type: "number" });
  assert.equal(changes(record, value, { "": "54" }, { "": "54,5" })[0][1], 54.5);
  const start = field(["period", "start"], { type: "line" });
  assert.equal(changes(record, start, { "": "2011" }, { "": "2012" })[0][1], 2012);
  assert.equal(changes(record, start, { "": "2011" }, { "": "2012-03" })[0][1], "2012-03");
});

test("the change set says what it rests on", () => {
  const set = changeSet(
    "practice/alpha",
    record,
    [],
    { reason: " Fout. ", source: "https://x.example", who: "An ", interest: "" },
    "Bron",
  );
  assert.deepEqual(
    [set.kind, set.id, set.base, set.note, set.who],
    ["practice", "alpha", digest(record), "Fout.\nBron: https://x.example", "An"],
  );
});

// --- what is sent ---------------------------------------------------------------------------------------------------------

/** @type {any} */
const words = Object.fromEntries(
  ["page", "field", "was", "becomes", "reason", "source", "who", "interest", "packed"].map((name) => [
    name,
    name.toUpperCase(),
  ]),
);
/** @param {number} length */
const correction = (length) => ({
  title: "Alfa",
  address: "https://hub.example/practices/alpha/",
  parts: [{ name: "Les", texts: [{ language: "nl", was: "oud ".repeat(length), becomes: "nieuw é ".repeat(length) }] }],
  reason: "Fout",
  source: "",
  who: "",
  interest: false,
});

test("a mail says as much as there is room for, and never more than systems open", () => {
  const block = "(hub1:\n0.x+/=\n:hub1)";
  for (const length of [1, 40, 80, 1000]) {
    const bodies = /** @type {const} */ (["full", "new", "short"]).map((how) =>
      message(correction(length), block, words, how),
    );
    const link = mailLink("hub@x.example", "Alfa & Beta?", bodies);
    assert.ok(link && link.length <= LONGEST_MAIL, String(length));
    const { searchParams, pathname } = new URL(link);
    assert.equal(pathname, "hub@x.example");
    assert.equal(searchParams.get("subject"), "Alfa & Beta?");
    const body = searchParams.get("body") ?? "";
    assert.ok(body.endsWith(block.replaceAll("\n", "\r\n")));
    assert.equal(body.includes("WAS"), length < 80, String(length));
  }
  assert.equal(mailLink("hub@x.example", "x", ["y".repeat(1800)]), null);
});

test("an issue is filled in as long as its address is accepted, and calls nobody", () => {
  const address = "https://x.example/new?title={title}&body={body}";
  const body = fenced("[@octocat] ``` {title}");
  assert.match(body, /^````\n.*\n````\n$/s);
  assert.equal(new URL(issueLink(address, "T & {body}", body) ?? "").searchParams.get("body"), body);
  assert.equal(new URL(issueLink(address, "T & {body}", body) ?? "").searchParams.get("title"), "T & {body}");
  assert.equal(issueLink(address, "T", "é".repeat(LONGEST_ISSUE / 6)), null);
});

// --- what is kept ---------------------------------------------------------------------------------------------------------

test("a draft comes back; what is damaged or foreign is left out", () => {
  const draft = { ...blank(), last: "name", reason: "x", fields: { name: { was: "1", values: { nl: "y" } } } };
  assert.deepEqual(parse(JSON.stringify(draft)), draft);
  for (const text of ["", "{", "null", "[]", '{"version":2,"reason":"x"}', "x".repeat(300_000)])
    assert.deepEqual(parse(text), blank());
  assert.deepEqual(parse('{"version":1,"reason":1,"fields":{"a":null,"b":{"was":"1","values":{"nl":2}}}}'), blank());
});

test("where storage is refused the page keeps it", () => {
  const keep = keeper("practice/alpha", () => {
    throw new Error("refused");
  });
  assert.equal(keep.write({ ...blank(), reason: "x" }), false);
  assert.equal(keep.read().reason, "x");
  keep.remove();
  assert.deepEqual(keep.read(), blank());
});
