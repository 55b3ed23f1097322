import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../overrides/assets/hub/search/excerpt.mjs";
import { askedWords, genuine } from "../../overrides/assets/hub/search/genuine.mjs";
import { merge } from "../../overrides/assets/hub/search/merge.mjs";
import { withWords, words } from "../../overrides/assets/hub/search/page.mjs";
import { lastResort, variants } from "../../overrides/assets/hub/search/variants.mjs";

test("an excerpt becomes plain pieces, and the words found are marked", () => {
  assert.deepEqual(pieces("Een <mark>mentor</mark> en een <mark>coach.</mark>"), [
    { text: "Een ", marked: false },
    { text: "mentor", marked: true },
    { text: " en een ", marked: false },
    { text: "coach.", marked: true },
  ]);
});

test("what looks like HTML in an excerpt stays text", () => {
  assert.deepEqual(pieces("&lt;b&gt;R&amp;D&lt;/b&gt; &amp;lt; <mark>&lt;script&gt;</mark>"), [
    { text: "<b>R&D</b> &lt; ", marked: false },
    { text: "<script>", marked: true },
  ]);
  assert.deepEqual(pieces("<img src=x>"), [{ text: "<img src=x>", marked: false }]);
  assert.deepEqual(pieces(""), []);
});

test("in Dutch a word is also asked for with and without -en", () => {
  assert.deepEqual(variants("mentor", "nl"), ["mentor", "mentoren"]);
  assert.deepEqual(variants("Sectoren", "nl"), ["Sectoren", "sector"]);
  assert.deepEqual(variants("mentor sectoren", "nl"), [
    "mentor sectoren",
    "mentoren sectoren",
    "mentor sector",
    "mentoren sector",
  ]);
});

test("short words, phrases and other languages are taken at their word", () => {
  assert.deepEqual(variants("job", "nl"), ["job"]);
  assert.deepEqual(variants('"de mentor"', "nl"), ['"de mentor"']);
  assert.deepEqual(variants("mentor", "en"), ["mentor"]);
  assert.deepEqual(variants("Luik", "fr"), ["Luik"]);
});

test("letters that no accent explains are asked for both ways", () => {
  assert.deepEqual(variants("hjaelp", "en"), ["hjaelp", "hjælp"]);
  assert.deepEqual(variants("Hjælp", "en"), ["Hjælp", "hjaelp"]);
  assert.deepEqual(lastResort("Kobenhavn"), ["københavn"]);
  assert.deepEqual(lastResort("abc"), []);
  assert.deepEqual(lastResort("state-in-the-art"), ['"state in the art"']);
  assert.deepEqual(
    [lastResort("e-mail"), lastResort("a.b"), lastResort("een-twee drie"), lastResort("-x-")],
    [[], [], [], []],
  );
});

test("a long question stays a few questions, the question itself first", () => {
  const long = "mentor sector factor indicator coach traject vorming begeleiding";
  assert.equal(variants(long, "nl")[0], long);
  assert.ok(variants(long, "nl").length <= 8);
});

test("answers are merged: each page once, at its best place", () => {
  const a = { id: "a", score: 3 };
  const b = { id: "b", score: 5 };
  const better = { id: "a", score: 9 };
  assert.deepEqual(merge([[b, a], [better]]), [better, b]);
  assert.deepEqual(merge([]), []);
  assert.deepEqual(
    merge([[a], [{ id: "z", score: 3 }]]).map(({ id }) => id),
    ["a", "z"],
  );
});

test("the words of a search stand in the address and nothing else there changes", () => {
  assert.equal(words("?q=Luik+coach&x=1"), "Luik coach");
  assert.equal(words(""), "");
  assert.equal(words(`?q=${"a".repeat(500)}`).length, 200);
  assert.equal(withWords("https://example.org/en/search/?x=1#y", "a b"), "https://example.org/en/search/?x=1&q=a+b#y");
  assert.equal(withWords("https://example.org/search/?q=old", ""), "https://example.org/search/");
  for (const query of ["Väestöliitto", "100 % & meer", "?#/"]) {
    assert.equal(words(new URL(withWords("https://example.org/search/", query)).search), query);
  }
});

test("a word that only begins like the one asked for is not an answer", () => {
  for (const [word, ...found] of [
    ["helikopter", "H.", "Het"],
    ["brandweerman", "B.", "(B.,"],
    ["gesproken", "S.", "S.,"],
    ["organiseren", "behorizon.org."],
    ["orchid", "or"],
    ["werkdruk", "Mentoring-naar-werk:", "werkt,", "werk."],
    ["werkpleken", "werk", "werkplaats"],
    ["taalkennis", "taal", "talen"],
    ["taaltest", "taal.", "taaltraining"],
    ["diplomagelijkschakeling", "diploma's", "diploma"],
    ["intakegespreken", "intake", "intakefase"],
    ["laaggeschoold", "laag", "lagen"],
    ["jobs-only", "job", "jobs"],
  ]) {
    assert.equal(genuine([word], found), false, `${word}: ${found}`);
  }
  assert.equal(genuine(["coach", "helikopter"], ["coach", "mentor-coach)", "H."]), false);
});

test("the beginning of a word, and another form of it, is an answer", () => {
  for (const [word, ...found] of [
    ["werkzoe", "werkzoekenden,"],
    ["Vaestolii", "(Väestöliitto)."],
    ["migreren", "migreerden"],
    ["seeking", "seekers"],
    ["men", "mentor"],
    ["hjaelp", "Hjælp"],
    ["kobenhav", "København"],
    ["email-ad", "e-mailadres"],
    ["mentor2w", "(Mentor2Work,"],
    ["2wo", "Mentor", "2Work"],
    ["&", "x"],
  ]) {
    assert.equal(genuine([word], found), true, `${word}: ${found}`);
  }
});

test("what has no blank in it is one word, and signs are none", () => {
  assert.deepEqual(askedWords("E-mail  duo's & e-mail –"), ["e-mail", "duo's"]);
});
