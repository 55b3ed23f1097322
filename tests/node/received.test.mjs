// @ts-check
/** What arrives is read, refused and compared as Python does it: received.json is read by both (test_change_sets.py). */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { applied } from "../../overrides/assets/hub/contribute/applied.mjs";
import { packed } from "../../overrides/assets/hub/contribute/armour.mjs";
import { decoded } from "../../overrides/assets/hub/contribute/decoded.mjs";
import { rows } from "../../overrides/assets/hub/contribute/differences.mjs";
import { digest } from "../../overrides/assets/hub/contribute/digest.mjs";
import { report, visible } from "../../overrides/assets/hub/contribute/report.mjs";
import { received } from "../../overrides/assets/hub/contribute/unpack.mjs";
import { pieces } from "../../overrides/assets/hub/lib/word-changes.mjs";

const cases = JSON.parse(readFileSync(new URL("received.json", import.meta.url), "utf-8"));
const KINDS = ["practice", "criterion", "guide", "tool", "partner", "project"];
const LOCALES = ["nl", "en"];

/** @param {object} changes */
function read(changes) {
  const { set, faults } = decoded(JSON.stringify({ ...cases.change_set, ...changes }), KINDS);
  assert.ok(set, JSON.stringify(faults));
  return set;
}

for (const { name, text, texts, damage } of cases.blocks)
  test(`received: ${name}`, async () => {
    const found = await received(text);
    assert.deepEqual(
      found.flatMap((one) => ("text" in one ? one.text : [])),
      texts,
    );
    assert.deepEqual(
      found.flatMap((one) => ("damage" in one ? one.damage : [])),
      damage,
    );
  });

/** A dice that falls the same way in each run. */
let seed = 13;
const dice = (/** @type {number} */ sides) => (seed = (seed * 48271) % 2147483647) % sides;

/** @type {((text: string) => string)[]} - what mail programs do to a text */
const mail = [
  (text) => text.replace(/^/gm, "> "),
  (text) => text.replace(/.{40}/g, "$&\n"),
  (text) => text.replace(/.{72}/g, "$&\n"),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll(" ", "\u00a0"),
  (text) => text.replace(/(\w)\n(?=\w)/g, "$1 "),
  (text) => `Dag,\n\n${text}\n\n-- \nAn\n`,
];

