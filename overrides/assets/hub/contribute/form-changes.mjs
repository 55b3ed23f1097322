// @ts-check
/**
 * What a form changed in a record, as a change set says it: field by field, so that two people may change two fields. Pure.
 *
 * @typedef {import("./form-model.mjs").Field} Field
 * @typedef {import("./form-model.mjs").Values} Values
 * @typedef {readonly [path: string[], value: unknown, was: string]} Change
 * @typedef {readonly [path: string[], was: string]} Removal
 * @typedef {{ set: Change[], remove: Removal[] }} Changes
 */

import { path as pathOf, valueAt } from "./change-set.mjs";
import { digest } from "./digest.mjs";
import { entriesOf, keyOf, same } from "./form-model.mjs";

/**
 * @param {readonly Field[]} fields
 * @param {Values} values
 * @param {any} old
 * @param {any} record - what the values made of the old one
 * @returns {Changes}
 */
export function changesOf(fields, values, old, record) {
  /** @type {Changes} */
  const changes = { set: [], remove: [] };
  /** @type {Set<string>} */
  const groups = new Set();
  for (const field of fields) {
    const [first, second] = field.at;
    const [before, after] = [valueAt(old, field.at), valueAt(record, field.at)];
    if (same(before, after)) continue;
    const whole = second && (old[first] === undefined || record[first] === undefined);
    if (!whole) compare(field, field.at, before, after, values[keyOf(field)], changes);
    else if (!groups.has(first))
      compare({ at: [first], type: "line" }, [first], old[first], record[first], "", changes);
    if (whole) groups.add(first);
  }
  return changes;
}

/**
 * A new record is a change of each of its fields.
 *
 * @param {Record<string, unknown>} record
 * @returns {Changes}
 */
export function newRecord(record) {
  return { set: Object.entries(record).map(([name, value]) => [[name], value, ""]), remove: [] };
}

/**
 * @param {Field} field
 * @param {string[]} path
 * @param {any} before
 * @param {any} after
 * @param {any} value - as the form holds it
 * @param {Changes} changes
 */
function compare(field, path, before, after, value, changes) {
  const { set, remove } = changes;
  if (same(before, after)) return;
  if (after === undefined) remove.push([path, digest(before)]);
  else if (before === undefined) set.push([path, after, ""]);
  else if (field.type === "texts") {
    const locales = Object.keys({ ...before, ...after }).filter((locale) => before[locale] !== after[locale]);
    const [one] = locales;
    if (locales.length > 1) set.push([path, after, digest(before)]);
    else compare({ at: [], type: "line" }, [...path, one], before[one], after[one], "", changes);
  } else if (field.type === "sources") {
    for (const id of after) if (!before.includes(id)) set.push([[...path, "+"], id, ""]);
    for (const id of [...before].reverse())
      if (!after.includes(id)) remove.push([[...path, step(before, before.indexOf(id))], digest(id)]);
  } else if (field.type === "entries") {
    const entries = entriesOf(field, value, before);
    for (const { was, item } of entries) {
      if (was === null) set.push([[...path, "+"], item, ""]);
      // An entry without an id is found by what it holds, so two changes in it are one
      else if (!before[was].id)
        compare({ at: [], type: "line" }, [...path, step(before, was)], before[was], item, "", changes);
      else
        for (const part of field.fields ?? [])
          compare(
            part,
            [...path, step(before, was), ...part.at],
            valueAt(before[was], part.at),
            valueAt(item, part.at),
            "",
            changes,
          );
    }
    for (let was = before.length - 1; was >= 0; was--)
      if (!entries.some((entry) => entry.was === was)) remove.push([[...path, step(before, was)], digest(before[was])]);
  } else set.push([path, after, digest(before)]);
}

/**
 * @param {unknown} list
 * @param {number} place
 */
function step(list, place) {
  return pathOf(list, [place])[0];
}
