import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { asked, filesFor, nearlyBegins, scores } from "../../overrides/assets/hub/practice-filter/text-search.mjs";
import { fold, wordsOf } from "../../overrides/assets/hub/lib/folding.mjs";
import { random } from "./practice-filter-samples.mjs";

const folding = JSON.parse(readFileSync(new URL("folding.json", import.meta.url), "utf-8"));

/**
 * @typedef {import("../../overrides/assets/hub/practice-filter/text-search.mjs").Words} Words
 * @typedef {import("../../overrides/assets/hub/practice-filter/text-search.mjs").Holders} Holders
 */

/**
 * An index of texts as the build makes it.
 *
 * @param {readonly (readonly (readonly [weight: number, text: string])[])[]} practices
 * @returns {{ words: Words, files: Map<number, Holders> }}
 */
function indexed(practices, inAFile = 1000) {
  /** @type {Map<string, number[]>} */
  const holders = new Map();
  practices.forEach((fields, place) => {
    const weights = new Map();
    for (const [weight, text] of fields) {
      for (const word of wordsOf(text))
        if (word.length > 1) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    }
    for (const [word, weight] of weights) holders.set(word, [...(holders.get(word) ?? []), 4 * place + weight]);
  });
  const words = [...holders.keys()].sort();
  const lists = words.map((word) => (holders.get(word) ?? []).map((number, at, all) => number - (all[at - 1] ?? 0)));
  const files = new Map();
  for (let start = 0; start < lists.length; start += inAFile)
    files.set(start / inAFile, lists.slice(start, start + inAFile));
  /** @type {Words["labels"]} */
  const labels = { vluchtelingen: [["group", "refugees"]], youth: [["kind", "youth"]] };
  /** @type {Words["terms"]} */
  const terms = {
    "zes maanden": [["dur", "6-months"]],
    laaggeschoold: [["group", "low-educated"]],
    luik: [["settlement", "large-city"]],
    vluchtelingen: [["group", "refugees"]],
  };
  return { words: { words, in_a_file: inAFile, labels, terms, skipped: ["de", "in"] }, files };
}

const carriers = (/** @type {string} */ _facet, /** @type {string} */ value) =>
  /** @type {Readonly<Record<string, number[]>>} */
  ({ refugees: [2], "6-months": [0, 2], "low-educated": [1] })[value] ?? [];

/**
 * @param {string} text
 * @param {ReturnType<typeof indexed>} index
 */
function find(text, { words, files }) {
  const question = asked(text, words);
  if (!question) return null;
  const needed = new Map([...filesFor(question.asked, words)].map((file) => [file, files.get(file) ?? []]));
  const found = scores(question.asked, words, needed, carriers);
  return [...found.scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([practice]) => practice);
}

const sample = indexed([
  [[3, "DUO for a JOB"], [2, "Brussel, Luik"], [1, "vijftigplussers begeleiden jonge werkzoekenden"]],
  [[3, "Kompass"], [2, "Für Essen"], [1, "een duo van mentor en jongere in België"]],
  [[3, "Yrkesdörren"], [2, "Malmö"], [1, "één gesprek"]],
]); // prettier-ignore

test("texts are folded and split as the build does it", () => {
  for (const { text, folded, words } of folding) {
    assert.equal(fold(text), folded);
    assert.deepEqual(wordsOf(text), words);
  }
});

test("words are found by their beginning, whatever case and accents; the name weighs most", () => {
  assert.deepEqual(find("duo", sample), [0, 1]);
  assert.deepEqual(find("duo", indexed([[[1, "een duo"]], [[3, "DUO"]], [[2, "duo vzw"]]])), [1, 2, 0]);
  assert.deepEqual(find("duo", indexed([[[1, "duos"]], [[1, "duo"]]])), [1, 0]);
  assert.deepEqual(find("WERKZOEK", sample), [0]);
  assert.deepEqual(find("belgie", sample), [1]);
  assert.deepEqual(find("yrkesdorren", sample), [2]);
  assert.deepEqual(find("zoekenden", sample), []);
});

test("every word must be there, except those that say nothing", () => {
  assert.deepEqual(find("duo mentor", sample), [1]);
  assert.deepEqual(find("de duo in", sample), [0, 1]);
});

test("where none has every word, those that have most of them are found, and that is known", () => {
  assert.deepEqual(find("duo mentor Malmö", sample), [1]);
  const { asked: question = [] } = asked("duo Malmö", sample.words) ?? {};
  assert.equal(scores(question, sample.words, sample.files, carriers).isWhole, false);
});

