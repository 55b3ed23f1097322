// @ts-check
/**
 * Assessments in memory and their entries in the storage of the browser. What is in memory is never lost because storage
 * fails: that only changes what `Store.state` says.
 *
 * Each assessment has a key of its own, in the format of the file, so that one damaged entry harms no other. Before a
 * write the entry is read again: what another tab wrote meanwhile is joined, part by part, the newer change winning.
 */

import { ASSESSMENT, ASSESSMENT_ASIDE } from "../lib/storage-keys.mjs";
import { isReadable, parse, toText } from "./file.mjs";
import { identical, joined } from "./model.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} StorageLike */

/**
 * @typedef {object} Damaged
 * @property {string} key
 * @property {string} text - as found, to be saved as a file
 * @property {readonly import("./file.mjs").Fault[]} faults
 */

export class Entries {
  /** @type {Map<string, Assessment>} */
  memory = new Map();
  /** @type {Map<string, Damaged>} */
  damaged = new Map();
  /** @type {Set<string>} */
  unsaved = new Set();
  /** @type {Set<string>} */
  gone = new Set();
  /** @type {"blocked" | "full" | "newer" | "limit" | null} */
  fault = null;
  /** @type {string | null} */
  time = null;
  wiped = false;
  /** What this page last read or wrote, by id @type {Map<string, string>} */
  #seen = new Map();
  #open;
  #now;

  /**
   * @param {() => StorageLike} open - gives localStorage; may throw
   * @param {() => string} now
   */
  constructor(open, now) {
    this.#open = open;
    this.#now = now;
  }

  /** Reads all that is stored; what is in memory is joined with it. */
  load() {
    this.#attempt((storage) => {
      for (const key of keysOf(storage)) {
        const text = storage.getItem(key);
        if (key.startsWith(ASSESSMENT)) this.#take(key.slice(ASSESSMENT.length), text);
        else if (text !== null) this.damaged.set(key, { key, text, faults: parse(text).faults });
      }
    });
  }

  /** @param {string} id */
  read(id) {
    return this.#attempt((storage) => this.#take(id, storage.getItem(ASSESSMENT + id)));
  }

  /** Writes what is in memory, with whatever could not be written before. @param {string} id */
  save(id) {
    this.unsaved.add(id);
    this.gone.delete(id);
    for (const one of this.unsaved) if (!this.gone.has(one)) this.#write(one);
  }

  /** @param {string} id */
  remove(id) {
    for (const known of [this.memory, this.#seen, this.unsaved, this.gone]) known.delete(id);
    this.#attempt((storage) => storage.removeItem(ASSESSMENT + id));
  }

  /** @param {string} key */
  removeDamaged(key) {
    this.damaged.delete(key);
    this.#attempt((storage) => storage.removeItem(key));
  }

  clear() {
    for (const all of [this.memory, this.#seen, this.damaged, this.unsaved, this.gone]) all.clear();
    this.wiped = false;
    this.#attempt((storage) => keysOf(storage).forEach((key) => storage.removeItem(key)));
  }

  /**
   * What another tab did.
   *
   * @param {string | null} key - of the `storage` event; null: everything was cleared
   * @returns {{ changed: string[], removed: string[] }} ids
   */
  receive(key) {
    /** @type {{ changed: string[], removed: string[] }} */
    const result = { changed: [], removed: [] };
    if (key !== null && !key.startsWith(ASSESSMENT)) return result;
    for (const id of key === null ? [...this.#seen.keys()] : [key.slice(ASSESSMENT.length)]) {
      const before = this.memory.get(id);
      const outcome = this.read(id);
      const mine = this.memory.get(id);
      if (outcome === "none" && before) {
        this.#seen.delete(id);
        this.unsaved.delete(id);
        this.gone.add(id);
        result.removed.push(id);
      }
      if (outcome === "newer") this.fault = "newer";
      if (outcome !== "joined" || !mine) continue;
      if (!before || !identical(before, mine)) result.changed.push(id);
      if (toText(mine) !== this.#seen.get(id)) this.save(id);
    }
    return result;
  }

  /**
   * @template T
   * @param {(storage: StorageLike) => T} action
   * @returns {T | undefined} undefined after a failure, which then is the fault
   */
  #attempt(action) {
    try {
      const result = action(this.#open());
      if (!this.unsaved.size) this.fault = null;
      return result;
    } catch (error) {
      this.fault = isFull(error) ? "full" : "blocked";
      return undefined;
    }
  }

  /**
   * Takes an entry into memory.
   *
   * @param {string} id
   * @param {string | null} text
   * @returns {"none" | "known" | "joined" | "damaged" | "newer"}
   */
  #take(id, text) {
    const key = ASSESSMENT + id;
    if (text === null) {
      this.damaged.delete(key);
      return "none";
    }
    if (text === this.#seen.get(id)) return "known";
    const { assessment, faults } = parse(text);
    if (assessment?.id === id) {
      const mine = this.memory.get(id);
      this.memory.set(id, mine ? joined(mine, assessment) : assessment);
      this.#seen.set(id, text);
      this.damaged.delete(key);
      this.gone.delete(id);
      return "joined";
    }
    if (faults[0]?.code === "newer-version") return "newer";
    this.damaged.set(key, { key, text, faults });
    return "damaged";
  }

  /** @param {string} id */
  #write(id) {
    this.#attempt((storage) => {
      const key = ASSESSMENT + id;
      const found = storage.getItem(key);
      const outcome = this.#take(id, found);
      if (outcome === "newer") {
        this.fault = "newer";
        return;
      }
      if (outcome === "none" && this.#seen.has(id)) this.wiped = true;
      if (outcome === "damaged") this.#setAside(id, storage);
      const mine = /** @type {Assessment} */ (this.memory.get(id));
      if (!isReadable(mine)) {
        this.fault = "limit";
        return;
      }
      const text = toText(mine);
      if (text !== found) storage.setItem(key, text);
      if (storage.getItem(key) !== text) throw new Error("storage keeps nothing");
      this.#seen.set(id, text);
      this.unsaved.delete(id);
      this.time = this.#now();
    });
  }

  /**
   * @param {string} id - of a damaged entry
   * @param {StorageLike} storage
   */
  #setAside(id, storage) {
    const entry = this.damaged.get(ASSESSMENT + id);
    if (!entry) return;
    const key = ASSESSMENT_ASIDE + id;
    storage.setItem(key, entry.text);
    this.damaged.delete(entry.key);
    this.damaged.set(key, { ...entry, key });
  }
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
