// @ts-check
/**
 * Starts the modules of a page: every element with `data-module="name"` gets the module of that name.
 *
 * A module exports `start(root)`, which may end later. It is loaded only where its root is, and fails alone. With
 * `data-start="click"` (or several events) it is loaded at the first such event on its root, so that what nobody uses costs
 * nothing; a click waits for the module and is then done again. With `data-start-with-query` an address with a query does
 * not wait for an event; `scroll` is that of the window. Roots that are `hidden` need script and are shown once they can
 * work. Where one is missed, a sentence with `data-when-failed="name"` says that it failed
 * (overrides/hub/parts/failed.html).
 */

/** See lib/storage-keys.mjs */
const SHORTCUT = "hub-shortcut";

/** @typedef {{ start(root: HTMLElement): void | Promise<void> }} Module */

/** @type {Readonly<Record<string, () => Promise<Module>>>} */
const modules = {
  age: () => import("./shell/age.mjs"),
  assessment: () => import("./assessment/assessment.mjs"),
  calculator: () => import("./calculator/calculator.mjs"),
  comparison: () => import("./comparison/comparison.mjs"),
  contents: () => import("./shell/contents.mjs"),
  "copy-link": () => import("./shell/copy-link.mjs"),
  "practice-form": () => import("./contribute/form.mjs"),
  finder: () => import("./finder/finder.mjs"),
  improve: () => import("./contribute/improve.mjs"),
  language: () => import("./shell/language.mjs"),
  menu: () => import("./shell/menu.mjs"),
  review: () => import("./contribute/review.mjs"),
  "save-chart": () => import("./charts/save.mjs"),
  "practice-filter": () => import("./practice-filter/filter.mjs"),
  print: () => import("./shell/print.mjs"),
  "practice-tiles": () => import("./practice-filter/tiles.mjs"),
  scheme: () => import("./shell/scheme.mjs"),
  "search-dialog": () => import("./search/dialog.mjs"),
  "search-page": () => import("./search/page.mjs"),
  shortlist: () => import("./shortlist/shortlist.mjs"),
  "source-card": () => import("./sources/card.mjs"),
};

/** @param {HTMLElement} root */
async function load(root) {
  const name = root.dataset.module ?? "";
  try {
    if (!Object.hasOwn(modules, name)) throw new Error(`main.mjs knows no module "${name}"`);
    const module = await modules[name]();
    await module.start(root);
    root.hidden = false;
  } catch (error) {
    console.error(`${name}:`, error);
    for (const $sentence of document.querySelectorAll(`[data-when-failed="${CSS.escape(name)}"]`))
      $sentence.toggleAttribute("data-shown", true);
  }
}

/**
 * @param {HTMLElement} root
 * @param {readonly string[]} types
 */
function loadOn(root, types) {
  /** @type {Promise<void> | undefined} */
  let loading;
  /** @param {Event} event */
  const first = async (event) => {
    // A box is ticked and a fold opens at once; the module finds it so
    const click =
      event instanceof MouseEvent &&
      !(event.target instanceof Element && event.target.closest("input, label, select, summary"));
    if (click && (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return;
    if (click) event.preventDefault();
    loading ??= load(root);
    await loading;
    for (const type of types) (type === "scroll" ? window : root).removeEventListener(type, first);
    // Where the module could not be loaded, this follows the link as if there were no script
    if (click && event.target instanceof Element) {
      event.target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  };
  for (const type of types) (type === "scroll" ? window : root).addEventListener(type, first);
  root.hidden = false;
}

/** A key such as "/" that presses a link from anywhere, unless someone is typing or switched it off (search/dialog.mjs). */
function listenForShortcuts() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, dialog, [contenteditable]"))
      return;
    /** @type {HTMLElement | null} */
    const target = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
    if (!target || isOff()) return;
    event.preventDefault();
    target.click();
  });
}

function isOff() {
  try {
    return localStorage.getItem(SHORTCUT) === "off";
  } catch {
    return false;
  }
}

/** Opens the folded parts in which the place of the address is; a browser opens only those that hold it in their text. */
function unfold() {
  const $place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!$place) return;
  let folded = false;
  for (let $fold = $place.closest("details"); $fold; $fold = $fold.parentElement?.closest("details") ?? null) {
    folded ||= !$fold.open;
    $fold.open = true;
  }
  if (folded) $place.scrollIntoView();
}

for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-module]"))) {
  const types = root.dataset.start?.split(" ");
  if (types && !("startWithQuery" in root.dataset && location.search)) loadOn(root, types);
  else load(root);
}
listenForShortcuts();
addEventListener("hashchange", unfold);
// The same address again is no change
document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("a")?.hash === location.hash) setTimeout(unfold);
});
unfold();
