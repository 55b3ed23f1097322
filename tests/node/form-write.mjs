// @ts-check
/**
 * Records through the full form, for tests in Python: `node form-write.mjs file.json` with `{schema, cases: [{record, edits}]}`
 * prints for each case the record that the form makes, its changes and its faults. An edit is `[place, value]` in what the
 * controls hold; null takes an entry out of its list, and a place one past the end adds one.
 */

import { readFileSync } from "node:fs";
import { changesOf, newRecord } from "../../overrides/assets/hub/contribute/form-changes.mjs";
import { faultsOf } from "../../overrides/assets/hub/contribute/form-faults.mjs";
import { keyOf, recordOf, valuesOf } from "../../overrides/assets/hub/contribute/form-model.mjs";

const { schema, cases } = JSON.parse(readFileSync(process.argv[2], "utf8"));

/**
 * @param {any} values
 * @param {[place: (string | number)[], value: any][]} edits
 */
function edit(values, edits) {
  for (const [place, value] of edits) {
    const last = place[place.length - 1];
    const within = place.slice(0, -1).reduce((/** @type {any} */ inner, step) => inner[step], values);
    if (value === null) within.splice(Number(last), 1);
    else if (Array.isArray(within) && typeof last === "number" && last >= within.length && value.values) {
      const field = schema.fields.find((/** @type {any} */ one) => keyOf(one) === place[0]);
      const blank = valuesOf(field.fields, undefined, schema.locales);
      within.push({ n: last, was: null, values: { ...blank, ...value.values } });
    } else within[last] = value;
  }
  return values;
}

process.stdout.write(
  JSON.stringify(
    cases.map((/** @type {any} */ { record, edits }) => {
      const old = record ?? undefined;
      const values = edit(valuesOf(schema.fields, old, schema.locales), edits ?? []);
      const made = recordOf(schema.fields, values, old) ?? {};
      const changes = old ? changesOf(schema.fields, values, old, made) : newRecord(made);
      return { made, faults: faultsOf(schema, values, old), ...changes };
    }),
  ),
);
