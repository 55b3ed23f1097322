// @ts-check
/**
 * What filtering needs to know of the practices, loaded at its first use: the index, and for free text the search, the
 * words and the files of their holders. Each file is loaded once.
 *
 * @typedef {import("./query.mjs").State} State
 * @typedef {import("./results.mjs").Index} Index
 * @typedef {import("./text-search.mjs").Words} Words
 * @typedef {import("./text-search.mjs").Holders} Holders
 */

import { load } from "../lib/load.mjs";
import { carriersIn } from "./matching.mjs";

/** @param {string} address - of the index; the other files are named after it */
export function practiceData(address) {
  /** @type {Index | undefined} */
  let index;
  /** @type {Words | undefined} */
  let words;
  /** @type {typeof import("./text-search.mjs") | undefined} */
  let text;
  /** @type {Map<number, Holders>} */
  const holders = new Map();
  /** @type {ReturnType<typeof carriersIn> | undefined} */
  let carriers;
  /** The words last looked up. @type {{ text: string, asked: import("./text-search.mjs").Question | null } | undefined} */
  let last;

  /** @type {(ending: string) => Promise<any>} */
  const file = (ending) => load(address.replace(/\.json$/, `${ending}.json`));

  /** What the words of a state may mean; null: nothing is asked for. @param {State} state */
  const question = (state) => {
    if (!text || !words || !state.words) return null;
    if (last?.text !== state.words) last = { text: state.words, asked: text.asked(state.words, words) };
    return last.asked;
  };

  /** Files of holders that are not here yet. @param {State} state */
  const missing = (state) => {
    const found = question(state);
    return text && words && found ? [...text.filesFor(found.asked, words)].filter((name) => !holders.has(name)) : [];
  };

  return {
    get index() {
      return index;
    },
    /** The index, if all that a state needs is here. @param {State} state */
    ready: (state) => ((state.words && !words) || missing(state).length ? undefined : index),
    /** @param {() => State} current - people may go on choosing meanwhile */
    async load(current) {
      index ??= /** @type {Index} */ (await file(""));
      if (current().words) {
        text ??= await import("./text-search.mjs");
        words ??= /** @type {Words} */ (await file("-words"));
      }
      const names = missing(current());
      const loaded = await Promise.all(names.map((name) => file(`-words-${name}`)));
      names.forEach((name, place) => holders.set(name, loaded[place]));
    },
    /** How well each practice fits the words; null: no words to go on. @param {State} state */
    search(state) {
      const found = question(state);
      if (!text || !words || !index || !found) return null;
      const { ignored, recognised } = found;
      if (!found.asked.length) return { scores: null, isWhole: true, ignored, recognised };
      return { ...text.scores(found.asked, words, holders, (carriers ??= carriersIn(index))), ignored, recognised };
    },
  };
}
