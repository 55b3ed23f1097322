// @ts-check
/**
 * Answering: the checklist of the page, one dimension at a time, with what only script can do added to each criterion.
 * The same controls are the printable form without script, and the blank version on paper.
 */

import { LIMITS, answered, criteriaOf, clean } from "./model.mjs";
import { progress, scores } from "./scoring.mjs";
import { button, h, keepingFocus, link, proofOf } from "./ui.mjs";

/** @typedef {import("./model.mjs").Value} Value */
/**
 * @typedef {object} Ask - a criterion on the page
 * @property {string} id
 * @property {string} dimension
 * @property {HTMLFieldSetElement} $field
 * @property {Record<"note" | "reason" | "proof", HTMLInputElement | HTMLTextAreaElement>} [$texts]
 * @property {HTMLElement} [$reason]
 * @property {HTMLElement} [$proof]
 * @property {HTMLButtonElement} [$clear]
 */

/** Milliseconds after which a criterion that has the focus is the place where someone is. */
const STAY = 1500;

/**
 * @param {import("./app.mjs").App} app
 * @param {HTMLElement} $answer
 */
export function answering(app, $answer) {
  const { words, checklist } = app;
  const { t } = words;
  const $form = /** @type {HTMLFormElement} */ ($answer.querySelector("form"));
  const $themes = new Map(
    checklist.dimensions.map((id) => [id, /** @type {HTMLElement} */ ($form.querySelector(`#${id}`))]),
  );
  /** @type {Map<string, Ask>} */
  const asks = new Map();
  for (const { id, dimension, retired } of checklist.criteria) {
    const $field = retired ? null : $form.querySelector(`#${id}`);
    if ($field instanceof HTMLFieldSetElement) asks.set(id, { id, dimension, $field });
    else $form.querySelector(`#${id}`)?.remove();
  }
  const $jump = h("ol", { class: "hub-dimension-nav__list" });
  const $total = h("p", { class: "hub-dimension-nav__total" });
  const $progress = h("progress", { class: "hub-dimension-nav__progress", "aria-label": t("answer.progress") });
  const $aside = h(
    "nav",
    { class: "hub-dimension-nav", "aria-label": t("answer.jump") },
    $total,
    $progress,
    $jump,
    h("p", {}, link("#grid", t("answer.grid"))),
  );
  const $notice = h("div", { class: "hub-assessment__notice" });
  const $next = h("nav", { class: "hub-neighbours hub-assessment__next", "aria-label": t("answer.neighbours") });
  const $paper = h("div", { class: "hub-assessment__paper" });
  $answer.prepend($aside, $notice, $paper);
  $form.after($next);

  let dimension = checklist.dimensions[0];
  let last = "";
  /** Criteria that are asked alone @type {ReadonlySet<string> | null} */
  let alone = null;

  // --- one criterion --------------------------------------------------------------------------------------------------

  /** What the page without script cannot offer. @param {Ask} ask */
  function complete(ask) {
    if (ask.$texts) return;
    const { id, $field } = ask;
    const criterion = words.criteria.get(id);
    const $more = /** @type {HTMLElement} */ ($field.querySelector(".hub-criterion-field__more"));
    $more.before(
      h("p", { class: "hub-criterion-field__why" }, criterion?.why),
      h(
        "details",
        { class: "hub-criterion-field__details" },
        h("summary", {}, t("answer.proof_examples")),
        h(
          "ul",
          {},
          criterion?.proof.map((one) => h("li", {}, one)),
        ),
      ),
    );
    $field.querySelector(".hub-criterion-field__details")?.append($more);
    const $note = /** @type {HTMLTextAreaElement} */ ($field.querySelector("textarea"));
    const $reason = h("input", { name: "reason", maxlength: LIMITS.reason });
    const $link = h("input", { name: "proof", maxlength: LIMITS.proof });
    ask.$reason = h(
      "label",
      { class: "hub-criterion-field__text hub-criterion-field__text--reason" },
      t("answer.reason"),
      $reason,
    );
    ask.$proof = h("p", { class: "hub-criterion-field__proof" });
    ask.$clear = button(t("answer.clear"), () => clear(ask), "link");
    $field.querySelector('input[value="na"]')?.closest("label")?.after(ask.$reason);
    $field.append(h("label", { class: "hub-criterion-field__text" }, t("answer.proof"), $link), ask.$proof, ask.$clear);
    ask.$texts = { note: $note, reason: $reason, proof: $link };
  }

  /**
   * Shows an answer; what someone is typing stays under the cursor.
   *
   * @param {Ask} ask
   * @param {import("./model.mjs").Answer} [answer]
   */
  function fill(ask, answer) {
    const value = answer?.value;
    for (const $radio of radios(ask)) $radio.checked = $radio.value === String(value);
    if (!ask.$texts || !ask.$reason || !ask.$proof || !ask.$clear) return;
    for (const [name, $text] of Object.entries(ask.$texts)) {
      const text = answer?.[/** @type {"note"} */ (name)] ?? "";
      if ($text.value === text) continue;
      const places = [$text.selectionStart, $text.selectionEnd];
      $text.value = text;
      if ($text === document.activeElement) $text.setSelectionRange(places[0], places[1]);
    }
    ask.$reason.hidden = value !== "na";
    ask.$proof.replaceChildren(...(answer?.proof ? [proofOf(answer.proof)] : []));
    ask.$proof.hidden = !ask.$proof.querySelector("a");
    ask.$clear.hidden = value === undefined;
  }

  /** @param {Ask} ask */
  function radios({ $field }) {
    return /** @type {HTMLInputElement[]} */ ([...$field.querySelectorAll('input[type="radio"]')]);
  }

  /** @param {Ask} ask */
  function clear(ask) {
    app.change((one, now) => answered(one, ask.id, { value: null }, checklist.version, now));
    update();
    radios(ask)[0].focus();
  }

  /** @param {EventTarget | null} $target */
  const askOf = ($target) => ($target instanceof Element ? asks.get($target.closest("fieldset")?.id ?? "") : undefined);

  $form.addEventListener("input", ({ target }) => {
    const ask = askOf(target);
    if (!ask || !app.current()) return;
    if (target instanceof HTMLInputElement && target.type === "radio") {
      const value = /** @type {Value} */ (/^\d$/.test(target.value) ? Number(target.value) : target.value);
      app.change((one, now) => answered(one, ask.id, { value }, checklist.version, now));
    } else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      const name = /** @type {"note" | "reason" | "proof"} */ (target.name);
      const text = clean(target.value, LIMITS[name]);
      app.change(
        (one, now) =>
          answered(one, ask.id, { [name]: text }, one.answers.get(ask.id)?.version ?? checklist.version, now),
        `${name}:${ask.id}`,
      );
    }
    update();
  });
  $form.addEventListener("submit", (event) => event.preventDefault());

  // The place is where someone works or stays; who only passes, on the way to the language links, does not move it
  let staying = 0;
  for (const type of ["input", "pointerdown", "focusin", "focusout"]) {
    $form.addEventListener(type, ({ target }) => {
      clearTimeout(staying);
      const ask = askOf(target);
      if (!ask || type === "focusout") return;
      if (type === "focusin") staying = window.setTimeout(() => settle(ask), STAY);
      else settle(ask);
    });
  }

  /** @param {Ask} ask */
  function settle({ id }) {
    if (alone || location.hash === `#${id}` || !app.current()) return;
    last = id;
    history.replaceState(history.state, "", `#${id}`);
  }

  // --- one dimension --------------------------------------------------------------------------------------------------

  /** @param {string} id - of a dimension */
  function showReading(id) {
    const $theme = $themes.get(id);
    const about = words.dimensions.get(id);
    const $summary = $theme?.querySelector(".hub-dimension__summary");
    if (!$theme || !about || !$summary || $theme.querySelector(".hub-dimension__reading")) return;
    const $sources = $summary.querySelector("a");
    $sources?.replaceChildren(t("answer.sources"));
    $summary.after(
      h(
        "details",
        { class: "hub-dimension__reading" },
        h("summary", {}, t("answer.reading", { count: about.minutes })),
        about.reading.map((paragraph) => h("p", {}, paragraph)),
        h("p", {}, $sources),
      ),
    );
  }

  function update() {
    const current = app.current();
    if (!current) return;
    const ids = new Set(criteriaOf(checklist, current.variant).map(({ id }) => id));
    for (const ask of asks.values()) {
      const visible = alone ? alone.has(ask.id) : ask.dimension === dimension && (ids.has(ask.id) || ask.id === last);
      ask.$field.hidden = !visible;
      if (!visible) continue;
      complete(ask);
      fill(ask, current.answers.get(ask.id));
    }
    for (const [id, $theme] of $themes)
      $theme.hidden = alone ? !$theme.querySelector("fieldset:not([hidden])") : id !== dimension;
    if (alone) return;
    const all = scores(current, checklist);
    const { done, total } = progress(all);
    $total.textContent = t("answer.done", { done, count: total });
    [$progress.max, $progress.value] = [Math.max(total, 1), done];
    keepingFocus(() =>
      $jump.replaceChildren(
        ...all.map((score) => {
          const answers = score.total - score.unanswered;
          return h(
            "li",
            { class: "hub-dimension-nav__item" },
            h(
              "a",
              {
                id: `jump-${score.dimension}`,
                class: "hub-dimension-nav__link",
                href: `#${score.dimension}`,
                "aria-current": score.dimension === dimension ? "true" : null,
              },
              h(
                "span",
                { class: "hub-dimension-nav__number", "aria-hidden": "true" },
                checklist.dimensions.indexOf(score.dimension) + 1,
              ),
              h("span", {}, words.dimension(score.dimension)),
              h(
                "span",
                {
                  class: `hub-dimension-nav__count${answers === score.total ? " hub-dimension-nav__count--done" : ""}`,
                },
                h("span", { "aria-hidden": "true" }, `${answers}/${score.total}`),
                h("span", { class: "hub-visually-hidden" }, t("answer.done", { done: answers, count: score.total })),
              ),
            ),
          );
        }),
      ),
    );
    const dimensions = all.map((score) => score.dimension);
    const place = dimensions.indexOf(dimension);
    const [before, after] = [dimensions[place - 1], dimensions[place + 1]];
    $next.replaceChildren(
      ...(before ? [neighbour(before, t("answer.previous"), words.dimension(before))] : []),
      after
        ? neighbour(after, t("answer.next"), words.dimension(after), "next")
        : neighbour("result", t("answer.finished"), t("tabs.result"), "next"),
    );
  }

  /**
   * @param {string} place
   * @param {string} way
   * @param {string} text
   * @param {string} [side]
   */
  function neighbour(place, way, text, side) {
    return h(
      "a",
      { class: "hub-neighbours__link" + (side ? ` hub-neighbours__link--${side}` : ""), href: `#${place}` },
      h("span", { class: "hub-neighbours__way" }, way),
      " ",
      text,
    );
  }

  /** The complete list without answers. */
  function showPaper() {
    for (const $part of [$aside, $notice, $next]) $part.hidden = true;
    $paper.hidden = false;
    $form.inert = true;
    for (const ask of asks.values()) fill(ask);
    const show = (/** @type {boolean} */ quick) => {
      for (const { id, $field } of asks.values()) $field.hidden = quick && words.criteria.get(id)?.tier !== "essential";
      for (const $theme of $themes.values()) $theme.hidden = false;
    };
    show(app.current()?.variant === "quick");
    $paper.replaceChildren(
      h("h2", { tabindex: -1 }, t("paper.title")),
      h("p", {}, t("paper.about")),
      h(
        "p",
        { class: "hub-actions" },
        button(t("paper.print"), () => window.print(), ""),
        button(t("paper.all"), () => show(false)),
        button(t("paper.quick"), () => show(true)),
        link("#start", t("tabs.all")),
      ),
    );
    $paper.querySelector("h2")?.focus();
  }

  return {
    update,
    /** Where someone was, for the way back. */
    place: () => last || dimension,
    hide() {
      for (const $part of [$aside, $notice, $next]) $part.hidden = false;
      $form.inert = false;
      $paper.hidden = true;
      alone = null;
    },
    /** @param {readonly string[]} ids */
    only(ids) {
      for (const $part of [$aside, $notice, $next]) $part.hidden = true;
      alone = new Set(ids);
      update();
    },
    /**
     * @param {string} place - a dimension, a criterion, or "paper"
     * @param {boolean} first - the page has just been opened: it starts at its top
     */
    show(place, first) {
      if (place === "paper") {
        showPaper();
        return;
      }
      this.hide();
      const ask = asks.get(place);
      dimension = ask?.dimension ?? place;
      last = ask?.id ?? "";
      showReading(dimension);
      update();
      $notice.replaceChildren(...notices());
      if (ask) {
        const all = radios(ask);
        (all.find(($radio) => $radio.checked) ?? all[0]).focus({ preventScroll: true });
        ask.$field.scrollIntoView({ block: "start" });
      } else if (!first) {
        const $title = $form.querySelector(`#title-${place}`);
        if ($title instanceof HTMLElement) $title.focus({ preventScroll: true });
        $title?.scrollIntoView({ block: "start" });
      }
    },
  };

  function notices() {
    const current = app.current();
    if (!current) return [];
    const notes = [];
    if (current.criteriaVersion < checklist.version)
      notes.push(h("p", {}, t("renew.notice"), " ", link("#changes", t("renew.look"))));
    if (current.criteriaVersion > checklist.version) notes.push(h("p", {}, t("renew.newer")));
    if (current.stage === "designed") notes.push(h("p", {}, t("answer.design")));
    return notes;
  }
}
