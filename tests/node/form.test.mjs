// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { digest } from "../../overrides/assets/hub/contribute/digest.mjs";
import { changesOf } from "../../overrides/assets/hub/contribute/form-changes.mjs";
import { DRAFT, keeper, nobody, parse } from "../../overrides/assets/hub/contribute/form-draft.mjs";
import { faultsOf } from "../../overrides/assets/hub/contribute/form-faults.mjs";
import { newId, recordOf, valuesOf } from "../../overrides/assets/hub/contribute/form-model.mjs";
import { linesOf } from "../../overrides/assets/hub/contribute/preview.mjs";
import { alike } from "../../overrides/assets/hub/contribute/same.mjs";

/** @type {import("../../overrides/assets/hub/contribute/form-model.mjs").Schema} */
const schema = {
  locales: ["nl", "en"],
  groups: { mentors: true, period: false, where: true },
  fields: [
    { at: ["name"], type: "texts", required: true, longest: 10 },
    { at: ["where", "country"], type: "choices", required: true },
    { at: ["where", "region"], type: "choices" },
    { at: ["mentors", "about"], type: "texts", lines: true },
    { at: ["period", "start"], type: "date", longest: 10 },
    { at: ["period", "end"], type: "date", longest: 10 },
    { at: ["only"], type: "flag", default: true },
    { at: ["website"], type: "web", longest: 100 },
    { at: ["sources"], type: "sources", required: true },
    { at: ["level"], type: "choice", number: true },
    { at: ["lessons"], type: "entries", fields: [{ at: [], type: "texts" }] },
    {
      at: ["results"],
      type: "entries",
      id: true,
      fields: [
        { at: ["value"], type: "number", required: true },
        { at: ["to"], type: "number" },
        { at: ["unit"], type: "choice", required: true },
        { at: ["measures"], type: "texts", required: true },
        { at: ["year"], type: "year" },
      ],
    },
  ],
};
const old = {
  id: "alpha",
  name: { nl: "Alfa", en: "Alpha" },
  where: { country: ["SE", "BE"] },
  mentors: { profile: ["x"], about: { nl: "Wie  wil" } },
  sources: ["a", "b"],
  level: 2,
  lessons: [{ nl: "Een" }, { nl: "Twee", en: "Two" }, { nl: "Drie" }],
  results: [{ id: "jobs", value: 54, unit: "percent", counts: "job", measures: { nl: "Werk" } }],
};
/** @returns {any} */
const start = (record = /** @type {any} */ (old)) => valuesOf(schema.fields, record, schema.locales);
/** @param {any} values */
const changes = (values) => changesOf(schema.fields, values, old, recordOf(schema.fields, values, old));
/** @param {any} values */
const kinds = (values, record = /** @type {any} */ (old)) =>
  faultsOf(schema, values, record ?? undefined).map(({ key, n, part, fault }) =>
    [key, n, part, fault].filter((one) => one !== undefined),
  );

test("what nobody touched comes back as it was", () => {
  assert.deepEqual(changes(start()), { set: [], remove: [] });
  assert.deepEqual(recordOf(schema.fields, start(), old), old);
});

test("one language is one change; a text that goes is taken away", () => {
  const values = start();
  values.name.en = "Beta";
  values["mentors.about"].nl = "";
  assert.deepEqual(changes(values), {
    set: [[["name", "en"], "Beta", digest("Alpha")]],
    remove: [[["mentors", "about"], digest(old.mentors.about)]],
  });
});

test("a group comes with its first field and goes with its last", () => {
  const values = start();
  values["period.start"] = "2011";
  values["period.end"] = "2012-03";
  assert.deepEqual(changes(values).set, [[["period"], { start: 2011, end: "2012-03" }, ""]]);
  const record = { ...old, period: { start: 2011 } };
  const gone = start(record);
  gone["period.start"] = " ";
  assert.deepEqual(changesOf(schema.fields, gone, record, recordOf(schema.fields, gone, record)).remove, [
    [["period"], digest({ start: 2011 })],
  ]);
});

test("choices keep the order of the record, whatever that of the page", () => {
  const values = start();
  values["where.country"] = ["BE", "SE"];
  assert.deepEqual(changes(values).set, []);
  values["where.country"] = ["BE", "DE", "SE"];
  assert.deepEqual(changes(values).set[0][1], ["SE", "BE", "DE"]);
});

test("a source more and one less are two changes, so that another's source stays", () => {
  const values = start();
  values.sources = ["b", "c"];
  assert.deepEqual(changes(values), {
    set: [[["sources", "+"], "c", ""]],
    remove: [[["sources", `@0~${digest("a")}`], digest("a")]],
  });
});

test("entries are found by id or by what they hold, and taken out from the end", () => {
  const values = start();
  values.lessons = [{ ...values.lessons[1] }, { n: 7, was: null, values: { "": { nl: "Nieuw", en: "" } } }];
  values.lessons[0].values = { "": { nl: "Twee", en: "Second" } };
  values.results[0].values.value = "54,5";
  const [one, two, three] = old.lessons;
  assert.deepEqual(changes(values), {
    set: [
      [["lessons", `@1~${digest(two)}`], { nl: "Twee", en: "Second" }, digest(two)],
      [["lessons", "+"], { nl: "Nieuw" }, ""],
      [["results", "#jobs", "value"], 54.5, digest(54)],
    ],
    remove: [
      [["lessons", `@2~${digest(three)}`], digest(three)],
      [["lessons", `@0~${digest(one)}`], digest(one)],
    ],
  });
});

