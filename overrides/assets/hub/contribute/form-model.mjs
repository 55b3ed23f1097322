// @ts-check
/**
 * A record as the full form holds it, and back. What nobody touched comes back as it was, spaces and order included. Pure.
 *
 * @typedef {"texts" | "line" | "web" | "number" | "year" | "date" | "flag" | "choice" | "choices" | "sources"
 *   | "entries"} Type
 * @typedef {{ at: string[], type: Type, required?: boolean, longest?: number, lines?: boolean, default?: boolean,
 *   number?: boolean, id?: boolean, fields?: Field[] }} Field - `at`: its place in the record or in an entry, empty where
 *   the entry is the value; `number`: choices are numbers; `id`: entries have ids
 * @typedef {{ locales: string[], groups: Record<string, boolean>, fields: Field[] }} Schema - `groups`: whether a record
 *   must have each
 * @typedef {{ n: number, was: number | null, values: Values }} Entry - `n` names it in the page; `was`: its place in the
 *   record, null for a new one
 * @typedef {string | boolean | string[] | Record<string, string> | Entry[]} Value
 * @typedef {{ [key: string]: Value }} Values - by place, as controls hold them
 */

import { wordsOf } from "../lib/folding.mjs";
import { LONGEST_ID } from "../lib/id.mjs";
import { clean, valueAt } from "./change-set.mjs";
import { canonical } from "./digest.mjs";

/** @param {Field} field */
export const keyOf = (field) => field.at.join(".");

/**
 * @param {unknown} one
 * @param {unknown} other
 */
export const same = (one, other) =>
  one === other || (one !== undefined && other !== undefined && canonical(one) === canonical(other));

/**
 * A text without the spaces that nobody sees.
 *
 * @param {Field} field
 * @param {string} text
 */
export function tidy(field, text) {
  const type = field.type === "number" || field.type === "year" ? "number" : "text";
  return clean(/** @type {any} */ ({ lines: field.lines, type }), text);
}

// --- record → form --------------------------------------------------------------------------------------------------------

/**
 * @param {readonly Field[]} fields
 * @param {any} record - undefined: a new one
 * @param {readonly string[]} locales
 * @returns {Values}
 */
export function valuesOf(fields, record, locales) {
  return Object.fromEntries(fields.map((field) => [keyOf(field), valueOf(field, valueAt(record, field.at), locales)]));
}

/**
 * @param {Field} field
 * @param {any} value
 * @param {readonly string[]} locales
 * @returns {Value}
 */
function valueOf(field, value, locales) {
  switch (field.type) {
    case "texts":
      return Object.fromEntries(locales.map((locale) => [locale, value?.[locale] ?? ""]));
    case "choices":
    case "sources":
      return [...(value ?? [])];
    case "flag":
      return value ?? Boolean(field.default);
    case "entries":
      return (value ?? []).map((/** @type {unknown} */ entry, /** @type {number} */ was) => ({
        n: was,
        was,
        values: valuesOf(field.fields ?? [], entry, locales),
      }));
    default:
      return String(value ?? "");
  }
}

// --- form → record --------------------------------------------------------------------------------------------------------

/**
 * @param {readonly Field[]} fields
 * @param {Values} values
 * @param {any} [old] - the record as it was; what the form does not ask is kept
 * @returns {any} undefined where nothing is given
 */
export function recordOf(fields, values, old) {
  if (fields.length === 1 && !fields[0].at.length) return become(fields[0], values[""], old);
  const record = { ...old };
  for (const field of fields) {
    const value = become(field, values[keyOf(field)], valueAt(old, field.at));
    const [first, second] = field.at;
    if (!second) put(record, first, value);
    else {
      const group = { ...record[first] };
      put(group, second, value);
      put(record, first, Object.keys(group).length ? group : undefined);
    }
  }
  return Object.keys(record).length ? record : undefined;
}

/**
 * @param {any} group
 * @param {string} name
 * @param {unknown} value
 */
function put(group, name, value) {
  if (value === undefined) delete group[name];
  else group[name] = value;
}

/**
 * @param {Field} field
 * @param {any} value
 * @param {any} before
 */
function become(field, value, before) {
  switch (field.type) {
    case "texts":
      return texts(field, value, before);
    case "flag":
      return value === (before ?? Boolean(field.default))
        ? before
        : value === Boolean(field.default)
          ? undefined
          : value;
    case "choices":
    case "sources":
      return chosen(value, before);
    case "entries": {
      const items = entriesOf(field, value, before).map(({ item }) => item);
      return same(items, before ?? []) ? before : items.length ? items : undefined;
    }
    case "choice":
      return value === String(before ?? "") ? before : !value ? undefined : field.number ? Number(value) : value;
  }
  const text = tidy(field, value);
  if (text === tidy(field, String(before ?? ""))) return before;
  if (!text) return undefined;
  const isNumber = field.type === "number" || field.type === "year" || (field.type === "date" && /^\d{4}$/.test(text));
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}

/**
 * @param {Field} field
 * @param {Record<string, string>} value
 * @param {Record<string, string> | undefined} before
 */
function texts(field, value, before) {
  /** @type {Record<string, string>} */
  const after = { ...before };
  for (const [locale, written] of Object.entries(value)) {
    const text = tidy(field, written);
    if (text === tidy(field, before?.[locale] ?? "")) continue;
    put(after, locale, text || undefined);
  }
  return same(after, before ?? {}) ? before : Object.keys(after).length ? after : undefined;
}

/**
 * What stays keeps its place, what is new comes behind it.
 *
 * @param {string[]} value
 * @param {string[]} [before]
 */
function chosen(value, before = []) {
  const after = [...before.filter((id) => value.includes(id)), ...value.filter((id) => !before.includes(id))];
  return same(after, before) ? (before.length ? before : undefined) : after.length ? after : undefined;
}

/**
 * The entries that hold something, each with its place in the record before.
 *
 * @param {Field} field
 * @param {readonly Entry[]} entries
 * @param {any[]} [before]
 * @returns {{ was: number | null, n: number, item: any }[]}
 */
export function entriesOf(field, entries, before = []) {
  const taken = new Set(before.map((one) => one?.id));
  return entries.flatMap(({ was, n, values }) => {
    const old = before[was ?? -1];
    const item = recordOf(field.fields ?? [], values, old);
    if (item === undefined || (item.id && Object.keys(item).length === 1)) return [];
    if (!field.id || item.id) return { was: old === undefined ? null : was, n, item };
    const id = newId([...wordsOf(Object.values(Object(item.measures))[0] ?? "").slice(0, 5), item.year ?? ""], taken);
    taken.add(id);
    return { was, n, item: { id, ...item } };
  });
}

/**
 * An id made of words that nothing has yet.
 *
 * @param {readonly (string | number)[]} words
 * @param {ReadonlySet<unknown>} taken
 */
export function newId(words, taken) {
  // Letters of other scripts are no part of an id
  const parts = words.flatMap((word) => String(word).match(/[a-z0-9]+/g) ?? []);
  const id = (parts.join("-") || "new").slice(0, LONGEST_ID - 20).replace(/-$/, "");
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  return free;
}