test("labels of facets are found too", () => {
  assert.deepEqual(find("vluchteling", sample), [2]);
});

test("a phrase or a word that means a value finds what carries it, and the value is offered as a filter", () => {
  assert.deepEqual(find("ZES maanden", sample), [0, 2]);
  assert.deepEqual(find("laaggeschoold", sample), [1]);
  assert.deepEqual(find("vluchtelingen zes maanden", sample), [2]);
  assert.deepEqual(asked("vluchtelingen, zes maanden", sample.words)?.recognised, [
    { facet: "dur", value: "6-months", words: ["zes", "maanden"] },
    { facet: "group", value: "refugees", words: ["vluchtelingen"] },
  ]);
});

test("a name in a text is no synonym: who asks for Luik gets Luik, not every large city", () => {
  assert.deepEqual(find("Luik", sample), [0]);
});

test("words that mean nothing do not count, and are named", () => {
  assert.deepEqual(find("duo xyzzyq", sample), [0, 1]);
  assert.deepEqual(asked("duo xyzzyq", sample.words)?.ignored, ["xyzzyq"]);
  assert.deepEqual(asked("xyzzyq", sample.words)?.asked, []);
});

test("one typing error is tolerated, in any place, but not in short words and not when the word exists", () => {
  for (const typed of ["kompas", "kmpass", "kompaas", "kompzss", "kopmass", "okmpass", "ompass", "xompass"]) {
    assert.deepEqual(find(typed, sample), [1], typed);
  }
  assert.deepEqual(find("kxmpxss", sample), []);
  assert.deepEqual(find("dup", sample), []);
  assert.deepEqual(find("trek", indexed([[[1, "trek"]], [[1, "trak"]]])), [0]);
});

test("no word, a single letter or signs ask for nothing", () => {
  for (const text of ["", " ", "a", "!?", "<>"]) assert.equal(find(text, sample), null, text);
});

test("words spread over files are found as if they were not, and few files are needed", () => {
  const dice = random(7);
  const letters = "abcdefgh";
  const word = () => Array.from({ length: 2 + dice.below(6) }, () => letters[dice.below(8)]).join("");
  const text = () => Array.from({ length: 8 }, word).join(" ");
  const practices = Array.from({ length: 60 }, () => [/** @type {const} */ ([1 + dice.below(3), text()])]);
  const [one, many] = [indexed(practices), indexed(practices, 10)];
  for (let run = 0; run < 200; run++) {
    const text = `${word()} ${dice.next() < 0.5 ? word() : ""}`;
    assert.deepEqual(find(text, many), find(text, one), text);
  }
  assert.ok(filesFor(asked(one.words.words[3], many.words)?.asked ?? [], many.words).size < many.files.size / 2);
});

test("a mistake is one insertion, omission, substitution or swap of neighbours, and nothing else", () => {
  const dice = random(8);
  const letters = "abc";
  const word = (/** @type {number} */ length) => Array.from({ length }, () => letters[dice.below(3)]).join("");
  /** Plain: does some beginning of the word lie within one step? @param {string} typed @param {string} target */
  const within = (typed, target) => {
    for (let end = 0; end <= target.length; end++) if (distance(typed, target.slice(0, end)) <= 1) return true;
    return false;
  };
  for (let run = 0; run < 5000; run++) {
    const [typed, target] = [word(1 + dice.below(6)), word(1 + dice.below(8))];
    assert.equal(nearlyBegins(typed, target), within(typed, target), `${typed} ${target}`);
  }
});

/** Optimal string alignment. @param {string} one @param {string} other */
function distance(one, other) {
  const rows = Array.from({ length: one.length + 1 }, (_, i) => [i, ...new Array(other.length).fill(0)]);
  for (let j = 0; j <= other.length; j++) rows[0][j] = j;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[one.length][other.length];
}

test("any text is answered without throwing", () => {
  const dice = random(9);
  const signs = ["a", "é", "\ud800", "🎉", " ", "-", "<", "%", "ß", "İ", "ﬁ", "日", "\u0301", "\n", "1"];
  for (let run = 0; run < 1000; run++)
    find(Array.from({ length: dice.below(60) }, () => dice.one(signs)).join(""), sample);
  find("x".repeat(100_000), sample);
});
