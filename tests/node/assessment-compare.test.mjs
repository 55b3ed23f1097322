// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../../overrides/assets/hub/assessment/compare.mjs";
import { answered, copied, planned, unplanned } from "../../overrides/assets/hub/assessment/model.mjs";
import { CHECKLIST, aCriterion, at, chance, someAssessment, withValues } from "./assessment-samples.mjs";

const LATER = { id: "a2", date: "2027-11-22" };

/** @param {Record<string, any>} then @param {Record<string, any>} now */
const compared = (then, now) => compare(withValues(then), withValues(now, LATER), CHECKLIST);

test("each criterion went up, down, stayed, came, went, or changed in kind", () => {
  const { criteria } = compared(
    {
      "vision-one": 1,
      "vision-two": 3,
      "vision-three": 2,
      "matching-one": 0,
      "matching-two": "na",
      "matching-three": "unknown",
    },
    {
      "vision-one": 3,
      "vision-two": 2,
      "vision-three": 2,
      "vision-four": 0,
      "matching-two": 1,
      "matching-three": "unknown",
    },
  );
  assert.deepEqual(
    criteria.map(({ criterion, kind, steps }) => [criterion, kind, steps]),
    [
      ["vision-one", "up", 2],
      ["vision-two", "down", -1],
      ["vision-three", "same", 0],
      ["vision-four", "first", null],
      ["matching-one", "no-longer", null],
      ["matching-two", "other", null],
      ["matching-three", "same", null],
    ],
  );
});

test("old and new note stand side by side, also without an answer; what was emptied is nothing", () => {
  const then = answered(withValues({ "vision-one": 1 }), "vision-one", { note: "toen" }, 1, at(2));
  const now = answered(
    answered(withValues({}, LATER), "vision-one", { note: "nu" }, 1, at(3)),
    "vision-two",
    { value: null },
    1,
    at(3),
  );
  const { criteria } = compare(then, now, CHECKLIST);
  assert.deepEqual(
    criteria.map((row) => [row.criterion, row.then?.note, row.now?.note, row.kind]),
    [["vision-one", "toen", "nu", "no-longer"]],
  );
});

test("the dates say which is then, whatever the order", () => {
  const [then, now] = [withValues({ "vision-one": 1 }), withValues({ "vision-one": 2 }, LATER)];
  assert.deepEqual(compare(now, then, CHECKLIST), compare(then, now, CHECKLIST));
  assert.equal(compare(now, then, CHECKLIST).criteria[0].steps, 1);
});

test("on the same day the ids decide, whatever the order", () => {
  const [first, second] = [
    withValues({ "vision-one": 1 }, { id: "b1" }),
    withValues({ "vision-one": 2 }, { id: "b2" }),
  ];
  for (const pair of [
    [first, second],
    [second, first],
  ])
    assert.equal(compare(pair[0], pair[1], CHECKLIST).then.id, "b1");
});

test("then, now and the difference of a dimension are over the criteria with a level in both", () => {
  const { dimensions } = compared({ "vision-one": 1, "vision-two": 0 }, { "vision-one": 2, "vision-three": 3 });
  assert.deepEqual(dimensions[0], { dimension: "vision", then: 33, now: 67, both: 1, difference: 34 });
  assert.deepEqual([dimensions[1].then, dimensions[1].both, dimensions[1].difference], [null, 0, null]);
});

test("property: the numbers of each row add up", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const by = chance(seed);
    const [then, now] = [someAssessment(by), { ...someAssessment(by), ...LATER }];
    for (const row of compare(then, now, CHECKLIST).dimensions) {
      if (!row.both) assert.deepEqual([row.then, row.now, row.difference], [null, null, null]);
      else assert.equal(Number(row.then) + Number(row.difference), row.now);
    }
  }
});

test("an answer that waits to be confirmed is not an answer that went away", () => {
  const then = withValues({ "vision-one": 2 });
  const next = copied(then, LATER, { answers: "confirm", plan: true }, at(9));
  const { criteria, dimensions } = compare(then, next, CHECKLIST);
  assert.deepEqual([criteria[0].kind, criteria[0].now?.earlier, dimensions[0].now], ["to-confirm", 2, null]);
});

