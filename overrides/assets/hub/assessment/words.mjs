// @ts-check
/** The criteria and texts of the page's language: one file, loaded once, from this site. */

import { separator } from "../lib/csv.mjs";
import { fill, plural } from "../lib/strings.mjs";

/**
 * @typedef {import("./model.mjs").Criterion & { title: string, why: string, proof: readonly string[],
 *   retired?: { version: number, reason: string } }} Criterion
 */
/** @typedef {{ id: string, title: string, short: string, reading: readonly string[], minutes: number }} Dimension */
/** @typedef {"guides" | "tools" | "practices"} RecordKind */
/**
 * @typedef {object} Data - made by hooks/hub/browser/assessment.py
 * @property {string} locale - with its region, for dates
 * @property {number} version
 * @property {string} updated - YYYY-MM-DD, when the texts of the site were
 * @property {readonly Dimension[]} dimensions
 * @property {readonly Criterion[]} criteria
 * @property {Readonly<Record<RecordKind, Readonly<Record<string, readonly [string, string]>>>>} records - title and address
 * @property {readonly string[]} levels
 * @property {Readonly<Record<string, string | Record<string, string>>>} texts
 */
/** @typedef {ReturnType<typeof words>} Words */

/**
 * @param {Data} data
 * @param {string} root - link to the root of the site
 * @param {{ level(id: string, level: number): string | undefined, href(id: string): string | undefined }} page -
 *   what the page has already: the description of a level, the link to the page of a criterion
 */
export function words(data, root, { level, href }) {
  const language = data.locale.slice(0, 2);
  const criteria = new Map(data.criteria.map((criterion) => [criterion.id, criterion]));
  const dimensions = new Map(data.dimensions.map((dimension) => [dimension.id, dimension]));
  const days = new Intl.DateTimeFormat(data.locale, { dateStyle: "long", timeZone: "UTC" });
  const times = new Intl.DateTimeFormat(data.locale, { timeStyle: "medium" });
  const lists = new Intl.ListFormat(data.locale);
  const numbers = new Intl.NumberFormat(data.locale, { maximumFractionDigits: 1 });

  /**
   * @param {string} key
   * @param {Readonly<Record<string, string | number>>} [values] - `count` chooses the plural form
   */
  const t = (key, values = {}) => {
    const text = Object.hasOwn(data.texts, key) ? data.texts[key] : undefined;
    if (text === undefined) throw new Error(`assessment: no text "${key}"`);
    return typeof text === "string" ? fill(text, values) : plural(text, Number(values.count), language, values);
  };
  /** @param {string} id */
  const title = (id) => criteria.get(id)?.title;
  /** @param {string} id */
  const dimension = (id) => dimensions.get(id)?.title ?? id;
  /** @param {string} day - YYYY-MM-DD */
  const date = (day) => days.format(new Date(`${day}T00:00:00Z`));

  /**
   * Title and link of a guide, tool or practice.
   *
   * @param {RecordKind} kind
   * @param {string} id
   */
  const record = (kind, id) => ({ title: data.records[kind][id][0], href: root + data.records[kind][id][1] });

  /**
   * An action in the words of whoever wrote it, else in ours, which are those of the page's language.
   *
   * @param {import("./model.mjs").PlanAction} action
   */
  const action = ({ text, criterion }) =>
    text || (criterion ? t("advice.action", { criterion: title(criterion) ?? criterion }) : "");

  return {
    t,
    title,
    level,
    href,
    dimension,
    date,
    criteria,
    dimensions,
    updated: data.updated,
    /** @param {string} moment - ISO */
    time: (moment) => times.format(new Date(moment)),
    /** @param {Iterable<string>} some */
    list: (some) => lists.format(some),
    /** @param {number} value */
    number: (value) => numbers.format(value),
    /** @param {number | null} share */
    percent: (share) => (share === null ? t("result.none") : t("out.percent", { share: Math.round(share) })),
    /** @param {import("./model.mjs").Value | null | undefined} value */
    value: (value) => t(`out.value-${value ?? "none"}`),
    record,
    /** With the number of a level. @param {import("./model.mjs").Value} value */
    valueWithLevel: (value) => (typeof value === "number" ? `${value} ` : "") + t(`out.value-${value}`),
    action,
    /** What outputs.mjs asks for. @type {import("./outputs.mjs").Words} */
    out: {
      t: (key, values) => t(`out.${key.replace(".", "-")}`, values),
      ...{ title, level, dimension, date, action, separator: separator(data.locale) },
      next: (level) => t("advice.next", { level }),
      help: (kind, id) => {
        const { title, href } = record(kind, id);
        return `${t(`advice.${kind}`)}: ${title}, ${new URL(href, location.href).href}`;
      },
    },
  };
}
