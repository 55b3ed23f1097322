import assert from "node:assert/strict";
import { test } from "node:test";
import { calculate, evaluate } from "../../overrides/assets/hub/calculator/formula.mjs";

const values = { a: 7, b: 2, zero: 0, missing: null };

test("results", () => {
  assert.equal(evaluate(["+", 1, ["*", "b", 3]], values), 7);
  assert.equal(evaluate(["-", ["-", 10, 4], 3], values), 3);
  assert.equal(evaluate(["floor", ["/", "a", "b"]], values), 3);
  assert.equal(evaluate(["min", "a", "b", 3], values), 2);
  assert.equal(evaluate(["max", 0, ["-", "b", "a"]], values), 0);
});

test("nothing is divided by zero, and nothing comes of a missing value", () => {
  assert.equal(evaluate(["/", "a", "zero"], values), null);
  assert.equal(evaluate(["+", 1, ["/", "a", "zero"]], values), null);
  assert.equal(evaluate(["max", "missing", 1], values), null);
});

test("floor takes a hair below a whole number for that number", () => {
  assert.equal(evaluate(["floor", 2.9999999999], values), 3);
  assert.equal(evaluate(["floor", 2.999], values), 2);
  assert.equal(evaluate(["floor", ["*", ["/", 0.1, 0.3], 3]], values), 1);
});

test("a result may use those before it", () => {
  /** @type {import("../../overrides/assets/hub/calculator/formula.mjs").Result[]} */
  const results = [
    { id: "sum", tree: ["+", "a", "b"], decimals: 0 },
    { id: "share", tree: ["/", "sum", "zero"], decimals: 0 },
    { id: "last", tree: ["+", "share", 1], decimals: 0 },
  ];
  assert.deepEqual(calculate(results, values), { sum: 9, share: null, last: null });
});

test("names that do not exist are our mistake", () => {
  assert.throws(() => evaluate("c", values), /no value is called "c"/);
  assert.throws(() => evaluate(["sqrt", "a"], values), /no function is called "sqrt"/);
  assert.throws(() => evaluate("constructor", values), /no value is called "constructor"/);
});
