// @ts-check
import { find, text } from "../lib/dom.mjs";

/**
 * Copies the address of the page, with the place in it, and says so. With `data-copies` on the root it copies the text of
 * the element with that id.
 *
 * @param {HTMLElement} root
 */
export function start(root) {
  const $button = find("copy-link", root, "button", HTMLButtonElement);
  const $status = find("copy-link", root, "[role=status]", HTMLElement);
  $button.addEventListener("click", async () => {
    $status.textContent = "";
    const $source = document.getElementById(root.dataset.copies ?? "");
    try {
      await navigator.clipboard.writeText($source?.textContent ?? location.href);
      $status.textContent = text("copy-link", $button, "copied");
    } catch {
      // Refused, or an address without https, where browsers offer no clipboard
      $status.textContent = text("copy-link", $button, "failed");
    }
  });
}
