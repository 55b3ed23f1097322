// @ts-check
/** Browser and Python pack and digest alike: contribution.json is read by both (tests/unit/test_change_sets.py). */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { crc32, inflateRawSync } from "node:zlib";
import { packed, stored } from "../../overrides/assets/hub/contribute/armour.mjs";
import { canonical, checksum, digest } from "../../overrides/assets/hub/contribute/digest.mjs";

const examples = JSON.parse(readFileSync(new URL("contribution.json", import.meta.url), "utf-8"));

/** @param {string} block */
function inflated(block) {
  const inside = block.replace(/^\(hub1:\n|\n:hub1\)$/g, "").replaceAll("\n", "");
  const [sum, body] = inside.split(".");
  return { sum, text: inflateRawSync(Buffer.from(body, "base64")).toString() };
}

test("equal values have the digest that Python gives them", () => {
  assert.ok(examples.digests.length > 10);
  for (const example of examples.digests) {
    assert.equal(canonical(example.value), example.canonical);
    assert.equal(digest(example.value), example.digest);
  }
});

test("what Python packed is what the browser would pack", async () => {
  for (const { text, checksum: sum, packed: block } of examples.blocks) {
    assert.deepEqual(inflated(block), { sum, text });
    const own = await packed(text);
    assert.deepEqual(inflated(own), { sum, text });
    assert.match(own, /^\(hub1:\n[0-9a-f]{8}\..*\n:hub1\)$/s);
    assert.ok(own.split("\n").every((line) => line.length <= 64));
  }
});

test("without compression the block is longer and still whole", async () => {
  const text = "é".repeat(50_000);
  const given = globalThis.CompressionStream;
  // @ts-expect-error: a browser of 2022
  globalThis.CompressionStream = undefined;
  try {
    assert.equal(inflated(await packed(text)).text, text);
  } finally {
    globalThis.CompressionStream = given;
  }
  assert.equal(inflateRawSync(stored(new Uint8Array())).length, 0);
});

test("the checksum is that of zip", () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) % 256);
  assert.equal(checksum(bytes), crc32(bytes).toString(16).padStart(8, "0"));
});
