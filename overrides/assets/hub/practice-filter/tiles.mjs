// @ts-check
/**
 * The tiles of the map choose a country or region: each presses the box of the same value in the filters.
 * Without script, and with a modifier key, a tile is a link to the static page of its country.
 */

import { text, write } from "../lib/dom.mjs";
import { plural } from "../lib/strings.mjs";

const NAME = "practice-tiles";
const STEPS = 4;

/** @param {HTMLElement} root - the picture */
export function start(root) {
  root.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const $tile = event.target instanceof Element ? event.target.closest("a") : null;
    const box = $tile && `input[name="${$tile.dataset.facet}"][value="${$tile.dataset.value}"]`;
    const $box = box && document.querySelector(`[data-module="practice-filter"] ${box}`);
    if (!($box instanceof HTMLInputElement)) return;
    event.preventDefault();
    $box.click();
  });
}

/**
 * How many each tile would give now, and which are chosen.
 *
 * @param {HTMLElement} root
 * @param {(facet: string, value: string) => number} count
 * @param {(facet: string, value: string) => boolean} isChosen
 */
export function show(root, count, isChosen) {
  const locale = document.documentElement.lang;
  const forms = JSON.parse(text(NAME, root, "tile"));
  const numbers = new Intl.NumberFormat(locale);
  const tiles = [...root.querySelectorAll("a")].map(($tile) => {
    const { facet = "", value = "", place = "" } = $tile.dataset;
    const code = $tile.querySelector(".hub-map__code")?.textContent ?? "";
    return { $tile, code, place, count: count(facet, value), chosen: isChosen(facet, value) };
  });
  const most = Number(text(NAME, root, "most"));
  for (const tile of tiles) {
    const shown = shade(tile.count, most);
    for (let step = 0; step <= STEPS; step++) tile.$tile.classList.toggle(`hub-map__tile--${step}`, step === shown);
    const said = plural(forms, tile.count, locale, { code: tile.code, place: tile.place });
    if (tile.$tile.getAttribute("aria-label") !== said) tile.$tile.setAttribute("aria-label", said);
    toggle(tile.$tile, "aria-current", tile.chosen);
    toggle(tile.$tile, "aria-disabled", !tile.count && !tile.chosen);
    const $number = tile.$tile.querySelector(".hub-map__number");
    if ($number) write($number, numbers.format(tile.count));
  }
}

/**
 * 0 for none, then by share of the fullest tile, finer at the low end, as hooks/hub/view/tile_map.py does it.
 *
 * @param {number} count
 * @param {number} most
 */
export function shade(count, most) {
  if (count <= 0 || most <= 0) return 0;
  let step = 1;
  while (count * STEPS * STEPS > most * step * step) step += 1;
  return step;
}

/**
 * @param {Element} $element
 * @param {string} attribute
 * @param {boolean} on
 */
function toggle($element, attribute, on) {
  if (on === $element.hasAttribute(attribute)) return;
  if (on) $element.setAttribute(attribute, "true");
  else $element.removeAttribute(attribute);
}
