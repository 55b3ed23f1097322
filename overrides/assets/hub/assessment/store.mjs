// @ts-check
/**
 * Several assessments on one device. What is in memory is never lost because storage fails: that only changes `state`.
 *
 * Each assessment has a key of its own, in the format of the file, so that one damaged entry harms no other. Before a
 * write the entry is read again: what another tab wrote meanwhile is joined, part by part, the newer change winning.
 */

import { ASSESSMENT, ASSESSMENT_ASIDE } from "../lib/storage-keys.mjs";
import { parse, toText } from "./file.mjs";
import { identical, joined, reverted } from "./model.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} StorageLike */

/**
 * @typedef {object} State
 * @property {"blocked" | "full" | "newer" | null} fault - of the last read or write; "newer": another tab with a later
 *   version of the page wrote it, reload; null: all is well
 * @property {string | null} time - of the last write that succeeded
 * @property {readonly string[]} unsaved - ids that are in memory only
 * @property {readonly string[]} gone - ids deleted in another tab, kept here in memory until keep() or remove()
 * @property {boolean} wiped - entries written by this page had vanished, and were written again
 * @property {readonly Damaged[]} damaged - entries that cannot be read; never overwritten
 */
/** @typedef {{ key: string, text: string, faults: readonly import("./file.mjs").Fault[] }} Damaged - `text` as found, to be saved as a file */

/**
 * @param {() => StorageLike} open - gives localStorage; may throw
 * @param {() => string} now - as `new Date().toISOString()`
 */
