// @ts-check
/**
 * Practices for other programs: a table for spreadsheets (CSV) and JSON. What the hub published
 * (hooks/hub/browser/practice_export.py) is the only source; this module chooses and arranges.
 *
 * @typedef {object} Figure
 * @property {string} text - number, definition, window, year and source as one line
 *
 * @typedef {{ id: string, facets: Readonly<Record<string, readonly string[]>>, figures: readonly Figure[] } &
 *   Readonly<Record<string, unknown>>} Practice
 *
 * @typedef {object} Published
 * @property {string} hub
 * @property {string} language
 * @property {string} license
 * @property {Readonly<Record<string, string>>} columns - what is known besides the facets → its name in the language
 * @property {Readonly<Record<string, { label: string, terms: Readonly<Record<string, string>> }>>} facets
 * @property {readonly Practice[]} practices
 */

import { csv, separator } from "../lib/csv.mjs";

/**
 * The practices with these ids in their order; ids that are not published are left out.
 *
 * @param {Published} published
 * @param {readonly string[] | null} ids - null: all
 */
export function chosen(published, ids) {
  if (!ids) return published.practices;
  const known = new Map(published.practices.map((practice) => [practice.id, practice]));
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
}

/**
 * A row per practice. Names of columns and of terms are in the language of the page; the ids of all terms follow in
 * columns of their own, so that tables in two languages can be joined.
 *
 * @param {Published} published
 * @param {readonly string[] | null} ids
 * @param {(id: string) => string} address - of the page of a practice
 */
export function toCsv(published, ids, address) {
  const columns = Object.entries(published.columns);
  const facets = Object.entries(published.facets);
  const head = [
    ...columns.map(([, label]) => label),
    ...facets.map(([, { label }]) => label),
    ...facets.map(([id, { label }]) => `${label} (${id})`),
  ];
  const rows = chosen(published, ids).map((practice) => [
    ...columns.map(([column]) => cell(practice, column, address)),
    ...facets.map(([id, { terms }]) => (practice.facets[id] ?? []).map((term) => terms[term] ?? term).join("; ")),
    ...facets.map(([id]) => (practice.facets[id] ?? []).join(" ")),
  ]);
  return csv([head, ...rows], separator(published.language));
}

/**
 * @param {Practice} practice
 * @param {string} column
 * @param {(id: string) => string} address
 */
function cell(practice, column, address) {
  if (column === "address") return address(practice.id);
  if (column === "figures") return practice.figures.map(({ text }) => text).join("\n");
  const value = practice[column];
  return value === undefined ? "" : String(value);
}

/**
 * The same with figures in their parts and with id and label of every term.
 *
 * @param {Published} published
 * @param {readonly string[] | null} ids
 * @param {(id: string) => string} address
 */
export function toJson(published, ids, address) {
  const practices = chosen(published, ids).map((practice) => {
    const { id, facets, figures, ...texts } = practice;
    const terms = Object.entries(published.facets).map(([facet, { terms }]) => [
      facet,
      (facets[facet] ?? []).map((term) => ({ id: term, label: terms[term] ?? term })),
    ]);
    return { id, address: address(id), ...texts, facets: Object.fromEntries(terms), figures };
  });
  const { hub, language, license } = published;
  return `${JSON.stringify({ hub, language, license, practices }, null, 2)}\n`;
}
