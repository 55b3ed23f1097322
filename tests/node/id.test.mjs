import assert from "node:assert/strict";
import { test } from "node:test";
import { isId, LONGEST_ID } from "../../overrides/assets/hub/lib/id.mjs";

test("an id is small letters, digits and single hyphens between them, and not endless", () => {
  for (const id of ["a", "4", "duo-for-a-job", "team4job", "a".repeat(LONGEST_ID)]) assert.ok(isId(id), id);
  for (const bad of [
    "",
    "-a",
    "a-",
    "a--b",
    "A",
    "é",
    "a b",
    "a,b",
    "../x",
    "__proto__",
    "a\n",
    "a".repeat(LONGEST_ID + 1),
  ]) {
    assert.ok(!isId(bad), JSON.stringify(bad));
  }
  for (const bad of [null, undefined, 1, ["a"], { toString: () => "a" }]) assert.ok(!isId(bad));
});
