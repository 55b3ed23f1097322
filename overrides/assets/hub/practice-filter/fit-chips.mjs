// @ts-check
/** Why a practice fits: an answer to each wish, as chips on its card. */

/** @type {Readonly<Record<import("./wishes.mjs").Fit, string>>} */
const SIGNS = { yes: "✓", partly: "~", unknown: "?", no: "–" };

/**
 * @param {Readonly<Record<string, string>>} fits - what each sign means, for who hears it
 * @param {string} title - of the list
 * @param {import("./facts.mjs").Label} label
 * @param {(facet: string) => string} nameOf
 */
export function fitChips(fits, title, label, nameOf) {
  /** @type {(answer: import("./wishes.mjs").Answer) => HTMLElement} */
  const chip = ({ wish, fit, values }) => {
    const $chip = document.createElement("li");
    $chip.className = `hub-fit__item hub-fit__item--${fit}`;
    const $sign = document.createElement("span");
    $sign.setAttribute("aria-hidden", "true");
    $sign.textContent = SIGNS[fit];
    const $means = document.createElement("span");
    $means.className = "hub-visually-hidden";
    $means.textContent = ` ${fits[fit]} `;
    const said = fit === "unknown" ? nameOf(wish.facet) : values.map((value) => label(wish.facet, value)).join(", ");
    const $said = document.createElement("span");
    $said.textContent = said;
    $chip.append($sign, $means, $said);
    return $chip;
  };

  /**
   * Takes the place of the chips that a card has.
   *
   * @param {Element} $card
   * @param {readonly import("./wishes.mjs").Answer[]} answers - none: no chips
   */
  return ($card, answers) => {
    const $old = $card.querySelector(".hub-fit");
    if (!answers.length) {
      $old?.remove();
      return;
    }
    const $chips = document.createElement("ul");
    $chips.className = "hub-fit";
    $chips.setAttribute("aria-label", title);
    $chips.append(...answers.map(chip));
    if ($old) $old.replaceWith($chips);
    else $card.querySelector(".hub-card__title, th > a")?.after($chips);
  };
}
