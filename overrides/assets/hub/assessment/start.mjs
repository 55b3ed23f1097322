// @ts-check
/** How one begins: a new assessment, one that is on this device, or a file. */

import { changes } from "./changes.mjs";
import { LIMITS, clean, copied, created, newId } from "./model.mjs";
import { progress, scores } from "./scoring.mjs";
import { save } from "../lib/save.mjs";
import { button, faultLines, h, readFile, takesFiles, today } from "./ui.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */

/**
 * @param {import("./app.mjs").App} app
 * @param {HTMLElement} $start
 */
export function starting(app, $start) {
  const { store, words, checklist } = app;
  const { t } = words;
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ ($start.querySelector(`[data-assessment="${name}"]`));
  const [$list, $new, $drop, $import, $result, $clear] = [
    "list",
    "new",
    "drop",
    "import",
    "import-result",
    "clear",
  ].map(part);
  const $items = h("ul", { class: "hub-assessment__items" });
  const $damaged = h("div", {});
  $list.append($items, $damaged);

  $new.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ ($new));
    /** @param {string} name */
    const given = (name) => clean(String(form.get(name) ?? "").trim(), name === "role" ? LIMITS.role : LIMITS.name);
    const now = new Date().toISOString();
    const assessment = created(
      {
        id: newId(now),
        name: given("name"),
        kind: form.get("kind") === "team" ? "team" : "person",
        role: given("role") || undefined,
        stage: /** @type {Assessment["stage"]} */ (form.get("stage")),
        variant: form.get("variant") === "quick" ? "quick" : "full",
        date: today(),
        criteriaVersion: checklist.version,
      },
      now,
    );
    store.add(assessment);
    open(assessment.id);
  });

  /**
   * @param {string} id
   * @param {readonly string[]} [notes]
   */
  function open(id, notes) {
    app.choose(id);
    const current = store.get(id);
    const first = current && scores(current, checklist).find((score) => score.unanswered > 0);
    app.go(current && current.criteriaVersion < checklist.version ? "changes" : (first?.dimension ?? "result"), notes);
  }

  // --- what is on this device -------------------------------------------------------------------------------------------

  function update() {
    const all = store.list();
    const { damaged } = store.state;
    $list.hidden = !all.length && !damaged.length;
    $items.replaceChildren(...all.map(item));
    $damaged.replaceChildren(
      ...damaged.map(({ key, text, faults }) =>
        h(
          "div",
          { class: "hub-assessment__fault" },
          h("p", {}, t("start.damaged")),
          faultLines(faults, words),
          h(
            "p",
            { class: "hub-actions" },
            button(t("start.damaged_save"), () => save("assessment-damaged.txt", text, "text/plain")),
            button(t("start.damaged_remove"), async () => {
              if (!(await app.ask(t("start.damaged_sure"), [["yes", t("delete")]]))) return;
              store.removeDamaged(key);
              update();
            }),
          ),
        ),
      ),
    );
    $clear.replaceChildren(...(all.length || damaged.length ? [button(t("start.clear"), clearAll, "link")] : []));
  }

  /** @param {Assessment} assessment */
  function item(assessment) {
    const { done, total } = progress(scores(assessment, checklist));
    const name = assessment.name || t("unnamed");
    const about = [
      t(`out.kind-${assessment.kind}`),
      assessment.role,
      t(`out.stage-${assessment.stage}`),
      words.date(assessment.date),
      t("answer.done", { done, count: total }),
    ];
    return h(
      "li",
      { class: "hub-assessment__item" },
      h(
        "div",
        {},
        button(name, () => open(assessment.id), "link", { class: "hub-link-button hub-assessment__open" }),
        h("p", { class: "hub-assessment__about" }, about.filter(Boolean).join(" · ")),
      ),
      h(
        "div",
        { class: "hub-actions" },
        button(t("keep.file"), () => app.keepFile(assessment.id), "link", {
          "aria-label": `${t("keep.file")}: ${name}`,
        }),
        button(t("delete"), () => remove(assessment), "link", { "aria-label": `${t("delete")}: ${name}` }),
      ),
    );
  }

  /** @param {Assessment} assessment */
  async function remove(assessment) {
    const name = assessment.name || t("unnamed");
    if (!(await app.ask(t("start.delete_sure", { name }), [["yes", t("delete")]]))) return;
    const old = store.remove(assessment.id);
    update();
    app.refresh();
    app.say(t("start.deleted", { name }));
    $result.replaceChildren(
      h(
        "p",
        {},
        t("start.deleted", { name }),
        " ",
        old &&
          button(
            t("start.restore"),
            () => {
              store.add(old, "join");
              $result.replaceChildren();
              update();
            },
            "link",
          ),
      ),
    );
  }

  async function clearAll() {
    if (!(await app.ask(t("start.clear_sure"), [["yes", t("start.clear_yes")]]))) return;
    store.clear();
    app.choose("");
    update();
    app.refresh();
    app.say(t("start.cleared"));
  }

  // --- files ------------------------------------------------------------------------------------------------------------

  takesFiles($drop, /** @type {HTMLInputElement} */ ($import), take);

  /** One opens; more are only taken in. @param {readonly File[]} files */
  async function take(files) {
    /** @type {{ id: string, notes: string[] }[]} */
    const taken = [];
    const refused = [];
    for (const file of files) {
      const { assessment, faults, ignored } = await readFile(file);
      if (!assessment) refused.push(refusal(file, faults));
      const id = assessment && (await takeIn(assessment));
      if (id) taken.push({ id, notes: notesOn(assessment, ignored) });
    }
    $result.replaceChildren(...refused);
    const [only] = taken;
    if (files.length === 1 && only) open(only.id, only.notes);
    else if (taken.length) {
      const lines = [t("import.taken", { count: taken.length }), ...taken.flatMap(({ notes }) => notes)];
      $result.append(...lines.map((line) => h("p", {}, line)));
      update();
    }
  }

  /**
   * @param {File} file
   * @param {import("./file.mjs").Parsed["faults"]} faults
   */
  function refusal(file, faults) {
    return h(
      "div",
      { class: "hub-assessment__fault" },
      h("p", {}, t("import.refused", { file: file.name })),
      faultLines(faults, words),
      h("p", {}, t("import.nothing_changed")),
    );
  }

  /**
   * What to know of a file that was opened.
   *
   * @param {Assessment} assessment
   * @param {readonly string[]} ignored
   */
  function notesOn(assessment, ignored) {
    const strangers = changes(assessment, checklist).strangers.length;
    return [
      ignored.length ? t("import.ignored", { count: ignored.length, fields: words.list(ignored.slice(0, 5)) }) : "",
      strangers ? t("renew.strangers", { count: strangers }) : "",
    ].filter(Boolean);
  }

  /**
   * Keeps what came in a file, and asks where there is one already.
   *
   * @param {Assessment} assessment
   * @returns {Promise<string>} its id; "" where that was not wanted
   */
  async function takeIn(assessment) {
    if (store.add(assessment)) return assessment.id;
    const name = assessment.name || t("unnamed");
    const answer = await app.ask(t("import.exists", { name }), [
      ["join", t("import.join")],
      ["copy", t("import.copy")],
      ["replace", t("import.replace")],
    ]);
    if (answer !== "copy") {
      if (answer) store.add(assessment, answer === "join" ? "join" : "replace");
      return answer && assessment.id;
    }
    const now = new Date().toISOString();
    const copy = copied(assessment, { id: newId(now) }, { answers: true, plan: true }, now);
    store.add(copy);
    return copy.id;
  }

  return { show: update, update };
}
