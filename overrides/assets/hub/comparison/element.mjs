// @ts-check
/** Pieces of the page that the comparison makes itself. */

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
 * @param {{ name: string, href: string, place: string }} practice
 */
export function columnHead({ name, href, place }) {
  const $cell = element("th", "hub-comparison__practice");
  $cell.setAttribute("scope", "col");
  const $link = document.createElement("a");
  $link.href = href;
  $link.textContent = name;
  $cell.append($link, element("span", "hub-comparison__place", place));
  return $cell;
}
