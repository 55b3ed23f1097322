// @ts-check
/**
 * The shortlist: practices that someone set aside, in an order of their own, kept on the device under one key.
 *
 * What is in memory is never lost because storage fails: that only changes `fault`. Every change begins with what is
 * stored, so that two tabs add to one list. The name of each practice is kept for the day it is no longer on the hub.
 *
 * @typedef {{ id: string, name: string }} Entry
 * @typedef {readonly Entry[]} Shortlist
 * @typedef {"blocked" | "full" | "newer" | "damaged" | null} Fault - "newer": a later version of the hub wrote it, so it is
 *   not overwritten; "damaged": what was there could not be read and makes room at the next change
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} StorageLike
 * @typedef {{ ids: readonly string[], names: readonly string[], former: Readonly<Record<string, string>> }} Names
 */

import { isId } from "../lib/id.mjs";
import { SHORTLIST } from "../lib/storage-keys.mjs";

export const VERSION = 1;
export const AT_MOST = 50;
const LONGEST_NAME = 200;
const LONGEST_STORED = 100_000;

// --- as text ------------------------------------------------------------------------------------------------------------

/**
 * @param {string | null} text - as stored; null: nothing is
 * @returns {{ shortlist: Shortlist, fault: Fault }} the readable entries, each once, whatever the text is
 */
export function parse(text) {
  if (text === null) return { shortlist: [], fault: null };
  if (text.length > LONGEST_STORED) return { shortlist: [], fault: "damaged" };
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { shortlist: [], fault: "damaged" };
  }
  if (!isObject(value) || !Number.isInteger(value.version)) return { shortlist: [], fault: "damaged" };
  if (Number(value.version) > VERSION) return { shortlist: [], fault: "newer" };
  if (value.version !== VERSION || !Array.isArray(value.practices)) return { shortlist: [], fault: "damaged" };
  const readable = value.practices.filter(
    (entry) => isObject(entry) && isId(entry.id) && typeof entry.name === "string",
  );
  const shortlist = addedAll(
    [],
    readable.map(({ id, name }) => ({ id, name })),
  );
  return { shortlist, fault: readable.length < value.practices.length ? "damaged" : null };
}

