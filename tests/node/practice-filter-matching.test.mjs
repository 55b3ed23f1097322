import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, grouping } from "../../overrides/assets/hub/practice-filter/grouping.mjs";
import { blocking, carriersIn, match, sorted, valuesOf } from "../../overrides/assets/hub/practice-filter/matching.mjs";
import { chosen, cleared, EMPTY, lifted, NONE, together } from "../../overrides/assets/hub/practice-filter/query.mjs";
import { shade } from "../../overrides/assets/hub/practice-filter/tiles.mjs";
import { FACETS, random, someIndex, someState } from "./practice-filter-samples.mjs";

/**
 * @typedef {import("../../overrides/assets/hub/practice-filter/matching.mjs").Index} Index
 * @typedef {import("../../overrides/assets/hub/practice-filter/matching.mjs").Column} Column
 * @typedef {import("../../overrides/assets/hub/practice-filter/matching.mjs").State} State
 * @typedef {ReadonlyMap<number, number> | null} Scores
 */

/**
 * Slow and plain: what `match` must find.
 *
 * @param {Index} index
 * @param {State} state
 * @param {Scores} scores
 */
function plain(index, state, scores) {
  return index.ids
    .map((_, practice) => practice)
    .filter((practice) => !scores || scores.has(practice))
    .filter((practice) =>
      [...state.facets].every(([facet, wanted]) => {
        const column = /** @type {Column} */ (index.facets.find((one) => one.id === facet));
        const values = valuesOf(column, practice);
        if (state.allOf.includes(facet)) return wanted.every((value) => values.includes(value));
        return values.some((value) => wanted.includes(value));
      }),
    );
}

/**
 * @param {number} seed
 * @param {(index: Index, state: State, scores: Scores, dice: ReturnType<typeof random>) => void} check
 */
function forMany(seed, check, runs = 200) {
  const dice = random(seed);
  for (let run = 0; run < runs; run++) {
    const index = someIndex(dice, dice.below(40));
    const state = someState(dice);
    const places = index.ids.map((_, place) => place);
    const scores = state.words ? new Map(dice.some(places, 0.5).map((place) => [place, 1 + dice.below(9)])) : null;
    check(index, state, scores, dice);
  }
}

test("OR inside a facet unless all values are wanted, AND across facets and words", () => {
  forMany(1, (index, state, scores) =>
    assert.deepEqual(match(index, state, scores).found, plain(index, state, scores)),
  );
});

test("a further facet never adds results, a further value in the same facet never takes any away", () => {
  forMany(2, (index, state, scores, dice) => {
    const before = new Set(match(index, state, scores).found);
    const facet = dice.one(FACETS);
    const after = match(index, chosen(state, facet.id, dice.one(facet.values).id, true, FACETS), scores).found;
    const isOr = state.facets.has(facet.id) && !state.allOf.includes(facet.id);
    if (isOr) assert.ok([...before].every((practice) => after.includes(practice)));
    else assert.ok(after.every((practice) => before.has(practice)));
  });
});

test("the count at an option is what choosing it gives, everything else as it is", () => {
  forMany(3, (index, one, scores) => {
    const state = together(one, "group", false);
    const { counts } = match(index, state, scores);
    for (const facet of FACETS) {
      for (const { id } of facet.values) {
        const alone = chosen(lifted(state, facet.id), facet.id, id, true, FACETS);
        assert.equal(counts.get(facet.id)?.get(id), match(index, alone, scores).found.length, `${facet.id}=${id}`);
      }
    }
  });
});

test("clearing gives every practice in the order of the list", () => {
  forMany(4, (index, state) => {
    const clear = cleared({ ...state, sort: "relevance", by: "auto" });
    const { found } = match(index, clear, null);
    assert.deepEqual(
      sorted(index, found, clear, null),
      index.ids.map((_, place) => place),
    );
  });
});

test("what blocks: lifting it gives as many as is said, and nothing is said while something is found", () => {
  forMany(5, (index, state, scores) => {
    const result = match(index, state, scores);
    const inWay = blocking(result);
    if (result.found.length) assert.deepEqual(inWay, []);
    if (result.found.length) return;
    for (const what of [...state.facets.keys(), ...(scores ? ["q"] : [])]) {
      const found = match(index, lifted(state, what), what === "q" ? null : scores).found.length;
      assert.equal(inWay.find((one) => one.what === what)?.count, found || undefined, what);
    }
    const numbers = inWay.map(({ count }) => count);
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => b - a),
    );
  });
});

test("sorting and grouping keep every practice, once", () => {
  forMany(6, (index, state, scores) => {
    const { found } = match(index, state, scores);
    const list = sorted(index, found, state, scores);
    assert.deepEqual(
      [...list].sort((a, b) => a - b),
      found,
    );
    const groups = grouped(index, list, state);
    assert.deepEqual(
      groups.flatMap((group) => group.practices).sort((a, b) => a - b),
      found,
    );
    assert.ok(groups.every((group) => group.practices.length > 0));
    const by = grouping(index, state, found.length);
    const column = index.facets.find((one) => one.id === by);
    for (const { value, practices } of groups) {
      if (by === "fit") assert.ok(["good", "partly", "other"].includes(value ?? ""));
      else if (column) for (const practice of practices) assert.ok(valuesOf(column, practice).includes(value ?? ""));
      else assert.equal(value, null);
    }
  });
});

