// @ts-check
/** Search in a dialog, over the page one is on. The browser returns focus to where it was when the dialog closes. */

import { find } from "../lib/dom.mjs";
import { SHORTCUT } from "../lib/storage-keys.mjs";
import { search } from "./search.mjs";

const NAME = "search-dialog";

/** @param {HTMLElement} root - the link to the search page, which opens the dialog instead */
export function start(root) {
  const $dialog = find(NAME, document, "#hub-search-dialog", HTMLDialogElement);
  const $all = find(NAME, $dialog, '[data-search="all"]', HTMLElement);
  const $allLink = find(NAME, $all, "a", HTMLAnchorElement);
  const page = $allLink.href;

  const { $field } = search($dialog, {
    name: NAME,
    size: 6,
    onShown: ({ query, count, shown }) => {
      $allLink.href = `${page}?${new URLSearchParams({ q: query })}`;
      $all.hidden = count === null || count <= shown;
    },
  });

  root.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    $dialog.showModal();
    $field.select();
  });
  find(NAME, $dialog, '[data-search="close"]', HTMLButtonElement).addEventListener("click", () => $dialog.close());
  // A press on the dialog itself is outside its content: on the backdrop
  $dialog.addEventListener("pointerdown", (event) => {
    if (event.target === $dialog) $dialog.close();
  });
  // A link to a place on this very page does not leave it
  $dialog.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) $dialog.close();
  });
  // In a search field the first Escape would only empty it
  $dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    $dialog.close();
  });
  keepShortcut(find(NAME, $dialog, '[data-search="shortcut"]', HTMLInputElement));
}

/**
 * WCAG 2.1.4 asks that a shortcut of one character can be switched off; main.mjs reads the choice.
 *
 * @param {HTMLInputElement} $box
 */
function keepShortcut($box) {
  try {
    $box.checked = localStorage.getItem(SHORTCUT) !== "off";
  } catch {
    $box.checked = true;
  }
  $box.addEventListener("change", () => {
    try {
      if ($box.checked) localStorage.removeItem(SHORTCUT);
      else localStorage.setItem(SHORTCUT, "off");
    } catch {
      // Not kept
    }
  });
}
