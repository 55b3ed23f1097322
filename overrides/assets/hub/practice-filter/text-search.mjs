// @ts-check
/**
 * Free text: every word asked for must begin a word of the practice. Case and accents do not matter. A word that begins
 * no word at all is taken to hold one typing error: a letter too many, too few, another one, or two swapped. Single
 * letters are too little to go on and are left out, as are words that say nothing.
 *
 * The words of all practices are known at once; which practices hold them may be spread over files, of which a search
 * needs few.
 *
 * @typedef {object} Words - the words of all practices in one language
 * @property {readonly string[]} words - each once, sorted
 * @property {number} in_a_file - how many words share a file of `Holders`
 * @property {Readonly<Record<string, readonly (readonly [string, string])[]>>} labels - word → (facet, value) whose
 *   label has it
 * @property {readonly string[]} skipped - words that say nothing, such as articles
 *
 * @typedef {readonly (readonly number[])[]} Holders - per word its practices in ascending order as differences; each is
 *   4 × place in the index + weight of the field (1 to 3)
 *
 * @typedef {object} Asked - one word asked for
 * @property {readonly { place: number, fit: number }[]} words - the words it may mean, by their place in `words`
 * @property {readonly { facet: string, value: string, fit: number }[]} terms - the labels it may mean
 */

import { wordsOf } from "../lib/folding.mjs";

const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const SHORTEST_WORD = 2;
const SHORTEST_MISTAKEN = 4;
const EXACT = 3;
const BEGINNING = 2;
const MISTAKEN = 1;

/**
 * Whether a word begins with what was typed, one error allowed.
 *
 * @param {string} typed
 * @param {string} word
 */
export function nearlyBegins(typed, word) {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  if (at === typed.length) return true;
  return (
    word.startsWith(typed.slice(at + 1), at + 1) || // another letter
    word.startsWith(typed.slice(at), at + 1) || // a letter too few
    word.startsWith(typed.slice(at + 1), at) || // a letter too many
    (typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2))
  );
}

/**
 * What a text asks for.
 *
 * @param {string} text
 * @param {Words} words
 * @returns {readonly Asked[] | null} null when it holds no word to go on
 */
export function asked(text, words) {
  const all = wordsOf(text).filter((word) => word.length >= SHORTEST_WORD);
  const telling = all.filter((word) => !words.skipped.includes(word));
  const list = [...new Set(telling.length ? telling : all)]
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  return list.length ? list.map((word) => meanings(word, words)) : null;
}

/**
 * @param {string} typed
 * @param {Words} words
 * @returns {Asked}
 */
function meanings(typed, words) {
  /** @param {(word: string) => number} fit - 0 is not at all */
  const collect = (fit) => ({
    words: words.words.map((word, place) => ({ place, fit: fit(word) })).filter((found) => found.fit),
    terms: Object.entries(words.labels).flatMap(([word, terms]) => {
      const how = fit(word);
      return how ? terms.map(([facet, value]) => ({ facet, value, fit: how })) : [];
    }),
  });
  const found = collect((word) => (word === typed ? EXACT : word.startsWith(typed) ? BEGINNING : 0));
  if (found.words.length || found.terms.length || typed.length < SHORTEST_MISTAKEN) return found;
  return collect((word) => (nearlyBegins(typed, word) ? MISTAKEN : 0));
}

/**
 * The files of holders that a search needs.
 *
 * @param {readonly Asked[]} question
 * @param {Words} words
 * @returns {ReadonlySet<number>}
 */
export function filesFor(question, words) {
  return new Set(question.flatMap((one) => one.words.map(({ place }) => Math.floor(place / words.in_a_file))));
}

/**
 * The practices that have every word asked for, and how well they fit.
 *
 * @param {readonly Asked[]} question
 * @param {Words} words
 * @param {ReadonlyMap<number, Holders>} files - those of `filesFor`
 * @param {(facet: string, value: string) => Iterable<number>} carriers - practices that carry a value
 * @returns {ReadonlyMap<number, number>}
 */
export function scores(question, words, files, carriers) {
  const [first, ...rest] = question.map((one) => {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const { place, fit } of one.words) {
      let sum = 0;
      for (const step of files.get(Math.floor(place / words.in_a_file))?.[place % words.in_a_file] ?? []) {
        sum += step;
        best(found, sum >> 2, fit * (sum & 3));
      }
    }
    for (const { facet, value, fit } of one.terms) {
      for (const practice of carriers(facet, value)) best(found, practice, fit);
    }
    return found;
  });
  return rest.reduce(both, first);
}

/**
 * @param {Map<number, number>} scores
 * @param {number} practice
 * @param {number} score
 */
function best(scores, practice, score) {
  if (score > (scores.get(practice) ?? 0)) scores.set(practice, score);
}

/**
 * @param {ReadonlyMap<number, number>} one
 * @param {ReadonlyMap<number, number>} other
 * @returns {Map<number, number>}
 */
function both(one, other) {
  /** @type {Map<number, number>} */
  const shared = new Map();
  for (const [practice, score] of one) {
    const second = other.get(practice);
    if (second !== undefined) shared.set(practice, score + second);
  }
  return shared;
}
