// @ts-check
/**
 * Who changes language keeps the place: the links get the page's ?query and #fragment.
 *
 * Filters write the query without an event, so the links are also brought up to date just before they are used.
 */

/** @param {HTMLElement} root - holds the links, each with the address of this page in one language */
export function start(root) {
  const links = [...root.querySelectorAll("a")].map(($link) => ({ $link, page: $link.getAttribute("href") ?? "" }));
  const update = () => {
    for (const { $link, page } of links) $link.setAttribute("href", samePlace(page, location));
  };
  update();
  for (const type of ["hashchange", "popstate"]) window.addEventListener(type, update);
  for (const type of ["pointerover", "focusin", "click"]) root.addEventListener(type, update, { capture: true });
}

/**
 * @param {string} page - address without query and fragment
 * @param {{ search: string, hash: string }} place - where the reader is, as in `location`
 */
export function samePlace(page, { search, hash }) {
  return page + search + hash;
}
