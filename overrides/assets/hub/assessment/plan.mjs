// @ts-check
/** The action plan: who does what by when; suggestions come from the advice. */

import { advice } from "./advice.mjs";
import { fileName } from "./file.mjs";
import { LIMITS, STATES, actions, clean, newId, planned, unplanned } from "./model.mjs";
import { planToCsv, toCalendar } from "./outputs.mjs";
import { about, planSection, sentence } from "./result.mjs";
import { save } from "../lib/save.mjs";
import { button, field, h, keepingFocus, link, select } from "./ui.mjs";

const SUGGESTIONS = 5;

/** @param {import("./app.mjs").App} app */
export function screen(app) {
  const { words, checklist } = app;
  const { t } = words;

  function show() {
    const current = app.current();
    if (!current) return;
    const plan = actions(current);
    const planned = new Set(plan.map(({ criterion }) => criterion));
    const open = advice(current, checklist).filter(({ reason, criteria }) => reason.tier && !planned.has(criteria[0]));
    app.draw(
      t("plan.title"),
      about(current, words),
      h("p", { class: "hub-assessment__screen-only" }, t("plan.about")),
      h(
        "div",
        { class: "hub-assessment__screen-only" },
        plan.length
          ? h(
              "ol",
              { class: "hub-plan" },
              plan.map((action, place) => item(action, place + 1)),
            )
          : h("p", {}, t("plan.empty")),
        h(
          "p",
          { class: "hub-actions" },
          button(t("plan.add"), () => add({}), "", { id: "plan-add" }),
        ),
      ),
      open.length > 0 &&
        h(
          "section",
          { class: "hub-assessment__screen-only", "aria-labelledby": "plan-suggestions" },
          h("h3", { id: "plan-suggestions" }, t("plan.suggestions")),
          h(
            "ul",
            { class: "hub-points" },
            open.slice(0, SUGGESTIONS).map((one) => {
              const id = one.criteria[0];
              return h(
                "li",
                {},
                sentence(one, words),
                " ",
                button(t("advice.plan"), () => add({ criterion: id }), "link", {
                  "aria-label": `${t("advice.plan")}: ${words.title(id)}`,
                }),
              );
            }),
          ),
        ),
      h(
        "section",
        { class: "hub-assessment__screen-only", "aria-labelledby": "plan-take" },
        h("h3", { id: "plan-take" }, t("plan.take")),
        h(
          "p",
          { class: "hub-actions" },
          button(t("plan.print"), () => window.print()),
          button(t("plan.csv"), () => file("csv")),
          button(t("plan.ics"), () => file("ics")),
        ),
        h("p", {}, t("plan.ics_about"), " ", t("result.csv_about")),
      ),
      h("div", { class: "hub-assessment__paper-only" }, planSection(current, words)),
    );
  }

  /**
   * @param {import("./model.mjs").PlanAction} action
   * @param {number} number
   */
  function item(action, number) {
    const { id } = action;
    /** @param {"text" | "owner" | "date" | "state"} name @param {string} text */
    const set = (name, text) => app.change((one, now) => planned(one, { id, [name]: text }, now), `${name}:${id}`);
    /** @param {"text" | "owner"} name */
    const typed =
      (name) =>
      (/** @type {Event} */ { target }) =>
        set(name, clean(/** @type {HTMLInputElement} */ (target).value, LIMITS[name]));
    const $text = h(
      "textarea",
      { id: `plan-${id}-text`, rows: 2, maxlength: LIMITS.text, oninput: typed("text") },
      words.action(action),
    );
    const $owner = h("input", {
      id: `plan-${id}-owner`,
      maxlength: LIMITS.owner,
      value: action.owner,
      oninput: typed("owner"),
    });
    // A date that is being typed is empty until it is whole
    const $date = h("input", {
      id: `plan-${id}-date`,
      type: "date",
      value: action.date,
      min: "2000-01-01",
      max: "2999-12-31",
      onchange: () => $date.validity.valid && set("date", $date.value),
    });
    const $state = select(
      STATES.map((one) => [one, t(`out.state-${one}`)]),
      action.state,
      { id: `plan-${id}-state`, onchange: () => set("state", $state.value) },
    );
    const criterion = action.criterion && words.title(action.criterion);
    return h(
      "li",
      { class: "hub-plan__item" },
      h(
        "fieldset",
        { class: "hub-plan__fields" },
        h(
          "legend",
          {},
          t("plan.number", { number }),
          criterion && h("span", { class: "hub-plan__criterion" }, " · ", link(`#${action.criterion}`, criterion)),
        ),
        field(t("out.action"), $text),
        field(t("out.owner"), $owner),
        field(t("out.date"), $date),
        field(t("out.state"), $state),
        button(t("plan.remove"), () => remove(id), "link", {
          "aria-label": `${t("plan.remove")}: ${words.action(action) || t("plan.number", { number })}`,
        }),
      ),
    );
  }

  /** @param {{ criterion?: string }} action */
  function add(action) {
    const id = newId(new Date().toISOString());
    app.change((one, now) => planned(one, { id, ...action }, now));
    show();
    document.getElementById(`plan-${id}-text`)?.focus();
  }

  /** @param {string} id */
  function remove(id) {
    app.change((one, now) => unplanned(one, id, now));
    show();
    document.getElementById("plan-add")?.focus();
    app.say(t("plan.removed"));
  }

  /** @param {"csv" | "ics"} ending */
  function file(ending) {
    const current = app.current();
    if (!current) return;
    const text = ending === "csv" ? planToCsv(current, words.out) : toCalendar(current, words.out);
    if (text === null) app.say(t("plan.no_dates"));
    else save(fileName(current, ending, t("out.plan")), text, ending === "csv" ? "text/csv" : "text/calendar");
  }

  return { show, update: () => keepingFocus(show) };
}
