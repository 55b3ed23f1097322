// @ts-check
/**
 * The summary: a row per question, a column per practice, short answers only. What differs is tinted and carries a sign
 * with words.
 *
 * @typedef {object} Answer - as hooks/hub/browser/comparison_summary.py publishes it
 * @property {string} text
 * @property {readonly string[]} [terms]
 * @property {string} [href]
 * @property {string} [html]
 *
 * @typedef {object} Practice
 * @property {string} id
 * @property {string} name
 * @property {string} href
 * @property {string} place
 * @property {Readonly<Record<string, Answer>>} summary
 * @property {readonly import("./chart.mjs").Drawn[]} chart
 * @property {string} adapt
 * @property {readonly import("./element.mjs").Source[]} sources
 */

import { unlike } from "./differences.mjs";
import { columnHead, element, fragment, nameLabel } from "./element.mjs";

/**
 * @param {DocumentFragment} $copy - of the template
 * @param {readonly Practice[]} practices
 * @param {{ unknown: string, differs: string }} texts
 */
export function summary($copy, practices, texts) {
  const $table = /** @type {HTMLTableElement} */ ($copy.firstElementChild);
  $table.style.setProperty("--hub-compared", String(practices.length));
  $table.tHead?.rows[0].append(...practices.map(({ name, href }) => columnHead({ name, href })));
  for (const $row of $table.tBodies[0].rows) {
    const answers = practices.map((practice) => practice.summary[$row.dataset.row ?? ""]);
    const marked = unlike(answers.map((answer) => answer?.terms));
    $row.append(...answers.map((answer, place) => cell(answer, practices[place].name, marked[place], texts)));
  }
  return $table;
}

/**
 * @param {Answer | undefined} answer
 * @param {string} name - of the practice, beside its answer on a narrow screen
 * @param {boolean} differs
 * @param {{ unknown: string, differs: string }} texts
 */
function cell(answer, name, differs, texts) {
  const $cell = document.createElement("td");
  $cell.append(nameLabel(name));
  if (!answer) {
    const $unknown = element("span", "hub-unknown");
    const $sign = element("span", "hub-comparison__question", "?");
    $sign.setAttribute("aria-hidden", "true");
    $unknown.append($sign, element("span", "hub-visually-hidden", texts.unknown));
    $cell.append($unknown);
    return $cell;
  }
  if (differs) {
    const $sign = element("span", "hub-comparison__unlike", "≠");
    $sign.setAttribute("aria-hidden", "true");
    $cell.dataset.differs = "";
    $cell.append($sign, " ");
  }
  if (answer.html) $cell.append(fragment(answer.html));
  else if (answer.href)
    $cell.append(Object.assign(document.createElement("a"), { href: answer.href, textContent: answer.text }));
  else $cell.append(answer.text);
  if (differs) $cell.append(element("span", "hub-visually-hidden", ` (${texts.differs})`));
  return $cell;
}