/** @param {Shortlist} shortlist */
export function toText(shortlist) {
  return JSON.stringify({ version: VERSION, practices: shortlist });
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// --- changes ------------------------------------------------------------------------------------------------------------

/**
 * With these practices at its end; those it has already stay where they are, and more than `AT_MOST` are left out.
 *
 * @param {Shortlist} shortlist
 * @param {Shortlist} entries
 * @returns {Shortlist}
 */
export function addedAll(shortlist, entries) {
  const all = new Map(shortlist.map((entry) => [entry.id, entry]));
  for (const { id, name } of entries) {
    if (all.size < AT_MOST && isId(id) && !all.has(id)) all.set(id, { id, name: name.slice(0, LONGEST_NAME) });
  }
  return [...all.values()];
}

/**
 * @param {Shortlist} shortlist
 * @param {string} id
 * @returns {Shortlist}
 */
export function removed(shortlist, id) {
  return shortlist.filter((entry) => entry.id !== id);
}

/**
 * @param {Shortlist} shortlist
 * @param {string} id
 * @param {-1 | 1} by - a place up or down
 * @returns {Shortlist}
 */
export function moved(shortlist, id, by) {
  const from = shortlist.findIndex((entry) => entry.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shortlist.length) return shortlist;
  const changed = [...shortlist];
  [changed[from], changed[to]] = [changed[to], changed[from]];
  return changed;
}

/**
 * The shortlist with the practices as they are called today: ids that changed are followed, names come in the language
 * of the page. What the hub does not know stays in the list; people decide.
 *
 * @param {Shortlist} shortlist
 * @param {Names} names
 * @returns {{ shortlist: Shortlist, gone: readonly string[] }} gone: ids that are not on the hub (any more)
 */
export function current(shortlist, names) {
  const place = new Map(names.ids.map((id, number) => [id, number]));
  const renamed = shortlist.map((entry) => {
    const id = place.has(entry.id)
      ? entry.id
      : Object.hasOwn(names.former, entry.id)
        ? names.former[entry.id]
        : entry.id;
    return { id, name: names.names[place.get(id) ?? -1] ?? entry.name };
  });
  return {
    shortlist: addedAll([], renamed),
    gone: renamed.filter(({ id }) => !place.has(id)).map(({ id }) => id),
  };
}

// --- on the device ------------------------------------------------------------------------------------------------------

/** @param {() => StorageLike} open - gives localStorage; may throw */
export function createStore(open) {
  /** @type {Shortlist} */
  let memory = [];
  /** @type {Fault} */
  let fault = null;
  /** Storage failed, so memory is all there is. */
  let adrift = false;
  /** @type {Names | null} */
  let known = null;
  /** @type {Set<() => void>} */
  const watchers = new Set();

  const read = () => {
    if (adrift) return;
    try {
      ({ shortlist: memory, fault } = parse(open().getItem(SHORTLIST)));
      if (known) memory = current(memory, known).shortlist;
    } catch {
      fault = "blocked";
    }
  };

  /** @param {(shortlist: Shortlist) => Shortlist} action */
  const change = (action) => {
    if (fault !== "newer" && fault !== "blocked") read();
    memory = action(memory);
    if (fault !== "newer") {
      try {
        if (memory.length) open().setItem(SHORTLIST, toText(memory));
        else open().removeItem(SHORTLIST);
        fault = null;
        adrift = false;
      } catch (error) {
        fault = error instanceof Error && /quota/i.test(error.name) ? "full" : "blocked";
        adrift = true;
      }
    }
    for (const watcher of watchers) watcher();
  };

  read();

  return {
    /** @returns {Shortlist} */
    get shortlist() {
      return memory;
    },
    get fault() {
      return fault;
    },
    /** So many fit. */
    most: AT_MOST,
    /** @param {string} id */
    has: (id) => memory.some((entry) => entry.id === id),
    /** @param {Shortlist} entries */
    add: (entries) => change((shortlist) => addedAll(shortlist, entries)),
    /** @param {string} id */
    remove: (id) => change((shortlist) => removed(shortlist, id)),
    /** @param {string} id @param {-1 | 1} by */
    move: (id, by) => change((shortlist) => moved(shortlist, id, by)),
    clear: () => change(() => []),
    /**
     * Adds what the list does not have, removes what it has.
     *
     * @param {Entry} entry
     */
    toggle: (entry) =>
      change((shortlist) =>
        shortlist.some(({ id }) => id === entry.id) ? removed(shortlist, entry.id) : addedAll(shortlist, [entry]),
      ),
    /**
     * Takes over today's ids and names, from now on; written only where an id changed, so that reading stores nothing.
     *
     * @param {Names} names
     * @returns {readonly string[]} ids that are not on the hub
     */
    update(names) {
      known = names;
      const before = memory;
      const { shortlist, gone } = current(memory, names);
      const ids = (/** @type {Shortlist} */ list) => list.map(({ id }) => id).join(",");
      memory = shortlist;
      if (ids(shortlist) !== ids(before)) change((list) => list);
      return gone;
    },
    /** To call when another tab wrote. */
    receive() {
      read();
      for (const watcher of watchers) watcher();
    },
    /** @param {() => void} watcher - called after each change */
    watch: (watcher) => watchers.add(watcher),
  };
}

/** @type {ReturnType<typeof createStore> | undefined} */
let device;

/** The one shortlist of this page. */
export function shortlist() {
  if (!device) {
    const store = createStore(() => localStorage);
    window.addEventListener("storage", (event) => {
      if (event.key === SHORTLIST || event.key === null) store.receive();
    });
    device = store;
  }
  return device;
}
