// @ts-check
/** What stands in the full form, in words: on the page as it will look, and in what is sent. */

import { keyOf } from "./form-model.mjs";

/** @typedef {import("./form-model.mjs").Field} Field */
/** @typedef {(field: Field, key: string, value: string) => string} Label */

/**
 * A value in one language as lines; none where nothing is given.
 *
 * @param {Field} field
 * @param {any} value - as in a record
 * @param {string} locale
 * @param {Label} label
 * @param {string} [key]
 * @returns {string[]}
 */
export function linesOf(field, value, locale, label, key = keyOf(field)) {
  if (value === undefined || value === null) return [];
  if (field.type === "texts") return [value[locale] ?? Object.values(value)[0]];
  if (field.type === "entries")
    return value.map((/** @type {any} */ entry) =>
      (field.fields ?? [])
        .flatMap((part) => {
          const inner = part.at.length ? entry[part.at[0]] : entry;
          return linesOf(part, inner, locale, label, key);
        })
        .join(" · "),
    );
  if (Array.isArray(value)) return value.map((one) => label(field, key, String(one)));
  return [label(field, key, String(value))];
}

/**
 * @param {HTMLElement} $preview
 * @param {readonly Field[]} fields
 * @param {(field: Field) => string[]} lines
 * @param {(kind: string) => HTMLElement} copy
 */
export function show($preview, fields, lines, copy) {
  for (const $place of /** @type {NodeListOf<HTMLElement>} */ ($preview.querySelectorAll("[data-show]"))) {
    const field = fields.find((one) => keyOf(one) === $place.dataset.show);
    const said = field ? lines(field).map(plain) : [];
    if ($place.matches("ul"))
      $place.replaceChildren(
        ...said.map((words) => {
          const $line = copy("line");
          $line.textContent = words;
          return $line;
        }),
      );
    else $place.textContent = said.join(" · ") || ($place.dataset.empty ?? "");
    const $whole = $place.parentElement?.matches("div") ? $place.parentElement : $place;
    $whole.hidden = !said.length && $place.dataset.empty === undefined;
  }
  for (const $section of /** @type {NodeListOf<HTMLElement>} */ ($preview.querySelectorAll("section")))
    $section.hidden = !$section.querySelector("div:not([hidden])");
}

/**
 * Without the signs of Markdown, as far as records use them.
 *
 * @param {string} text
 */
function plain(text) {
  return text
    .replace(/ ?\[@[^\]]*\]/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*?([^*]+)\*\*?/g, "$1");
}
