// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { ORDER, advice, priorities } from "../../overrides/assets/hub/assessment/advice.mjs";
import { VALUES } from "../../overrides/assets/hub/assessment/model.mjs";
import { IDS, CHECKLIST, chance, withValues } from "./assessment-samples.mjs";

/** @param {Record<string, any>} values @param {any} [details] */
const given = (values, details) => advice(withValues(values, details), CHECKLIST);
/** @param {any} value */
const all = (value) => Object.fromEntries(IDS.map((id) => [id, value]));

test("an advice names its rule, its reason and what helps", () => {
  const [first, ...rest] = given({ ...all(3), "vision-one": 1 });
  assert.deepEqual(first, {
    rule: "partly",
    criteria: ["vision-one"],
    reason: { value: 1, tier: "essential", count: 1 },
    relations: { guides: ["guide-vision"], tools: [], practices: [] },
  });
  assert.deepEqual(rest, []);
});

test("the order is the published one: tier, level, basis, dimension, criterion", () => {
  assert.deepEqual(ORDER, ["tier", "level", "basis", "dimension", "criterion"]);
  const values = { ...all(1), "matching-three": 0, "ethics-three": 0, "vision-three": "unknown", "vision-one": 2 };
  assert.deepEqual(
    given(values).map(({ criteria }) => criteria[0]),
    [
      ...[
        "matching-three",
        "ethics-one",
        "ethics-two",
        "vision-two",
        "matching-two",
        "matching-one",
        "vision-three",
        "vision-one",
      ],
      ...["ethics-three", "ethics-four", "vision-four", "matching-four"],
    ],
  );
});

test("the basis is a reason where it made the advice come earlier", () => {
  const reasons = new Map(given(all(0)).map(({ criteria, reason }) => [criteria[0], reason.basis]));
  assert.deepEqual(
    [reasons.get("ethics-one"), reasons.get("vision-two"), reasons.get("vision-one")],
    ["law", "definition", undefined],
  );
});

test("don't know asks to find out; unanswered and not applicable come last, together", () => {
  const { "vision-one": _, ...rest } = /** @type {Record<string, any>} */ ({ ...all("na"), "vision-two": "unknown" });
  assert.deepEqual(
    given(rest).map(({ rule, criteria, reason }) => [rule, criteria.length, reason.count]),
    [
      ["find-out", 1, 1],
      ["unanswered", 1, 1],
      ["not-applicable", 10, 10],
    ],
  );
});

test("nothing answered: only that", () => {
  assert.deepEqual(
    given({}).map(({ rule, criteria }) => [rule, criteria]),
    [["unanswered", IDS]],
  );
});

test("the priorities are the essential criteria at 0 or 1", () => {
  const found = priorities(
    given({ ...all(2), "ethics-four": 0, "vision-three": 1, "matching-two": 0, "vision-one": "unknown" }),
  );
  assert.deepEqual(
    found.map(({ criteria }) => criteria[0]),
    ["matching-two", "vision-three"],
  );
});

test("the quick variant advises on essential criteria only", () => {
  assert.equal(given(all(0), { variant: "quick" }).length, 8);
});

test("property: two different profiles get different advice, equal ones the same", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const by = chance(seed);
    /** @type {Record<string, any>} */
    const one = Object.fromEntries(IDS.filter(() => by.random() < 0.9).map((id) => [id, by.one(VALUES)]));
    const id = by.one(IDS);
    const other = { ...one, [id]: by.one(VALUES.filter((value) => value !== one[id])) };
    assert.notDeepEqual(given(one), given(other), `seed ${seed}`);
    assert.deepEqual(given(one), given(Object.fromEntries(by.shuffled(Object.entries(one)))));
    const { [id]: _, ...without } = other;
    assert.notDeepEqual(given(without), given(other), `seed ${seed}, unanswered`);
  }
});

test("property: each criterion below 3 is advised on once", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const by = chance(seed);
    const values = Object.fromEntries(IDS.filter(() => by.random() < 0.9).map((id) => [id, by.one(VALUES)]));
    assert.deepEqual(
      given(values)
        .flatMap(({ criteria }) => criteria)
        .sort(),
      IDS.filter((id) => values[id] !== 3).sort(),
    );
  }
});
