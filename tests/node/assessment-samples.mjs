// @ts-check
/** Criteria and assessments for the tests, by chance but always the same. */

import { readFileSync } from "node:fs";
import {
  VALUES,
  answered,
  created,
  described,
  planned,
  unplanned,
} from "../../overrides/assets/hub/assessment/model.mjs";

export const FOLDER = new URL("../fixtures/assessments/", import.meta.url);
export const SCHEMA = JSON.parse(
  readFileSync(new URL("../../data/schema/assessment.schema.json", import.meta.url), "utf8"),
);

/** A generator of numbers from 0 to 1 (mulberry32). @param {number} seed */
export function chance(seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    random,
    /** @param {number} end - 0 to end - 1 */
    below: (end) => Math.floor(random() * end),
    /** @template T @param {readonly T[]} some @returns {T} */
    one: (some) => some[Math.floor(random() * some.length)],
    /** @template T @param {readonly T[]} some */
    shuffled: (some) => {
      const all = [...some];
      for (let place = all.length - 1; place > 0; place -= 1) {
        const other = Math.floor(random() * (place + 1));
        [all[place], all[other]] = [all[other], all[place]];
      }
      return all;
    },
  };
}

/** @typedef {ReturnType<typeof chance>} Chance */

/** @param {number} seconds - after a fixed moment */
export function at(seconds) {
  return new Date(Date.UTC(2026, 10, 22, 9) + seconds * 1000).toISOString();
}

/** @param {Partial<import("../../overrides/assets/hub/assessment/model.mjs").Criterion> & { id: string }} criterion */
export function aCriterion(criterion) {
  return /** @type {import("../../overrides/assets/hub/assessment/model.mjs").Criterion} */ ({
    dimension: "vision",
    tier: "essential",
    since: 1,
    ...criterion,
  });
}

/**
 * Three dimensions, twelve criteria, four of them advanced.
 *
 * @type {import("../../overrides/assets/hub/assessment/model.mjs").Checklist}
 */
export const CHECKLIST = Object.freeze({
  version: 1,
  dimensions: ["vision", "matching", "ethics"],
  criteria: ["vision", "matching", "ethics"].flatMap((dimension) =>
    ["one", "two", "three", "four"].map((name, place) =>
      aCriterion({
        id: `${dimension}-${name}`,
        dimension,
        tier: place === 3 || (dimension === "ethics" && place === 2) ? "advanced" : "essential",
        basis:
          dimension === "ethics"
            ? ["practice-consensus", "law"]
            : place === 1
              ? ["definition"]
              : ["practice-consensus"],
        ...(place === 0 && { relations: { guides: [`guide-${dimension}`] } }),
      }),
    ),
  ),
});

export const IDS = CHECKLIST.criteria.map(({ id }) => id);
const TEXTS = [
  "",
  "Kort",
  'Met "aanhalingstekens", komma en\nregeleinde',
  "=1+1",
  "<script>alert(1)</script>",
  "é 漢字 👩‍🏫",
  "__proto__",
];

/** @param {Partial<import("../../overrides/assets/hub/assessment/model.mjs").Assessment>} [details] */
export function anAssessment(details = {}) {
  return created({ id: "a1", date: "2026-11-22", criteriaVersion: 1, name: "Proef", ...details }, at(0));
}

/**
 * @param {Record<string, import("../../overrides/assets/hub/assessment/model.mjs").Value>} values
 * @param {Parameters<typeof anAssessment>[0]} [details]
 */
export function withValues(values, details) {
  return Object.entries(values).reduce(
    (made, [id, value]) => answered(made, id, { value }, 1, at(1)),
    anAssessment(details),
  );
}

/**
 * Some change that a person could make.
 *
 * @param {Chance} by
 * @param {import("../../overrides/assets/hub/assessment/model.mjs").Assessment} assessment
 * @param {string} now
 */
