// @ts-check
/**
 * Puts cards of practices in a list: those that the page holds, or, where it holds the first of many only, cards made from
 * its template. A made card is used again for another practice, since new texts cost a browser far less than a new card.
 *
 * @typedef {import("./card-texts.mjs").CardTexts} CardTexts
 * @typedef {import("./facts.mjs").Facts} Facts
 *
 * @typedef {($list: Element, practices: readonly number[], isWhole: boolean) => void} Deal - `isWhole`: these and no others;
 *   else what follows them in the list is left as it is
 */

import { arrange, find, place, write } from "../lib/dom.mjs";

const NAME = "practice-filter";
/** Keeps the line of a text that is still to come. */
const BLANK = "\u00a0";
/** @type {import("./card-texts.mjs").CardText} */
const NOTHING_YET = { summary: BLANK };

/**
 * @param {Element} $results - with a card of each practice
 * @param {Facts} facts
 * @returns {Deal}
 */
export function servedCards($results, facts) {
  const cards = new Map(
    [...$results.querySelectorAll(".hub-cards__item")].map(($card) => [$card.getAttribute("data-practice"), $card]),
  );
  return ($list, practices, isWhole) => {
    const $cards = practices.map((practice) => {
      const $card = cards.get(facts.id(practice));
      if (!$card) throw new Error(`${NAME}: no card for "${facts.id(practice)}" and no template`);
      return $card;
    });
    (isWhole ? arrange : place)($list, $cards);
  };
}

/**
 * @param {HTMLTemplateElement} $template
 * @param {Facts} facts
 * @param {CardTexts} texts
 * @returns {{ deal: Deal, addTexts: () => void }} `addTexts` asks for the texts that shown cards lack
 */
export function madeCards($template, facts, texts) {
  /** The cards of each list, also those it has no use for now. @type {WeakMap<Element, ReturnType<typeof madeCard>[]>} */
  const lists = new WeakMap();
  /** @type {Set<ReturnType<typeof madeCard>>} */
  const bare = new Set();

  /** @type {Deal} */
  const deal = ($list, practices, isWhole) => {
    const cards = lists.get($list) ?? [];
    lists.set($list, cards);
    practices.forEach((practice, at) => {
      const card = (cards[at] ??= madeCard($template, facts, texts));
      if (card.show(practice)) bare.delete(card);
      else bare.add(card);
    });
    (isWhole ? arrange : place)(
      $list,
      cards.slice(0, practices.length).map(({ $card }) => $card),
    );
  };

  const addTexts = () => {
    for (const card of bare) {
      if (!card.$card.isConnected) continue;
      bare.delete(card);
      card.addTexts();
    }
  };

  return { deal, addTexts };
}

/**
 * @param {HTMLTemplateElement} $template
 * @param {Facts} facts
 * @param {CardTexts} texts
 */
function madeCard($template, facts, texts) {
  const $copy = /** @type {DocumentFragment} */ ($template.content.cloneNode(true));
  const $card = find(NAME, $copy, ".hub-cards__item", HTMLElement);
  const part = (/** @type {string} */ selector) => find(NAME, $card, `.hub-card__${selector}`, HTMLElement);
  const [$rhythm, $status, $evidence] = $card.querySelectorAll(".hub-card__fact");
  if (!($rhythm instanceof HTMLElement)) throw new Error(`${NAME}: the card has no rhythm`);
  const value = (/** @type {Element} */ $fact) => find(NAME, $fact, "dd", HTMLElement);
  const $place = part("meta > :first-child");
  const $kind = part("meta > :last-child");
  const $link = find(NAME, $card, ".hub-card__link", HTMLAnchorElement);
  const $groups = part("whom > :first-child");
  const $education = part("whom > :last-child");
  const $summary = part("summary");
  const $rhythmValue = value($rhythm);
  const $dots = [...$evidence.querySelectorAll("circle")];
  const $word = find(NAME, $evidence, ".hub-evidence__word", HTMLElement);
  const $statusValue = value($status);
  let shown = -1;
  /** Its texts are on the card too. */
  let isWhole = false;

  /** Says whether all its texts are there. @type {(practice: number) => boolean} */
  const show = (practice) => {
    if (practice !== shown) {
      shown = practice;
      isWhole = false;
      const id = facts.id(practice);
      $card.dataset.practice = id;
      write($place, facts.place(practice));
      const kind = facts.kind(practice);
      write($kind, kind);
      $kind.hidden = !kind;
      $link.href = `${id}/`;
      const level = Number(facts.values(practice, "evidence")[0]);
      $dots.forEach(($dot, at) => $dot.classList.toggle("hub-dots__on", at < level));
      write($word, facts.labels(practice, "evidence"));
    }
    if (!isWhole) showTexts();
    return isWhole;
  };

  const showTexts = () => {
    const known = texts.known(shown);
    isWhole = known !== undefined;
    const { name, groups, education, summary, rhythm, status } = known ?? NOTHING_YET;
    say($link, name ?? facts.name(shown));
    say($groups, groups ?? facts.labels(shown, "group"));
    say($education, education ?? facts.labels(shown, "edu"));
    say($summary, summary);
    $summary.hidden = false;
    say($rhythmValue, rhythm ?? "");
    $rhythm.hidden = !rhythm;
    say($statusValue, status ?? facts.labels(shown, "status"));
  };

  const addTexts = async () => {
    const asked = shown;
    try {
      await texts.arrival(asked);
      if (shown === asked) showTexts();
    } catch {
      if (shown === asked) $summary.hidden = true;
    }
  };

  return { $card, show, addTexts };
}

/**
 * As `View.say` on the server.
 *
 * @param {HTMLElement} $element
 * @param {import("./card-texts.mjs").Said} said
 */
function say($element, said) {
  if (typeof said === "string") {
    write($element, said);
    return;
  }
  const $words = document.createElement("span");
  $words.lang = said.lang;
  $words.textContent = said.text;
  const $note = document.createElement("small");
  $note.className = "hub-fallback";
  $note.textContent = said.note;
  $element.replaceChildren($words, " ", $note);
}
