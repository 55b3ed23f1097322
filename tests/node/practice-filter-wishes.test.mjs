import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, fromQuery, together, toQuery, wished } from "../../overrides/assets/hub/practice-filter/query.mjs";
import { answers, ranked, score, tier, wishesOf } from "../../overrides/assets/hub/practice-filter/wishes.mjs";
import { FACETS, random, someIndex, someState } from "./practice-filter-samples.mjs";

const index = {
  ids: ["exact", "near", "silent", "other"], names: ["a", "b", "c", "d"], start: [null, null, null, null], whole: true,
  facets: [
    { id: "group", values: ["refugees", "women", "newcomers"], near: [[2], [], []], of: [[0, 1], 2, 0, 1] },
    { id: "dur", values: ["6-months", "flexible", "year"], near: [[1], [], []], of: [0, 1, [], 2] },
  ],
}; // prettier-ignore
const all = [0, 1, 2, 3];

/** @param {string} query */
const wishes = (query) => wishesOf(fromQuery(query, FACETS).state);
const fits = (/** @type {number} */ practice, /** @type {string} */ query) =>
  answers(index, practice, wishes(query)).map(({ fit }) => fit);

test("a value is met, near, not documented or another; why is always said", () => {
  const wish = "?like-group=refugees&like-dur=6-months";
  assert.deepEqual(fits(0, wish), ["yes", "yes"]);
  assert.deepEqual(fits(1, wish), ["partly", "partly"]);
  assert.deepEqual(fits(2, wish), ["yes", "unknown"]);
  assert.deepEqual(fits(3, wish), ["no", "no"]);
  assert.deepEqual(
    answers(index, 3, wishes(wish)).map(({ values }) => values),
    [["women"], ["year"]],
  );
});

test("what is not documented is no no: it counts more than another value and does not end a good fit", () => {
  const of = (/** @type {number} */ practice) =>
    answers(index, practice, wishes("?like-group=refugees&like-dur=6-months"));
  assert.ok(score(of(2)) > score(of(1)) && score(of(1)) > score(of(3)));
  assert.deepEqual(
    all.map((practice) => tier(of(practice))),
    ["good", "partly", "good", "other"],
  );
});

test("one of several groups will do, unless all of them are wanted: then each is a wish of its own", () => {
  assert.deepEqual(fits(2, "?like-group=refugees,women"), ["yes"]);
  assert.deepEqual(fits(2, "?like-group=refugees,women&all=group"), ["yes", "no"]);
  assert.deepEqual(fits(0, "?like-group=refugees,women&all=group"), ["yes", "yes"]);
});

test("no practice drops out, the best fit comes first, and what fits equally keeps its order", () => {
  const dice = random(11);
  for (let run = 0; run < 300; run++) {
    const index = someIndex(dice, dice.below(30));
    const state = someState(dice);
    const practices = dice.some(
      index.ids.map((_, place) => place),
      0.7,
    );
    const wanted = wishesOf(state);
    const groups = ranked(index, practices, wanted);
    const order = groups.flatMap((group) => group.practices);
    assert.deepEqual(
      [...order].sort((one, other) => one - other),
      practices,
    );
    for (const { value, practices: members } of groups) {
      assert.ok(members.length);
      const scores = members.map((practice) => score(answers(index, practice, wanted)));
      scores.forEach((one, at) => {
        assert.equal(tier(answers(index, members[at], wanted)), value);
        if (at) assert.ok(scores[at - 1] > one || (scores[at - 1] === one && members[at - 1] < members[at]));
      });
    }
  }
});

test("wishes are in the address, apart from filters, and unknown ones are left out and counted", () => {
  const query = "?like-group=refugees,women&like-dur=6-months&group=women&all=group";
  const { state, ignored } = fromQuery(query, FACETS);
  assert.equal(toQuery(state), query);
  assert.equal(ignored, 0);
  assert.equal(fromQuery("?like-group=martians,none&like-kind=youth&like-dur=", FACETS).ignored, 2);
  assert.equal(toQuery(wished(wished(EMPTY, "edu", "higher", FACETS), "edu", "", FACETS)), "");
  assert.equal(toQuery(together(together(EMPTY, "group", true), "group", false)), "");
});