test("an empty entry is none, and a new figure gets an id", () => {
  const values = start();
  const blank = valuesOf(schema.fields[11].fields ?? [], undefined, schema.locales);
  values.results.push({ n: 1, was: null, values: blank });
  assert.deepEqual(changes(values).set, []);
  values.results[1].values = {
    ...blank,
    value: "3",
    unit: "duos",
    measures: { nl: "Duo's in Gent", en: "" },
    year: "2020",
  };
  assert.deepEqual(changes(values).set[0].slice(0, 2), [
    ["results", "+"],
    { id: "duo-s-in-gent-2020", value: 3, unit: "duos", measures: { nl: "Duo's in Gent" }, year: 2020 },
  ]);
});

test("a flag is written only where it is not the rule, a level as a number", () => {
  const values = start();
  values.only = false;
  values.level = "3";
  assert.deepEqual(changes(values).set, [
    [["only"], false, ""],
    [["level"], 3, digest(2)],
  ]);
});

test("an id is made of words, and never that of another", () => {
  assert.equal(newId(["samen", "werkt", 2020], new Set(["samen-werkt-2020"])), "samen-werkt-2020-2");
  assert.equal(newId(["дуо"], new Set()), "new");
});

// --- what is wrong ----------------------------------------------------------------------------------------------------------

test("what must be given is asked for, and nothing of what is not given", () => {
  assert.deepEqual(kinds(start(), null).length, 0, "a sound record");
  assert.deepEqual(kinds(start({}), null), [
    ["name", "needed"],
    ["where.country", "needed"],
    ["mentors.about", "one"],
    ["sources", "needed"],
  ]);
});

test("values of another form, too long, or against another", () => {
  const values = start();
  values.name.en = "x".repeat(11);
  values["period.start"] = "2020-13";
  values.website = "example.org";
  values["where.region"] = ["flanders"];
  values["where.country"] = ["SE"];
  values.results[0].values.value = "101";
  values.results[0].values.to = "50";
  assert.deepEqual(kinds(values), [
    ["name", "long"],
    ["period.start", "date"],
    ["website", "web"],
    ["results", 0, "to", "above"],
    ["results", 0, "value", "share"],
    ["where.region", "region"],
  ]);
  const dates = start();
  dates["period.start"] = "2020";
  dates["period.end"] = "2019-05";
  dates.results[0].values.value = "veel";
  assert.deepEqual(kinds(dates), [
    ["results", 0, "value", "number"],
    ["period.end", "order"],
  ]);
});

test("a new practice has two sources or an official page", () => {
  const values = start();
  values.sources = ["a"];
  assert.deepEqual(kinds(values, null), [["sources", "sources"]]);
  assert.deepEqual(kinds(values), [], "what the hub has already is not judged again");
  values.website = "https://example.org/";
  assert.deepEqual(kinds(values, null), []);
});

// --- names alike --------------------------------------------------------------------------------------------------------------

test("a name finds what it may be, whatever its accents, in another order, half typed or mistyped", () => {
  const names = {
    practices: {
      "mna-nah-eireann": ["Mná na hÉireann"],
      womento: ["Womento", "Womento career mentoring"],
      other: ["Start"],
    },
    thin: { azo: ["AZO!"] },
    former: [],
  };
  for (const [typed, id] of [
    ["mna na", "mna-nah-eireann"],
    ["career womento", "womento"],
    ["Wommento", "womento"],
    ["azo", "azo"],
  ])
    assert.equal(alike(typed, names)[0]?.id, id, typed);
  assert.deepEqual(alike("wo", names), []);
  assert.deepEqual(alike("Womento", names, "womento"), []);
  assert.deepEqual(alike("Duo for a job", names), []);
  assert.equal(alike("womento", names).length, 1, "each once");
});

// --- in words -------------------------------------------------------------------------------------------------------------------

test("values are told by their labels, in the language of the page where there is one", () => {
  const label = (/** @type {any} */ _, /** @type {string} */ __, /** @type {string} */ value) => value.toUpperCase();
  const [name, country] = schema.fields;
  assert.deepEqual(linesOf(name, { nl: "Alfa" }, "en", label), ["Alfa"]);
  assert.deepEqual(linesOf(country, ["SE", "be"], "en", label), ["SE", "BE"]);
  assert.deepEqual(linesOf(schema.fields[11], old.results, "nl", label), ["54 · PERCENT · Werk"]);
  assert.deepEqual(linesOf(name, undefined, "nl", label), []);
});

// --- what is kept ---------------------------------------------------------------------------------------------------------------

test("a draft comes back from the device and from a file; anything else is none", () => {
  const draft = {
    format: DRAFT,
    id: "alpha",
    record: old,
    values: start(),
    made: [{ id: "x", title: "X" }],
    also: nobody(),
  };
  assert.deepEqual(parse(JSON.stringify(draft)), draft);
  for (const text of [null, "", "{", "[]", "null", '{"format":"hub-change-set/1"}', "x".repeat(1_000_001)])
    assert.equal(parse(text), null);
  assert.equal(parse(JSON.stringify({ ...draft, id: "../x" })), null);
  assert.equal(parse(JSON.stringify({ ...draft, record: [] })), null);
  assert.deepEqual(parse(JSON.stringify({ ...draft, made: [{ id: "../x", title: "X" }, null] }))?.made, []);
});

test("where storage is refused nothing is thrown", () => {
  const keep = keeper("", () => {
    throw new Error("refused");
  });
  assert.equal(keep.write({ format: DRAFT, id: "", record: null, values: {}, made: [], also: nobody() }), false);
  assert.equal(keep.read(), null);
  keep.remove();
});
