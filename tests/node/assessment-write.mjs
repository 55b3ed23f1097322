// @ts-check
/** Writes an output of a saved assessment, for tests in Python: `node assessment-write.mjs ics|md|plan|answers file.json`. */

import { readFileSync } from "node:fs";
import { parse } from "../../overrides/assets/hub/assessment/file.mjs";
import { answersToCsv, planToCsv, toCalendar, toMarkdown } from "../../overrides/assets/hub/assessment/outputs.mjs";

const [, , kind, path] = process.argv;
const { assessment, faults } = parse(readFileSync(path, "utf8"));
if (!assessment) throw new Error(JSON.stringify(faults));

/** @type {import("../../overrides/assets/hub/assessment/outputs.mjs").Words} */
const words = {
  t: (key, values = {}) => [key, ...Object.values(values)].join(" "),
  title: (id) => `Title ${id}`,
  level: (_, level) => `Level ${level}`,
  dimension: (id) => id,
  date: (date) => date,
  action: ({ text, criterion }) => text || `Work on ${criterion}`,
  separator: ";",
  next: (level) => `Next ${level}:`,
  help: (kind, id) => `${kind}: ${id}`,
};
/** @type {import("../../overrides/assets/hub/assessment/model.mjs").Checklist} */
const checklist = {
  version: 1,
  dimensions: ["all"],
  criteria: [...assessment.answers.keys()].sort().map((id) => ({ id, dimension: "all", tier: "essential", since: 1 })),
};
const make = {
  ics: () => toCalendar(assessment, words) ?? "",
  md: () => toMarkdown(assessment, checklist, words),
  plan: () => planToCsv(assessment, words),
  answers: () => answersToCsv(assessment, checklist, words),
};
process.stdout.write(make[/** @type {keyof typeof make} */ (kind)]());
