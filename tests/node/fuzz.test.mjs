// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./fuzz-cases.mjs";

test("300 damaged files, entries and links: read as what they are, or refused", async () => {
  /** @type {Set<string>} */
  const found = new Set();
  for (let number = 0; number < 300; number += 1) found.add(await run(11, number));
  assert.deepEqual(
    [...found].sort(),
    ["file read", "file refused", "filter read", "link read", "link refused", "list read", "rewritten read", "stored read", "stored refused"],
  ); // prettier-ignore
});
