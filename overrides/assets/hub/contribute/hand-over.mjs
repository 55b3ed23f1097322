// @ts-check
/** What leaves a page: a link that opens, a text to paste, a file that is kept or handed to another app. */

import { save } from "../lib/save.mjs";

/**
 * @param {string} address
 * @param {string} [target]
 */
export function open(address, target = "") {
  const $link = document.createElement("a");
  Object.assign($link, { href: address, target, rel: "noopener" });
  $link.click();
}

/**
 * @param {string} words
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether files are handed to other apps here: on devices used with a finger. On a desk a file that is saved is easier to
 * find than a share sheet is to understand.
 */
function sharesFiles() {
  return matchMedia("(pointer: coarse)").matches && Boolean(navigator.canShare?.({ files: [textFile("a", "a")] }));
}

/**
 * The share sheet is the shortest way where there is one: its button comes first.
 *
 * @param {NodeListOf<HTMLElement>} $ways - buttons with `data-way`; that of the file has its other words in `data-share`
 */
export function bestFirst($ways) {
  const $file = [...$ways].find(({ dataset }) => dataset.way === "file");
  if (!$file || !sharesFiles()) return;
  $file.textContent = $file.dataset.share ?? $file.textContent;
  $ways[0].before($file, "\n");
  for (const $way of $ways) $way.classList.toggle("hub-button--quiet", $way !== $file);
}

/**
 * The change set as a file, or on a phone the text with the packed block, handed to another app.
 *
 * @param {string} name - without its ending
 * @param {object} set
 * @param {string} whole
 * @param {string} title
 * @returns {Promise<"file" | "share" | "share_not">} what happened: the key of its text
 */
export async function handOver(name, set, whole, title) {
  if (sharesFiles())
    try {
      await navigator.share({ files: [textFile(name, whole)], title });
      return "share";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "share_not";
    }
  save(`${name}.json`, `${JSON.stringify(set, null, 1)}\n`, "application/json");
  return "file";
}

/**
 * As plain text: browsers hand over no JSON (Web Share, "file types").
 *
 * @param {string} name
 * @param {string} content
 */
function textFile(name, content) {
  return new File([content], `${name}.txt`, { type: "text/plain" });
}
