// @ts-check
/**
 * Which practices have what was chosen, how many each further choice would give, and in which order they come.
 * A practice is a number: its place in the index.
 *
 * @typedef {import("./query.mjs").State} State
 *
 * @typedef {object} Index - as hooks/hub/browser/practice_index.py publishes it, practices in the order of the served list
 * @property {readonly string[]} ids
 * @property {readonly string[]} names
 * @property {readonly (number | null)[]} start - year; null is not documented
 * @property {readonly Column[]} facets
 * @property {boolean} whole - the page holds all cards
 *
 * @typedef {object} Column - one facet of all practices
 * @property {string} id
 * @property {readonly string[]} values
 * @property {readonly (number | readonly number[])[]} of - per practice the places of its values in `values`
 * @property {readonly (readonly number[])[]} [near] - per value the places of those that partly fit a wish for it
 *
 * @typedef {object} Result
 * @property {readonly number[]} found - in the order of the index
 * @property {ReadonlyMap<string, ReadonlyMap<string, number>>} counts - facet → value → how many there would be with this
 *   value alone chosen in its facet and everything else as it is
 * @property {ReadonlyMap<string, number>} without - what was asked for (a facet, or `q`) → how many more there would be
 *   if that alone were lifted
 */

import { fold } from "../lib/folding.mjs";
import { NONE } from "./query.mjs";

/** The facet of which the last value is the best. */
export const STRONGEST_FIRST = "evidence";

/**
 * The values of a practice for a facet, `[NONE]` when not documented.
 *
 * @param {Column} column
 * @param {number} practice
 * @returns {readonly string[]}
 */
export function valuesOf(column, practice) {
  const places = column.of[practice];
  if (typeof places === "number") return [column.values[places]];
  return places.length ? places.map((place) => column.values[place]) : [NONE];
}

/**
 * Which practices carry a value, looked up once.
 *
 * @param {Index} index
 * @returns {(facet: string, value: string) => readonly number[]}
 */
export function carriersIn(index) {
  /** @type {Map<string, number[]>} */
  const carriers = new Map();
  for (const column of index.facets) {
    index.ids.forEach((_, practice) => {
      for (const value of valuesOf(column, practice)) {
        const key = `${column.id} ${value}`;
        const known = carriers.get(key);
        if (known) known.push(practice);
        else carriers.set(key, [practice]);
      }
    });
  }
  return (facet, value) => carriers.get(`${facet} ${value}`) ?? [];
}

/**
 * OR inside a facet, unless all values are wanted; AND across facets and words.
 *
 * @param {Index} index
 * @param {State} state
 * @param {ReadonlyMap<number, number> | null} scores - practices that have the words; null when there are no words
 * @returns {Result}
 */
export function match(index, state, scores) {
  const found = [];
  const columns = index.facets.map((column) => {
    // Counting by place is much quicker than by name; the last place is "none"
    const wanted = state.facets.get(column.id);
    return {
      of: column.of,
      none: column.values.length,
      wanted: wanted && new Set(wanted.map((id) => (id === NONE ? column.values.length : column.values.indexOf(id)))),
      all: state.allOf.includes(column.id),
      counts: new Array(column.values.length + 1).fill(0),
      more: 0,
    };
  });
  let moreWithoutWords = 0;
  for (let practice = 0; practice < index.ids.length; practice++) {
    const lacksWords = scores !== null && !scores.has(practice);
    let misses = lacksWords ? 1 : 0;
    let missed = -1;
    for (let place = 0; place < columns.length && misses < 2; place++) {
      const { wanted, of, none, all } = columns[place];
      if (wanted && !(all ? hasAll : has)(of[practice], none, wanted)) {
        misses += 1;
        missed = place;
      }
    }
    if (misses === 0) {
      found.push(practice);
      for (const column of columns) count(column, practice);
    } else if (misses === 1 && lacksWords) {
      moreWithoutWords += 1;
    } else if (misses === 1) {
      // Only this facet is in the way: choosing one of this practice's values there would let it in, unless all are wanted
      if (!columns[missed].all) count(columns[missed], practice);
      columns[missed].more += 1;
    }
  }
  /** @type {Map<string, ReadonlyMap<string, number>>} */
  const counts = new Map();
  /** @type {Map<string, number>} */
  const without = new Map();
  if (scores) without.set("q", moreWithoutWords);
  index.facets.forEach((column, place) => {
    const { counts: numbers, more, wanted } = columns[place];
    counts.set(column.id, new Map([...column.values, NONE].map((id, at) => [id, numbers[at]])));
    if (wanted) without.set(column.id, more);
  });
  return { found, counts, without };
}

/**
 * @param {number | readonly number[]} places
 * @param {number} none
 * @param {ReadonlySet<number>} wanted
 */
function has(places, none, wanted) {
  if (typeof places === "number") return wanted.has(places);
  if (!places.length) return wanted.has(none);
  for (const place of places) if (wanted.has(place)) return true;
  return false;
}

/**
 * @param {number | readonly number[]} places
 * @param {number} none
 * @param {ReadonlySet<number>} wanted
 */
function hasAll(places, none, wanted) {
  if (typeof places === "number") return wanted.size === 1 && wanted.has(places);
  if (!places.length) return wanted.size === 1 && wanted.has(none);
  for (const place of wanted) if (!places.includes(place)) return false;
  return true;
}

/**
 * @param {{ of: Column["of"], none: number, counts: number[] }} column
 * @param {number} practice
 */
function count(column, practice) {
  const places = column.of[practice];
  if (typeof places === "number") column.counts[places] += 1;
  else if (!places.length) column.counts[column.none] += 1;
  else for (const place of places) column.counts[place] += 1;
}

/**
 * What is in the way, most helpful first: each with how many practices there are when it alone is lifted. Empty when
 * lifting one thing is not enough.
 *
 * @param {Result} result
 * @returns {readonly { what: string, count: number }[]}
 */
export function blocking(result) {
  if (result.found.length) return [];
  return [...result.without]
    .filter(([, count]) => count > 0)
    .map(([what, count]) => ({ what, count }))
    .sort((one, other) => other.count - one.count);
}

/**
 * In the order asked for; what is equal keeps the order of the served list.
 *
 * @param {Index} index
 * @param {readonly number[]} found
 * @param {State} state
 * @param {ReadonlyMap<number, number> | null} scores
 * @returns {readonly number[]}
 */
export function sorted(index, found, state, scores) {
  const key = sortKey(index, state, scores);
  if (!key) return found;
  const keyed = found.map((practice) => ({ practice, key: key(practice) }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.practice - other.practice));
  return keyed.map(({ practice }) => practice);
}

/**
 * @param {Index} index
 * @param {State} state
 * @param {ReadonlyMap<number, number> | null} scores
 * @returns {((practice: number) => number | string) | null} smallest first
 */
function sortKey(index, state, scores) {
  if (state.sort === "name") return (practice) => fold(index.names[practice]);
  if (state.sort === "start") return (practice) => -(index.start[practice] ?? 0);
  if (state.sort === "evidence") {
    const evidence = index.facets.find((column) => column.id === STRONGEST_FIRST);
    return evidence ? (practice) => -Math.max(...[evidence.of[practice]].flat(), -1) : null;
  }
  return scores && ((practice) => -(scores.get(practice) ?? 0));
}
