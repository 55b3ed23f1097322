// @ts-check
/** Hands over a file with practices. Loaded when someone asks for one. */

import { text } from "../lib/dom.mjs";
import { load } from "../lib/load.mjs";
import { save } from "../lib/save.mjs";
import { chosen, toCsv, toJson } from "./export.mjs";

/**
 * @param {HTMLElement} root - with `data-files`, `data-practices` and `data-file`, the name of the file
 * @param {string} format - `csv` or `json`
 * @param {readonly string[] | null} ids - in their order; null: all
 */
export async function take(root, format, ids) {
  const published = await load(`${text("export", root, "files")}/export.json`);
  const list = new URL(text("export", root, "practices"), location.href);
  const address = (/** @type {string} */ id) => new URL(`${id}/`, list).href;
  const count = chosen(published, ids).length;
  const day = new Date().toLocaleDateString("sv"); // as YYYY-MM-DD
  const name = `${text("export", root, "file")}-${count}-${day}.${format}`;
  if (format === "csv") save(name, toCsv(published, ids, address), "text/csv;charset=utf-8");
  else save(name, toJson(published, ids, address), "application/json");
}
