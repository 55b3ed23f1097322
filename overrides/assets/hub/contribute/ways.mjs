// @ts-check
/** What the ways out of the hub need: a link that opens, a text to paste, a file to keep or to hand to another app. */

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
export function sharesFiles() {
  return matchMedia("(pointer: coarse)").matches && Boolean(navigator.canShare?.({ files: [textFile("a.txt", "a")] }));
}

/**
 * The share sheet of the device; where it fails the file is saved.
 *
 * @param {string} name - ends in `.txt`
 * @param {string} content
 * @param {string} title
 * @returns {Promise<"share" | "share_not" | "file">} what happened: the key of its text
 */
export async function share(name, content, title) {
  try {
    await navigator.share({ files: [textFile(name, content)], title });
    return "share";
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return "share_not";
    save(name, content, "text/plain");
    return "file";
  }
}

/**
 * As plain text: browsers hand over no JSON (Web Share, "file types").
 *
 * @param {string} name
 * @param {string} content
 */
function textFile(name, content) {
  return new File([content], name, { type: "text/plain" });
}
