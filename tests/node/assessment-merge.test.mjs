// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, toText } from "../../overrides/assets/hub/assessment/file.mjs";
import { agreedAssessment, merge } from "../../overrides/assets/hub/assessment/merge.mjs";
import { answered, described, planned } from "../../overrides/assets/hub/assessment/model.mjs";
import { CHECKLIST, aCriterion, anAssessment, at, chance, someAssessment, withValues } from "./assessment-samples.mjs";

/** @typedef {import("../../overrides/assets/hub/assessment/model.mjs").Assessment} Assessment */

/** @param {Record<string, Assessment | string>} files */
function merged(files, checklist = CHECKLIST) {
  const read = Object.entries(files).map(([file, one]) => ({
    file,
    parsed: parse(typeof one === "string" ? one : toText(one)),
  }));
  return merge(read, checklist);
}

/** @param {string} id @param {Record<string, any>} values @param {any} [details] */
const person = (id, values, details) => withValues(values, { id, role: "mentor", ...details });

/** @param {ReturnType<typeof merged>} result @param {string} id */
function rowOf(result, id) {
  const row = result.rows.find(({ criterion }) => criterion === id);
  assert.ok(row);
  return row;
}

test("per criterion: how many gave what, spread and median", () => {
  const values = [0, 3, 2, "na", "unknown"];
  const files = Object.fromEntries(
    values.map((value, place) => [`${place}`, person(`p${place}`, { "vision-one": value })]),
  );
  const row = rowOf(merged({ ...files, none: person("none", {}) }), "vision-one");
  assert.deepEqual(row.levels, [1, 0, 1, 1]);
  assert.deepEqual(
    [row.unknown, row.notApplicable, row.unanswered, row.spread, row.median, row.mixed],
    [1, 1, 1, 3, 2, true],
  );
});

test("the median may lie between two levels; one level has no spread; no level has neither", () => {
  const result = merged({
    a: person("a", { "vision-one": 1, "vision-two": 2, "vision-three": "na" }),
    b: person("b", { "vision-one": 2, "vision-three": "na" }),
  });
  const found = ["vision-one", "vision-two", "vision-three", "vision-four"].map((id) => rowOf(result, id));
  assert.deepEqual(
    found.map(({ spread, median }) => [spread, median]),
    [
      [1, 1.5],
      [null, 2],
      [null, null],
      [null, null],
    ],
  );
  assert.deepEqual(
    found.map(({ unanimous, mixed }) => [unanimous, mixed]),
    [
      [null, false],
      [null, false],
      ["na", false],
      [null, false],
    ],
  );
});

test("sorted by disagreement, then as the criteria are", () => {
  const a = {
    "vision-two": 1,
    "vision-three": 0,
    "vision-four": 2,
    "matching-one": 1,
    "matching-two": 2,
    "ethics-one": "unknown",
  };
  const b = { "vision-two": 2, "vision-three": 3, "vision-four": 2, "matching-one": "na", "matching-two": 2 };
  const rows = merged({ a: person("a", a), b: person("b", b) }).rows.map(({ criterion }) => criterion);
  assert.deepEqual(rows.slice(0, 4), ["vision-three", "vision-two", "vision-four", "matching-two"]);
  assert.deepEqual(rows.slice(4, 7), ["matching-one", "ethics-one", "vision-one"]);
});

test("with equal spread, more people away from the middle comes first", () => {
  const values = [
    [0, 0],
    [3, 0],
    [1, 3],
    [1, 3],
  ];
  const files = Object.fromEntries(
    values.map(([one, two], place) => [`${place}`, person(`p${place}`, { "vision-one": one, "vision-two": two })]),
  );
  assert.equal(merged(files).rows[0].criterion, "vision-two");
});

test("far from the middle is measured from the median, not from zero", () => {
  const values = [
    [0, 0],
    [3, 0],
    [3, 3],
    [3, 3],
  ];
  const files = Object.fromEntries(
    values.map(([one, two], place) => [`${place}`, person(`p${place}`, { "vision-one": one, "vision-two": two })]),
  );
  assert.equal(merged(files).rows[0].criterion, "vision-two");
});

test("not applicable for some and unanswered by the others is no disagreement", () => {
  const row = rowOf(merged({ a: person("a", { "vision-one": "na" }), b: person("b", {}) }), "vision-one");
  assert.deepEqual([row.mixed, row.unanimous], [false, null]);
});

/** The answers by role of so many people, each with a level. @param {Record<string, number>} roles */
function byRole(roles) {
  const people = Object.entries(roles).flatMap(([role, count]) =>
    Array.from({ length: count }, (_, place) => ({ role, level: place })),
  );
  const files = people.map(({ role, level }, place) => [
    `f${place}`,
    person(`p${place}`, { "vision-one": level }, { role }),
  ]);
  return rowOf(merged(Object.fromEntries(files)), "vision-one").byRole;
}

