// @ts-check
/**
 * The calculator of a tool: fields to fill in, results at once. What is filled in stays on the device; where storage is
 * refused the calculation still works. The page itself holds the example and the formulas, also without this script.
 */

import { find, text } from "../lib/dom.mjs";
import { TOOL } from "../lib/storage-keys.mjs";
import { calculate } from "./formula.mjs";

const MODULE = "calculator";

/** @param {HTMLElement} root */
export function start(root) {
  const section = /** @type {HTMLElement} */ (root.parentElement);
  /** @type {import("./formula.mjs").Result[]} */
  const results = JSON.parse(text(MODULE, root, "results"));
  const key = TOOL + text(MODULE, root, "key");
  const locale = document.documentElement.lang;
  const $inputs = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("input[name]")]);
  const $note = find(MODULE, root, '[data-calculator="note"]', HTMLElement);
  const $kept = find(MODULE, root, '[data-calculator="kept"]', HTMLElement);
  const $reset = find(MODULE, root, '[data-calculator="reset"]', HTMLButtonElement);

  function show() {
    /** @type {Record<string, number | null>} */
    const inputs = {};
    for (const $input of $inputs) inputs[$input.name] = read($input);
    const found = calculate(results, inputs);
    for (const { id, decimals } of results) {
      const value = found[id];
      const written =
        value === null
          ? text(MODULE, root, "none")
          : new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
              value,
            );
      for (const $place of section.querySelectorAll(`[data-result="${CSS.escape(id)}"]`)) {
        if ($place.textContent !== written) $place.textContent = written;
      }
    }
    const missing = Object.values(found).includes(null);
    $note.textContent = missing ? text(MODULE, root, "noResult") : "";
    $note.hidden = !missing;
  }

  function keep() {
    const values = Object.fromEntries(
      $inputs.filter((one) => read(one) !== null).map((one) => [one.name, one.valueAsNumber]),
    );
    $kept.textContent = store(key, values) ? text(MODULE, root, "kept") : text(MODULE, root, "failed");
  }

  for (const [name, value] of Object.entries(stored(key))) {
    const $input = $inputs.find((one) => one.name === name);
    if ($input && typeof value === "number" && Number.isFinite(value)) $input.value = String(value);
  }
  root.addEventListener("input", () => {
    show();
    keep();
  });
  root.addEventListener("submit", (event) => event.preventDefault());
  $reset.addEventListener("click", () => {
    for (const $input of $inputs) $input.value = $input.defaultValue;
    remove(key);
    $kept.textContent = "";
    show();
    $inputs[0].focus();
  });
  find(MODULE, section, '[data-calculator="example"]', HTMLElement).hidden = true;
  show();
}

/**
 * The number in a field, null when there is none or it lies outside its limits; the field says so.
 *
 * @param {HTMLInputElement} $input
 * @returns {number | null}
 */
function read($input) {
  const value = $input.valueAsNumber;
  const fine = Number.isFinite(value) && value >= Number($input.min) && value <= Number($input.max);
  $input.setAttribute("aria-invalid", String(!fine));
  const $message = document.getElementById(`invalid-${$input.name}`);
  if ($message) $message.hidden = fine;
  return fine ? value : null;
}

/**
 * @param {string} key
 * @returns {Record<string, unknown>}
 */
function stored(key) {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? "{}");
    return value && typeof value === "object" && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/**
 * @param {string} key
 * @param {Record<string, number>} values
 */
function store(key, values) {
  try {
    localStorage.setItem(key, JSON.stringify(values));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} key */
function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept
  }
}
