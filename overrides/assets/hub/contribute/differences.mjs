// @ts-check
/**
 * What a change set would change, as people compare it: a row per field, with the languages beside each other. Pure.
 *
 * @typedef {{ locale: string, before: string, after: string }} Cell - `locale` is empty where one value is for all languages;
 *   texts are empty where there is nothing
 * @typedef {{ field: string, names: readonly string[], cells: readonly Cell[], conflict?: import("./applied.mjs").Conflict }} Row -
 *   `field` as authors write it, `names` without the entries of lists
 * @typedef {{ how: "same" | "gone" | "new", text: string }} Piece
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

// --- words ----------------------------------------------------------------------------------------------------------------

const TOKEN = /\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu;
const MOST = 4_000_000;

/**
 * Two texts as pieces: words that stayed, went and came. Where they have too many words to compare, all went and came.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Piece[]}
 */
export function pieces(before, after) {
  const [old, own] = [before, after].map((text) => text.match(TOKEN) ?? []);
  let head = 0;
  while (head < old.length && head < own.length && old[head] === own[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, own.length) - head && old.at(-tail - 1) === own.at(-tail - 1)) tail++;
  const middle = [old, own].map((words) => words.slice(head, words.length - tail));
  return joined([
    ...old.slice(0, head).map(same),
    ...between(middle[0], middle[1]),
    ...old.slice(old.length - tail).map(same),
  ]);
}

/**
 * @param {string} text
 * @returns {Piece}
 */
function same(text) {
  return { how: "same", text };
}

/**
 * The longest words in common, by the table of their lengths.
 *
 * @param {readonly string[]} old
 * @param {readonly string[]} own
 * @returns {Piece[]}
 */
function between(old, own) {
  const [height, width] = [old.length, own.length + 1];
  const isTooMuch = height * width > MOST;
  const table = new Uint16Array(isTooMuch ? 0 : (height + 1) * width);
  if (!isTooMuch)
    for (let y = height - 1; y >= 0; y--)
      for (let x = width - 2; x >= 0; x--)
        table[y * width + x] =
          old[y] === own[x]
            ? table[(y + 1) * width + x + 1] + 1
            : Math.max(table[(y + 1) * width + x], table[y * width + x + 1]);
  /** @type {Piece[]} */
  const found = [];
  let [y, x] = [0, 0];
  while (y < height || x < width - 1) {
    if (!isTooMuch && y < height && x < width - 1 && old[y] === own[x]) {
      found.push(same(old[y++]));
      x++;
    } else if (y < height && (isTooMuch || x === width - 1 || table[(y + 1) * width + x] >= table[y * width + x + 1]))
      found.push({ how: "gone", text: old[y++] });
    else found.push({ how: "new", text: own[x++] });
  }
  return found;
}

/**
 * Neighbours of one kind are one piece; a blank between words that changed changed with them.
 *
 * @param {readonly Piece[]} found
 * @returns {Piece[]}
 */
function joined(found) {
  /** @type {Piece[]} */
  const all = [];
  let change = { gone: "", new: "" };
  const flush = () => {
    for (const how of /** @type {const} */ (["gone", "new"])) if (change[how]) all.push({ how, text: change[how] });
    change = { gone: "", new: "" };
  };
  for (const [at, { how, text }] of found.entries()) {
    if (how !== "same") change[how] += text;
    else if ((change.gone || change.new) && !text.trim() && found[at + 1] && found[at + 1].how !== "same") {
      change.gone += text;
      change.new += text;
    } else {
      flush();
      const last = all.at(-1);
      if (last?.how === "same") last.text += text;
      else all.push({ how, text });
    }
  }
  flush();
  return all;
}
