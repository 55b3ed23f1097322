// @ts-check
/**
 * The outcome chart of these practices: rows that the build drew, put below each other by what they count, each kind on an
 * axis of its own.
 *
 * @typedef {object} Drawn - one figure, as hooks/hub/browser/comparison_summary.py publishes it
 * @property {string} counts
 * @property {number} height
 * @property {string} svg
 * @property {string} cells
 * @property {string} by - who counted
 * @property {boolean} hollow
 */

import { fragment } from "./element.mjs";

const WIDTH = 1000;
/** Height of the head of an axis, the space after its rows, and a line of the legend. */
const HEAD = 56;
const AFTER = 22;
const LEGEND = 24;
/** As many signs stand beside each other in the legend. */
const COLUMNS = 3;

/**
 * @template {{ counts: string }} T
 * @param {readonly string[]} axes - ids in their order
 * @param {readonly T[]} figures
 * @returns {readonly { axis: string, figures: readonly T[] }[]} the axes that something stands on
 */
export function grouped(axes, figures) {
  return axes
    .map((axis) => ({ axis, figures: figures.filter((figure) => figure.counts === axis) }))
    .filter((group) => group.figures.length);
}

/**
 * @param {DocumentFragment} $copy - of the template
 * @param {readonly Drawn[]} figures - at least one
 * @param {string} label
 * @returns {{ $svg: SVGSVGElement, height: number, ordered: readonly Drawn[] }}
 */
export function chart($copy, figures, label) {
  const $svg = /** @type {SVGSVGElement} */ ($copy.querySelector("svg"));
  const heads = new Map(parts($svg, "axis"));
  const signs = parts($svg, "sign");
  for (const [, $part] of [...heads, ...signs]) $part.remove();
  const groups = grouped([...heads.keys()], figures);
  let y = 0;
  for (const { axis, figures: rows } of groups) {
    const $head = /** @type {SVGGElement} */ (heads.get(axis));
    const height = rows.reduce((sum, row) => sum + row.height, 0);
    $head.setAttribute("transform", `translate(0 ${y})`);
    for (const $line of $head.querySelectorAll("path")) {
      $line.setAttribute("d", `${($line.getAttribute("d") ?? "").split("V")[0]}V${HEAD + height}`);
    }
    $svg.append($head);
    y += HEAD;
    for (const row of rows) {
      $svg.append(moved(row.svg, y));
      y += row.height;
    }
    $svg.append(moved(`<path class="hub-outcomes__rule" d="M0 0H${WIDTH}"/>`, y));
    y += AFTER;
  }
  y += LEGEND;
  const used = signs.filter(([id]) => figures.some((figure) => (id === "hollow" ? figure.hollow : figure.by === id)));
  used.forEach(([, $sign], place) => {
    const line = Math.floor(place / COLUMNS);
    $sign.setAttribute("transform", `translate(${330 * (place % COLUMNS)} ${y + line * LEGEND})`);
    $svg.append($sign);
  });
  const height = y + Math.ceil(used.length / COLUMNS) * LEGEND;
  $svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  $svg.setAttribute("aria-label", label);
  return { $svg, height, ordered: groups.flatMap((group) => group.figures) };
}

/**
 * @param {SVGSVGElement} $svg
 * @param {string} name
 * @returns {readonly (readonly [string, SVGElement])[]} id and part
 */
function parts($svg, name) {
  const found = /** @type {NodeListOf<SVGElement>} */ ($svg.querySelectorAll(`[data-${name}]`));
  return [...found].map(($part) => /** @type {const} */ ([$part.dataset[name] ?? "", $part]));
}

/**
 * @param {string} svg - as the build wrote it
 * @param {number} y
 */
function moved(svg, y) {
  const $group = /** @type {Element} */ (fragment(`<svg><g>${svg}</g></svg>`).querySelector("g"));
  $group.setAttribute("transform", `translate(0 ${y})`);
  return $group;
}
