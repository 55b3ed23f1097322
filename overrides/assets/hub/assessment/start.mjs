// @ts-check
/** How one begins: a new assessment, one that is on this device, or a file. */

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

  /** @param {string} id */
  function open(id) {
    app.choose(id);
    const current = store.get(id);
    const first = current && scores(current, checklist).find((score) => score.unanswered > 0);
    app.go(current && current.criteriaVersion < checklist.version ? "changes" : (first?.dimension ?? "result"));
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

  /** @param {readonly File[]} files */
  async function take([file]) {
    if (!file) return;
    const { assessment, faults, ignored } = await readFile(file);
    if (!assessment) {
      $result.replaceChildren(
        h(
          "div",
          { class: "hub-assessment__fault" },
          h("p", {}, t("import.refused", { file: file.name })),
          faultLines(faults, words),
          h("p", {}, t("import.nothing_changed")),
        ),
      );
      return;
    }
    const notes = ignored.length ? [h("p", {}, t("import.ignored", { count: ignored.length }))] : [];
    if (store.add(assessment)) {
      $result.replaceChildren(...notes);
      open(assessment.id);
      return;
    }
    const name = assessment.name || t("unnamed");
    const answer = await app.ask(t("import.exists", { name }), [
      ["join", t("import.join")],
      ["copy", t("import.copy")],
      ["replace", t("import.replace")],
    ]);
    if (!answer) return;
    let { id } = assessment;
    if (answer === "copy") {
      const now = new Date().toISOString();
      id = newId(now);
      store.add(copied(assessment, { id }, { answers: true, plan: true }, now));
    } else store.add(assessment, answer === "join" ? "join" : "replace");
    $result.replaceChildren(...notes);
    open(id);
  }

  return { show: update, update };
}
