// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { VALUES, answered } from "../../overrides/assets/hub/assessment/model.mjs";
import { progress, scores } from "../../overrides/assets/hub/assessment/scoring.mjs";
import { IDS, CHECKLIST, at, chance, withValues } from "./assessment-samples.mjs";

/** @param {ReturnType<typeof chance>} by @returns {Record<string, any>} */
const someValues = (by) => Object.fromEntries(IDS.filter(() => by.random() < 0.8).map((id) => [id, by.one(VALUES)]));

/** @param {Record<string, any>} values @param {any} [details] */
const vision = (values, details) => scores(withValues(values, details), CHECKLIST)[0];

test("the share is over criteria with a level; the others are counted", () => {
  assert.deepEqual(vision({ "vision-one": 3, "vision-two": 0, "vision-three": "na", "vision-four": "unknown" }), {
    ...{ dimension: "vision", share: 50, total: 4, levels: 2, unanswered: 0, unknown: 1, notApplicable: 1 },
  });
  assert.deepEqual(vision({ "vision-one": 2 }), {
    ...{ dimension: "vision", share: 200 / 3, total: 4, levels: 1, unanswered: 3, unknown: 0, notApplicable: 0 },
  });
});

test("without a level there is no share, which is not zero", () => {
  assert.equal(vision({}).share, null);
  assert.equal(vision({ "vision-one": "na", "vision-two": "unknown" }).share, null);
  assert.equal(vision({ "vision-one": 0 }).share, 0);
});

test("the quick variant counts essential criteria only, also where advanced ones were answered", () => {
  const quick = vision({ "vision-one": 3, "vision-four": 0 }, { variant: "quick" });
  assert.deepEqual([quick.share, quick.total, quick.unanswered], [100, 3, 2]);
  const ethics = {
    ...CHECKLIST,
    criteria: CHECKLIST.criteria.filter(({ dimension }) => dimension === "vision"),
  };
  assert.deepEqual(
    scores(withValues({}), ethics).map(({ dimension }) => dimension),
    ["vision"],
  );
  const single = { ...ethics, criteria: ethics.criteria.slice(0, 1) };
  assert.deepEqual(
    scores(withValues({}), single).map(({ total }) => total),
    [1],
  );
});

test("answers to criteria that do not count count nowhere", () => {
  assert.deepEqual(vision({ "vision-one": 3, "long-gone": 0 }), vision({ "vision-one": 3 }));
});

test("properties: bounded; counts add up; the order of answering does not matter", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const by = chance(seed);
    const values = someValues(by);
    const all = scores(withValues(values), CHECKLIST);
    for (const one of all) {
      assert.ok(one.share === null ? one.levels === 0 : one.share >= 0 && one.share <= 100 && one.levels > 0);
      assert.equal(one.levels + one.unanswered + one.unknown + one.notApplicable, one.total);
    }
    assert.deepEqual(scores(withValues(Object.fromEntries(by.shuffled(Object.entries(values)))), CHECKLIST), all);
    assert.deepEqual(progress(all), { total: 12, done: Object.keys(values).length });
  }
});

test("property: a better answer never lowers a share, and raises its own", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const by = chance(seed);
    const id = by.one(IDS);
    const level = by.below(3);
    const before = withValues({ ...someValues(by), [id]: /** @type {any} */ (level) });
    const after = answered(before, id, { value: /** @type {any} */ (level + 1 + by.below(3 - level)) }, 1, at(9));
    const [old, now] = [before, after].map((one) => scores(one, CHECKLIST));
    old.forEach((was, place) => {
      if (id.startsWith(was.dimension)) assert.ok(Number(now[place].share) > Number(was.share));
      else assert.deepEqual(now[place], was);
    });
  }
});

test("property: not applicable, don't know and unanswered leave both sides of the fraction", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const by = chance(seed);
    const values = someValues(by);
    const id = by.one(IDS);
    const { [id]: _, ...rest } = values;
    const shares = [rest, { ...rest, [id]: "na" }, { ...rest, [id]: "unknown" }].map((some) =>
      scores(withValues(some), CHECKLIST).map(({ share }) => share),
    );
    assert.deepEqual(shares[1], shares[0]);
    assert.deepEqual(shares[2], shares[0]);
  }
});
