// @ts-check
/**
 * One field of a record corrected: what is wrong with what was written, and which changes of the record it is. Pure.
 *
 * @typedef {{ at: readonly (string | number)[], name: string, means: string, type: "text" | "line" | "number",
 *   longest: number, every: boolean, lines: boolean }} Field - `at` is its place in the record; `name` and `means` are keys
 *   of texts; `longest` in characters; `lines`: paragraphs are allowed. A `text` has one value per language
 * @typedef {Readonly<Record<string, string>>} Values - as written, by language; under "" where there is one for all
 * @typedef {"empty" | "long" | "number"} Fault
 * @typedef {import("./change-set.mjs").Change} Change
 */

import { clean, path, valueAt } from "./change-set.mjs";
import { digest } from "./digest.mjs";

/**
 * Fields in one of these places; a place is written `mentees.about`, or `recommendations#id` for an entry of a list.
 *
 * @param {readonly Field[]} fields
 * @param {unknown} record
 * @param {string} places - with spaces between them
 */
export function within(fields, record, places) {
  const wanted = places.split(" ");
  return fields.filter(({ at }) => {
    const own = written(record, at);
    return wanted.some((place) => own === place || own.startsWith(`${place}.`) || own.startsWith(`${place}#`));
  });
}

/**
 * @param {unknown} record
 * @param {readonly (string | number)[]} at
 */
function written(record, at) {
  return at
    .map((step, place) => {
      if (typeof step === "string") return place ? `.${step}` : step;
      const id = valueAt(record, at.slice(0, place + 1))?.id;
      return typeof id === "string" ? `#${id}` : "";
    })
    .join("");
}

/**
 * What a field holds now, as people write it.
 *
 * @param {unknown} record
 * @param {Field} field
 * @param {readonly string[]} locales
 * @returns {Record<string, string>}
 */
export function current(record, field, locales) {
  const value = valueAt(record, field.at);
  if (field.type !== "text") return { "": String(value ?? "") };
  return Object.fromEntries(locales.map((locale) => [locale, value?.[locale] ?? ""]));
}

/**
 * What is wrong with each value; nothing where it is fine.
 *
 * @param {Field} field
 * @param {Values} was
 * @param {Values} now
 * @returns {Record<string, Fault>}
 */
export function faults(field, was, now) {
  /** @type {Record<string, Fault>} */
  const found = {};
  for (const [locale, text] of Object.entries(now)) {
    const value = clean(field, text);
    if (!value) {
      if (was[locale]) found[locale] = "empty";
    } else if (field.type === "number" && !/^-?\d+(\.\d+)?$/.test(value)) found[locale] = "number";
    else if (length(field, value) > field.longest) found[locale] = "long";
  }
  return found;
}

/**
 * In characters as people count them, which is also how the hub does.
 *
 * @param {Field} field
 * @param {string} text
 */
export function length(field, text) {
  return [...clean(field, text)].length;
}

/**
 * Languages in which something else stands now.
 *
 * @param {Field} field
 * @param {Values} was
 * @param {Values} now
 */
export function changed(field, was, now) {
  return Object.keys(now).filter((locale) => clean(field, now[locale]) !== clean(field, was[locale] ?? ""));
}

/**
 * @param {unknown} record
 * @param {Field} field
 * @param {Values} was
 * @param {Values} now
 * @returns {Change[]}
 */
export function changes(record, field, was, now) {
  const places = path(record, field.at);
  const old = valueAt(record, field.at);
  const locales = changed(field, was, now);
  if (!locales.length) return [];
  if (field.type !== "text") {
    const text = clean(field, now[""]);
    // A year is a number in the record, a day is a text
    const value = field.type === "number" || (typeof old === "number" && /^\d+$/.test(text)) ? Number(text) : text;
    return [[places, value, digest(old)]];
  }
  if (locales.length === 1) {
    const [locale] = locales;
    return [[[...places, locale], clean(field, now[locale]), old[locale] === undefined ? "" : digest(old[locale])]];
  }
  // Two changes below an entry without an id would not find it twice: its content is part of its path
  const texts = Object.fromEntries(locales.map((locale) => [locale, clean(field, now[locale])]));
  return [[places, { ...old, ...texts }, digest(old)]];
}
