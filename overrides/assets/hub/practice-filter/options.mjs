// @ts-check
/** The options of the filters in the page: which there are, and what each would give. */

import { find, write } from "../lib/dom.mjs";

const NAME = "practice-filter";

/**
 * The facets as the form offers them.
 *
 * @param {HTMLFormElement} $form
 * @param {readonly import("../finder/gaps.mjs").Gap[]} gaps
 */
export function facetsOf($form, gaps) {
  const $fieldsets = /** @type {NodeListOf<HTMLFieldSetElement>} */ ($form.querySelectorAll("fieldset[data-facet]"));
  return [...$fieldsets].map(($fieldset) => ({
    id: $fieldset.dataset.facet ?? "",
    label: find(NAME, $fieldset, "[data-facet-label]", HTMLElement).textContent ?? "",
    isWish: gaps.some((gap) => gap.facet === $fieldset.dataset.facet),
    allOf: $fieldset.querySelector('input[name="all"]') !== null,
    $details: $fieldset.closest("details"),
    values: [...$fieldset.querySelectorAll("li > label")].map(($label) => {
      const $box = find(NAME, $label, "input", HTMLInputElement);
      return {
        id: $box.value,
        former: ($box.dataset.former ?? "").split(" ").filter(Boolean),
        label: find(NAME, $label, "span", HTMLElement).textContent ?? "",
        $box,
        $number: find(NAME, $label, "span:last-child", HTMLElement),
      };
    }),
  }));
}

/**
 * @param {ReturnType<typeof facetsOf>} facets
 * @param {import("./matching.mjs").Result["counts"]} counts
 * @param {Intl.NumberFormat} numbers
 */
export function showCounts(facets, counts, numbers) {
  for (const facet of facets) {
    for (const { id, $box, $number } of facet.values) {
      const count = counts.get(facet.id)?.get(id) ?? 0;
      write($number, numbers.format(count));
      const disabled = !count && !$box.checked;
      if (disabled === $box.hasAttribute("aria-disabled")) continue;
      if (disabled) $box.setAttribute("aria-disabled", "true");
      else $box.removeAttribute("aria-disabled");
    }
  }
}
