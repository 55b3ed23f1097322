// @ts-check
/**
 * What is wrong with what stands in the form. Pure.
 *
 * @typedef {import("./form-model.mjs").Field} Field
 * @typedef {import("./form-model.mjs").Values} Values
 * @typedef {{ key: string, n?: number, part?: string, locale?: string, fault: string, length?: number,
 *   longest?: number }} Fault - `n` and `part`: the entry and its field; a fault `needed`, `one` or `sources` is no mistake,
 *   only not there yet
 */

import { keyOf, recordOf, tidy } from "./form-model.mjs";

/** Faults of what is missing: told when someone sends, not while they write. */
export const MISSING = new Set(["needed", "one", "sources"]);
const WEB = /^https?:\/\/[^\s/?#<>"@]+\.[^\s/?#<>"@.]+(:\d+)?([/?#][^\s<>"]*)?$/;
export const FORMS = {
  number: /^-?\d{1,15}(\.\d{1,15})?$/,
  year: /^(19|20)\d\d$/,
  date: /^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  web: WEB,
};

/**
 * @param {import("./form-model.mjs").Schema} schema
 * @param {Values} values
 * @param {any} old - the record; undefined for a new one
 * @returns {Fault[]} in the order of the fields
 */
export function faultsOf(schema, values, old) {
  const record = recordOf(schema.fields, values, old) ?? {};
  /** @type {Fault[]} */
  const found = [];
  /** @type {Set<string>} */
  const empty = new Set();
  for (const field of schema.fields) {
    const key = keyOf(field);
    const [group, name] = field.at;
    if (field.type === "entries")
      for (const { n, was, values: inner } of /** @type {import("./form-model.mjs").Entry[]} */ (values[key])) {
        const before = was === null ? undefined : old?.[group]?.[was];
        const item = recordOf(field.fields ?? [], inner, before);
        if (item === undefined) continue;
        for (const part of field.fields ?? []) {
          const known = part.at.length ? item[part.at[0]] : item;
          found.push(
            ...wrong(part, inner[keyOf(part)], known, true).map((one) => ({ ...one, key, n, part: keyOf(part) })),
          );
        }
        found.push(...between(item, inner).map((one) => ({ ...one, key, n })));
      }
    else {
      const holder = name ? record[group] : record;
      const asked = !name || schema.groups[group] || holder !== undefined;
      found.push(...wrong(field, values[key], holder?.[name ?? group], asked).map((one) => ({ ...one, key })));
    }
    // A group that must be there, none of whose fields must
    const lacks = name && schema.groups[group] && record[group] === undefined && !empty.has(group);
    if (!lacks || schema.fields.some((one) => one.at[0] === group && one.required)) continue;
    empty.add(group);
    found.push({ key, fault: "one" });
  }
  const { where = {}, period = {}, sources = [], website } = record;
  if (where.region && !where.country?.includes("BE")) found.push({ key: "where.region", fault: "region" });
  const [start, end] = [period.start, period.end].map((date) => String(date ?? ""));
  if (start && end && end.slice(0, start.length) < start.slice(0, end.length))
    found.push({ key: "period.end", fault: "order" });
  // The rule of inclusion: an official page or two sources
  if (old === undefined && sources.length === 1 && !website) found.push({ key: "sources", fault: "sources" });
  return found;
}

/**
 * @param {Field} field
 * @param {any} value
 * @param {unknown} known - what becomes of it
 * @param {boolean} asked - whether the group it belongs to is given
 * @returns {Omit<Fault, "key">[]}
 */
function wrong(field, value, known, asked) {
  if (known === undefined) return field.required && asked ? [{ fault: "needed" }] : [];
  const { longest = Infinity } = field;
  if (field.type === "texts")
    return Object.entries(value).flatMap(([locale, text]) => {
      const { length } = [...tidy(field, /** @type {string} */ (text))];
      return length > longest ? { locale, fault: "long", length, longest } : [];
    });
  if (typeof value !== "string" || field.type === "choice") return [];
  const text = tidy(field, value);
  const form = FORMS[/** @type {keyof typeof FORMS} */ (field.type)];
  if (text && form && !form.test(text)) return [{ fault: field.type }];
  const { length } = [...text];
  return length > longest ? [{ fault: "long", length, longest }] : [];
}

/**
 * Between the fields of a figure.
 *
 * @param {any} item
 * @param {Values} values
 * @returns {{ part: string, fault: string }[]}
 */
function between(item, values) {
  const { value, to, unit, kind } = item;
  if (!("value" in values)) return [];
  const found = [];
  if (typeof to === "number" && typeof value === "number" && to <= value) found.push({ part: "to", fault: "above" });
  if (unit === "percent" && kind !== "comparison")
    for (const part of ["value", "to"]) if (item[part] < 0 || item[part] > 100) found.push({ part, fault: "share" });
  return found;
}
