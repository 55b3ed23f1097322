import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, plural } from "../../overrides/assets/hub/lib/strings.mjs";

test("fills in named values and leaves an unknown placeholder for all to see", () => {
  assert.equal(fill("{count} pages about “{query}”", { count: 3, query: "coach" }), "3 pages about “coach”");
  assert.equal(fill("{count} {typo}", { count: 3 }), "3 {typo}");
});

test("a value is never read as a placeholder or as a pattern", () => {
  assert.equal(fill("“{query}” {count}", { query: "{count} $& $1", count: 2 }), "“{count} $& $1” 2");
  assert.equal(fill("{constructor}", {}), "{constructor}");
});

test("the language decides which form a number takes, and how it is written", () => {
  const dutch = { one: "{count} pagina", other: "{count} pagina's" };
  assert.equal(plural(dutch, 1, "nl"), "1 pagina");
  assert.equal(plural(dutch, 0, "nl"), "0 pagina's");
  assert.equal(plural(dutch, 4000, "nl"), "4.000 pagina's");
  assert.equal(plural({ one: "{count} résultat", other: "{count} résultats" }, 0, "fr"), "0 résultat");
});

test("a form that a text does not have falls back to `other`", () => {
  assert.equal(plural({ other: "{count} pages about {query}" }, 1, "en", { query: "x" }), "1 pages about x");
});
