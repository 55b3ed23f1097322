// @ts-check
/**
 * The gaps of the sentence "find something like us" (overrides/hub/parts/finder.html): a list to choose from, or boxes
 * behind a button that says what is ticked.
 */

import { find, text, write } from "../lib/dom.mjs";

const NAME = "finder";

/** @typedef {ReturnType<typeof gapsOf>[number]} Gap */

/**
 * @param {HTMLElement} $form
 * @param {string} territory - for lists: "A, B and C" in Britain, "A, B, and C" in America
 */
export function gapsOf($form, territory) {
  const $gaps = /** @type {NodeListOf<HTMLElement>} */ ($form.querySelectorAll("[data-gap]"));
  return [...$gaps].map(($gap) => {
    const facet = $gap.dataset.gap ?? "";
    return $gap instanceof HTMLSelectElement ? oneOf($gap, facet) : manyOf($gap, facet, territory);
  });
}

/** @typedef {{ facet: string, show(values: readonly string[], all: boolean): void, said(): void }} Shown */

/**
 * @param {HTMLSelectElement} $select
 * @param {string} facet
 */
function oneOf($select, facet) {
  return {
    facet,
    /** Says what is ticked. */
    said: () => {},
    /** @type {Shown["show"]} */
    show: (values) => void ($select.value = values[0] ?? ""),
  };
}

/**
 * @param {HTMLElement} $gap - a `details` with boxes
 * @param {string} facet
 * @param {string} territory
 */
function manyOf($gap, facet, territory) {
  if (!($gap instanceof HTMLDetailsElement)) throw new Error(`${NAME}: the gap "${facet}" is no details`);
  const $said = find(NAME, $gap, "[data-gap-said]", HTMLElement);
  const $all = find(NAME, $gap, 'input[name="all"]', HTMLInputElement);
  const $boxes = [
    .../** @type {NodeListOf<HTMLInputElement>} */ ($gap.querySelectorAll(`input[name="like-${facet}"]`)),
  ];

  const said = () => {
    const ticked = $boxes.filter(($box) => $box.checked);
    const type = $all.checked ? "conjunction" : "disjunction";
    const labels = ticked.map(($box) => $box.closest("label")?.textContent?.trim() ?? $box.value);
    write($said, labels.length ? new Intl.ListFormat(territory, { type }).format(labels) : text(NAME, $gap, "any"));
    const $label = $all.closest("label");
    if ($label) $label.hidden = ticked.length < 2;
  };

  const close = () => {
    $gap.open = false;
  };
  $gap.addEventListener("change", said);
  $gap.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !$gap.open) return;
    close();
    find(NAME, $gap, "summary", HTMLElement).focus();
  });
  // Whoever goes on elsewhere is done here
  document.addEventListener("click", ({ target }) => target instanceof Node && !$gap.contains(target) && close());
  $gap.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !$gap.contains(relatedTarget)) close();
  });
  said();

  return {
    facet,
    said,
    /** @type {Shown["show"]} */
    show: (values, all) => {
      for (const $box of $boxes) $box.checked = values.includes($box.value);
      $all.checked = all;
      said();
    },
  };
}
