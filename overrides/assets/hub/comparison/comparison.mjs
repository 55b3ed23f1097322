// @ts-check
/**
 * The page of the comparison: address ⇄ chosen practices → table, and the shortlist beneath it. Decisions are taken in ids,
 * differences and store; this module only passes between them and the page (overrides/hub/pages/comparison.html).
 *
 * @typedef {import("./table.mjs").Practice} Practice
 * @typedef {import("../shortlist/store.mjs").Names} Names
 * @typedef {import("../shortlist/store.mjs").Entry} Entry
 */

import { find, text } from "../lib/dom.mjs";
import { load } from "../lib/load.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { AT_MOST, shortlist } from "../shortlist/store.mjs";
import { asked, COMPARED_AT_MOST, query } from "./ids.mjs";
import { sources, table } from "./table.mjs";

const NAME = "comparison";

/** @param {HTMLElement} root - shown while the names of the practices are still on their way */
export function start(root) {
  const locale = document.documentElement.lang;
  const list = new Intl.ListFormat(text(NAME, root, "territory"));
  const texts = JSON.parse(text(NAME, root, "texts"));
  const faults = JSON.parse(text(NAME, root, "faults"));
  /** @type {(name: string) => HTMLElement} */
  const part = (name) => find(NAME, root, `[data-comparison="${name}"]`, HTMLElement);
  const $select = find(NAME, root, '[data-comparison="select"]', HTMLSelectElement);
  const $only = find(NAME, root, '[data-comparison="only"]', HTMLInputElement);
  const $template = find(NAME, root, 'template[data-comparison="table"]', HTMLTemplateElement);
  const store = shortlist();

  /** @type {Names} */
  let names = { ids: [], names: [], former: {} };
  /** @type {readonly string[]} */
  let ids = [];
  /** @type {readonly string[]} - that someone handed on by link */
  let shared = [];
  /** @type {readonly string[]} - of the shortlist, that the hub does not know */
  let gone = [];
  /** @type {Map<string, Promise<Practice>>} */
  const files = new Map();

  /** @type {(id: string) => string} */
  const nameOf = (id) =>
    names.names[names.ids.indexOf(id)] ?? store.shortlist.find((entry) => entry.id === id)?.name ?? id;
  /** @type {(id: string) => Entry} */
  const entryOf = (id) => ({ id, name: nameOf(id) });
  /** @type {(message: string) => void} */
  const say = (message) => void (part("status").textContent = message);

  // --- address ------------------------------------------------------------------------------------------------------

  const readAddress = () => {
    const compared = asked(location.search, "ids", names);
    const handed = asked(location.search, "shortlist", names, AT_MOST);
    ids = compared.ids;
    shared = handed.ids;
    const unknown = compared.unknown + handed.unknown;
    note([
      unknown ? plural(texts.not_known, unknown, locale) : "",
      compared.surplus ? fill(texts.surplus, { most: COMPARED_AT_MOST }) : "",
    ]);
  };

  /** @param {"pushState" | "replaceState"} how */
  const writeAddress = (how) => {
    const both = [query("ids", ids).slice(1), query("shortlist", shared).slice(1)].filter(Boolean).join("&");
    const search = both && `?${both}`;
    if (search === location.search) return;
    try {
      history[how](null, "", location.pathname + search + (how === "replaceState" ? location.hash : ""));
    } catch {
      // Browsers refuse when there are too many changes in a short time; the next one will do
    }
  };

  /** @param {readonly string[]} messages */
  const note = (messages) => {
    const said = messages.filter(Boolean).join(" ");
    part("note").textContent = said;
    part("note").hidden = !said;
    if (said) say(said);
  };

  /**
   * @param {readonly string[]} next
   * @param {string} message
   */
  const change = (next, message) => {
    ids = next;
    note([]);
    say(message);
    writeAddress("pushState");
    show();
  };

  /** @param {string} id */
  const add = (id) => {
    if (ids.includes(id)) return;
    if (ids.length >= COMPARED_AT_MOST) note([fill(texts.full, { most: COMPARED_AT_MOST })]);
    else change([...ids, id], fill(texts.added, { name: nameOf(id) }));
  };

  /** @param {string} id */
  const drop = (id) =>
    change(
      ids.filter((one) => one !== id),
      fill(texts.removed, { name: nameOf(id) }),
    );

  // --- the comparison -----------------------------------------------------------------------------------------------

  const show = () => {
    showChosen();
    showShortlist();
    showTable();
  };

  const showChosen = () => {
    for (const $option of $select.options) $option.disabled = ids.includes($option.value);
    part("chosen").hidden = !ids.length;
    part("chosen").replaceChildren(
      ...ids.map((id, place) => {
        const $chip = copy("chip");
        find(NAME, $chip, "[data-name]", HTMLElement).textContent = nameOf(id);
        find(NAME, $chip, "button", HTMLElement).addEventListener("click", () => {
          drop(id);
          const $left = part("chosen").querySelectorAll("button");
          ($left[Math.min(place, $left.length - 1)] ?? $select).focus();
        });
        return $chip;
      }),
    );
  };

  const showTable = async () => {
    part("hint").hidden = ids.length > 1;
    if (ids.length < 2) {
      part("result").hidden = true;
      return;
    }
    const wanted = ids;
    let practices;
    try {
      practices = await Promise.all(wanted.map(file));
    } catch (error) {
      console.error(`${NAME}:`, error);
      part("result").hidden = true;
      note([texts.failed]);
      return;
    }
    if (wanted !== ids) return;
    const { $table, nowhere } = table($template, practices, texts);
    part("region").replaceChildren($table);
    part("nowhere").hidden = !nowhere.length;
    part("nowhere").textContent = fill(texts.nowhere, { rows: list.format(nowhere) });
    part("sources").replaceChildren(...sources(practices));
    part("result").hidden = false;
    showOnly();
  };

  const showOnly = () => {
    for (const $row of part("region").querySelectorAll('tr[data-verdict="same"]')) {
      if ($row instanceof HTMLElement) $row.hidden = $only.checked;
    }
  };

  /**
   * @param {string} id
   * @returns {Promise<Practice>}
   */
  const file = (id) => {
    const loading = files.get(id) ?? load(`${text(NAME, root, "files")}/practices/${id}.json`);
    files.set(id, loading);
    loading.catch(() => files.delete(id));
    return loading;
  };

  // --- the shortlist ------------------------------------------------------------------------------------------------

  const showShortlist = () => {
    const entries = store.shortlist;
    part("count").textContent = entries.length ? ` (${new Intl.NumberFormat(locale).format(entries.length)})` : "";
    part("empty").hidden = entries.length > 0;
    part("filled").hidden = !entries.length;
    const missing = entries.filter(({ id }) => gone.includes(id)).map(({ name }) => name);
    const said = [
      store.fault ? faults[store.fault] : "",
      missing.length ? fill(texts.gone, { names: list.format(missing) }) : "",
    ]
      .filter(Boolean)
      .join(" ");
    part("fault").textContent = said;
    part("fault").hidden = !said;
    part("shortlist").replaceChildren(...entries.map((entry, place) => item(entry, place, entries.length)));
    part("shared").hidden = !shared.length;
    part("shared-list").replaceChildren(...shared.map((id) => item(entryOf(id), -1, 0)));
  };

  /**
   * @param {Entry} entry
   * @param {number} place - in the shortlist; -1: not in it
   * @param {number} count
   */
  const item = ({ id, name }, place, count) => {
    const $item = copy("item");
    const $link = find(NAME, $item, "a", HTMLAnchorElement);
    if (gone.includes(id)) $link.replaceWith(name);
    else {
      $link.href = `${text(NAME, root, "practices")}${id}/`;
      $link.textContent = name;
    }
    for (const $name of $item.querySelectorAll("[data-name]")) $name.textContent = `: ${name}`;
    /** @type {(what: string, allowed: boolean, action: () => void) => void} */
    const button = (what, allowed, action) => {
      const $button = find(NAME, $item, `[data-do="${what}"]`, HTMLElement);
      $button.dataset.practice = id;
      if (allowed) $button.addEventListener("click", action);
      else if (place < 0 || what === "compare") $button.remove();
      else $button.dataset.off = "";
    };
    const on = ids.includes(id);
    const $compare = find(NAME, $item, '[data-do="compare"]', HTMLElement);
    $compare.setAttribute("aria-pressed", String(on));
    $compare.setAttribute("aria-label", `${$compare.textContent}: ${name}`);
    button("compare", !gone.includes(id), () => {
      if (on) drop(id);
      else add(id);
      focus("compare", id);
    });
    button("up", place > 0, () => move(id, -1));
    button("down", place >= 0 && place < count - 1, () => move(id, 1));
    button("remove", place >= 0, () => {
      store.remove(id);
      say(fill(texts.removed, { name }));
      const next = store.shortlist[Math.min(place, store.shortlist.length - 1)];
      if (next) focus("remove", next.id);
      else find(NAME, root, "#shortlist", HTMLElement).focus();
    });
    return $item;
  };

  /**
   * @param {string} id
   * @param {-1 | 1} by
   */
  const move = (id, by) => {
    store.move(id, by);
    const place = store.shortlist.findIndex((entry) => entry.id === id) + 1;
    say(fill(texts.moved, { name: nameOf(id), place, count: store.shortlist.length }));
    focus(by < 0 ? "up" : "down", id);
  };

  /**
   * The button that does this for a practice; at an end of the list, the one that is left.
   *
   * @param {string} what
   * @param {string} id
   */
  const focus = (what, id) => {
    const $list = part(store.has(id) ? "shortlist" : "shared-list");
    const $buttons = [.../** @type {NodeListOf<HTMLElement>} */ ($list.querySelectorAll("button"))].filter(
      ($button) => $button.dataset.practice === id && !("off" in $button.dataset),
    );
    const opposite = what === "up" ? "down" : "up";
    (
      $buttons.find(($one) => $one.dataset.do === what) ??
      $buttons.find(($one) => $one.dataset.do === opposite) ??
      $buttons[0]
    )?.focus();
  };

  // --- people -------------------------------------------------------------------------------------------------------

  /** @type {(name: string) => DocumentFragment} */
  const copy = (name) =>
    /** @type {DocumentFragment} */ (
      find(NAME, root, `template[data-comparison="${name}"]`, HTMLTemplateElement).content.cloneNode(true)
    );

  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if ($select.value) add($select.value);
    $select.value = "";
    $select.focus();
  });
  $only.addEventListener("change", showOnly);
  part("keep").addEventListener("click", () => {
    store.add(shared.map(entryOf));
    shared = shared.filter((id) => !store.has(id));
    writeAddress("pushState");
    showShortlist();
    const unkept = shared.length ? plural(texts.unkept, shared.length, locale, { most: store.most }) : "";
    say(`${fill(texts.kept, { count: store.shortlist.length })} ${unkept}`.trim());
    find(NAME, root, "#shortlist", HTMLElement).focus();
  });
  /** @param {boolean} asking */
  const ask = (asking) => {
    part("sure").hidden = !asking;
    part(asking ? "clear-no" : "clear").focus();
  };
  part("clear").addEventListener("click", () => ask(true));
  part("clear-no").addEventListener("click", () => ask(false));
  part("clear-yes").addEventListener("click", () => {
    part("sure").hidden = true;
    store.clear();
    say(texts.cleared);
    find(NAME, root, "#shortlist", HTMLElement).focus();
  });
  root.addEventListener("click", async ({ target }) => {
    const $button = target instanceof Element ? target.closest("button[data-take]") : null;
    if (!$button) return;
    const ofShortlist = part("filled").contains($button);
    const taken = ofShortlist ? store.shortlist.map(({ id }) => id) : ids;
    const what = $button.getAttribute("data-take") ?? "";
    try {
      if (what === "print") window.print();
      else if (what === "link") {
        const search = ofShortlist ? query("shortlist", taken) : query("ids", ids);
        await navigator.clipboard.writeText(location.origin + location.pathname + search);
        say(texts.copied);
      } else {
        const { take } = await import("../practice-export/take.mjs");
        await take(root, what, taken);
        say(texts.taken);
      }
    } catch (error) {
      note([what === "link" ? texts.not_copied : texts.not_taken]);
    }
  });
  window.addEventListener("popstate", () => {
    readAddress();
    show();
  });
  store.watch(showShortlist);

  // --- begin --------------------------------------------------------------------------------------------------------

  const begin = async () => {
    try {
      names = /** @type {Names} */ (await load(`${text(NAME, root, "files")}/names.json`));
    } catch (error) {
      console.error(`${NAME}:`, error);
      note([texts.failed]);
      showShortlist();
      return;
    }
    $select.append(...names.ids.map((id, place) => new Option(names.names[place], id)));
    gone = store.update(names);
    readAddress();
    writeAddress("replaceState");
    show();
  };
  begin().catch((error) => console.error(`${NAME}:`, error));
}
