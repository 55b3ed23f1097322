// @ts-check
/** What is saved of a chart: the cells of its table, and its picture with title and source around it. */

const HEAD = 44;
const FOOT = 34;
const MARGIN = 20;

/**
 * The text of every cell, without what is there for small screens and without the sign of a permanent link.
 *
 * @param {HTMLTableElement} $table
 */
export function cells($table) {
  return [...$table.rows].map(($row) => [...$row.cells].map(($cell) => readable($cell)));
}

/** @param {HTMLElement} $cell */
function readable($cell) {
  const $copy = /** @type {HTMLElement} */ ($cell.cloneNode(true));
  for (const $extra of $copy.querySelectorAll(".hub-stack__label, .hub-permalink")) $extra.remove();
  return ($copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * @param {SVGSVGElement} $svg - with its styles as attributes
 * @param {string} title
 * @param {string} source
 * @param {string} font
 * @returns {{ markup: string, width: number, height: number }}
 */
export function widened($svg, title, source, font) {
  const { width, height } = $svg.viewBox.baseVal;
  const whole = { width: width + 2 * MARGIN, height: height + HEAD + FOOT };
  $svg.removeAttribute("style");
  $svg.setAttribute("viewBox", `${-MARGIN} ${-HEAD} ${whole.width} ${whole.height}`);
  $svg.setAttribute("width", String(whole.width));
  $svg.setAttribute("height", String(whole.height));
  $svg.setAttribute("font-family", font);
  $svg.prepend(
    part("rect", { x: -MARGIN, y: -HEAD, width: whole.width, height: whole.height, fill: "#fffdf9" }),
    part("text", { x: 0, y: -18, "font-size": 20, "font-weight": 650, fill: "#1d2a2f" }, title),
  );
  $svg.append(part("text", { x: 0, y: height + 20, "font-size": 12, fill: "#485960" }, source));
  return { markup: new XMLSerializer().serializeToString($svg), ...whole };
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [words]
 */
function part(name, attributes, words) {
  const $part = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) $part.setAttribute(key, String(value));
  if (words) $part.textContent = words;
  return $part;
}
