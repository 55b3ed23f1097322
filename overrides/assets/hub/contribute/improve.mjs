// @ts-check
/**
 * "Improve this": opens the box in which one field of a record is corrected. The box comes with the first use; where it or
 * the record cannot be loaded, the link leads to the page that says how to correct something.
 *
 * @typedef {import("./correction.mjs").Field} Field
 * @typedef {{ record: unknown, fields: readonly Field[] }} Source
 */

import { load } from "../lib/load.mjs";
import { makeBox } from "./box.mjs";

/** @type {Promise<ReturnType<typeof makeBox>> | undefined} */
let theBox;

/** @param {HTMLElement} root */
export async function start(root) {
  const { of = "", fields = "" } = root.dataset;
  const folder = document.body.dataset.records ?? "";
  theBox ??= loadedBox(folder);
  theBox.catch(() => (theBox = undefined));
  const [box, source] = await Promise.all([theBox, /** @type {Promise<Source>} */ (load(`${folder}/${of}.json`))]);
  const part = root.textContent?.replace(/^[^:]*:\s*/, "") ?? "";
  root.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !box.open(of, source, fields, part)) return;
    event.preventDefault();
  });
}

/** @param {string} folder */
async function loadedBox(folder) {
  const $style = document.createElement("link");
  $style.rel = "stylesheet";
  $style.href = new URL("../page-improve.css", import.meta.url).href;
  const styled = new Promise((resolve, reject) => {
    $style.onload = resolve;
    $style.onerror = reject;
  });
  document.head.append($style);
  const [{ box }] = await Promise.all([load(`${folder}/${document.documentElement.lang}.json`), styled]);
  const $template = document.createElement("template");
  $template.innerHTML = box;
  document.body.append($template.content);
  return makeBox(/** @type {HTMLDialogElement} */ (document.body.lastElementChild));
}
