// @ts-check
/**
 * The page of the comparison: address ⇄ chosen practices → what is shown of them, and the shortlist above it. Decisions are
 * taken in ids, differences and store; the other modules only pass between them and the page.
 *
 * @typedef {import("../shortlist/store.mjs").Names} Names
 */

import { load } from "../lib/load.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { shortlist } from "../shortlist/store.mjs";
import { address, COMPARED_AT_MOST, opening, query } from "./ids.mjs";
import { NAME, pageOf } from "./page.mjs";
import { shortlistSection } from "./shortlist-section.mjs";
import { sideBySide } from "./side-by-side.mjs";

/** @param {HTMLElement} root - shown while the names of the practices are still on their way */
export function start(root) {
  const page = pageOf(root);
  const { note, say, texts } = page;
  const store = shortlist();
  /** @type {Names} */
  let names = { ids: [], names: [], former: {} };
  /** Nothing was chosen yet: what is compared follows the own shortlist. */
  let follows = false;

  const choice = {
    /** @type {readonly string[]} */
    ids: [],
    /** @type {readonly string[]} */
    shared: [],
    /** @type {readonly string[]} */
    gone: [],
    nameOf: (/** @type {string} */ id) =>
      names.names[names.ids.indexOf(id)] ?? store.shortlist.find((entry) => entry.id === id)?.name ?? id,
    rest: () => (choice.shared.length ? choice.shared : own()).filter((id) => !choice.ids.includes(id)),
    link: () => location.origin + location.pathname + query("ids", choice.ids),
    /** @param {string} id */
    add(id) {
      if (choice.ids.includes(id)) return;
      if (choice.ids.length >= COMPARED_AT_MOST) note([fill(texts.full, { most: COMPARED_AT_MOST })]);
      else change([...choice.ids, id], fill(texts.added, { name: choice.nameOf(id) }));
    },
    /** @param {string} id */
    drop(id) {
      const left = choice.ids.filter((one) => one !== id);
      change(left, fill(texts.removed, { name: choice.nameOf(id) }));
    },
    /** @param {string} id */
    swap(id) {
      const last = choice.nameOf(choice.ids.at(-1) ?? "");
      change([...choice.ids.slice(0, -1), id], fill(texts.swapped, { name: choice.nameOf(id), last }));
    },
    /** @param {readonly string[]} ids */
    share(ids) {
      choice.shared = ids;
      writeAddress("pushState");
      show();
    },
  };
  const table = sideBySide(page, choice);
  const list = shortlistSection(page, store, choice);
  const own = () => store.shortlist.map(({ id }) => id).filter((id) => names.ids.includes(id));

  const show = () => {
    list.show();
    table.show();
  };

  /**
   * @param {readonly string[]} next
   * @param {string} message
   */
  const change = (next, message) => {
    choice.ids = next;
    follows = false;
    note([]);
    say(message);
    writeAddress("pushState");
    show();
  };

  const readAddress = () => {
    const { ids, shared, unknown, surplus } = opening(location.search, names, own(), store.most);
    choice.ids = ids;
    choice.shared = shared;
    follows = !new URLSearchParams(location.search).has("ids") && !shared.length;
    note([
      unknown ? plural(texts.not_known, unknown, page.locale) : "",
      surplus ? fill(texts.surplus, { most: COMPARED_AT_MOST }) : "",
    ]);
  };

  /** @param {"pushState" | "replaceState"} how */
  const writeAddress = (how) => {
    const search = address(choice.ids, choice.shared, own().length > 0);
    if (search === location.search) return;
    try {
      history[how](null, "", location.pathname + search + (how === "replaceState" ? location.hash : ""));
    } catch {
      // Browsers refuse when there are too many changes in a short time; the next one will do
    }
  };

  const begin = async () => {
    page.part("hint").hidden = Boolean(location.search);
    try {
      names = /** @type {Names} */ (await load(page.file("names.json")));
    } catch (error) {
      console.error(`${NAME}:`, error);
      note([texts.failed]);
      list.show();
      return;
    }
    table.offer(names.ids.map((id, place) => new Option(names.names[place], id)));
    choice.gone = store.update(names);
    readAddress();
    writeAddress("replaceState");
    show();
  };

  store.watch(() => {
    if (follows) {
      choice.ids = own().slice(0, COMPARED_AT_MOST);
      writeAddress("replaceState");
    }
    show();
  });
  window.addEventListener("popstate", () => {
    readAddress();
    show();
  });
  takeHome(page, (ofShortlist) => (ofShortlist ? store.shortlist.map(({ id }) => id) : choice.ids));
  begin().catch((error) => console.error(`${NAME}:`, error));
}

/**
 * Buttons that print, copy a link, or hand over a file; those below the shortlist do so with what is on it.
 *
 * @param {import("./page.mjs").Page} page
 * @param {(ofShortlist: boolean) => readonly string[]} idsOf
 */
function takeHome(page, idsOf) {
  page.root.addEventListener("click", async ({ target }) => {
    const $button = target instanceof Element ? target.closest("button[data-take]") : null;
    if (!$button) return;
    const ofShortlist = page.part("filled").contains($button);
    const ids = idsOf(ofShortlist);
    const what = $button.getAttribute("data-take") ?? "";
    try {
      if (what === "print") window.print();
      else if (what === "link") {
        const search = query(ofShortlist ? "shortlist" : "ids", ids);
        await navigator.clipboard.writeText(location.origin + location.pathname + search);
        page.say(page.texts.copied);
      } else {
        const { take } = await import("../practice-export/take.mjs");
        await take(page.root, what, ids);
        page.say(page.texts.taken);
      }
    } catch {
      page.note([what === "link" ? page.texts.not_copied : page.texts.not_taken]);
    }
  });
}
