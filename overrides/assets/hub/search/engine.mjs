// @ts-check
/**
 * Pagefind behind a small face: words in, plain results out. Nothing of it is loaded before the first call.
 *
 * It takes the index of the language of <html>, and makes addresses from the place it was loaded from, so the site
 * works from any sub-path.
 */

import { pieces } from "./excerpt.mjs";
import { askedWords, genuine } from "./genuine.mjs";
import { merge } from "./merge.mjs";
import { lastResort, variants } from "./variants.mjs";

/** @typedef {{ title: string, url: string }} Place */
/**
 * @typedef {object} Result
 * @property {string} title
 * @property {string} url
 * @property {string} section - name of the part of the hub, or ""
 * @property {import("./excerpt.mjs").Piece[]} excerpt
 * @property {Place[]} places - headings on the page below which the words occur, the best first
 */
/**
 * @typedef {object} Found
 * @property {number} count
 * @property {(from: number, to: number) => Promise<Result[]>} results - fetches these; each costs a small request
 */

const PLACES = 3;
const PROBES = 3;

/**
 * @param {string} address - of pagefind.js, relative to the page
 * @param {string} locale - of the page
 */
export function engine(address, locale) {
  /** @type {Promise<any> | undefined} */
  let loading;

  /** A failed load is forgotten, so that the next try may succeed. */
  const load = () =>
    (loading ??= import(new URL(address, document.baseURI).href)
      .then(async (pagefind) => {
        await pagefind.init();
        return { pagefind, isHeld: holders(pagefind) };
      })
      .catch((error) => {
        loading = undefined;
        throw error;
      }));

  /**
   * Pagefind remembers a file that could not be fetched, so after a failure the next search begins anew.
   *
   * @template T
   * @param {any} pagefind
   * @param {Promise<T>} work
   * @returns {Promise<T>}
   */
  const beginningAnew = async (pagefind, work) => {
    try {
      return await work;
    } catch (error) {
      loading = undefined;
      await pagefind.destroy();
      throw error;
    }
  };

  return {
    /** Fetches what every search needs; failures show at the search itself. */
    prepare() {
      load().catch(() => {});
    },

    /**
     * @param {string} query
     * @returns {Promise<Found>} rejects when Pagefind or its index cannot be loaded
     */
    async search(query) {
      const { pagefind, isHeld } = await load();
      const ask = (/** @type {string[]} */ typed, /** @type {string[]} */ made) =>
        Promise.all([
          ...typed.map((question) => answer(pagefind, isHeld, question, true)),
          ...made.map((question) => answer(pagefind, isHeld, question, false)),
        ]).then(merge);
      const [own, ...others] = variants(query, locale);
      let results = await beginningAnew(pagefind, ask([own], others));
      if (!results.length) results = await beginningAnew(pagefind, ask(lastResort(query), []));
      return {
        count: results.length,
        results: async (from, to) => {
          const data = Promise.all(results.slice(from, to).map((/** @type {any} */ result) => result.data()));
          return (await beginningAnew(pagefind, data)).map(plain);
        },
      };
    },
  };
}

/**
 * Whether any page has a word: in quotes Pagefind looks for that word and no beginning of it. Each is asked for once.
 *
 * @param {any} pagefind
 * @returns {(word: string) => Promise<boolean>}
 */
function holders(pagefind) {
  /** @type {Map<string, Promise<boolean>>} */
  const known = new Map();
  return (word) => {
    const found =
      known.get(word) ??
      pagefind.search(`"${word.replaceAll('"', "")}"`).then((/** @type {any} */ { results }) => results.length > 0);
    known.set(word, found);
    return found;
  };
}

/**
 * What Pagefind finds for one question; nothing where no page has one of its words, and the first pages show that it went
 * by a mere beginning.
 *
 * @param {any} pagefind
 * @param {ReturnType<typeof holders>} isHeld
 * @param {string} question
 * @param {boolean} isTyped - may be the beginning of a word; a form that we made is a word or nothing
 * @returns {Promise<any[]>}
 */
async function answer(pagefind, isHeld, question, isTyped) {
  const { results } = await pagefind.search(question);
  if (!results.length || question.includes('"')) return results;
  const words = askedWords(question);
  const missing = async () => {
    const held = await Promise.all(words.map(isHeld));
    return words.filter((_, place) => !held[place]);
  };
  if (!isTyped) return (await missing()).length ? [] : results;
  const first = await Promise.all(results.slice(0, PROBES).map(markedWords));
  if (first.some((found) => genuine(words, found))) return results;
  const rest = await missing();
  return first.some((found) => genuine(rest, found)) ? results : [];
}

/**
 * The words that Pagefind marks in a page.
 *
 * @param {any} result
 * @returns {Promise<string[]>}
 */
async function markedWords(result) {
  const { content, locations } = await result.data();
  const words = content.split(/[\r\n\s]+/);
  return locations.map((/** @type {number} */ place) => words[place] ?? "");
}

/**
 * @param {any} data - a result of Pagefind
 * @returns {Result}
 */
function plain(data) {
  const places = (data.sub_results ?? [])
    .filter((/** @type {any} */ place) => place.url.includes("#"))
    .map((/** @type {any} */ place) => ({ title: place.title, url: place.url, weight: weight(place) }))
    .sort((/** @type {any} */ a, /** @type {any} */ b) => b.weight - a.weight)
    .slice(0, PLACES);
  return {
    title: data.meta.title ?? data.url,
    url: data.url,
    section: data.meta.section ?? "",
    excerpt: pieces(data.excerpt),
    places,
  };
}

/** @param {any} place */
function weight(place) {
  return (place.weighted_locations ?? []).reduce(
    (/** @type {number} */ sum, /** @type {any} */ location) => sum + location.balanced_score,
    0,
  );
}
