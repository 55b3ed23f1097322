// @ts-check
/**
 * Pieces of the page that the comparison makes itself.
 *
 * @typedef {readonly [number, string, string]} Source - rank, id, item of a list
 */

/**
 * HTML that the build wrote and escaped, from a file of this site; nothing that people type comes here.
 *
 * @param {string} html
 */
export function fragment(html) {
  const $template = document.createElement("template");
  $template.innerHTML = html;
  return $template.content;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [words]
 */
export function element(tag, className, words = "") {
  const $element = document.createElement(tag);
  $element.className = className;
  $element.textContent = words;
  return $element;
}

/**
 * A practice above its column: its name leads to its page.
 *
 * @param {{ name: string, href: string, place?: string }} practice
 */
export function columnHead({ name, href, place }) {
  const $cell = element("th", "hub-comparison__practice");
  $cell.setAttribute("scope", "col");
  const $link = document.createElement("a");
  $link.href = href;
  $link.textContent = name;
  $cell.append($link);
  if (place) $cell.append(element("span", "hub-comparison__place", place));
  return $cell;
}

/**
 * The name of a practice in its cell, where the head of the table is not in sight; screen readers have the head.
 *
 * @param {string} name
 */
export function nameLabel(name) {
  const $name = element("span", "hub-comparison__label", name);
  $name.setAttribute("aria-hidden", "true");
  return $name;
}

/**
 * All these sources, each once, in the order of a bibliography.
 *
 * @param {readonly { sources: readonly Source[] }[]} files
 */
export function sources(files) {
  const items = new Map(files.flatMap((file) => file.sources.map((source) => [source[1], source])));
  return [...items.values()].sort(([one], [other]) => one - other).map(([, , html]) => fragment(html));
}
