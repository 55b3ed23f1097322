// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { changes } from "../../overrides/assets/hub/assessment/changes.mjs";
import { answered, described } from "../../overrides/assets/hub/assessment/model.mjs";
import { aCriterion, at, withValues } from "./assessment-samples.mjs";

/** Version 3: two new, one reworded, one retired since version 2. */
const NOW = {
  version: 3,
  dimensions: ["vision"],
  criteria: [
    aCriterion({ id: "steady" }),
    aCriterion({ id: "clearer", reworded: 3 }),
    aCriterion({ id: "old", retired: { version: 3 } }),
    aCriterion({ id: "older", retired: { version: 2 } }),
    aCriterion({ id: "fresh", since: 3, replaces: ["old", "older"] }),
    aCriterion({ id: "extra", since: 3, tier: "advanced" }),
  ],
};

/** @param {readonly { id: string }[]} some */
const ids = (some) => some.map(({ id }) => id);

const THEN = withValues({ steady: 2, clearer: 1, old: 3, "never-ours": 0 }, { criteriaVersion: 2 });

test("new, reworded and retired since the version of the file are named, and only the first two are asked", () => {
  const found = changes(THEN, NOW);
  assert.deepEqual([found.from, found.to, found.newer], [2, 3, false]);
  assert.deepEqual(
    [ids(found.added), ids(found.reworded), ids(found.retired)],
    [["fresh", "extra"], ["clearer"], ["old"]],
  );
  assert.deepEqual(ids(found.toAnswer), ["clearer", "fresh", "extra"]);
  assert.deepEqual(found.strangers, ["never-ours"]);
});

test("what was answered again for the new version is no longer asked; {} confirms", () => {
  const confirmed = answered(THEN, "clearer", {}, 3, at(9));
  assert.equal(confirmed.answers.get("clearer")?.value, 1);
  assert.deepEqual(ids(changes(confirmed, NOW).toAnswer), ["fresh", "extra"]);
  const filled = answered(confirmed, "fresh", { value: "na" }, 3, at(9));
  assert.deepEqual(ids(changes(filled, NOW).toAnswer), ["extra"]);
  assert.deepEqual(ids(changes(filled, NOW).added), ["fresh", "extra"], "still named");
});

test("once dealt with, nothing is named any more", () => {
  const done = described(answered(THEN, "clearer", {}, 3, at(9)), { criteriaVersion: 3 }, at(9));
  const found = changes(done, NOW);
  assert.deepEqual([found.newer, found.added, found.reworded, found.retired, found.toAnswer], [false, [], [], [], []]);
});

test("answers to replaced criteria are suggested, until there is an answer", () => {
  assert.deepEqual(
    [...changes(THEN, NOW).suggestions],
    [["fresh", [{ from: "old", answer: THEN.answers.get("old") }]]],
  );
  assert.equal(changes(answered(THEN, "fresh", { value: 1 }, 3, at(9)), NOW).suggestions.size, 0);
});

test("a note without an answer is still asked, an unanswered steady criterion is not news", () => {
  const noted = answered(answered(THEN, "extra", { note: "later" }, 3, at(9)), "steady", { value: null }, 2, at(9));
  assert.deepEqual(ids(changes(noted, NOW).toAnswer), ["clearer", "fresh", "extra"]);
});

test("a criterion that came with the version of the file and changed since is reworded; one that came and went since is nothing", () => {
  const checklist = {
    version: 4,
    dimensions: ["vision"],
    criteria: [
      aCriterion({ id: "came", since: 2, reworded: 4 }),
      aCriterion({ id: "short", since: 3, retired: { version: 4 } }),
      aCriterion({ id: "left", since: 2, retired: { version: 4 } }),
    ],
  };
  const found = changes(withValues({}, { criteriaVersion: 2 }), checklist);
  assert.deepEqual(
    [ids(found.added), ids(found.reworded), ids(found.retired), ids(found.toAnswer)],
    [[], ["came"], ["left"], []],
  );
});

test("retired advanced criteria are news for the full variant only", () => {
  const checklist = {
    ...NOW,
    criteria: [aCriterion({ id: "wide", tier: "advanced", retired: { version: 3 } }), ...NOW.criteria],
  };
  assert.deepEqual(ids(changes(THEN, checklist).retired), ["wide", "old"]);
  assert.deepEqual(ids(changes({ ...THEN, variant: "quick" }, checklist).retired), ["old"]);
});

test("the quick variant hears of essential criteria only", () => {
  assert.deepEqual(ids(changes({ ...THEN, variant: "quick" }, NOW).added), ["fresh"]);
});

test("a file of later criteria asks nothing and says so", () => {
  const found = changes(withValues({ "from-the-future": 1, steady: 1 }, { criteriaVersion: 4 }), NOW);
  assert.deepEqual([found.newer, found.added, found.reworded, found.retired], [true, [], [], []]);
  assert.deepEqual(found.strangers, ["from-the-future"]);
});
