// @ts-check
/**
 * What the search dialog and the search page share: a field, an announced count, a list one walks with the arrow keys.
 * The markup is in overrides/hub/parts/search_form.html.
 */

import { find, text } from "../lib/dom.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { engine } from "./engine.mjs";

const PAUSE = 250;

/**
 * @typedef {object} Search
 * @property {HTMLInputElement} $field
 * @property {(query: string) => void} ask - search for this and show it; empty clears
 * @property {() => Promise<void>} more - show the next results
 */

/**
 * @param {HTMLElement} root - holds the parts, with `data-search-index`
 * @param {object} options
 * @param {string} options.name - of the module, for errors
 * @param {number} options.size - results shown at a time
 * @param {(state: { query: string, count: number | null, shown: number }) => void} options.onShown - after each answer;
 *   count is null while nothing was asked or search failed
 * @returns {Search}
 */
export function search(root, { name, size, onShown }) {
  const $field = find(name, root, '[data-search="field"]', HTMLInputElement);
  const $status = find(name, root, '[data-search="status"]', HTMLElement);
  const $results = find(name, root, '[data-search="results"]', HTMLElement);
  const $help = find(name, root, '[data-search="help"]', HTMLElement);
  const $template = find(name, root, 'template[data-search="result"]', HTMLTemplateElement);
  const counts = JSON.parse(text(name, $status, "count"));
  const locale = document.documentElement.lang;
  const finder = engine(text(name, root, "searchIndex"), locale);

  /** The question last asked; an answer to an older one is dropped. */
  let query = "";
  let shown = 0;
  /** @type {import("./engine.mjs").Found | undefined} */
  let found;
  let timer = 0;
  /** Until it is said that the question last asked takes its time. */
  let waiting = 0;

  /**
   * @param {string} message
   * @param {boolean} help
   */
  const say = (message, help) => {
    $status.textContent = message;
    $help.hidden = !help;
  };

  const clear = () => {
    found = undefined;
    shown = 0;
    $results.replaceChildren();
    $results.hidden = true;
  };

  /** @param {string} words */
  const ask = async (words) => {
    window.clearTimeout(timer);
    const asked = words.trim();
    if (asked === query && (found || !asked)) return;
    query = asked;
    window.clearTimeout(waiting);
    if (!asked) {
      clear();
      say("", false);
      onShown({ query, count: null, shown });
      return;
    }
    waiting = window.setTimeout(() => say(text(name, $status, "waiting"), false), 400);
    try {
      const answer = await finder.search(asked);
      const first = await answer.results(0, size);
      if (asked !== query) return;
      window.clearTimeout(waiting);
      clear();
      found = answer;
      show(first);
      say(
        found.count
          ? plural(counts, found.count, locale, { query: asked })
          : fill(text(name, $status, "none"), { query: asked }),
        !found.count,
      );
      onShown({ query, count: found.count, shown });
    } catch (error) {
      if (asked !== query) return;
      window.clearTimeout(waiting);
      clear();
      query = "";
      sayFailed(error);
      onShown({ query: asked, count: null, shown });
    }
  };

  /** @param {unknown} error */
  const sayFailed = (error) => {
    console.error(`${name}:`, error);
    say(text(name, $status, "failed"), true);
  };

  /** @param {import("./engine.mjs").Result[]} results */
  const show = (results) => {
    shown += results.length;
    $results.append(...results.map((result) => item($template, result)));
    $results.hidden = !shown;
  };

  const more = async () => {
    if (!found) return;
    const from = found;
    const before = shown;
    let next;
    try {
      next = await from.results(before, before + size);
    } catch (error) {
      if (found === from) sayFailed(error);
      return;
    }
    if (found !== from || shown !== before) return;
    const $before = $results.lastElementChild;
    show(next);
    onShown({ query, count: from.count, shown });
    const $first = $before?.nextElementSibling?.querySelector("a");
    $first?.focus();
  };

  if (document.activeElement === $field) finder.prepare();
  else $field.addEventListener("focus", () => finder.prepare(), { once: true });
  $field.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => ask($field.value), PAUSE);
  });
  root.addEventListener("keydown", (event) => walk(event, $field, $results));

  return { $field, ask, more };
}

/**
 * Arrow keys go from the field through the results and back.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} $field
 * @param {HTMLElement} $results
 */
function walk(event, $field, $results) {
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.altKey || event.ctrlKey || event.metaKey) return;
  const $stops = [$field, ...$results.querySelectorAll("a")];
  const here = $stops.findIndex(($stop) => $stop === document.activeElement);
  if (here < 0) return;
  const there = here + (event.key === "ArrowDown" ? 1 : -1);
  if (there < 0 || there >= $stops.length) return;
  event.preventDefault();
  $stops[there].focus();
}

/**
 * @param {HTMLTemplateElement} $template
 * @param {import("./engine.mjs").Result} result
 */
function item($template, result) {
  const $item = /** @type {DocumentFragment} */ ($template.content.cloneNode(true));
  const part = (/** @type {string} */ name) => find("search", $item, `[data-result="${name}"]`, HTMLElement);
  const $link = find("search", $item, '[data-result="link"]', HTMLAnchorElement);
  $link.href = result.url;
  $link.textContent = result.title;
  part("section").textContent = result.section;
  part("section").hidden = !result.section;
  part("excerpt").append(
    ...result.excerpt.map((piece) => {
      if (!piece.marked) return piece.text;
      const $mark = document.createElement("mark");
      $mark.textContent = piece.text;
      return $mark;
    }),
  );
  const $places = part("places");
  const [$place] = $places.children;
  $places.replaceChildren(
    ...result.places.map((place) => {
      const $copy = /** @type {HTMLElement} */ ($place.cloneNode(true));
      const $anchor = find("search", $copy, "a", HTMLAnchorElement);
      $anchor.href = place.url;
      $anchor.textContent = place.title;
      return $copy;
    }),
  );
  $places.hidden = !result.places.length;
  return $item;
}
