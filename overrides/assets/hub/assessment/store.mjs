// @ts-check
/**
 * Several assessments on one device: what the page reads and changes, and the last change taken back. How they are kept
 * is the affair of entries.mjs.
 */

import { Entries } from "./entries.mjs";
import { isReadable } from "./file.mjs";
import { joined, reverted } from "./model.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {import("./entries.mjs").Damaged} Damaged */

/**
 * @typedef {object} State
 * @property {"blocked" | "full" | "newer" | "limit" | null} fault - of the last read or write; "newer": another tab with a
 *   later version of the page wrote it, reload; "limit": the last change was not made, because we could not have read again
 *   what we would have written; null: all is well
 * @property {string | null} time - of the last write that succeeded
 * @property {readonly string[]} unsaved - ids that are in memory only
 * @property {readonly string[]} gone - ids deleted in another tab, kept here in memory until keep() or remove()
 * @property {boolean} wiped - entries written by this page had vanished, and were written again
 * @property {readonly Damaged[]} damaged - entries that cannot be read; never overwritten
 */

/**
 * @param {() => import("./entries.mjs").StorageLike} open - gives localStorage; may throw
 * @param {() => string} now - as `new Date().toISOString()`
 */
export function createStore(open, now) {
  return new Store(new Entries(open, now), now);
}

class Store {
  #entries;
  #now;
  /** The change that can be taken back.
   * @type {{ id: string, before: Assessment, after: Assessment, what: string } | null}
   */
  #last = null;
  #isRefused = false;

  /**
   * @param {Entries} entries
   * @param {() => string} now
   */
  constructor(entries, now) {
    this.#entries = entries;
    this.#now = now;
    entries.load();
  }

  /** Reads again all that is stored. */
  load() {
    this.#entries.load();
  }

  /** @returns {State} */
  get state() {
    const { fault, time, unsaved, gone, wiped, damaged } = this.#entries;
    return {
      fault: fault ?? (this.#isRefused ? "limit" : null),
      time,
      unsaved: [...unsaved],
      gone: [...gone],
      wiped,
      damaged: [...damaged.values()],
    };
  }

  /** All assessments, the last made first. */
  list() {
    return [...this.#entries.memory.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** @param {string} id */
  get(id) {
    return this.#entries.memory.get(id);
  }

  /**
   * @param {Assessment} assessment
   * @param {"new" | "join" | "replace"} [how] - what to do where there is one with this id: nothing, take what is newer,
   *   or make it as the given one; the latter two can be undone
   * @returns {boolean} false where there is one with this id already, and nothing was done
   */
  add(assessment, how = "new") {
    const { id } = assessment;
    const { memory } = this.#entries;
    if (how === "new" || !memory.has(id)) this.#entries.read(id);
    if (!memory.has(id)) {
      this.#put(id, assessment);
      return true;
    }
    if (how === "new") return false;
    this.update(id, (old) => (how === "join" ? joined(old, assessment) : reverted(old, assessment, old, this.#now())));
    return true;
  }

  /**
   * @param {string} id
   * @param {(assessment: Assessment, now: string) => Assessment} change - one of the functions of the model
   * @param {string} [what] - changes in a row with the same name are undone together, such as the letters of a note
   * @returns {Assessment | undefined} what it is now, changes from other tabs included; undefined: no such assessment
   */
  update(id, change, what = "") {
    const { memory } = this.#entries;
    const before = memory.get(id);
    if (!before) return undefined;
    const after = change(before, this.#now());
    if (after !== before && this.#put(id, after)) {
      const isSame = what && this.#last?.id === id && this.#last.what === what;
      this.#last = { id, before: isSame && this.#last ? this.#last.before : before, after, what };
    }
    return memory.get(id);
  }

  /**
   * Keeps what our own reader can open again, and nothing else.
   *
   * @param {string} id
   * @param {Assessment} assessment
   */
  #put(id, assessment) {
    this.#isRefused = !isReadable(assessment);
    if (this.#isRefused) return false;
    this.#entries.memory.set(id, assessment);
    this.#entries.save(id);
    return true;
  }

  get canUndo() {
    return this.#last !== null && this.#entries.memory.has(this.#last.id);
  }

  /** Takes the last change back; what another tab changed since stays. @returns {string | undefined} id of the assessment */
  undo() {
    const last = this.#last;
    const current = last && this.get(last.id);
    if (!last || !current) return undefined;
    this.#last = null;
    this.#put(last.id, reverted(current, last.before, last.after, this.#now()));
    return last.id;
  }

  /**
   * Deletes one; it can be added again as long as the page holds it.
   *
   * @param {string} id
   * @returns {Assessment | undefined} what was deleted from memory; see the state for whether storage followed
   */
  remove(id) {
    const old = this.get(id);
    this.#entries.remove(id);
    return old;
  }

  /** @param {string} key - of a damaged entry */
  removeDamaged(key) {
    this.#entries.removeDamaged(key);
  }

  /** Keeps what another tab deleted. @param {string} id */
  keep(id) {
    if (this.get(id)) this.#entries.save(id);
  }

  /**
   * To call at each `storage` event: what another tab did.
   *
   * @param {string | null} key - of the event; null: everything was cleared
   * @returns {{ changed: string[], removed: string[] }} ids
   */
  receive(key) {
    return this.#entries.receive(key);
  }

  /** Clears everything of the self-assessment on this device, damaged entries included. */
  clear() {
    this.#last = null;
    this.#entries.clear();
  }
}