test("every practice comes through what mail does to it", async () => {
  const folder = new URL("../../data/practices/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".yml"));
  assert.ok(names.length > 40);
  for (const name of names) {
    const text = JSON.stringify({ text: readFileSync(new URL(name, folder), "utf-8") });
    const block = await packed(text);
    for (let round = 0; round < 5; round++) {
      let sent = block;
      for (let times = dice(3) + 1; times; times--) sent = mail[dice(mail.length)](sent);
      assert.deepEqual(await received(sent), [{ text }], name);
    }
  }
});

for (const { name, changes, faults } of cases.change_sets)
  test(`limits: ${name}`, () => {
    const text = JSON.stringify({ ...cases.change_set, ...changes });
    const found = decoded(text, KINDS);
    assert.deepEqual(found.faults?.map(({ fault, where }) => [fault, where]) ?? [], faults);
    assert.equal(found.set !== undefined, !faults.length);
  });

test("limits: long texts, many changes, and what is no JSON", () => {
  const fault = (/** @type {object} */ changes) =>
    decoded(JSON.stringify({ ...cases.change_set, ...changes }), KINDS).faults?.map((one) => one.fault);
  assert.deepEqual(fault({ set: [[["summary", "nl"], "x".repeat(20_001)]] }), ["long"]);
  assert.equal(fault({ set: [[["summary", "nl"], "x".repeat(20_000)]] }), undefined);
  assert.deepEqual(fault({ set: Array(501).fill([["summary"], "x"]) }), ["many"]);
  for (const text of ["", "{", "NaN", "\ufeff{}"]) assert.deepEqual(decoded(text, KINDS).faults?.[0].fault, "json");
  for (const text of ["[]", "null", '"x"', "[".repeat(1000) + "]".repeat(1000)])
    assert.deepEqual(decoded(text, KINDS).faults?.[0].fault, "shape");
  const infinite = JSON.stringify({ ...cases.change_set, set: [[["value"], 0]] }).replace(",0]", ",1e999]");
  assert.deepEqual(decoded(infinite, KINDS).faults?.[0].fault, "empty");
});

for (const { name, base, set, remove, conflicts, becomes } of cases.landing)
  test(`conflicts: ${name}`, () => {
    const { outcomes, record } = applied(read({ base, set, remove }), cases.record);
    assert.deepEqual(
      outcomes.map(({ conflict = "" }) => conflict),
      conflicts,
    );
    if (Object.keys(becomes).length) {
      const { [remove.length ? "nothing" : ""]: _, ...rest } = cases.record;
      assert.equal(digest(record), digest({ ...rest, ...becomes }));
    }
  });

test("a new record has whole fields only, and nobody's prototype changes", () => {
  const set = read({
    base: "",
    set: [
      [["name"], { nl: "x", constructor: "y" }],
      [["summary", "nl"], "z"],
    ],
  });
  const { outcomes, record } = applied(set, undefined);
  assert.deepEqual(
    outcomes.map(({ conflict }) => conflict),
    [undefined, "whole"],
  );
  assert.deepEqual(Object.keys(record), ["name"]);
  assert.equal(/** @type {any} */ ({}).nl, undefined);
});

// --- what is shown --------------------------------------------------------------------------------------------------------

/**
 * @param {object} changes
 * @param {any} [record]
 */
function shown(changes, record = cases.record) {
  const set = read({ base: digest(record), ...changes });
  return rows(applied(set, record), record, LOCALES);
}

test("one language is shown beside the other as it stands, two changes of one text are one row", () => {
  const one = shown({ set: [[["summary", "nl"], "Anders."]] });
  assert.deepEqual(one, [
    {
      field: "summary",
      names: ["summary"],
      cells: [
        { locale: "nl", before: "Een zin.", after: "Anders." },
        { locale: "en", before: "A sentence.", after: "A sentence." },
      ],
      conflict: undefined,
    },
  ]);
  const both = shown({
    set: [
      [["summary", "nl"], "Anders."],
      [["summary", "en"], "Other."],
    ],
  });
  assert.equal(both.length, 1);
  assert.deepEqual(
    both[0].cells.map(({ after }) => after),
    ["Anders.", "Other."],
  );
});

test("a group is shown as the fields in it that differ, a list as the entries that differ", () => {
  const found = shown({
    set: [
      [
        ["results"],
        [
          { id: "jobs", value: 55 },
          { id: "new", value: 1, measures: { nl: "Werk", en: "Work" } },
        ],
      ],
      [["lessons"], [{ nl: "Les een." }, { nl: "Les drie." }, { nl: "Les vier." }]],
      [["group"], ["women", "refugees"]],
    ],
  });
  assert.deepEqual(
    found.map(({ field, cells }) => [field, ...cells.map(({ before, after }) => `${before} > ${after}`)]),
    [
      ["results#jobs.value", "54 > 55"],
      ["results#duos.id", "duos > "],
      ["results#duos.value", "13 > "],
      ["results#new.id", " > new"],
      ["results#new.value", " > 1"],
      ["results#new.measures", " > Werk", " > Work"],
      ["lessons[1]", "Les twee. > Les vier.", " > "],
      ["group", "women > women, refugees"],
    ],
  );
});

test("a removal, a conflict and a place that is gone have a row of their own", () => {
  const record = { ...cases.record, summary: { nl: "Nieuw.", en: "New." } };
  const found = shown(
    {
      base: "00000000",
      set: [
        [["summary", "nl"], "Anders.", digest("Een zin.")],
        [["results", "#none", "value"], 3, digest(2)],
      ],
      remove: [[["name"], digest(record.name)]],
    },
    record,
  );
  assert.deepEqual(
    found.map(({ field, conflict, cells }) => [field, conflict, cells[0].before, cells[0].after]),
    [
      ["summary", "meanwhile", "Nieuw.", "Anders."],
      ["results#none.value", "gone", "", "3"],
      ["name", undefined, "Alfa", ""],
    ],
  );
});

/**
 * @param {string} before
 * @param {string} after
 */
function marked(before, after) {
  const sign = { same: "", gone: "-", new: "+" };
  return pieces(before, after)
    .map(({ how, text }) => (how === "same" ? text : `[${sign[how]}${text}]`))
    .join("");
}

test("words that differ are marked, together where only a blank stands between them", () => {
  assert.equal(marked("Een mentor helpt.", "Een goede mentor helpt."), "Een [+goede ]mentor helpt.");
  assert.equal(marked("54 van 100", "55 van 100"), "[-54][+55] van 100");
  assert.equal(marked("de oude lange zin", "de nieuwe korte zin"), "de [-oude lange][+nieuwe korte] zin");
  assert.equal(marked("", "nieuw"), "[+nieuw]");
  assert.equal(marked("weg", ""), "[-weg]");
  assert.equal(marked("gelijk", "gelijk"), "gelijk");
  assert.equal(marked("Ze werken, samen.", "Ze werken samen."), "Ze werken[-,] samen.");
});

test("pieces without what came are the old text, without what went the new one; a very long text too", () => {
  const words = ["de", "mentor", "helpt", ",", " ", "\n", "niet", "wel", "één", "😀"];
  const text = (/** @type {number} */ length) => Array.from({ length }, () => words[dice(words.length)]).join("");
  for (let round = 0; round < 200; round++) {
    const [before, after] = round ? [text(dice(30)), text(dice(30))] : [text(9000), text(9000)];
    const found = pieces(before, after);
    const without = (/** @type {string} */ how) => found.map((one) => (one.how === how ? "" : one.text)).join("");
    assert.deepEqual([without("new"), without("gone")], [before, after]);
  }
});

test("what cannot be seen is shown, and what somebody wrote is no second block", async () => {
  assert.equal(visible("a\u202eb\u0000c\ufeff\nd"), "a[U+202E]b[U+0000]c[U+FEFF]\nd");
  const set = read({ note: `Kijk: ${await packed("{}")}`, who: "An" });
  const words = {
    page: "P",
    field: "F",
    was: "W",
    becomes: "B",
    reason: "R",
    source: "S",
    who: "V",
    packed: "Laat staan",
  };
  const own = JSON.stringify({ whole: true });
  const row = { label: "Kort", field: "summary", names: [], cells: [{ locale: "nl", before: "a", after: "b" }] };
  const text = report(set, { title: "Alfa", address: "" }, [row], words, await packed(own));
  assert.deepEqual(await received(text), [{ text: own }]);
  assert.match(text, /F: Kort \(summary\)\nW \(nl\): a\nB \(nl\): b\n/);
});