test("answers by role only from three files per role on, in an order that names nobody", () => {
  assert.equal(byRole({ mentor: 2 }), null);
  assert.equal(byRole({ mentor: 1, manager: 1, coach: 1 }), null);
  assert.equal(byRole({ mentor: 2, coach: 2 }), null);
  assert.deepEqual(byRole({ mentor: 3, coach: 3 }), [
    { role: "coach", values: [0, 1, 2] },
    { role: "mentor", values: [0, 1, 2] },
  ]);
});

test("whoever is left over cannot be recognised from the rest", () => {
  assert.equal(byRole({ mentor: 3, manager: 1 }), null);
  assert.equal(byRole({ mentor: 3, manager: 1, coach: 1 }), null);
  assert.deepEqual(byRole({ mentor: 4, coach: 3, manager: 1 })?.map(({ role }) => role), ["mentor"]);
  assert.deepEqual(byRole({ mentor: 3, manager: 2, coach: 1 })?.map(({ role }) => role), ["mentor"]);
}); // prettier-ignore

test("a role is the same in capitals, with an accent and with blanks around it", () => {
  assert.deepEqual(byRole({ "Coördinator": 1, coordinator: 1, " COORDINATOR ": 1 }), [
    { role: " COORDINATOR ", values: [0, 0, 0] },
  ]);
}); // prettier-ignore

test("the same file twice counts once, and a repeated file does not open the roles", () => {
  const one = person("a", { "vision-one": 1 });
  const result = merged({ "a.json": one, "a (1).json": one, "b.json": person("b", { "vision-one": 2 }) });
  assert.deepEqual(
    result.used.map(({ file }) => file),
    ["a (1).json", "b.json"],
  );
  assert.deepEqual(result.repeated, [{ file: "a.json", of: "a (1).json", how: "same" }]);
  assert.equal(rowOf(result, "vision-one").byRole, null);
});

test("an earlier save of a file does not count", () => {
  const early = person("a", { "vision-one": 1, "vision-two": 2, "vision-three": 0 });
  const late = answered(answered(early, "vision-one", { value: 3 }, 1, at(50)), "vision-four", { value: 3 }, 1, at(51));
  const result = merged({ early, late, blank: anAssessment({ id: "a", role: "mentor" }) });
  assert.deepEqual(
    result.used.map(({ file }) => file),
    ["late"],
  );
  assert.deepEqual(
    result.repeated.map(({ file, how }) => [file, how]),
    [
      ["blank", "earlier"],
      ["early", "earlier"],
    ],
  );
});

test("colleagues who started from one file count apart, and that is named", () => {
  const blank = anAssessment({ id: "a" });
  const monday = answered(described(blank, { role: "coach" }, at(10)), "vision-one", { value: 1 }, 1, at(10));
  const tuesday = answered(described(blank, { role: "mentor" }, at(20)), "vision-one", { value: 3 }, 1, at(20));
  const result = merged({ monday, tuesday });
  assert.deepEqual(
    result.used.map(({ file, sameStart }) => [file, sameStart]),
    [
      ["monday", ["tuesday"]],
      ["tuesday", ["monday"]],
    ],
  );
  assert.equal(rowOf(result, "vision-one").spread, 2);
});

test("two files that each have newer parts count apart", () => {
  const start = person("a", { "vision-one": 1, "vision-two": 1 });
  const left = answered(start, "vision-one", { value: 2 }, 1, at(60));
  const right = answered(start, "vision-two", { value: 3 }, 1, at(61));
  assert.equal(merged({ left, right }).used.length, 2);
});

test("a file with the same id is an earlier save only when at least half of it was left as it was", () => {
  const first = person("a", { "vision-one": 1, "vision-two": 2, "vision-three": 0 });
  const once = answered(first, "vision-one", { value: 3 }, 1, at(50));
  const twice = answered(once, "vision-two", { value: 3 }, 1, at(51));
  assert.deepEqual(
    merged({ first, once }).used.map(({ file }) => file),
    ["once"],
  );
  assert.deepEqual(
    merged({ first, twice }).used.map(({ file }) => file),
    ["first", "twice"],
  );
});

test("different answers at the same time are those of two people", () => {
  const files = {
    a: person("a", { "vision-one": 1, "vision-two": 2 }),
    b: person("a", { "vision-one": 1, "vision-two": 3 }),
  };
  assert.equal(merged(files).used.length, 2);
});

