// @ts-check
/**
 * Answering: the checklist of the page, one dimension at a time, with what only script can do added to each criterion.
 * The same controls are the printable form without script, and the blank version on paper.
 */

import { answerNavigation } from "./answer-navigation.mjs";
import { criterionField } from "./criterion-field.mjs";
import { LIMITS, answered, clean, criteriaOf, unconfirmed } from "./model.mjs";
import { scores } from "./scoring.mjs";
import { button, h, link } from "./ui.mjs";

/**
 * @typedef {import("./app.mjs").App} App
 * @typedef {import("./criterion-field.mjs").CriterionField} CriterionField
 */

/** Milliseconds after which a criterion that has the focus is the place where someone is. */
const STAY = 1500;

/**
 * @param {App} app
 * @param {HTMLElement} $answer
 */
export function answering(app, $answer) {
  const { words, checklist } = app;
  const $form = /** @type {HTMLFormElement} */ ($answer.querySelector("form"));
  const $dimensions = new Map(
    checklist.dimensions.map((id) => [id, /** @type {HTMLElement} */ ($form.querySelector(`#${id}`))]),
  );
  const fields = fieldsOf(app, $form, () => update());
  const navigation = answerNavigation(app);
  const $notice = h("div", { class: "hub-assessment__notice" });
  const $paper = h("div", { class: "hub-assessment__paper" });
  $answer.prepend(navigation.$aside, $notice, $paper);
  $form.after(navigation.$next);

  let dimension = checklist.dimensions[0];
  let last = "";
  /** Criteria that are shown alone @type {ReadonlySet<string> | null} */
  let alone = null;

  /** What surrounds the criteria, in the usual view. @param {boolean} isVisible */
  const showAround = (isVisible) => {
    for (const $part of [navigation.$aside, $notice, navigation.$next]) $part.hidden = !isVisible;
  };

  function update() {
    const current = app.current();
    if (!current) return;
    const ids = new Set(criteriaOf(checklist, current.variant).map(({ id }) => id));
    for (const field of fields.values()) {
      const isHere = field.dimension === dimension && (ids.has(field.id) || field.id === last);
      const isVisible = alone ? alone.has(field.id) : isHere;
      field.$field.hidden = !isVisible;
      if (!isVisible) continue;
      field.complete();
      field.fill(current.answers.get(field.id));
    }
    for (const [id, $dimension] of $dimensions) {
      $dimension.hidden = alone ? !$dimension.querySelector("fieldset:not([hidden])") : id !== dimension;
    }
    if (!alone) navigation.show(scores(current, checklist), dimension, unconfirmed(current, checklist).length);
  }

  const showPaper = () => {
    showAround(false);
    $paper.hidden = false;
    $form.inert = true;
    for (const field of fields.values()) field.fill();
    blankPaper(app, $paper, (isQuick) => {
      for (const { id, $field } of fields.values()) {
        $field.hidden = isQuick && words.criteria.get(id)?.tier !== "essential";
      }
      for (const $dimension of $dimensions.values()) $dimension.hidden = false;
    });
  };

  listen(app, $form, fields, update, (id) => {
    if (alone || location.hash === `#${id}` || !app.current()) return;
    last = id;
    history.replaceState(history.state, "", `#${id}`);
  });

  return {
    update,
    /** Of what is shown. */
    heading: () => ($paper.hidden ? $form.querySelector(`#title-${dimension}`) : $paper.querySelector("h2")),
    /** Where someone was, for the way back. */
    place: () => last || dimension,
    hide() {
      showAround(true);
      $form.inert = false;
      $paper.hidden = true;
      alone = null;
    },
    /** @param {readonly string[]} ids */
    only(ids) {
      showAround(false);
      alone = new Set(ids);
      update();
    },
    /** @param {string} place - a dimension, a criterion, or "paper" */
    show(place) {
      if (place === "paper") {
        showPaper();
        return;
      }
      this.hide();
      const field = fields.get(place);
      dimension = field?.dimension ?? place;
      last = field?.id ?? "";
      showReading(app, dimension, $dimensions.get(dimension));
      update();
      $notice.replaceChildren(...notices(app));
      if (field) {
        field.focus({ preventScroll: true });
        field.$field.scrollIntoView({ block: "start" });
      } else {
        const $title = this.heading();
        if ($title instanceof HTMLElement) $title.focus({ preventScroll: true });
        $title?.scrollIntoView({ block: "start" });
      }
    },
  };
}

