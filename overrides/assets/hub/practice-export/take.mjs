// @ts-check
/** Hands over a file with practices. Loaded when someone asks for one. */

import { text } from "../lib/dom.mjs";
import { toCsv, toJson } from "./export.mjs";

const TYPES = { csv: "text/csv;charset=utf-8", json: "application/json" };

/**
 * @param {HTMLElement} root - with `data-files`, `data-practices` and `data-file`, the name of the file
 * @param {string} format - `csv` or `json`
 * @param {readonly string[] | null} ids - in their order; null: all
 */
export async function take(root, format, ids) {
  const answer = await fetch(`${text("export", root, "files")}/export.json`);
  if (!answer.ok) throw new Error(`export: ${answer.url} answers ${answer.status}`);
  const published = await answer.json();
  const list = new URL(text("export", root, "practices"), location.href);
  const address = (/** @type {string} */ id) => new URL(`${id}/`, list).href;
  const content = format === "csv" ? toCsv(published, ids, address) : toJson(published, ids, address);
  const $link = document.createElement("a");
  $link.href = URL.createObjectURL(new Blob([content], { type: format === "csv" ? TYPES.csv : TYPES.json }));
  $link.download = `${text("export", root, "file")}.${format}`;
  $link.click();
  // Some browsers read the file only after the click was handled
  window.setTimeout(() => URL.revokeObjectURL($link.href), 60_000);
}
