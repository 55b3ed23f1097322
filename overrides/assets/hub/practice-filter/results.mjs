// @ts-check
/**
 * Shows practices in groups, as the cards of the page or as a table. Cards that the page does not hold are made from its
 * template; their texts arrive a little later, in files of a few dozen.
 *
 * @typedef {import("./matching.mjs").Index & { cards_in_a_file: number }} Index
 * @typedef {import("./matching.mjs").Group} Group
 * @typedef {{ summary: string, rhythm?: string, lang?: string, note?: string }} CardText
 * @typedef {(facet: string, value: string) => string} Label
 */

import { afterPaint, arrange, find, once, text, write } from "../lib/dom.mjs";
import { plural } from "../lib/strings.mjs";
import { NONE, valuesOf } from "./matching.mjs";

const NAME = "practice-filter";
/** How many are added at a time where not all have a card on the page. */
const AT_A_TIME = 24;
/** Cards that a screen shows at first; the others come right after these are painted. */
const FIRST_SCREEN = 6;
/** Texts are asked for once people stop choosing and typing for a moment. */
const TEXTS_PAUSE = 200;

/**
 * @param {HTMLElement} root - the controls, with the templates
 * @param {HTMLElement} $results
 * @param {Label} label
 */
export function results(root, $results, label) {
  const locale = document.documentElement.lang;
  // "A, B and C" in Britain, "A, B, and C" in America: as the server writes it
  const list = new Intl.ListFormat(text(NAME, root, "territory"));
  const numbers = new Intl.NumberFormat(locale);
  const counts = JSON.parse(text(NAME, root, "count"));
  const mores = JSON.parse(text(NAME, root, "more"));
  const unknown = text(NAME, root, "unknown");
  const $blank = $results.parentElement?.querySelector(':scope > template[data-browse="card"]');

  const served = [...$results.childNodes];
  const lists = [...$results.querySelectorAll(".hub-cards")].map(($list) => ({ $list, nodes: [...$list.childNodes] }));
  /** @type {Map<string, Element>} */
  const cards = new Map(
    [...$results.querySelectorAll(".hub-cards__item")].map(($card) => [$card.getAttribute("data-practice") ?? "", $card]),
  );
  /** Sections that were made, by facet and value they stand for. @type {Map<string | null, HTMLElement>} */
  const sections = new Map();
  /** @type {Map<number, Promise<readonly CardText[]>>} */
  const files = new Map();
  /** Cards without their texts → what puts these in. @type {Map<Element, () => void>} */
  const bare = new Map();
  let textsTimer = 0;
  /** What is still to be shown after the first screen. @type {(() => void) | null} */
  let rest = null;

  /** The list as it came from the server. */
  const restore = () => {
    rest = null;
    for (const { $list, nodes } of lists) arrange($list, nodes);
    arrange($results, served);
  };

  /** Something else in the place of the list. @param {Node} $page */
  const replace = ($page) => {
    rest = null;
    $results.replaceChildren($page);
  };

  const template = once((name) => find(NAME, root, `template[data-browse="${name}"]`, HTMLTemplateElement).content);
  /** @type {(name: string) => DocumentFragment} */
  const copy = (name) => /** @type {DocumentFragment} */ (template(name).cloneNode(true));

  /**
   * @param {Index} index
   * @param {readonly Group[]} groups
   * @param {string} by - facet that groups, or `none`
   * @param {"cards" | "table"} view
   */
  const show = (index, groups, by, view) => {
    const all = () => showUpTo($blank ? AT_A_TIME : Infinity, index, groups, by, view);
    rest = all;
    if (view === "table") {
      all();
      return;
    }
    arrange($results, firstOf(groups, FIRST_SCREEN).map((group) => section(index, group, by)));
    afterPaint(() => rest === all && all());
  };

  /**
   * @param {number} limit
   * @param {Index} index
   * @param {readonly Group[]} groups
   * @param {string} by
   * @param {"cards" | "table"} view
   */
  const showUpTo = (limit, index, groups, by, view) => {
    const shown = firstOf(groups, limit);
    const left = groups.reduce((sum, group) => sum + group.practices.length, 0) - limit;
    /** @type {Node[]} */
    const page = view === "table" ? [table(index, shown, by)] : shown.map((group) => section(index, group, by));
    if (left > 0) {
      const $more = copy("more");
      const $button = find(NAME, $more, "button", HTMLButtonElement);
      $button.textContent = plural(mores, Math.min(AT_A_TIME, left), locale);
      $button.addEventListener("click", () => {
        showUpTo(limit + AT_A_TIME, index, groups, by, view);
        links()[limit]?.focus();
      });
      page.push(...$more.childNodes);
    }
    arrange($results, page);
    window.clearTimeout(textsTimer);
    textsTimer = window.setTimeout(fillTexts, TEXTS_PAUSE);
  };

  const fillTexts = () => {
    for (const [$card, fill] of bare) {
      if (!$card.isConnected) continue;
      bare.delete($card);
      fill();
    }
  };

  const links = () => /** @type {NodeListOf<HTMLElement>} */ ($results.querySelectorAll(".hub-card__link, tbody th a"));

  /**
   * @param {Index} index
   * @param {Group & { count: number }} group
   * @param {string} by
   */
  const section = (index, group, by) => {
    const key = group.value && `${by} ${group.value}`;
    const $section = sections.get(key) ?? find(NAME, copy("group"), "section", HTMLElement);
    sections.set(key, $section);
    const $title = find(NAME, $section, '[data-group="title"]', HTMLElement);
    if (group.value !== null) write($title, label(by, group.value));
    else $title.parentElement?.classList.add("hub-visually-hidden");
    write(find(NAME, $section, '[data-group="count"]', HTMLElement), plural(counts, group.count, locale));
    arrange(find(NAME, $section, ".hub-cards", HTMLElement), group.practices.map((practice) => card(index, practice)));
    return $section;
  };

  /**
   * @param {Index} index
   * @param {number} practice
   */
  const card = (index, practice) => {
    const id = index.ids[practice];
    const $known = cards.get(id);
    if ($known) return $known;
    if (!($blank instanceof HTMLTemplateElement)) throw new Error(`${NAME}: no card for "${id}" and no template`);
    const $copy = /** @type {DocumentFragment} */ ($blank.content.cloneNode(true));
    const $card = find(NAME, $copy, ".hub-cards__item", HTMLElement);
    const part = (/** @type {string} */ selector) => find(NAME, $card, `.hub-card__${selector}`, HTMLElement);
    const [$rhythm, $evidence, $status] = $card.querySelectorAll(".hub-card__fact");
    $card.dataset.practice = id;
    part("meta > :first-child").textContent = placeOf(index, practice);
    part("meta > :last-child").textContent = labels(index, practice, "kind");
    const $link = find(NAME, $card, ".hub-card__link", HTMLAnchorElement);
    $link.href = `${id}/`;
    $link.textContent = index.names[practice];
    const level = Number(values(index, practice, "evidence")[0]);
    $evidence.querySelectorAll("circle").forEach(($dot, place) => $dot.classList.toggle("hub-dots__dot--on", place < level));
    find(NAME, $card, ".hub-evidence__word", HTMLElement).textContent = labels(index, practice, "evidence");
    find(NAME, $status, "dd", HTMLElement).textContent = labels(index, practice, "status");
    part("summary").textContent = "\u00a0";
    $rhythm.remove();
    bare.set($card, () => {
      textOf(index, practice).then(
        (texts) => {
          fillText(part("summary"), texts);
          if (!texts.rhythm) return;
          find(NAME, $rhythm, "dd", HTMLElement).textContent = texts.rhythm;
          $evidence.before($rhythm);
        },
        () => part("summary").remove(),
      );
    });
    cards.set(id, $card);
    return $card;
  };

  /**
   * @param {Index} index
   * @param {number} practice
   * @returns {Promise<CardText>}
   */
  const textOf = async (index, practice) => {
    const file = Math.floor(practice / index.cards_in_a_file);
    const loading = files.get(file) ?? load(text(NAME, root, "index").replace(/\.json$/, `-cards-${file}.json`));
    files.set(file, loading);
    return (await loading)[practice % index.cards_in_a_file];
  };

  /**
   * @param {Index} index
   * @param {readonly (Group & { count: number })[]} groups
   * @param {string} by
   */
  const table = (index, groups, by) => {
    const $region = find(NAME, copy("table"), ".hub-practice-table", HTMLElement);
    const $table = find(NAME, $region, "table", HTMLTableElement);
    const columns = [...$table.querySelectorAll("th")].map(($head) => $head.dataset.column ?? "");
    for (const group of groups) {
      const $body = $table.createTBody();
      if (group.value !== null) {
        const $head = document.createElement("th");
        $head.colSpan = columns.length;
        $head.scope = "rowgroup";
        $head.className = "hub-practice-table__group";
        $head.textContent = `${label(by, group.value)} (${numbers.format(group.count)})`;
        $body.insertRow().append($head);
      }
      for (const practice of group.practices) {
        $body.insertRow().append(...columns.map((column) => cell(index, practice, column)));
      }
    }
    return $region;
  };

  /**
   * @param {Index} index
   * @param {number} practice
   * @param {string} column
   */
  const cell = (index, practice, column) => {
    const $cell = document.createElement(column ? "td" : "th");
    if (!column) {
      const $link = document.createElement("a");
      $link.href = `${index.ids[practice]}/`;
      $link.textContent = index.names[practice];
      $cell.scope = "row";
      $cell.dataset.practice = index.ids[practice];
      const $tools = document.createElement("div");
      $tools.dataset.slot = "card-tools";
      $cell.append($link, $tools);
      return $cell;
    }
    const start = index.start[practice];
    const said =
      column === "place" ? placeOf(index, practice)
      : column === "start" ? start && String(start)
      : labels(index, practice, column);
    $cell.textContent = said || unknown;
    $cell.classList.toggle("hub-practice-table__unknown", !said);
    return $cell;
  };

  /**
   * @param {Index} index
   * @param {number} practice
   * @param {string} facet
   * @returns {readonly string[]}
   */
  const values = (index, practice, facet) => {
    const column = index.facets.find((one) => one.id === facet);
    return column ? valuesOf(column, practice).filter((value) => value !== NONE) : [];
  };

  /**
   * @param {Index} index
   * @param {number} practice
   * @param {string} facet
   */
  const labels = (index, practice, facet) => list.format(values(index, practice, facet).map((value) => label(facet, value)));

  /**
   * Countries, Belgium with its regions, as hooks/hub/parts.py writes it.
   *
   * @param {Index} index
   * @param {number} practice
   */
  const placeOf = (index, practice) => {
    const regions = labels(index, practice, "region");
    return list.format(
      values(index, practice, "country").map((country) =>
        country === "BE" && regions ? `${label("country", country)} (${regions})` : label("country", country),
      ),
    );
  };

  return { show, restore, replace };
}

/**
 * The groups with so many practices in all, each with the `count` that it has as a whole.
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

/**
 * @param {HTMLElement} $summary
 * @param {CardText} texts
 */
function fillText($summary, { summary, lang, note }) {
  $summary.textContent = summary;
  if (!lang || !note) return;
  $summary.lang = lang;
  const $note = document.createElement("small");
  $note.className = "hub-fallback";
  $note.lang = document.documentElement.lang;
  $note.textContent = note;
  $summary.append(" ", $note);
}

/**
 * JSON of this site.
 *
 * @param {string} address
 */
export async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${NAME}: ${address} answers ${answer.status}`);
  return answer.json();
}
