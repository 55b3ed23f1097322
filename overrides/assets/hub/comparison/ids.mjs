// @ts-check
/**
 * Which practices an address asks for. Whatever it holds, the choice is usable, and says what was left out.
 *
 * @typedef {import("../shortlist/store.mjs").Names} Names
 *
 * @typedef {object} Asked
 * @property {readonly string[]} ids - known today, each once
 * @property {number} unknown - how many are not on the hub (any more), or are no ids at all
 * @property {number} surplus - how many more than allowed
 */

import { isId } from "../lib/id.mjs";

/** More cannot be read side by side. */
export const COMPARED_AT_MOST = 4;
const LONGEST_QUERY = 8_000;
/** Beyond this a list in an address was not made by the hub. */
const LONGEST_LIST = 200;

/**
 * @param {string} query - as in `location.search`
 * @param {string} name - of the parameter: `ids` to compare, `shortlist` to hand on
 * @param {Names} names
 * @param {number} [most]
 * @returns {Asked}
 */
export function asked(query, name, names, most = COMPARED_AT_MOST) {
  const parameters = new URLSearchParams(query.slice(0, LONGEST_QUERY));
  const parts = parameters
    .getAll(name)
    .flatMap((value) => value.split(","))
    .map((part) => part.trim())
    .filter(Boolean);
  const known = new Set(names.ids);
  /** @type {Set<string>} */
  const ids = new Set();
  let unknown = 0;
  for (const part of parts.slice(0, LONGEST_LIST)) {
    const id = known.has(part) || !Object.hasOwn(names.former, part) ? part : names.former[part];
    if (isId(id) && known.has(id)) ids.add(id);
    else unknown += 1;
  }
  return { ids: [...ids].slice(0, most), unknown, surplus: Math.max(ids.size - most, 0) };
}

/**
 * @param {string} name
 * @param {readonly string[]} ids
 * @returns {string} with its question mark; "" without ids
 */
export function query(name, ids) {
  return ids.length ? `?${name}=${ids.join(",")}` : "";
}
