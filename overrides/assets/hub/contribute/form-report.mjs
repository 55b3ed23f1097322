// @ts-check
/**
 * Says what is wrong in the full form: at a field once someone left it, and all of it, with links, when they try to send.
 * What is only missing is not told before that.
 *
 * @typedef {import("./form-faults.mjs").Fault} Fault
 * @typedef {{ $target: HTMLElement, label: string, words: string }} Told
 */

import { find } from "../lib/dom.mjs";
import { fill } from "../lib/strings.mjs";
import { inputsOf } from "./fields.mjs";
import { MISSING } from "./form-faults.mjs";

const NAME = "form";

/**
 * @param {HTMLElement} root
 * @param {ReturnType<typeof import("./fields.mjs").controls>} form
 * @param {any} texts
 * @param {(kind: string) => HTMLElement} copy
 * @param {() => Fault[]} faults
 */
export function makeReport(root, form, texts, copy, faults) {
  const $all = find(NAME, root, '[data-part="faults"]', HTMLElement);
  /** Fields that were left once. @type {Set<Element>} */
  let left = new Set();
  let tried = false;

  /** @param {Fault} fault */
  const words = ({ fault, length = 0, longest = 0 }) => fill(texts.fault[fault], { length, longest });

  /** @returns {Fault[]} */
  function tell() {
    const found = faults();
    /** @type {Map<Element, string>} */
    const said = new Map();
    for (const fault of found) {
      const $field = form.find(fault);
      if (tried || (left.has($field) && !MISSING.has(fault.fault))) said.set($field, words(fault));
    }
    for (const $field of root.querySelectorAll("[data-key], [data-sub]")) {
      const $fault = $field.querySelector(":scope > [data-fault]");
      const words = said.get($field) ?? "";
      if (!$fault || $fault.textContent === words) continue;
      $fault.textContent = words;
      if (!$field.querySelector("[data-entries]"))
        for (const $input of inputsOf($field))
          if (words) $input.setAttribute("aria-invalid", "true");
          else $input.removeAttribute("aria-invalid");
    }
    return found;
  }

  root.addEventListener("focusout", ({ target }) => {
    const $field = target instanceof Element && target.closest("[data-sub], [data-key]");
    if (!$field || left.has($field)) return;
    left.add($field);
    tell();
  });

  return {
    tell,
    reset() {
      left = new Set();
      tried = false;
      $all.hidden = true;
      tell();
    },
    /** @returns {Told[]} everything, also what is missing */
    every() {
      tried = true;
      return tell().map((fault) => {
        const $field = form.find(fault);
        const $input = inputsOf($field).find(
          ({ id, dataset }) => id && (!fault.locale || dataset.locale === fault.locale),
        );
        const { key, n = 0 } = fault;
        const own = labelOf($field);
        const label =
          fault.part === undefined
            ? own
            : fill(texts.entry, { label: labelOf(form.find({ key })), number: n + 1, part: own });
        return { $target: $input ?? $field, label, words: words(fault) };
      });
    },
    /** @param {readonly Told[]} all */
    summarise(all) {
      find(NAME, $all, "ul", HTMLElement).replaceChildren(
        ...all.map(({ $target, label, words }) => {
          const $one = copy("fault");
          const $link = find(NAME, $one, "a", HTMLAnchorElement);
          $link.href = `#${$target.id}`;
          $link.textContent = fill(texts.field, { label, fault: words });
          return $one;
        }),
      );
      $all.hidden = !all.length;
      if (all.length) $all.focus();
    },
  };
}

/**
 * What a field asks, without the remark that it is needed.
 *
 * @param {Element} $field
 */
export function labelOf($field) {
  return $field.querySelector(".hub-ask__label")?.firstChild?.textContent?.trim() ?? "";
}
