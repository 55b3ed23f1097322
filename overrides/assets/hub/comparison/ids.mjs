// @ts-check
/**
 * Which practices an address asks for, and how a choice becomes an address. Whatever an address holds, the choice is
 * usable, and says what was left out.
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
 * What the page opens with: the practices asked for, else the first of the list that someone handed on, else the first of
 * the own list. More than fit are handed on too, so that they can take the place of others.
 *
 * @param {string} search - as in `location.search`
 * @param {Names} names
 * @param {readonly string[]} own - ids on the shortlist of this device that the hub knows
 * @param {number} most - on a shortlist
 * @returns {{ ids: readonly string[], shared: readonly string[], unknown: number, surplus: number }}
 */
export function opening(search, names, own, most) {
  const wanted = asked(search, "ids", names, most);
  const handed = asked(search, "shortlist", names, most);
  const isChosen = new URLSearchParams(search.slice(0, LONGEST_QUERY)).has("ids");
  const from = isChosen ? wanted.ids : handed.ids.length ? handed.ids : own;
  const surplus = Math.max(wanted.ids.length - COMPARED_AT_MOST, 0);
  return {
    ids: from.slice(0, COMPARED_AT_MOST),
    shared: surplus ? [...new Set([...handed.ids, ...wanted.ids])].slice(0, most) : handed.ids,
    unknown: wanted.unknown + handed.unknown,
    surplus,
  };
}

/**
 * The query that opens with this choice. What a list that is handed on would open with is not said twice; that nothing is
 * chosen is said where a list would open with something.
 *
 * @param {readonly string[]} ids
 * @param {readonly string[]} shared
 * @param {boolean} hasOwn - whether there is a shortlist on this device
 * @returns {string} with its question mark; "" without any
 */
export function address(ids, shared, hasOwn) {
  const first = shared.slice(0, COMPARED_AT_MOST);
  if (shared.length && first.join() === ids.join()) return query("shortlist", shared);
  const chosen = ids.length || !(shared.length || hasOwn) ? query("ids", ids) : "?ids=";
  const handed = query("shortlist", shared);
  return chosen && handed ? `${chosen}&${handed.slice(1)}` : chosen || handed;
}

/**
 * @param {string} name
 * @param {readonly string[]} ids
 * @returns {string} with its question mark; "" without ids
 */
export function query(name, ids) {
  return ids.length ? `?${name}=${ids.join(",")}` : "";
}
