// @ts-check
/**
 * What someone wrote in the full form, kept on the device and as a file. A draft holds the record that the person saw, so it
 * means the same when the hub changed meanwhile.
 *
 * @typedef {{ reason: string, source: string, who: string, interest: boolean }} Also
 * @typedef {{ format: string, id: string, record: any, values: unknown, made: Record<string, unknown>[], also: Also }} Draft
 *   - `id` is empty and `record` null for a new practice; `made`: sources that are not in the bibliography yet
 */

import { isId } from "../lib/id.mjs";
import { FORM } from "../lib/storage-keys.mjs";

export const DRAFT = "hub-form-draft/1";
const LONGEST = 1_000_000;

/** @returns {Also} */
export const nobody = () => ({ reason: "", source: "", who: "", interest: false });

/**
 * @param {string | null} text
 * @returns {Draft | null} null: it is none; its values are not looked at here
 */
export function parse(text) {
  if (!text || text.length > LONGEST) return null;
  /** @type {any} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (value?.format !== DRAFT || (value.id && !isId(value.id))) return null;
  const isNew = !value.id;
  if (!isNew && (typeof value.record !== "object" || !value.record || Array.isArray(value.record))) return null;
  const also = nobody();
  for (const name of /** @type {const} */ (["reason", "source", "who"]))
    if (typeof value.also?.[name] === "string") also[name] = value.also[name];
  also.interest = value.also?.interest === true;
  const made = Array.isArray(value.made)
    ? value.made.filter((/** @type {any} */ one) => isId(one?.id) && typeof one.title === "string")
    : [];
  return { format: DRAFT, id: value.id || "", record: isNew ? null : value.record, values: value.values, made, also };
}

/**
 * @param {string} id
 * @param {() => Pick<Storage, "getItem" | "setItem" | "removeItem">} [storage] - asking for it may throw
 */
export function keeper(id, storage = () => localStorage) {
  const key = FORM + id;
  return {
    read() {
      try {
        return parse(storage().getItem(key));
      } catch {
        return null;
      }
    },
    /**
     * @param {Draft} draft
     * @returns {boolean} whether the device keeps it
     */
    write(draft) {
      try {
        storage().setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    remove() {
      try {
        storage().removeItem(key);
      } catch {
        // Nothing was kept
      }
    },
  };
}
