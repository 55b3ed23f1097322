// @ts-check
/**
 * What a change set would change, as people compare it: a row per field, with the languages beside each other. Pure.
 *
 * @typedef {{ locale: string, before: string, after: string }} Cell - `locale` is empty where one value is for all
 *   languages; texts are empty where there is nothing
 * @typedef {{ field: string, names: readonly string[], cells: readonly Cell[],
 *   conflict?: import("./applied.mjs").Conflict }} Row - `field` as authors write it, `names` without the entries of lists
 */

import { valueAt } from "./applied.mjs";
import { canonical } from "./digest.mjs";

/**
 * @param {ReturnType<typeof import("./applied.mjs").applied>} result
 * @param {unknown} record - of today; undefined: there is none
 * @param {readonly string[]} locales
 * @returns {Row[]}
 */
export function rows({ outcomes }, record, locales) {
  /** @type {Map<string, Row>} */
  const found = new Map();
  for (const { change, at, before, conflict } of outcomes) {
    const names = change.path.filter((step) => /^[a-z]/i.test(step));
    const field = change.path.join(".").replace(/\.([#@])/g, "$1");
    const last = change.path.at(-1) ?? "";
    if (locales.includes(last) && change.path.length > 1 && isLine(before) && isLine(change.value)) {
      const above = field.slice(0, -last.length - 1);
      const old = found.get(above) ?? {
        field: above,
        names: names.slice(0, -1),
        cells: locales.map((locale) => cell(locale, ...twice(at && valueAt(record, [...at.slice(0, -1), locale])))),
      };
      const cells = old.cells.map((one) => (one.locale === last ? cell(last, before, change.value) : one));
      found.set(above, { ...old, cells, conflict: old.conflict ?? conflict });
    } else {
      const inner = [...leaves(before, change.value, field, names, locales)];
      if (!inner.length) inner.push({ field, names, cells: [cell("", before, change.value)] });
      for (const row of inner) found.set(row.field, { ...row, conflict });
    }
  }
  return [...found.values()];
}

/** @param {unknown} value */
function isLine(value) {
  return value === undefined || typeof value === "string";
}

/**
 * @param {unknown} value
 * @returns {[unknown, unknown]}
 */
function twice(value) {
  return [value, value];
}

/**
 * @param {string} locale
 * @param {unknown} before
 * @param {unknown} after
 * @returns {Cell}
 */
function cell(locale, before, after) {
  return { locale, before: written(before), after: written(after) };
}

/** @param {unknown} value */
function written(value) {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value) && value.every(isPlain)) return value.join(", ");
  return isPlain(value) ? String(value) : canonical(value);
}

/** @param {unknown} value */
function isPlain(value) {
  return typeof value !== "object" || value === null;
}

/**
 * The values inside two values that differ.
 *
 * @param {any} before
 * @param {any} after
 * @param {string} field
 * @param {readonly string[]} names
 * @param {readonly string[]} locales
 * @returns {Iterable<Row>}
 */
function* leaves(before, after, field, names, locales) {
  if (before !== undefined && after !== undefined && canonical(before) === canonical(after)) return;
  const values = [before, after].filter((value) => value !== undefined);
  if (values.every((value) => isTexts(value, locales)))
    yield {
      field,
      names,
      cells: locales.map((locale) => cell(locale, valueAt(before, [locale]), valueAt(after, [locale]))),
    };
  else if (values.every((value) => !isPlain(value) && !Array.isArray(value)))
    for (const name of new Set(values.flatMap(Object.keys)))
      yield* leaves(valueAt(before, [name]), valueAt(after, [name]), `${field}.${name}`, [...names, name], locales);
  else if (values.every((value) => Array.isArray(value) && !value.every(isPlain)))
    for (const [key, one, other] of pairs(before ?? [], after ?? []))
      yield* leaves(one, other, `${field}${key}`, names, locales);
  else yield { field, names, cells: [cell("", before, after)] };
}

/**
 * @param {any} value
 * @param {readonly string[]} locales
 */
function isTexts(value, locales) {
  const entries = isPlain(value) || Array.isArray(value) ? [] : Object.entries(value);
  return entries.length > 0 && entries.every(([name, text]) => locales.includes(name) && typeof text === "string");
}

/**
 * Entries of two lists that belong together: those with one id, and the others in their order once equal ones are left out.
 *
 * @param {readonly any[]} before
 * @param {readonly any[]} after
 * @returns {Iterable<[key: string, before: unknown, after: unknown]>}
 */
function* pairs(before, after) {
  const ids = new Set([...before, ...after].flatMap((one) => (typeof one?.id === "string" ? [one.id] : [])));
  /** @param {readonly any[]} list */
  const without = (list) => list.filter((one) => typeof one?.id !== "string");
  for (const id of ids) yield [`#${id}`, before.find((one) => one?.id === id), after.find((one) => one?.id === id)];
  const [old, own] = [without(before), without(after)];
  const [known, kept] = [own, old].map((list) => new Set(list.map(canonical)));
  const gone = old.filter((one) => !known.has(canonical(one)));
  const come = own.filter((one) => !kept.has(canonical(one)));
  for (let at = 0; at < Math.max(gone.length, come.length); at++) yield [`[${at + 1}]`, gone[at], come[at]];
}
