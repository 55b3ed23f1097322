// @ts-check
/**
 * What is sent: places in a record, values, and both as a change set (hooks/hub/contribute/change_set.py). Pure.
 *
 * @typedef {readonly [path: string[], value: unknown, was: string]} Change
 * @typedef {readonly [path: string[], was: string]} Removal
 * @typedef {{ reason: string, source: string, who: string, interest: string }} Also - `interest`: empty where there is none
 */

import { digest } from "./digest.mjs";

export const FORMAT = "hub-change-set/1";

/**
 * @param {unknown} record
 * @param {readonly (string | number)[]} at
 * @returns {any}
 */
export function valueAt(record, at) {
  return at.reduce((/** @type {any} */ value, step) => value?.[step], record);
}

/**
 * The path of a change set: an entry of a list is found by its id, or else by its number and content.
 *
 * @param {unknown} record
 * @param {readonly (string | number)[]} at
 */
export function path(record, at) {
  return at.map((step, place) => {
    if (typeof step === "string") return step;
    const entry = valueAt(record, at.slice(0, place + 1));
    return typeof entry?.id === "string" ? `#${entry.id}` : `@${step}~${digest(entry)}`;
  });
}

/**
 * A text without the spaces that nobody sees.
 *
 * @param {{ lines?: boolean, type?: string }} field
 * @param {string} text
 */
export function clean(field, text) {
  const lines = text.replace(/\r\n?/g, "\n").trim();
  if (field.lines) return lines.replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n");
  const line = lines.replace(/\s+/g, " ");
  return field.type === "number" ? line.replace(/ /g, "").replace(",", ".") : line;
}

/**
 * @param {string} of - `practice/womento`
 * @param {unknown} record
 * @param {readonly Change[]} set
 * @param {Also} also
 * @param {string} sourceLabel
 */
export function changeSet(of, record, set, also, sourceLabel) {
  const [kind, id] = of.split("/");
  const source = also.source.trim();
  return {
    format: FORMAT,
    kind,
    id,
    base: digest(record),
    set,
    remove: [],
    who: also.who.trim(),
    conflict_of_interest: also.interest,
    sources: [],
    note: also.reason.trim() + (source ? `\n${sourceLabel}: ${source}` : ""),
  };
}
