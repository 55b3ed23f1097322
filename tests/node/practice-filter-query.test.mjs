import assert from "node:assert/strict";
import { test } from "node:test";
import {
  activeCount, both, chosen, cleared, EMPTY, fromQuery, isEmpty, lifted, tidy, toQuery,
} from "../../overrides/assets/hub/practice-filter/query.mjs"; // prettier-ignore
import { FACETS, random, someQuery, someState } from "./practice-filter-samples.mjs";

const read = (/** @type {string} */ query) => fromQuery(query, FACETS);

test("state → query → state is the identity", () => {
  const dice = random(1);
  for (let run = 0; run < 500; run++) {
    const state = someState(dice);
    assert.deepEqual(read(toQuery(state)).state, state);
    assert.equal(read(toQuery(state)).ignored, 0);
  }
});

test("a query always comes out in the same order, whatever the order in which it was written", () => {
  assert.equal(
    toQuery(read("?by=kind&evidence=3,2&group=women&q=duo&group=refugees").state),
    "?q=duo&group=refugees,women&evidence=2,3&by=kind",
  );
});

test("the example of a shared link", () => {
  const { state } = read("?group=refugees&country=BE&sort=evidence&view=table");
  assert.deepEqual(
    [...state.facets],
    [
      ["group", ["refugees"]],
      ["country", ["BE"]],
    ],
  );
  assert.equal(state.sort, "evidence");
  assert.equal(state.view, "table");
});

test("nothing chosen is an empty query, and what is default is not written", () => {
  assert.equal(toQuery(EMPTY), "");
  assert.equal(toQuery(read("?sort=relevance&view=cards&by=auto").state), "");
  assert.ok(isEmpty(read("").state));
});

test("unknown values are left out and counted; a former id is the present one", () => {
  const { state, ignored } = read("?group=martians,exiles,refugees&country=XX&kind=to-work");
  assert.deepEqual(
    [...state.facets],
    [
      ["group", ["refugees"]],
      ["kind", ["to-work"]],
    ],
  );
  assert.equal(ignored, 2);
});

test("parameters of others are kept, unless they are endless", () => {
  const { others, state } = read("?ids=a,b&group=women&utm=x");
  assert.equal(toQuery(state, others), "?group=women&ids=a%2Cb&utm=x");
  assert.equal(read(`?x=${"y".repeat(600)}`).others, "");
});

test("any query gives a state that can be written and read again, and never throws", () => {
  const dice = random(2);
  for (let run = 0; run < 2000; run++) {
    const { state, others } = read(someQuery(dice));
    const again = read(toQuery(state, others));
    assert.deepEqual(again.state, state);
    assert.equal(again.ignored, 0);
  }
});

test("names of the language itself are no facets", () => {
  const { state } = read("?__proto__=x&constructor=y&toString=z&hasOwnProperty=1");
  assert.deepEqual(state, read("").state);
});

test("a query of 100 KB is cut, not followed", () => {
  const { state, others } = read(`?group=women&q=${"x".repeat(100_000)}`);
  assert.deepEqual([...state.facets], [["group", ["women"]]]);
  assert.equal(state.words, "");
  assert.equal(others, "");
  assert.deepEqual(read("z".repeat(100_000)).state, EMPTY);
});

test("words are one line of at most 200 signs, without what an address cannot hold", () => {
  assert.equal(tidy("  a \n\t b\u0000c  "), "a b c");
  assert.equal(tidy("x\ud800y"), "x y");
  assert.equal([...tidy("🎉".repeat(300))].length, 200);
  assert.doesNotThrow(() => toQuery({ ...EMPTY, words: tidy("🎉".repeat(300)) }));
});

test("choosing and unchoosing a value leads back; lifting takes one thing away; clearing keeps how it is shown", () => {
  const dice = random(3);
  for (let run = 0; run < 300; run++) {
    const state = someState(dice);
    const facet = dice.one(FACETS);
    const value = dice.one(facet.values).id;
    const on = chosen(state, facet.id, value, true, FACETS);
    assert.ok(on.facets.get(facet.id)?.includes(value));
    if (!state.facets.get(facet.id)?.includes(value)) {
      assert.deepEqual(chosen(on, facet.id, value, false, FACETS), state);
      assert.equal(activeCount(on), activeCount(state) + 1);
    }
    assert.equal(lifted(state, facet.id).facets.has(facet.id), false);
    assert.equal(lifted(state, "q").words, "");
    const clear = cleared(state);
    assert.equal(activeCount(clear), 0);
    assert.deepEqual([clear.sort, clear.view, clear.by], [state.sort, state.view, state.by]);
  }
});

test("two states together ask for what either asks for", () => {
  const dice = random(4);
  for (let run = 0; run < 300; run++) {
    const [one, other] = [someState(dice), someState(dice)];
    const state = both(one, other, FACETS);
    for (const { facets } of [one, other]) {
      for (const [facet, values] of facets)
        for (const value of values) assert.ok(state.facets.get(facet)?.includes(value));
    }
    assert.equal(state.words, other.words || one.words);
    assert.deepEqual(both(one, EMPTY, FACETS), one);
    assert.deepEqual(both(EMPTY, one, FACETS), one);
    assert.deepEqual(read(toQuery(state)).state, state);
  }
});
