// @ts-check
/**
 * The controls of the full form: what stands in them, and putting something there. The page holds every field once, lists
 * with one empty entry, of which others are copies.
 *
 * @typedef {import("./form-model.mjs").Field} Field
 * @typedef {import("./form-model.mjs").Value} Value
 * @typedef {import("./form-model.mjs").Values} Values
 * @typedef {import("./form-model.mjs").Entry} Entry
 */

import { find } from "../lib/dom.mjs";
import { keyOf } from "./form-model.mjs";

const NAME = "form";
const { lang } = document.documentElement;

/**
 * @param {HTMLElement} root
 * @param {readonly Field[]} fields
 * @param {(key: string) => string[]} sources - those that are picked, for the fields that name some of them
 */
export function controls(root, fields, sources) {
  /** @type {Map<string, HTMLElement>} */
  const blanks = new Map();

  /**
   * @param {ParentNode} $in
   * @param {Field} field
   */
  const place = ($in, field) =>
    find(NAME, $in, `[data-${$in === root ? "key" : "sub"}="${keyOf(field)}"]`, HTMLElement);

  /** @param {HTMLElement} $field */
  const entriesIn = ($field) => find(NAME, $field, "[data-entries]", HTMLElement);

  for (const field of fields)
    if (field.type === "entries") {
      const $field = place(root, field);
      const $first = find(NAME, $field, "[data-entries] > li", HTMLElement);
      blanks.set(keyOf(field), /** @type {HTMLElement} */ ($first.cloneNode(true)));
      $first.dataset.n = "0";
      $first.dataset.was = "";
      for (const $button of /** @type {NodeListOf<HTMLElement>} */ (
        $field.querySelectorAll("[data-add], [data-remove]")
      ))
        $button.hidden = false;
    }

  /**
   * @param {string} key
   * @param {{ n?: number, was: number | null }} entry
   */
  function add(key, { n, was }) {
    const $list = entriesIn(find(NAME, root, `[data-key="${key}"]`, HTMLElement));
    const $entry = /** @type {HTMLElement} */ (blanks.get(key)?.cloneNode(true));
    const others = /** @type {HTMLElement[]} */ ([...$list.children]).map(({ dataset }) => Number(dataset.n) + 1);
    const number = n ?? Math.max(0, ...others);
    $entry.dataset.n = String(number);
    $entry.dataset.was = String(was ?? "");
    const start = `form-${key}-`;
    for (const $one of [$entry, ...$entry.querySelectorAll("[id], [for], [aria-describedby]")])
      for (const name of ["id", "for", "aria-describedby"]) {
        const value = $one.getAttribute(name);
        if (value) $one.setAttribute(name, value.replaceAll(`${start}0-`, `${start}${number}-`));
      }
    for (const $button of /** @type {NodeListOf<HTMLElement>} */ ($entry.querySelectorAll("[data-remove]")))
      $button.hidden = false;
    $list.append($entry);
    return $entry;
  }

  /**
   * @param {ParentNode} $in
   * @param {readonly Field[]} fields
   * @returns {Values}
   */
  function readIn($in, fields) {
    return Object.fromEntries(fields.map((field) => [keyOf(field), readOne(place($in, field), field)]));
  }

  /**
   * @param {HTMLElement} $field
   * @param {Field} field
   * @returns {Value}
   */
  function readOne($field, field) {
    if (field.type === "entries")
      return /** @type {HTMLElement[]} */ ([...entriesIn($field).children]).map(($entry) => ({
        n: Number($entry.dataset.n),
        was: $entry.dataset.was ? Number($entry.dataset.was) : null,
        values: readIn($entry, field.fields ?? []),
      }));
    if (field.type === "sources" && $field.dataset.key !== undefined) return sources("");
    const $inputs = inputsOf($field);
    if (field.type === "texts")
      return Object.fromEntries($inputs.map(({ dataset, value }) => [dataset.locale ?? "", value]));
    const ticks = /** @type {HTMLInputElement[]} */ ($inputs);
    if (field.type === "flag") return ticks[0].checked;
    if (field.type === "choices" || field.type === "sources")
      return ticks.filter(({ checked }) => checked).map(({ value }) => value);
    return $inputs[0].value;
  }

  /**
   * @param {ParentNode} $in
   * @param {readonly Field[]} fields
   * @param {Values} values
   */
  function writeIn($in, fields, values) {
    for (const field of fields) writeOne(place($in, field), field, values[keyOf(field)]);
  }

  /**
   * @param {HTMLElement} $field
   * @param {Field} field
   * @param {any} value
   */
  function writeOne($field, field, value) {
    if (field.type === "entries") {
      entriesIn($field).replaceChildren();
      const entries = /** @type {Entry[]} */ (value);
      for (const entry of entries) {
        const $entry = add(keyOf(field), entry);
        writeIn($entry, field.fields ?? [], entry.values);
        const $fold = $entry.querySelector("details");
        // What is there already is folded to one line
        if (!$fold || entry.was === null) continue;
        $fold.open = false;
        const { value, measures } = /** @type {any} */ (entry.values);
        find(NAME, $fold, "[data-summary]", HTMLElement).textContent =
          `: ${value} · ${measures[lang] || Object.values(measures)[0]}`;
      }
      if (!entries.length) add(keyOf(field), { was: null });
      return;
    }
    if (field.type === "sources") {
      $field.dataset.chosen = value?.join(" ") ?? "";
      return;
    }
    for (const $input of inputsOf($field)) {
      if (field.type === "texts") $input.value = value[$input.dataset.locale ?? ""];
      else if (field.type === "flag") /** @type {HTMLInputElement} */ ($input).checked = value;
      else if (field.type === "choices")
        /** @type {HTMLInputElement} */ ($input).checked = value.includes($input.value);
      else $input.value = value;
    }
  }

  return {
    add,
    read: () => readIn(root, fields),
    /** @param {Values} values */
    write: (values) => writeIn(root, fields, values),
    /**
     * What a reader sees of a choice: its label.
     *
     * @param {string} key - of a field outside lists
     * @param {string} value
     */
    label(key, value) {
      const $option = root.querySelector(`[data-key="${key}"] [value="${CSS.escape(value)}"]`);
      const $words = $option instanceof HTMLOptionElement ? $option : $option?.closest("label");
      return $words?.textContent?.trim() ?? value;
    },
    /**
     * @param {{ key: string, n?: number, part?: string }} at
     * @returns {HTMLElement}
     */
    find({ key, n, part }) {
      const $field = find(NAME, root, `[data-key="${key}"]`, HTMLElement);
      if (n === undefined) return $field;
      const $entry = find(NAME, $field, `[data-n="${n}"]`, HTMLElement);
      return part === undefined ? $entry : find(NAME, $entry, `[data-sub="${part}"]`, HTMLElement);
    },
  };
}

/**
 * @param {Element} $field
 * @returns {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]}
 */
export function inputsOf($field) {
  return [...$field.querySelectorAll("input, textarea, select")].map(($one) => /** @type {HTMLInputElement} */ ($one));
}
