// @ts-check
/**
 * Saves a picture of the page as SVG or PNG, and the table beneath it as CSV. What is saved stands on its own: with its
 * title, where it comes from and the colours of the light scheme.
 */

import { csv } from "../lib/csv.mjs";
import { text } from "../lib/dom.mjs";
import { save } from "../lib/save.mjs";
import { cells, widened } from "./picture.mjs";

const MODULE = "save-chart";
const STYLES = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray"],
  ...["font-family", "font-size", "font-style", "font-weight", "text-anchor"],
];
const SCALE = 2;

/** @param {HTMLElement} root */
export function start(root) {
  /** @type {HTMLElement | null} */
  const $status = root.querySelector('[role="status"]');
  root.addEventListener("click", async (event) => {
    const $button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!$button || !$status) return;
    try {
      await saved(root, $button.dataset.format ?? "");
      $status.textContent = text(MODULE, root, "done");
    } catch (error) {
      console.error(`${MODULE}:`, error);
      $status.textContent = text(MODULE, root, "failed");
    }
  });
}

/**
 * @param {HTMLElement} root
 * @param {string} format
 */
async function saved(root, format) {
  const name = text(MODULE, root, "name");
  if (format === "csv") {
    const $table = document.getElementById(text(MODULE, root, "table"));
    if (!($table instanceof HTMLTableElement)) throw new Error("no table");
    save(`${name}.csv`, csv([...cells($table), [credit(root)]]), "text/csv");
    return;
  }
  const $figure = document.getElementById(text(MODULE, root, "picture"));
  const $svg = $figure?.querySelector("svg");
  if (!$svg) throw new Error("no picture");
  const { markup, width, height } = drawn($svg, text(MODULE, root, "title"), credit(root));
  if (format === "svg") save(`${name}.svg`, markup, "image/svg+xml");
  else save(`${name}.png`, await painted(markup, width, height), "image/png");
}

/** @param {HTMLElement} root */
function credit(root) {
  const part = root.dataset.picture || root.dataset.table;
  return `${text(MODULE, root, "credit")}, ${location.origin}${location.pathname}${location.search}#${part}`;
}

/**
 * The picture as a document of its own.
 *
 * @param {SVGSVGElement} $svg
 * @param {string} title
 * @param {string} source
 */
function drawn($svg, title, source) {
  const $copy = /** @type {SVGSVGElement} */ ($svg.cloneNode(true));
  // Styles count only in the page; there the copy is drawn in the light scheme, out of sight
  const $stage = document.createElement("div");
  $stage.style.cssText = "position:absolute;left:-200vw;width:1000px;color-scheme:light";
  $copy.style.cssText = "display:block;width:1000px";
  $stage.append($copy);
  document.body.append($stage);
  for (const $part of $copy.querySelectorAll("*")) {
    const style = getComputedStyle($part);
    for (const name of STYLES) $part.setAttribute(name, style.getPropertyValue(name));
  }
  const font = getComputedStyle(document.body).getPropertyValue("font-family");
  $stage.remove();
  for (const $part of [$copy, ...$copy.querySelectorAll("[class]")]) $part.removeAttribute("class");
  // Links lead nowhere outside the page
  for (const $link of $copy.querySelectorAll("a")) $link.replaceWith(...$link.childNodes);
  return widened($copy, title, source, font);
}

/**
 * @param {string} markup
 * @param {number} width
 * @param {number} height
 */
async function painted(markup, width, height) {
  const $image = new Image(width * SCALE, height * SCALE);
  $image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await $image.decode();
  const $canvas = document.createElement("canvas");
  $canvas.width = width * SCALE;
  $canvas.height = height * SCALE;
  const context = $canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage($image, 0, 0, $canvas.width, $canvas.height);
  return new Promise((resolve, reject) => {
    $canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture made"))), "image/png");
  });
}