test("with the same answers, the plan says which save is the later one", () => {
  const start = person("a", { "vision-one": 1 });
  const early = planned(start, { id: "p", text: "Bellen" }, at(5));
  const late = planned(early, { id: "p", state: "done" }, at(6));
  assert.deepEqual(
    merged({ start, early, late }).used.map(({ file }) => file),
    ["late"],
  );
  const other = planned(start, { id: "q", text: "Schrijven" }, at(7));
  assert.deepEqual(
    merged({ late, other }).used.map(({ file }) => file),
    ["late", "other"],
  );
});

test("a damaged file among good ones is named and harms nobody", () => {
  const result = merged({
    good: person("a", { "vision-one": 1 }),
    bad: "{",
    worse: toText(anAssessment()).replace('"person"', '"crowd"'),
  });
  assert.deepEqual(
    result.used.map(({ file }) => file),
    ["good"],
  );
  assert.deepEqual(
    result.damaged.map(({ file, faults }) => [file, faults[0].code]),
    [
      ["bad", "not-json"],
      ["worse", "not-allowed"],
    ],
  );
});

test("no files, no answers", () => {
  const { used, damaged, repeated, rows } = merge([], CHECKLIST);
  assert.deepEqual([used, damaged, repeated, rows.length], [[], [], [], 8]);
  assert.deepEqual([rows[0].unanimous, rows[0].median, rows[0].mixed], [null, null, false]);
});

test("files of other versions: named, and their answers to reworded criteria counted as such", () => {
  const now = {
    version: 2,
    dimensions: ["vision"],
    criteria: [aCriterion({ id: "vision-one", reworded: 2 }), aCriterion({ id: "old", retired: { version: 2 } })],
  };
  const result = merged({
    a: person("a", { "vision-one": 1, old: 2 }),
    b: person("b", { "vision-one": 1 }, { criteriaVersion: 2 }),
    c: person("c", { later: 1 }, { criteriaVersion: 3 }),
  }, now); // prettier-ignore
  assert.deepEqual(
    result.used.map(({ version }) => version),
    ["older", null, "newer"],
  );
  assert.equal(rowOf(result, "vision-one").outdated, 2);
  assert.deepEqual(result.strangers, ["later", "old"]);
});

test("all quick: the essential criteria; one full among them: all", () => {
  const quick = person("a", {}, { variant: "quick" });
  assert.equal(merged({ quick }).rows.length, 8);
  assert.equal(merged({ quick, full: person("b", {}) }).rows.length, 12);
});

test("property: the order of the files does not matter", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const by = chance(seed);
    /** @type {{ file: string, parsed: any }[]} */
    const files = [];
    for (let count = by.below(6); count >= 0; count -= 1) {
      const before = files.map(({ parsed }) => parsed.assessment).filter(Boolean);
      const fresh = someAssessment(by, {
        start: anAssessment({ id: `a${by.below(3)}`, role: by.one(["coach", "mentor"]) }),
        clock: 5,
      });
      const again = before.length ? by.one(before) : fresh;
      const made = by.one([fresh, fresh, again, someAssessment(by, { start: again, steps: 2 })]);
      const file = by.one(["same name", `file ${by.below(9)}`]);
      files.push({ file, parsed: by.below(8) ? parse(toText(made)) : parse(by.one(["{", "[]", "null"])) });
    }
    const first = merge(files, CHECKLIST);
    for (let times = 0; times < 4; times += 1)
      assert.deepEqual(merge(by.shuffled(files), CHECKLIST), first, `seed ${seed}`);
    const good = files.filter(({ parsed }) => parsed.assessment).length;
    assert.equal(first.used.length + first.repeated.length, good);
    assert.equal(first.used.length > 0, good > 0, `seed ${seed}: never all left out`);
    assert.equal(first.damaged.length, files.length - good);
    assert.ok(
      first.rows.every(
        (row) =>
          row.levels.reduce((sum, one) => sum + one, row.unknown + row.notApplicable + row.unanswered) ===
          first.used.length,
      ),
    );
  }
});

test("what was agreed becomes the team's assessment", () => {
  const agreed = new Map([["vision-one", { value: /** @type {const} */ (2), note: "Na gesprek" }]]);
  const team = agreedAssessment(
    agreed,
    { id: "t", date: "2026-12-01", name: "Team" },
    { ...CHECKLIST, version: 4 },
    at(99),
  );
  assert.deepEqual([team.kind, team.agreed, team.criteriaVersion, team.name], ["team", true, 4, "Team"]);
  assert.deepEqual([...team.answers], [["vision-one", { value: 2, note: "Na gesprek", version: 4, changed: at(99) }]]);
  assert.deepEqual(parse(toText(team)).assessment, team);
});
