// @ts-check
/** One criterion of the checklist, as the page has it, completed with what only script can do. */

import { outdated } from "./changes.mjs";
import { LIMITS, toBeConfirmed } from "./model.mjs";
import { button, h, proofOf } from "./ui.mjs";

/** @typedef {ReturnType<typeof criterionField>} CriterionField */

/**
 * @param {import("./model.mjs").Criterion} criterion
 * @param {HTMLFieldSetElement} $field
 * @param {import("./words.mjs").Words} words
 * @param {(value: import("./model.mjs").Value | null) => void} set - gives the answer; null takes it away
 */
export function criterionField(criterion, $field, words, set) {
  const { id, dimension } = criterion;
  /** @type {ReturnType<typeof completed> | undefined} */
  let parts;
  const radios = /** @type {HTMLInputElement[]} */ ([...$field.querySelectorAll('input[type="radio"]')]);
  return {
    id,
    dimension,
    $field,
    /** Adds what the page without script cannot offer. */
    complete() {
      parts ??= completed(id, $field, words, () => set(null));
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
      showEarlier(parts.$earlier, answer);
    },
    /** On the chosen level, else the first. @param {FocusOptions} [options] */
    focus: (options) => (radios.find(($radio) => $radio.checked) ?? radios[0]).focus(options),
  };

  /**
   * What was answered in an earlier round, with a way to confirm it.
   *
   * @param {HTMLElement} $earlier
   * @param {import("./model.mjs").Answer} [answer]
   */
  function showEarlier($earlier, answer) {
    const value = toBeConfirmed(answer);
    $earlier.hidden = value === undefined;
    if (value === undefined || $earlier.dataset.value === String(value)) return;
    $earlier.dataset.value = String(value);
    const { t } = words;
    $earlier.replaceChildren(
      h("span", {}, t("answer.earlier", { value: words.valueWithLevel(value) })),
      outdated(criterion, answer) ? ` ${t("compare.reworded")}` : "",
      button(t("renew.confirm"), () => set(value), "quiet", {
        "aria-label": `${t("renew.confirm")}: ${words.title(id)}`,
      }),
    );
  }
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
  const $earlier = h("p", { class: "hub-criterion-field__earlier", hidden: true });
  $field.querySelector('input[value="0"]')?.closest("label")?.before($earlier);
  $field.querySelector('input[value="na"]')?.closest("label")?.after($reason);
  $field.append(h("label", { class: "hub-criterion-field__text" }, t("answer.proof"), $proofInput), $proof, $clear);
  return { $texts: { note: $note, reason: $reasonInput, proof: $proofInput }, $reason, $proof, $clear, $earlier };
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
