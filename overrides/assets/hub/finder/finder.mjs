// @ts-check
/** The sentence on another page than the list of practices: a form that leads there. */

import { text } from "../lib/dom.mjs";
import { gapsOf } from "./gaps.mjs";

/** @param {HTMLElement} root - the form */
export function start(root) {
  const gaps = gapsOf(root, text("finder", root, "territory"));
  // Back from the list the browser fills in what was chosen
  window.addEventListener("pageshow", () => gaps.forEach((gap) => gap.said()));
  root.addEventListener("submit", () => leaveOutEmpty(root));
}

/** A gap left open is no part of the address. @param {HTMLElement} root */
function leaveOutEmpty(root) {
  const $empty = [...root.querySelectorAll("select")].filter(($select) => !$select.value);
  for (const $select of $empty) $select.disabled = true;
  // After the form was sent, for whoever comes back
  window.setTimeout(() => $empty.forEach(($select) => ($select.disabled = false)));
}
