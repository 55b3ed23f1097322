// @ts-check
/**
 * Shows practices in groups, as cards or as a table, in the place of the list that came from the server.
 *
 * @typedef {import("./matching.mjs").Index & { cards_in_a_file: number }} Index
 * @typedef {import("./grouping.mjs").Group} Group
 * @typedef {import("./facts.mjs").Label} Label
 * @typedef {(practice: number) => readonly import("./wishes.mjs").Answer[]} Answers - to the wishes; none without wishes
 */

import { afterPaint, arrange, find, place, remembered, text, write } from "../lib/dom.mjs";
import { plural } from "../lib/strings.mjs";
import { cardTexts } from "./card-texts.mjs";
import { madeCards, servedCards } from "./cards.mjs";
import { factsOf } from "./facts.mjs";
import { fitChips } from "./fit-chips.mjs";
import { fillTable } from "./table.mjs";

const NAME = "practice-filter";
/** How many are added at a time where not all have a card on the page. */
const AT_A_TIME = 24;
/** Cards that a screen shows at first; the others come right after these are painted. */
const FIRST_SCREEN = 6;
/** Texts are asked for once people stop choosing and typing for a moment. */
const TEXTS_PAUSE = 200;

/**
 * @param {HTMLElement} root - the controls, with the templates
 * @param {HTMLElement} $results - with the list as it came from the server
 * @param {Index} index
 * @param {import("./choices.mjs").Phrases} said
 */
export function results(root, $results, index, { label, nameOf }) {
  const locale = document.documentElement.lang;
  const numbers = new Intl.NumberFormat(locale);
  const counts = JSON.parse(text(NAME, root, "count"));
  const mores = JSON.parse(text(NAME, root, "more"));
  const facts = factsOf(index, label, text(NAME, root, "territory"));
  const $blank = $results.parentElement?.querySelector(':scope > template[data-practice-filter="card"]');
  const made =
    $blank instanceof HTMLTemplateElement
      ? madeCards($blank, facts, cardTexts(text(NAME, root, "index"), index.cards_in_a_file))
      : null;
  const deal = made?.deal ?? servedCards($results, facts);
  const fits = fitChips(JSON.parse(text(NAME, root, "fits")), text(NAME, root, "answers"), label, nameOf);
  /** @type {Answers} */
  let answers = () => [];

  const served = [...$results.childNodes];
  const lists = [...$results.querySelectorAll(".hub-cards")].map(($list) => ({ $list, nodes: [...$list.childNodes] }));
  /** Made once, and used for other groups later. @type {ReturnType<typeof newSection>[]} */
  const sections = [];
  let textsTimer = 0;
  /** What is still to be shown after the first screen. @type {(() => void) | null} */
  let rest = null;

  /** The list as it came from the server. */
  const restore = () => {
    rest = null;
    for (const { $list, nodes } of lists) arrange($list, nodes);
    arrange($results, served);
    for (const $card of $results.querySelectorAll(".hub-cards__item")) fits($card, []);
  };

  /** Something else in the place of the list. @param {Node} $page */
  const replace = ($page) => {
    rest = null;
    $results.replaceChildren($page);
  };

  const template = remembered(
    (name) => find(NAME, root, `template[data-practice-filter="${name}"]`, HTMLTemplateElement).content,
  );
  /** @type {(name: string) => DocumentFragment} */
  const copy = (name) => /** @type {DocumentFragment} */ (template(name).cloneNode(true));

  /**
   * @param {readonly Group[]} groups
   * @param {string} by - facet that groups, or `none`
   * @param {"cards" | "table"} view
   * @param {Answers} given
   */
  const show = (groups, by, view, given) => {
    answers = given;
    const all = () => showUpTo(made ? AT_A_TIME : Infinity, groups, by, view);
    rest = all;
    if (view === "table" || size(groups) <= FIRST_SCREEN) {
      all();
      return;
    }
    // What is below is not taken away first, so that the page keeps its height
    const isListed = sections[0]?.$section.parentNode === $results;
    (isListed ? place : arrange)($results, cards(firstOf(groups, FIRST_SCREEN), by, false));
    afterPaint(() => rest === all && all());
  };

  /**
   * @param {number} limit
   * @param {readonly Group[]} groups
   * @param {string} by
   * @param {"cards" | "table"} view
   */
  const showUpTo = (limit, groups, by, view) => {
    const shown = firstOf(groups, limit);
    const left = size(groups) - limit;
    const page = view === "table" ? [table(shown, by)] : cards(shown, by, true);
    if (left > 0) {
      const $more = copy("more");
      const $button = find(NAME, $more, "button", HTMLButtonElement);
      $button.textContent = plural(mores, Math.min(AT_A_TIME, left), locale);
      $button.addEventListener("click", () => {
        showUpTo(limit + AT_A_TIME, groups, by, view);
        links()[limit]?.focus();
      });
      page.push(...$more.childNodes);
    }
    arrange($results, page);
    window.clearTimeout(textsTimer);
    if (made) textsTimer = window.setTimeout(made.addTexts, TEXTS_PAUSE);
  };

  const links = () => /** @type {NodeListOf<HTMLElement>} */ ($results.querySelectorAll(".hub-card__link, tbody th a"));

  /**
   * @param {readonly (Group & { count: number })[]} groups
   * @param {string} by
   * @param {boolean} isWhole - else cards and sections that follow are left as they are
   * @returns {Node[]}
   */
  const cards = (groups, by, isWhole) =>
    groups.map(({ value, practices, count }, at) => {
      const { $section, $title, $count, $list } = (sections[at] ??= newSection());
      if (value !== null) write($title, label(by, value));
      $title.parentElement?.classList.toggle("hub-visually-hidden", value === null);
      write($count, plural(counts, count, locale));
      deal($list, practices, isWhole || practices.length === count);
      practices.forEach((practice, place) => fits($list.children[place], answers(practice)));
      return $section;
    });

  const newSection = () => {
    const $section = find(NAME, copy("group"), "section", HTMLElement);
    const part = (/** @type {string} */ name) => find(NAME, $section, `[data-group="${name}"]`, HTMLElement);
    return { $section, $title: part("title"), $count: part("count"), $list: part("cards") };
  };

  /**
   * @param {readonly (Group & { count: number })[]} groups
   * @param {string} by
   */
  const table = (groups, by) => {
    const $region = find(NAME, copy("table"), ".hub-practice-table", HTMLElement);
    const titled = groups.map(({ value, practices, count }) => ({
      title: value && `${label(by, value)} (${numbers.format(count)})`,
      practices,
    }));
    fillTable($region, facts, titled, text(NAME, root, "unknown"));
    const $heads = $region.querySelectorAll("tbody th[data-practice]");
    groups.flatMap(({ practices }) => practices).forEach((practice, place) => fits($heads[place], answers(practice)));
    return $region;
  };

  return { show, restore, replace };
}

/** @param {readonly Group[]} groups */
function size(groups) {
  return groups.reduce((sum, group) => sum + group.practices.length, 0);
}

/**
 * The first groups, cut off after `limit` practices; `count` is how many each has as a whole.
 *
 * @param {readonly Group[]} groups
 * @param {number} limit
 */
function firstOf(groups, limit) {
  let room = limit;
  return groups
    .map(({ value, practices }) => {
      const first = practices.slice(0, Math.max(room, 0));
      room -= first.length;
      return { value, practices: first, count: practices.length };
    })
    .filter((group) => group.practices.length);
}