test("each order is the one it is called after; unknown years come last", () => {
  const index = {
    ids: ["a", "b", "c", "d"], names: ["Über", "alfa", "Éclair", "zeta"], start: [2010, null, 2020, 2010],
    whole: true,
    facets: [{ id: "evidence", values: ["1", "2", "3"], of: [0, 2, 1, 2] }],
  }; // prettier-ignore
  const all = [0, 1, 2, 3];
  assert.deepEqual(sorted(index, all, { ...EMPTY, sort: "name" }, null), [1, 2, 0, 3]);
  assert.deepEqual(sorted(index, all, { ...EMPTY, sort: "start" }, null), [2, 0, 3, 1]);
  assert.deepEqual(sorted(index, all, { ...EMPTY, sort: "evidence" }, null), [1, 3, 2, 0]);
  assert.deepEqual(sorted(index, all, EMPTY, null), all);
  assert.deepEqual(
    sorted(
      index,
      all,
      EMPTY,
      new Map([
        [0, 1],
        [1, 3],
        [2, 1],
        [3, 9],
      ]),
    ),
    [3, 1, 0, 2],
  );
});

test("only a long list that the page does not hold is grouped by itself, and none in an order of its own", () => {
  const [many, few] = [someIndex(random(9), 30), someIndex(random(9), 24)].map((index) => ({ ...index, whole: false }));
  assert.equal(grouping(many, EMPTY, 30), "country");
  assert.equal(grouping({ ...many, whole: true }, EMPTY, 30), "none");
  assert.equal(grouping(few, EMPTY, 24), "none");
  assert.equal(grouping(many, { ...EMPTY, words: "duo" }, 30), "none");
  assert.equal(grouping(many, { ...EMPTY, sort: "name" }, 30), "none");
  assert.equal(grouping(many, { ...EMPTY, sort: "name", by: "kind" }, 30), "kind");
  const wishing = { ...EMPTY, wishes: new Map([["dur", ["6-months"]]]) };
  assert.equal(grouping(few, wishing, 24), "fit");
  assert.equal(grouping(few, { ...wishing, words: "duo" }, 24), "fit");
  assert.equal(grouping(few, { ...wishing, by: "none" }, 24), "none");
});

test("in groups a practice stands under the value that was asked for, evidence with the strongest first", () => {
  const index = {
    ids: ["a", "b"], names: ["a", "b"], start: [null, null], whole: true,
    facets: [
      { id: "country", values: ["BE", "FR"], of: [[0, 1], 0] },
      { id: "evidence", values: ["1", "2"], of: [0, 1] },
    ],
  }; // prettier-ignore
  const inFrance = { ...EMPTY, facets: new Map([["country", ["FR"]]]) };
  const byCountry = { ...EMPTY, by: /** @type {const} */ ("country") };
  assert.deepEqual(grouped(index, [0], { ...inFrance, by: "country" }), [{ value: "FR", practices: [0] }]);
  assert.deepEqual(grouped(index, [0, 1], byCountry), [{ value: "BE", practices: [0, 1] }]);
  assert.deepEqual(
    grouped(index, [0, 1], { ...EMPTY, by: "evidence" }).map((group) => group.value),
    ["2", "1"],
  );
});

test("not documented is a value of its own", () => {
  const index = {
    ids: ["a", "b"],
    names: ["a", "b"],
    start: [1, 2],
    whole: true,
    facets: [{ id: "dur", values: ["x"], of: [[], 0] }],
  };
  const result = match(index, { ...EMPTY, facets: new Map([["dur", [NONE]]]) }, null);
  assert.deepEqual(result.found, [0]);
  assert.deepEqual(
    [...(result.counts.get("dur") ?? [])],
    [
      ["x", 1],
      [NONE, 1],
    ],
  );
});

test("who carries a value is who has it, in the order of the index; nobody carries what is unknown", () => {
  forMany(7, (index) => {
    const carriers = carriersIn(index);
    const all = index.ids.map((_, practice) => practice);
    for (const column of index.facets) {
      for (const value of [...column.values, NONE]) {
        assert.deepEqual(
          carriers(column.id, value),
          all.filter((practice) => valuesOf(column, practice).includes(value)),
          value,
        );
      }
    }
    assert.deepEqual([...carriers("group", "martians"), ...carriers("planet", "refugees")], []);
  });
});

test("shades of tiles as the map is built with", () => {
  assert.deepEqual(
    [0, 1, 2, 4, 5, 9, 10, 16].map((count) => shade(count, 16)),
    [0, 1, 2, 2, 3, 3, 4, 4],
  );
  assert.equal(shade(0, 0), 0);
});