test("the old plan, and what became of it", () => {
  const plan = ["Nota", "Bellen", "Weg", "Opnieuw "].reduce(
    (made, text, place) => planned(made, { id: `p${place}`, text, criterion: "vision-one" }, at(place)),
    withValues({}),
  );
  let now = copied(plan, LATER, { answers: true, plan: true }, at(50));
  now = unplanned(unplanned(planned(now, { id: "p0", state: "done" }, at(60)), "p2", at(61)), "p3", at(62));
  now = planned(
    planned(now, { id: "q", text: "opnieuw", criterion: "vision-one", state: "started" }, at(63)),
    { id: "r", text: "Nieuw" },
    at(64),
  );
  const result = compare(plan, now, CHECKLIST);
  assert.deepEqual(
    result.plan.map((row) => [row.then.text, row.now?.state]),
    [
      ["Nota", "done"],
      ["Bellen", "open"],
      ["Weg", undefined],
      ["Opnieuw ", "started"],
    ],
  );
  assert.deepEqual(
    result.newActions.map(({ text }) => text),
    ["Nieuw"],
  );
});

test("the same words for another criterion are another action", () => {
  const then = planned(withValues({}), { id: "p", text: "Bellen", criterion: "vision-one" }, at(1));
  const now = planned(withValues({}, LATER), { id: "q", text: "Bellen", criterion: "vision-two" }, at(2));
  const result = compare(then, now, CHECKLIST);
  assert.deepEqual([result.plan[0].now, result.newActions.map(({ id }) => id)], [null, ["q"]]);
});

test("strangers are in order, and nothing entered is null", () => {
  const { criteria } = compare(withValues({ zz: 1, aa: 2 }), withValues({ mm: 0 }, LATER), CHECKLIST);
  assert.deepEqual(
    criteria.map(({ criterion, then, now }) => [criterion, then?.value ?? then, now?.value ?? now]),
    [
      ["aa", 2, null],
      ["mm", null, 0],
      ["zz", 1, null],
    ],
  );
});

test("reworded, retired and replaced criteria are marked; strangers stay", () => {
  const checklist = {
    version: 2,
    dimensions: ["vision"],
    criteria: [
      aCriterion({ id: "clearer", reworded: 2 }),
      aCriterion({ id: "old", retired: { version: 2 } }),
      aCriterion({ id: "fresh", since: 2, replaces: ["old"] }),
    ],
  };
  const then = withValues({ clearer: 1, old: 2, stranger: 1 });
  const now = answered(
    answered(withValues({}, LATER), "clearer", { value: 1 }, 2, at(9)),
    "fresh",
    { value: 1 },
    2,
    at(9),
  );
  assert.deepEqual(
    compare(then, now, checklist).criteria.map((row) => [row.criterion, row.reworded, row.retired, row.replaces]),
    [
      ["clearer", true, false, []],
      ["old", false, true, []],
      ["fresh", false, false, ["old"]],
      ["stranger", false, false, []],
    ],
  );
  assert.equal(
    compare(then, withValues({ clearer: 1 }, LATER), checklist).criteria[0].reworded,
    false,
    "both are old answers",
  );
});

test("property: compared with itself nothing changed", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const one = someAssessment(chance(seed));
    const result = compare(one, copied(one, LATER, { answers: true, plan: true }, at(1)), CHECKLIST);
    assert.ok(result.criteria.every(({ kind, steps }) => (kind === "same" && !steps) || kind === "none"));
    assert.ok(result.dimensions.every(({ then, now, difference }) => then === now && !difference));
    assert.ok(result.plan.every((row) => row.then === row.now));
    assert.deepEqual(result.newActions, []);
  }
});

test("full against quick compares the essential criteria", () => {
  const then = withValues({ "vision-one": 1, "vision-four": 0 });
  const now = withValues({ "vision-one": 1, "vision-four": 3 }, { ...LATER, variant: "quick" });
  assert.equal(compare(then, now, CHECKLIST).dimensions[0].both, 1);
  assert.equal(compare(then, { ...now, variant: "full" }, CHECKLIST).dimensions[0].both, 2);
  const advanced = { ...CHECKLIST, criteria: CHECKLIST.criteria.filter(({ tier }) => tier === "advanced") };
  assert.deepEqual(
    compare(then, now, advanced).dimensions.map(({ dimension, then: was, now: is }) => [dimension, was, is])[0],
    ["vision", null, null],
  );
});
