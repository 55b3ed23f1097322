// @ts-check
/** One criterion of the checklist, as the page has it, completed with what only script can do. */

import { LIMITS } from "./model.mjs";
import { button, h, proofOf } from "./ui.mjs";

/** @typedef {ReturnType<typeof criterionField>} CriterionField */

/**
 * @param {{ id: string, dimension: string }} criterion
 * @param {HTMLFieldSetElement} $field
 * @param {import("./words.mjs").Words} words
 * @param {() => void} clear - takes the answer away
 */
export function criterionField({ id, dimension }, $field, words, clear) {
  /** @type {ReturnType<typeof completed> | undefined} */
  let parts;
  const radios = /** @type {HTMLInputElement[]} */ ([...$field.querySelectorAll('input[type="radio"]')]);
  return {
    id,
    dimension,
    $field,
    /** Adds what the page without script cannot offer. */
    complete() {
      parts ??= completed(id, $field, words, clear);
    },
    /**
     * Shows an answer; what someone is typing stays under the cursor.
     *
     * @param {import("./model.mjs").Answer} [answer]
     */
    fill(answer) {
      const value = answer?.value;
      for (const $radio of radios) $radio.checked = $radio.value === String(value);
      if (!parts) return;
      for (const [name, $text] of Object.entries(parts.$texts))
        write($text, answer?.[/** @type {"note"} */ (name)] ?? "");
      parts.$reason.hidden = value !== "na";
      parts.$proof.replaceChildren(...(answer?.proof ? [proofOf(answer.proof)] : []));
      parts.$proof.hidden = !parts.$proof.querySelector("a");
      parts.$clear.hidden = value === undefined;
    },
    /** On the chosen level, else the first. @param {FocusOptions} [options] */
    focus: (options) => (radios.find(($radio) => $radio.checked) ?? radios[0]).focus(options),
    focusFirst: () => radios[0].focus(),
  };
}

/**
 * @param {string} id
 * @param {HTMLFieldSetElement} $field
 * @param {import("./words.mjs").Words} words
 * @param {() => void} clear
 */
function completed(id, $field, { t, criteria }, clear) {
  const criterion = criteria.get(id);
  const $more = /** @type {HTMLElement} */ ($field.querySelector(".hub-criterion-field__more"));
  const $examples = h(
    "ul",
    {},
    criterion?.proof.map((one) => h("li", {}, one)),
  );
  const $details = h("details", { class: "hub-criterion-field__details" });
  $more.before(h("p", { class: "hub-criterion-field__why" }, criterion?.why), $details);
  $details.append(h("summary", {}, t("answer.proof_examples")), $examples, $more);

  const $note = /** @type {HTMLTextAreaElement} */ ($field.querySelector("textarea"));
  const $reasonInput = h("input", { name: "reason", maxlength: LIMITS.reason });
  const $proofInput = h("input", { name: "proof", maxlength: LIMITS.proof });
  const $reason = h(
    "label",
    { class: "hub-criterion-field__text hub-criterion-field__text--reason" },
    t("answer.reason"),
    $reasonInput,
  );
  const $proof = h("p", { class: "hub-criterion-field__proof" });
  const $clear = button(t("answer.clear"), clear, "link");
  $field.querySelector('input[value="na"]')?.closest("label")?.after($reason);
  $field.append(h("label", { class: "hub-criterion-field__text" }, t("answer.proof"), $proofInput), $proof, $clear);
  return { $texts: { note: $note, reason: $reasonInput, proof: $proofInput }, $reason, $proof, $clear };
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} $text
 * @param {string} text
 */
function write($text, text) {
  if ($text.value === text) return;
  const places = [$text.selectionStart, $text.selectionEnd];
  $text.value = text;
  if ($text === document.activeElement) $text.setSelectionRange(places[0], places[1]);
}
