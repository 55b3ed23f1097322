import assert from "node:assert/strict";
import { test } from "node:test";
import { samePlace } from "../../overrides/assets/hub/shell/language.mjs";

test("the page in another language keeps query and fragment", () => {
  assert.equal(
    samePlace("../en/practices/", { search: "?kind=to-work", hash: "#results" }),
    "../en/practices/?kind=to-work#results",
  );
  assert.equal(samePlace("./", { search: "", hash: "" }), "./");
});

test("there and back again is the same place", () => {
  const place = { search: "?q=a%20b&q=c", hash: "#été" };
  const there = new URL(samePlace("/en/search/", place), "https://example.org");
  const back = new URL(samePlace("/search/", there), "https://example.org");
  assert.equal(back.search, place.search);
  assert.equal(decodeURIComponent(back.hash), place.hash);
});