export function createStore(open, now) {
  /** @type {Map<string, Assessment>} */
  const memory = new Map();
  /** What this page last read or wrote, by id @type {Map<string, string>} */
  const seen = new Map();
  /** @type {Map<string, Damaged>} */
  const damaged = new Map();
  /** @type {Set<string>} */
  const unsaved = new Set();
  /** @type {Set<string>} */
  const gone = new Set();
  /** @type {State["fault"]} */
  let fault = null;
  /** @type {string | null} */
  let time = null;
  let wiped = false;
  /** @type {{ id: string, before: Assessment, after: Assessment, what: string } | null} */
  let last = null;

  /**
   * @template T
   * @param {(storage: StorageLike) => T} action
   * @returns {T | undefined} undefined after a failure, which then stands in the state
   */
  function attempt(action) {
    try {
      const result = action(open());
      if (!unsaved.size) fault = null;
      return result;
    } catch (error) {
      fault = isFull(error) ? "full" : "blocked";
      return undefined;
    }
  }

  /** @param {string} id */
  function read(id) {
    return attempt((storage) => take(id, storage.getItem(ASSESSMENT + id)));
  }

  /**
   * Takes an entry into memory.
   *
   * @param {string} id
   * @param {string | null} text
   * @returns {"none" | "known" | "joined" | "damaged" | "newer"}
   */
  function take(id, text) {
    if (text === null) {
      damaged.delete(ASSESSMENT + id);
      return "none";
    }
    if (text === seen.get(id)) return "known";
    const { assessment, faults } = parse(text);
    if (assessment?.id === id) {
      const mine = memory.get(id);
      memory.set(id, mine ? joined(mine, assessment) : assessment);
      seen.set(id, text);
      damaged.delete(ASSESSMENT + id);
      gone.delete(id);
      return "joined";
    }
    if (faults[0]?.code === "newer-version") return "newer";
    damaged.set(ASSESSMENT + id, { key: ASSESSMENT + id, text, faults });
    return "damaged";
  }

  /** @param {string} id */
  function save(id) {
    unsaved.add(id);
    gone.delete(id);
    for (const one of unsaved) if (!gone.has(one)) write(one);
  }

  /** @param {string} id */
  function write(id) {
    attempt((storage) => {
      const found = storage.getItem(ASSESSMENT + id);
      const outcome = take(id, found);
      if (outcome === "newer") {
        fault = "newer";
        return;
      }
      if (outcome === "none" && seen.has(id)) wiped = true;
      if (outcome === "damaged") setAside(id, storage);
      const text = toText(/** @type {Assessment} */ (memory.get(id)));
      if (text !== found) storage.setItem(ASSESSMENT + id, text);
      if (storage.getItem(ASSESSMENT + id) !== text) throw new Error("storage keeps nothing");
      seen.set(id, text);
      unsaved.delete(id);
      time = now();
    });
  }

  /**
   * @param {string} id - of a damaged entry
   * @param {StorageLike} storage
   */
  function setAside(id, storage) {
    const entry = damaged.get(ASSESSMENT + id);
    if (!entry) return;
    storage.setItem(ASSESSMENT_ASIDE + id, entry.text);
    damaged.delete(entry.key);
    damaged.set(ASSESSMENT_ASIDE + id, { ...entry, key: ASSESSMENT_ASIDE + id });
  }

  /** Reads all that is stored; what is in memory is joined with it. */
  function load() {
    attempt((storage) => {
      for (const key of keysOf(storage)) {
        const text = storage.getItem(key);
        if (key.startsWith(ASSESSMENT)) take(key.slice(ASSESSMENT.length), text);
        else if (text !== null) damaged.set(key, { key, text, faults: parse(text).faults });
      }
    });
  }

  /**
   * @param {string} id
   * @param {(assessment: Assessment, now: string) => Assessment} change - one of the functions of the model
   * @param {string} [what] - changes in a row with the same name are undone together, such as the letters of a note
   * @returns {Assessment | undefined} what it is now, changes from other tabs included; undefined: no such assessment
   */
  function update(id, change, what = "") {
    const before = memory.get(id);
    if (!before) return undefined;
    const after = change(before, now());
    if (after !== before) {
      memory.set(id, after);
      last = { id, before: what && last?.id === id && last.what === what ? last.before : before, after, what };
      save(id);
    }
    return memory.get(id);
  }

  load();

  return {
    load,

    /** @returns {State} */
    get state() {
      return { fault, time, unsaved: [...unsaved], gone: [...gone], wiped, damaged: [...damaged.values()] };
    },

    /** All assessments, the last made first. */
    list() {
      return [...memory.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
    },

    /** @param {string} id */
    get(id) {
      return memory.get(id);
    },

    /**
     * @param {Assessment} assessment
     * @param {"new" | "join" | "replace"} [how] - what to do where there is one with this id: nothing, take what is newer,
     *   or make it as the given one; the latter two can be undone
     * @returns {boolean} false when nothing was done
     */
    add(assessment, how = "new") {
      const { id } = assessment;
      if (how === "new" || !memory.has(id)) read(id);
      const mine = memory.get(id);
      if (!mine) {
        memory.set(id, assessment);
        save(id);
        return true;
      }
      if (how === "new") return false;
      update(id, (old) => (how === "join" ? joined(old, assessment) : reverted(old, assessment, old, now())));
      return true;
    },

    update,

    get canUndo() {
      return last !== null && memory.has(last.id);
    },

    /** Takes the last change back; what another tab changed since stays. @returns {string | undefined} id of the assessment */
    undo() {
      const current = last && memory.get(last.id);
      if (!last || !current) return undefined;
      const { id, before, after } = last;
      last = null;
      memory.set(id, reverted(current, before, after, now()));
      save(id);
      return id;
    },

    /**
     * Deletes one; it can be added again as long as the page holds it.
     *
     * @param {string} id
     * @returns {Assessment | undefined} what was deleted from memory; see the state for whether storage followed
     */
    remove(id) {
      const old = memory.get(id);
      for (const known of [memory, seen, unsaved, gone]) known.delete(id);
      attempt((storage) => storage.removeItem(ASSESSMENT + id));
      return old;
    },

    /** @param {string} key - of a damaged entry */
    removeDamaged(key) {
      damaged.delete(key);
      attempt((storage) => storage.removeItem(key));
    },

    /** Keeps what another tab deleted. @param {string} id */
    keep(id) {
      if (memory.has(id)) save(id);
    },

    /**
     * To call at each `storage` event: what another tab did.
     *
     * @param {string | null} key - of the event; null: everything was cleared
     * @returns {{ changed: string[], removed: string[] }} ids
     */
    receive(key) {
      /** @type {{ changed: string[], removed: string[] }} */
      const result = { changed: [], removed: [] };
      if (key !== null && !key.startsWith(ASSESSMENT)) return result;
      for (const id of key === null ? [...seen.keys()] : [key.slice(ASSESSMENT.length)]) {
        const before = memory.get(id);
        const outcome = read(id);
        const mine = memory.get(id);
        if (outcome === "none" && before) {
          seen.delete(id);
          unsaved.delete(id);
          gone.add(id);
          result.removed.push(id);
        }
        if (outcome === "newer") fault = "newer";
        if (outcome !== "joined" || !mine) continue;
        if (!before || !identical(before, mine)) result.changed.push(id);
        if (toText(mine) !== seen.get(id)) save(id);
      }
      return result;
    },

    /** Clears everything of the self-assessment on this device, damaged entries included. */
    clear() {
      for (const all of [memory, seen, damaged, unsaved, gone]) all.clear();
      last = null;
      wiped = false;
      attempt((storage) => keysOf(storage).forEach((key) => storage.removeItem(key)));
    },
  };
}

/** @param {StorageLike} storage */
function keysOf(storage) {
  return Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "").filter(
    (key) => key.startsWith(ASSESSMENT) || key.startsWith(ASSESSMENT_ASIDE),
  );
}

/** @param {unknown} error */
function isFull(error) {
  return error instanceof Error && /quota/i.test(error.name);
}