/**
 * The criteria of the page that are not retired; those that are leave it.
 *
 * @param {App} app
 * @param {HTMLFormElement} $form
 * @param {() => void} update
 * @returns {ReadonlyMap<string, CriterionField>}
 */
function fieldsOf(app, $form, update) {
  /** @type {Map<string, CriterionField>} */
  const fields = new Map();
  for (const criterion of app.checklist.criteria) {
    const { id } = criterion;
    const $field = criterion.retired ? null : $form.querySelector(`#${id}`);
    if (!($field instanceof HTMLFieldSetElement)) {
      $form.querySelector(`#${id}`)?.remove();
      continue;
    }
    /** @param {import("./model.mjs").Value | null} value */
    const set = (value) => {
      app.change((one, now) => answered(one, id, { value }, app.checklist.version, now));
      update();
      field.focus();
    };
    const field = criterionField(criterion, $field, app.words, set);
    fields.set(id, field);
  }
  return fields;
}

/**
 * What people do with the checklist.
 *
 * @param {App} app
 * @param {HTMLFormElement} $form
 * @param {ReadonlyMap<string, CriterionField>} fields
 * @param {() => void} update
 * @param {(id: string) => void} settle - at the criterion where someone works or stays
 */
function listen(app, $form, fields, update, settle) {
  const { version } = app.checklist;
  /** @param {EventTarget | null} $target */
  const fieldOf = ($target) =>
    $target instanceof Element ? fields.get($target.closest("fieldset")?.id ?? "") : undefined;

  $form.addEventListener("input", ({ target }) => {
    const id = fieldOf(target)?.id;
    if (!id || !app.current()) return;
    if (target instanceof HTMLInputElement && target.type === "radio") {
      const value = /^\d$/.test(target.value) ? Number(target.value) : target.value;
      const change = { value: /** @type {import("./model.mjs").Value} */ (value) };
      app.change((one, now) => answered(one, id, change, version, now));
    } else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      const name = /** @type {"note" | "reason" | "proof"} */ (target.name);
      const change = { [name]: clean(target.value, LIMITS[name]) };
      app.change(
        (one, now) => answered(one, id, change, one.answers.get(id)?.version ?? version, now),
        `${name}:${id}`,
      );
    }
    update();
  });
  $form.addEventListener("submit", (event) => event.preventDefault());

  // Who only passes, on the way to the language links, does not move the place
  let staying = 0;
  for (const type of ["input", "pointerdown", "focusin", "focusout"]) {
    $form.addEventListener(type, ({ target }) => {
      clearTimeout(staying);
      const id = fieldOf(target)?.id;
      if (!id || type === "focusout") return;
      if (type === "focusin") staying = window.setTimeout(() => settle(id), STAY);
      else settle(id);
    });
  }
}

/**
 * The introduction of a dimension, to open below its summary; made at the first visit.
 *
 * @param {App} app
 * @param {string} id
 * @param {HTMLElement | undefined} $dimension
 */
function showReading({ words }, id, $dimension) {
  const about = words.dimensions.get(id);
  const $summary = $dimension?.querySelector(".hub-dimension__summary");
  if (!about || !$summary || $dimension?.querySelector(".hub-dimension__reading")) return;
  const $sources = $summary.querySelector("a");
  $sources?.replaceChildren(words.t("answer.sources"));
  const $title = h("summary", {}, words.t("answer.reading", { count: about.minutes }));
  const $paragraphs = about.reading.map((paragraph) => h("p", {}, paragraph));
  $summary.after(h("details", { class: "hub-dimension__reading" }, $title, $paragraphs, h("p", {}, $sources)));
}

/**
 * Above the complete list without answers: what it is for, and which list.
 *
 * @param {App} app
 * @param {HTMLElement} $paper
 * @param {(isQuick: boolean) => void} show
 */
function blankPaper(app, $paper, show) {
  const { t } = app.words;
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

/** What to know before answering. @param {App} app */
function notices({ current, words, checklist }) {
  const { t } = words;
  const assessment = current();
  if (!assessment) return [];
  const notes = [];
  if (assessment.criteriaVersion < checklist.version) {
    notes.push(h("p", {}, t("renew.notice"), " ", link("#changes", t("renew.look"))));
  }
  if (assessment.criteriaVersion > checklist.version) notes.push(h("p", {}, t("renew.newer")));
  if (assessment.stage === "designed") notes.push(h("p", {}, t("answer.design")));
  return notes;
}
