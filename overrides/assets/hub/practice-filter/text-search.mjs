// @ts-check
/**
 * Free text: every word asked for must begin a word of the practice. Case and accents do not matter. A phrase or a word
 * that means a value of a facet ("zes maanden", "laaggeschoold") finds what carries that value. A word that begins no word
 * at all is taken to hold one typing error: a letter too many, too few, another one, or two swapped; what even then means
 * nothing is left out, and that can be said. Single letters are too little to go on, as are words that say nothing. Where
 * no practice has all that is asked for, those that have most of it are found.
 *
 * The words of all practices are known at once; which practices hold them may be spread over files, of which a search
 * needs few.
 *
 * @typedef {object} Words - the words of all practices in one language
 * @property {readonly string[]} words - each once, sorted
 * @property {number} in_a_file - how many words share a file of `Holders`
 * @property {Readonly<Record<string, readonly (readonly [string, string])[]>>} labels - word → (facet, value) whose
 *   label has it
 * @property {Readonly<Record<string, readonly (readonly [string, string])[]>>} terms - words, with one space between them
 *   → (facet, value) that they mean: labels, synonyms, former words
 * @property {readonly string[]} skipped - words that say nothing, such as articles
 *
 * @typedef {readonly (readonly number[])[]} Holders - per word its practices in ascending order as differences; each is
 *   4 × place in the index + weight of the field (1 to 3)
 *
 * @typedef {object} Asked - one word or phrase asked for
 * @property {readonly { place: number, fit: number }[]} words - the words it may mean, by their place in `words`
 * @property {readonly { facet: string, value: string, fit: number }[]} terms - the values of facets it may mean
 *
 * @typedef {object} Question - what a text asks for
 * @property {readonly Asked[]} asked
 * @property {readonly string[]} ignored - words that mean nothing here
 * @property {readonly Recognised[]} recognised - values that the text names
 *
 * @typedef {{ facet: string, value: string, words: readonly string[] }} Recognised - and the words that name it
 */

import { wordsOf } from "../lib/folding.mjs";

const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const SHORTEST_WORD = 2;
const SHORTEST_MISTAKEN = 4;
/** Words of the longest phrase that is looked for. */
const LONGEST_PHRASE = 6;
const MOST_RECOGNISED = 3;
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
 * @returns {Question | null} null when it holds no word to go on
 */
export function asked(text, words) {
  const { phrases, left } = phrasesIn(wordsOf(text), words);
  const all = left.filter((word) => word.length >= SHORTEST_WORD);
  const telling = all.filter((word) => !words.skipped.includes(word));
  const list = [...new Set(telling.length || phrases.length ? telling : all)].slice(0, MOST_WORDS);
  if (!list.length && !phrases.length) return null;
  const found = list.map((word) => ({ word, ...meanings(word.slice(0, LONGEST_WORD), words) }));
  const known = found.filter((one) => one.words.length || one.terms.length);
  const named = [...phrases, ...list].flatMap((said) =>
    termsOf(said, words).map(([facet, value]) => ({ facet, value, words: said.split(" ") })),
  );
  return {
    asked: [
      ...phrases.map((phrase) => ({
        words: [],
        terms: termsOf(phrase, words).map(([facet, value]) => ({ facet, value, fit: EXACT })),
      })),
      ...known,
    ],
    ignored: found.filter((one) => !known.includes(one)).map(({ word }) => word),
    recognised: named.slice(0, MOST_RECOGNISED),
  };
}

/**
 * @param {string} said - words with one space between them
 * @param {Words} words
 */
function termsOf(said, words) {
  return Object.hasOwn(words.terms, said) ? words.terms[said] : [];
}

/**
 * Takes the phrases out, the longest first.
 *
 * @param {readonly string[]} all
 * @param {Words} words
 * @returns {{ phrases: readonly string[], left: readonly string[] }}
 */
function phrasesIn(all, words) {
  /** @type {Set<string>} */
  const phrases = new Set();
  const left = [];
  for (let at = 0; at < all.length;) {
    let length = Math.min(LONGEST_PHRASE, all.length - at);
    while (length > 1 && !termsOf(all.slice(at, at + length).join(" "), words).length) length -= 1;
    if (length > 1) phrases.add(all.slice(at, at + length).join(" "));
    else left.push(all[at]);
    at += length;
  }
  return { phrases: [...phrases], left };
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
  if (found.words.length || found.terms.length) return found;
  const terms = termsOf(typed, words).map(([facet, value]) => ({ facet, value, fit: EXACT }));
  if (terms.length || typed.length < SHORTEST_MISTAKEN) return { words: [], terms };
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
 * The practices that have all that is asked for, and how well they fit; where none has, those that have most of it.
 *
 * @param {readonly Asked[]} question
 * @param {Words} words
 * @param {ReadonlyMap<number, Holders>} files - those of `filesFor`
 * @param {(facet: string, value: string) => Iterable<number>} carriers - practices that carry a value
 * @returns {{ scores: ReadonlyMap<number, number>, isWhole: boolean }}
 */
export function scores(question, words, files, carriers) {
  const each = question.map((one) => {
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
  /** Practice → how much of what is asked for it has, and how well. @type {Map<number, { parts: number, score: number }>} */
  const sums = new Map();
  for (const found of each) {
    for (const [practice, score] of found) {
      const sum = sums.get(practice) ?? { parts: 0, score: 0 };
      sums.set(practice, { parts: sum.parts + 1, score: sum.score + score });
    }
  }
  const most = Math.max(0, ...[...sums.values()].map(({ parts }) => parts));
  return {
    scores: new Map(
      [...sums].filter(([, { parts }]) => parts === most).map(([practice, { score }]) => [practice, score]),
    ),
    isWhole: most === question.length,
  };
}

/**
 * @param {Map<number, number>} scores
 * @param {number} practice
 * @param {number} score
 */
function best(scores, practice, score) {
  if (score > (scores.get(practice) ?? 0)) scores.set(practice, score);
}
