// @ts-check
/**
 * What someone wrote in the box, kept on the device per record. Where storage is refused it is kept as long as the page.
 *
 * @typedef {{ was: string, values: Record<string, string> }} Written - `was`: digest of what the field held then
 * @typedef {{ version: 1, last: string, fields: Record<string, Written>, reason: string, source: string, who: string,
 *   interest: boolean }} Draft - `last` is the field that was open
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} StorageLike
 */

import { CORRECTION } from "../lib/storage-keys.mjs";

const LONGEST_STORED = 200_000;

/** @returns {Draft} */
export function blank() {
  return { version: 1, last: "", fields: {}, reason: "", source: "", who: "", interest: false };
}

/**
 * @param {string | null} text - as stored
 * @returns {Draft} what can be read of it
 */
export function parse(text) {
  const draft = blank();
  if (!text || text.length > LONGEST_STORED) return draft;
  /** @type {any} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return draft;
  }
  if (value?.version !== 1) return draft;
  for (const name of /** @type {const} */ (["last", "reason", "source", "who"]))
    if (typeof value[name] === "string") draft[name] = value[name];
  draft.interest = value.interest === true;
  for (const [place, one] of Object.entries(Object(value.fields))) {
    const values = Object.entries(Object(one?.values)).filter(([, text]) => typeof text === "string");
    if (typeof one?.was === "string" && values.length)
      draft.fields[place] = {
        was: one.was,
        values: /** @type {Record<string, string>} */ (Object.fromEntries(values)),
      };
  }
  return draft;
}

/** @type {Map<string, string>} */
const here = new Map();

/**
 * @param {string} of - `practice/womento`
 * @param {() => StorageLike} [storage] - asking for it may throw
 */
export function keeper(of, storage = () => localStorage) {
  const key = CORRECTION + of;
  return {
    read() {
      try {
        return parse(storage().getItem(key) ?? here.get(key) ?? null);
      } catch {
        return parse(here.get(key) ?? null);
      }
    },
    /**
     * @param {Draft} draft
     * @returns {boolean} whether the device keeps it
     */
    write(draft) {
      const text = JSON.stringify(draft);
      here.set(key, text);
      try {
        storage().setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    remove() {
      here.delete(key);
      try {
        storage().removeItem(key);
      } catch {
        // Nothing was kept
      }
    },
  };
}
