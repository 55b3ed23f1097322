// @ts-check
/** What stands in the full form as a change set, with its readable text. Loaded when someone sends it. */

import { wordsOf } from "../lib/folding.mjs";
import { fill } from "../lib/strings.mjs";
import { changeSet, valueAt } from "./change-set.mjs";
import { changesOf, newRecord } from "./form-changes.mjs";
import { keyOf, newId, recordOf, same } from "./form-model.mjs";
import { linesOf } from "./preview.mjs";
import { ready, ways } from "./ways.mjs";

export { ready, ways };

/**
 * @param {import("./form-model.mjs").Schema} schema
 * @param {import("./form-draft.mjs").Draft & { values: import("./form-model.mjs").Values }} draft
 * @param {ReadonlySet<string>} taken - ids that a new practice cannot have
 * @param {string} today
 */
export function sending({ fields, locales }, { id, record: old, values, made, also }, taken, today) {
  const record = recordOf(fields, values, old ?? undefined) ?? {};
  const changes = old ? changesOf(fields, values, old, record) : newRecord({ ...record, last_checked: today });
  return {
    record,
    isUnchanged: !changes.set.length && !changes.remove.length,
    /**
     * @param {import("./ways.mjs").Settings} settings
     * @param {{ title: string, looks: string, label: import("./preview.mjs").Label, locale: string,
     *   name: (key: string) => string }} words - `looks`: which practices it may be
     * @returns {import("./ways.mjs").Sent}
     */
    sent(settings, { title, looks, label, locale, name }) {
      const called = /** @type {string} */ (Object.values(record.name)[0]);
      const own = id || newId(wordsOf(called), taken);
      const interest = also.interest ? settings.words.interest : "";
      const set = {
        ...changeSet(`practice/${own}`, old ?? {}, changes.set, { ...also, interest }, settings.words.source),
        remove: changes.remove,
        sources: made,
        ...(!old && { base: "" }),
        note: [also.reason.trim(), also.source.trim(), looks].filter(Boolean).join("\n"),
      };
      const correction = {
        title: called,
        address: location.href.replace(/[?#].*/, "") + (id && `?id=${id}`),
        parts: fields.flatMap((field) => {
          const texts = becoming(field, valueAt(old, field.at), valueAt(record, field.at), locales, locale, label);
          return texts.length ? [{ name: name(keyOf(field)), texts }] : [];
        }),
        reason: also.reason.trim(),
        source: also.source.trim(),
        who: also.who.trim(),
        interest: also.interest,
      };
      const subject = id ? fill(settings.words.subject, { title: called }) : `${title}: ${called}`;
      return { set, correction, subject, file: `practice-${own}` };
    },
  };
}

/**
 * @param {import("./form-model.mjs").Field} field
 * @param {any} before
 * @param {any} after
 * @param {readonly string[]} locales
 * @param {string} locale
 * @param {import("./preview.mjs").Label} label
 * @returns {import("./message.mjs").Becoming[]}
 */
function becoming(field, before, after, locales, locale, label) {
  if (same(before, after)) return [];
  if (field.type === "texts")
    return locales
      .filter((language) => before?.[language] !== after?.[language])
      .map((language) => ({ language, was: before?.[language] ?? "", becomes: after?.[language] ?? "" }));
  const [was, becomes] = [before, after].map((value) => linesOf(field, value, locale, label).join("\n"));
  return [{ language: "", was, becomes }];
}