export function someChange(by, assessment, now) {
  const kind = by.below(10);
  if (kind === 0)
    return described(
      assessment,
      { name: by.one(TEXTS), role: by.one(TEXTS), stage: by.one(["designed", "running"]) },
      now,
    );
  if (kind < 3) {
    const action = {
      id: `p${by.below(6)}`,
      text: by.one(TEXTS),
      owner: by.one(TEXTS),
      date: by.one(["", "2027-02-28", "2028-02-29"]),
    };
    return planned(
      assessment,
      { ...action, state: by.one(["open", "started", "done", "dropped"]), criterion: by.one(["", ...IDS]) },
      now,
    );
  }
  if (kind === 3) return unplanned(assessment, `p${by.below(6)}`, now);
  const change = { value: by.one([null, ...VALUES]), note: by.one(TEXTS), proof: by.one(TEXTS), reason: by.one(TEXTS) };
  return answered(assessment, by.one(IDS), change, 1 + by.below(2), now);
}

/**
 * @param {Chance} by
 * @param {{ steps?: number, start?: import("../../overrides/assets/hub/assessment/model.mjs").Assessment, clock?: number }} [how] -
 *   clock: highest time in seconds; a small one makes equal times
 */
export function someAssessment(by, { steps = by.below(30), start = anAssessment(), clock = 1000 } = {}) {
  let made = start;
  for (let step = 0; step < steps; step += 1) made = someChange(by, made, at(by.below(clock)));
  return made;
}

/**
 * What differs from a JSON Schema, as lines; knows the words that our schema uses and no others.
 *
 * @param {any} schema
 * @param {any} value
 * @param {any} [root]
 * @param {string} [place]
 * @returns {string[]}
 */
export function schemaFaults(schema, value, root = schema, place = "") {
  const known = ["$schema", "$defs", "$ref", "title", "description", "format", "type", "const", "enum", "required", "properties",
    "additionalProperties", "propertyNames", "maxProperties", "items", "maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum"]; // prettier-ignore
  const strange = Object.keys(schema).filter((key) => !known.includes(key));
  if (strange.length) throw new Error(`the test does not know ${strange}`);
  /** @type {string[]} */
  const faults = [];
  /** @param {boolean} fits @param {string} word */
  const must = (fits, word) => fits || faults.push(`${place}: ${word}`);
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  if (schema.$ref) faults.push(...schemaFaults(root.$defs[schema.$ref.replace("#/$defs/", "")], value, root, place));
  if (schema.type)
    must(schema.type === type || (schema.type === "integer" && Number.isInteger(value)), `type ${schema.type}`);
  if ("const" in schema) must(value === schema.const, `const ${schema.const}`);
  if (schema.enum) must(schema.enum.includes(value), `enum ${schema.enum}`);
  if (type === "string") {
    must([...value].length >= (schema.minLength ?? 0), "minLength");
    must([...value].length <= (schema.maxLength ?? Infinity), "maxLength");
    must(new RegExp(schema.pattern ?? "", "u").test(value), `pattern ${schema.pattern}`);
  }
  if (type === "number") must(value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity), "range");
  if (type === "array") {
    must(value.length <= (schema.maxItems ?? Infinity), "maxItems");
    value.forEach((/** @type {any} */ one, /** @type {number} */ index) => {
      if (schema.items) faults.push(...schemaFaults(schema.items, one, root, `${place}/${index}`));
    });
  }
  if (type === "object") {
    const keys = Object.keys(value);
    must(keys.length <= (schema.maxProperties ?? Infinity), "maxProperties");
    for (const key of schema.required ?? []) must(Object.hasOwn(value, key), `required ${key}`);
    for (const key of keys) {
      const inner = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties[key] : schema.additionalProperties;
      if (schema.propertyNames) faults.push(...schemaFaults(schema.propertyNames, key, root, `${place}/${key} (name)`));
      if (inner === false) faults.push(`${place}: additional ${key}`);
      else if (inner) faults.push(...schemaFaults(inner, value[key], root, `${place}/${key}`));
    }
  }
  return faults;
}
