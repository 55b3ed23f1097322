// @ts-check
import { find } from "../lib/dom.mjs";

const LONGEST_IN_MONTHS = 23;

/**
 * Counts from today how long ago a record was compared with its sources; the page as it was built counts from its data.
 * A year or a month counts from its end, as in hooks/hub/link/freshness.py.
 *
 * @param {HTMLElement} root
 */
export function start(root) {
  const { checked = "", due = "" } = root.dataset;
  const [year, month = 12] = checked.split("-").map(Number);
  const now = new Date();
  const months = (now.getFullYear() - year) * 12 + now.getMonth() + 1 - month;
  // A clock that runs behind knows less than the page
  if (!(months > 0)) return;
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang);
  const [count, unit] = /** @type {[number, "year" | "month"]} */ (
    months > LONGEST_IN_MONTHS ? [Math.floor(months / 12), "year"] : [months, "month"]
  );
  find("age", root, '[data-part="age"]', HTMLElement).textContent = `, ${words.format(-count, unit)}`;
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
  if (today >= due) find("age", root, '[data-part="due"]', HTMLElement).hidden = false;
}
