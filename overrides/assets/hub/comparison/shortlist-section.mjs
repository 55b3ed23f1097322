// @ts-check
/** The shortlist above the comparison: order, remove, empty; and a list that someone handed on by link. */

import { find } from "../lib/dom.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { NAME } from "./page.mjs";

/**
 * @typedef {import("../shortlist/store.mjs").Entry} Entry
 *
 * @typedef {object} Choice - what the section needs to know and may change of the comparison
 * @property {readonly string[]} ids - that are compared
 * @property {readonly string[]} shared - handed on by link and not on the shortlist yet
 * @property {readonly string[]} gone - of the shortlist, that the hub does not know
 * @property {(id: string) => string} nameOf
 * @property {() => readonly string[]} rest - on the list that is handed on, or else on the own one, and not compared
 * @property {() => string} link - that opens with exactly what is compared
 * @property {(id: string) => void} add
 * @property {(id: string) => void} drop
 * @property {(id: string) => void} swap - for the last
 * @property {(ids: readonly string[]) => void} share - what remains of the handed on
 */

/**
 * @param {import("./page.mjs").Page} page
 * @param {ReturnType<typeof import("../shortlist/store.mjs").shortlist>} store
 * @param {Choice} choice
 * @returns {{ show(): void }}
 */
export function shortlistSection(page, store, choice) {
  const { part, texts, say } = page;
  /** @type {(id: string) => Entry} */
  const entryOf = (id) => ({ id, name: choice.nameOf(id) });

  const show = () => {
    const entries = store.shortlist;
    part("count").textContent = entries.length ? ` (${new Intl.NumberFormat(page.locale).format(entries.length)})` : "";
    part("empty").hidden = entries.length > 0 || choice.ids.length > 1;
    part("filled").hidden = !entries.length;
    showFaults(entries);
    part("shortlist").replaceChildren(...entries.map((entry, place) => item(entry, place, entries.length)));
    part("shared").hidden = !choice.shared.length;
  };

  /** @param {readonly Entry[]} entries */
  const showFaults = (entries) => {
    const missing = entries.filter(({ id }) => choice.gone.includes(id)).map(({ name }) => name);
    const faults = [
      store.fault ? page.faults[store.fault] : "",
      missing.length ? fill(texts.gone, { names: page.list.format(missing) }) : "",
    ];
    const said = faults.filter(Boolean).join(" ");
    part("fault").textContent = said;
    part("fault").hidden = !said;
  };

  /**
   * @param {Entry} entry
   * @param {number} place - in the shortlist
   * @param {number} count
   */
  const item = ({ id, name }, place, count) => {
    const $item = page.copy("item");
    const $link = find(NAME, $item, "a", HTMLAnchorElement);
    if (choice.gone.includes(id)) $link.replaceWith(name);
    else {
      $link.href = page.practice(id);
      $link.textContent = name;
    }
    for (const $name of $item.querySelectorAll("[data-name]")) $name.textContent = `: ${name}`;
    /** @type {(what: string, allowed: boolean, action: () => void) => void} */
    const button = (what, allowed, action) => {
      const $button = find(NAME, $item, `[data-do="${what}"]`, HTMLElement);
      $button.dataset.practice = id;
      if (allowed) $button.addEventListener("click", action);
      else $button.dataset.off = "";
    };
    button("up", place > 0, () => move(id, -1));
    button("down", place < count - 1, () => move(id, 1));
    button("remove", true, () => remove(id, name, place));
    return $item;
  };

  /** @type {(id: string, name: string, place: number) => void} */
  const remove = (id, name, place) => {
    store.remove(id);
    say(fill(texts.removed, { name }));
    const next = store.shortlist[Math.min(place, store.shortlist.length - 1)];
    if (next) focus("remove", next.id);
    else page.focusShortlist();
  };

  /** @type {(id: string, by: -1 | 1) => void} */
  const move = (id, by) => {
    store.move(id, by);
    const place = store.shortlist.findIndex((entry) => entry.id === id) + 1;
    say(fill(texts.moved, { name: choice.nameOf(id), place, count: store.shortlist.length }));
    focus(by < 0 ? "up" : "down", id);
  };

  /**
   * The button that does this for a practice; at an end of the list, the one that is left.
   *
   * @param {string} what
   * @param {string} id
   */
  const focus = (what, id) => {
    const $buttons = [.../** @type {NodeListOf<HTMLElement>} */ (part("shortlist").querySelectorAll("button"))].filter(
      ($button) => $button.dataset.practice === id && !("off" in $button.dataset),
    );
    const opposite = what === "up" ? "down" : "up";
    const found =
      $buttons.find(($one) => $one.dataset.do === what) ?? $buttons.find(($one) => $one.dataset.do === opposite);
    (found ?? $buttons[0])?.focus();
  };

  /** Puts what was handed on at the end of the own list, as far as it fits. */
  const keep = () => {
    store.add(choice.shared.map(entryOf));
    choice.share(choice.shared.filter((id) => !store.has(id)));
    const left = choice.shared.length;
    const unkept = left ? plural(texts.unkept, left, page.locale, { most: store.most }) : "";
    say(`${fill(texts.kept, { count: store.shortlist.length })} ${unkept}`.trim());
    page.focusShortlist();
  };

  part("keep").addEventListener("click", keep);
  emptying(page, () => store.clear());
  return { show };
}

/**
 * The shortlist is emptied only after people said so twice.
 *
 * @param {import("./page.mjs").Page} page
 * @param {() => void} clear
 */
function emptying({ part, say, texts, focusShortlist }, clear) {
  /** @param {boolean} isAsking */
  const ask = (isAsking) => {
    part("sure").hidden = !isAsking;
    part(isAsking ? "clear-no" : "clear").focus();
  };
  part("clear").addEventListener("click", () => ask(true));
  part("clear-no").addEventListener("click", () => ask(false));
  part("clear-yes").addEventListener("click", () => {
    part("sure").hidden = true;
    clear();
    say(texts.cleared);
    focusShortlist();
  });
}
