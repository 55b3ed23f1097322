import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped } from "../../overrides/assets/hub/comparison/chart.mjs";
import { compared, unlike } from "../../overrides/assets/hub/comparison/differences.mjs";
import { address, asked, COMPARED_AT_MOST, opening, query } from "../../overrides/assets/hub/comparison/ids.mjs";

const NAMES = { ids: ["a", "b", "c", "d", "e-1"], names: ["A", "B", "C", "D", "E"], former: { old: "b" } };

test("ids → address → ids is the identity", () => {
  for (const ids of [[], ["a"], ["e-1", "a"], ["d", "c", "b", "a"]]) {
    assert.deepEqual(asked(query("ids", ids), "ids", NAMES), { ids, unknown: 0, surplus: 0 });
  }
});

test("duplicates count once, former ids are followed, unknown ones and too many are counted and left out", () => {
  assert.deepEqual(asked("?ids=a,a,old,b", "ids", NAMES), { ids: ["a", "b"], unknown: 0, surplus: 0 });
  assert.deepEqual(asked("?ids=nope,a&ids=b", "ids", NAMES), { ids: ["a", "b"], unknown: 1, surplus: 0 });
  assert.deepEqual(asked("?ids=a,b,c,d,e-1", "ids", NAMES), { ids: ["a", "b", "c", "d"], unknown: 0, surplus: 1 });
  assert.equal(asked("?shortlist=a,b,c,d,e-1", "shortlist", NAMES, 50).ids.length, 5);
});

test("whatever an address holds gives known ids only, and few of them", () => {
  const bad = [
    "?ids",
    "?ids=",
    "?ids=,,,",
    "?ids=%",
    "?ids=%ff%00",
    "?ids=<script>alert(1)</script>",
    "?ids=__proto__,constructor,toString",
    `?ids=${"a,".repeat(50_000)}`,
    `?ids=${"x".repeat(100_000)}`,
    "?ids[]=a",
    "?&&&=&ids=a&x",
    "?ids=../../etc,a%2Cb",
    "?ids=😀",
  ];
  for (const text of bad) {
    const { ids, unknown, surplus } = asked(text, "ids", NAMES);
    assert.ok(ids.length <= COMPARED_AT_MOST && ids.every((id) => NAMES.ids.includes(id)), text.slice(0, 40));
    assert.ok(Number.isInteger(unknown) && Number.isInteger(surplus));
  }
});

test("terms that every practice has are shared; a row is the same when nothing else stands in it", () => {
  const cell = (/** @type {string[]} */ ...ids) => ({
    terms: ids.map((id) => /** @type {[string, string]} */ ([id, id])),
  });
  assert.deepEqual(compared([cell("x", "y"), cell("y", "x")]), { verdict: "same", shared: new Set(["x", "y"]) });
  assert.deepEqual(compared([cell("x", "y"), cell("y")]), { verdict: "differs", shared: new Set(["y"]) });
  assert.deepEqual(compared([cell("x"), undefined]), { verdict: "differs", shared: new Set() });
  assert.deepEqual(compared([{ html: "<p>x</p>" }, undefined]), { verdict: "words", shared: new Set() });
  assert.deepEqual(compared([undefined, undefined]), { verdict: "none", shared: new Set() });
});

test("the order of the practices changes nothing about what differs", () => {
  for (let bits = 0; bits < 512; bits += 1) {
    const cells = [0, 3, 6].map((shift) => ({
      terms: ["x", "y", "z"]
        .filter((_, place) => (bits >> (shift + place)) & 1)
        .map((id) => /** @type {[string, string]} */ ([id, id])),
    }));
    assert.deepEqual(compared(cells), compared([cells[2], cells[0], cells[1]]));
  }
});

test("a page opens with what is asked for, else with the first of the list handed on, else with the first of the own", () => {
  const own = ["d", "c"];
  const all = ["a", "b", "c", "d", "e-1"];
  assert.deepEqual(opening("", NAMES, own, 50), { ids: own, shared: [], unknown: 0, surplus: 0 });
  assert.deepEqual(opening("?ids=", NAMES, own, 50).ids, []);
  assert.deepEqual(opening("?ids=a,b&shortlist=c", NAMES, own, 50), {
    ids: ["a", "b"],
    shared: ["c"],
    unknown: 0,
    surplus: 0,
  });
  const handed = opening(`?shortlist=${all}`, NAMES, own, 50);
  assert.deepEqual(handed, { ids: all.slice(0, 4), shared: all, unknown: 0, surplus: 0 });
  const tooMany = opening(`?ids=${all}`, NAMES, own, 50);
  assert.deepEqual(tooMany, { ids: all.slice(0, 4), shared: all, unknown: 0, surplus: 1 });
});

test("choice → address → choice is the identity, whatever is on the device", () => {
  const lists = [[], ["a"], ["a", "b"], ["d", "c", "b", "a"], ["a", "b", "c", "d", "e-1"]];
  for (const ids of lists.filter((list) => list.length <= COMPARED_AT_MOST)) {
    for (const shared of lists) {
      for (const own of lists) {
        const found = opening(address(ids, shared, own.length > 0), NAMES, own, 50);
        assert.deepEqual([found.ids, found.shared], [ids, shared], `${ids} | ${shared} | ${own}`);
      }
    }
  }
});

test("an answer is unlike the others when it shares something with fewer than half of them", () => {
  assert.deepEqual(unlike([["x"], ["x", "y"], ["z"]]), [false, false, true]);
  assert.deepEqual(unlike([["x"], ["y"]]), [true, true]);
  assert.deepEqual(unlike([["x"], ["x"], ["y"], ["y"]]), [true, true, true, true]);
  assert.deepEqual(unlike([["x"], ["x"], ["x"], ["y"]]), [false, false, false, true]);
});

test("what is not documented is neither marked nor held against anybody", () => {
  assert.deepEqual(unlike([["x"], undefined, []]), [false, false, false]);
  assert.deepEqual(unlike([["x"], undefined, ["y"]]), [true, false, true]);
  assert.deepEqual(unlike([undefined, undefined]), [false, false]);
});

test("figures that count the same stand together, in the order of the axes; no axis is empty", () => {
  const figures = ["job", "study", "job"].map((counts, place) => ({ counts, place }));
  assert.deepEqual(
    grouped(["study", "other", "job"], figures).map(({ axis, figures: rows }) => [
      axis,
      rows.map(({ place }) => place),
    ]),
    [
      ["study", [1]],
      ["job", [0, 2]],
    ],
  );
});
