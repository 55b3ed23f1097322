// @ts-check
/**
 * Search as a page of its own: the words are in the address, so that a search can be shared and "back" works.
 * What searches is loaded when someone does: with words in the address, or on the way into the field.
 */

import { find, text } from "../lib/dom.mjs";

const NAME = "search-page";

/** @param {HTMLElement} root */
export function start(root) {
  const $field = find(NAME, root, '[data-search="field"]', HTMLInputElement);
  $field.value = words(location.search);
  const begin = () => connect(root).catch((error) => fail(root, error));
  if ($field.value) begin();
  else root.addEventListener("focusin", begin, { once: true });
}

/** @param {HTMLElement} root */
async function connect(root) {
  const { search } = await import("./search.mjs");
  const $more = find(NAME, root, '[data-search="more"]', HTMLElement);
  const { $field, ask, more } = search(root, {
    name: NAME,
    size: 10,
    onShown: ({ query, count, shown }) => {
      $more.hidden = count === null || count <= shown;
      const address = withWords(location.href, query);
      if (address !== location.href) history.replaceState(null, "", address);
    },
  });
  find(NAME, $more, "button", HTMLButtonElement).addEventListener("click", more);
  find(NAME, root, '[data-search="form"]', HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    ask($field.value);
  });
  ask($field.value);
}

/**
 * @param {HTMLElement} root
 * @param {unknown} error
 */
function fail(root, error) {
  console.error(`${NAME}:`, error);
  const $status = find(NAME, root, '[data-search="status"]', HTMLElement);
  $status.textContent = text(NAME, $status, "failed");
}

/** @param {string} query - of an address, as in `location.search` */
export function words(query) {
  return (new URLSearchParams(query).get("q") ?? "").slice(0, 200);
}

/**
 * The address with these words in it and everything else kept; without words, without them.
 *
 * @param {string} address
 * @param {string} query
 */
export function withWords(address, query) {
  const url = new URL(address);
  if (query) url.searchParams.set("q", query);
  else url.searchParams.delete("q");
  return url.href;
}
