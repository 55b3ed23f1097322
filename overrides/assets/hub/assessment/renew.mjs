// @ts-check
/** What changed in the criteria since an assessment was made; only that is answered again. */

import { changes } from "./changes.mjs";
import { answered, described } from "./model.mjs";
import { button, h } from "./ui.mjs";

/** @param {import("./app.mjs").App} app */
export function screen(app) {
  const { words, checklist } = app;
  const { t, title } = words;
  /** Asked on this visit: what is answered stays on the screen @type {{ id: string, ids: string[] } | null} */
  let visit = null;
  const $rest = h("div", { "aria-live": "polite" });

  function show() {
    const current = app.current();
    if (!current) return;
    const found = changes(current, checklist);
    if (visit?.id !== current.id) visit = { id: current.id, ids: found.toAnswer.map(({ id }) => id) };
    const all = /** @type {const} */ (["added", "reworded", "retired"]).filter((kind) => found[kind].length);
    app.draw(
      t("renew.title"),
      h("p", {}, t("renew.about", { from: found.from, to: found.to })),
      all.length
        ? h(
            "ul",
            { class: "hub-points" },
            all.map((kind) =>
              h(
                "li",
                {},
                t(`renew.${kind}`, { count: found[kind].length }),
                ": ",
                words.list(found[kind].map(({ id }) => title(id) ?? id)),
                kind === "retired" &&
                  h(
                    "ul",
                    {},
                    found.retired.map(({ id }) =>
                      h("li", {}, title(id), ": ", words.criteria.get(id)?.retired?.reason),
                    ),
                  ),
              ),
            ),
          )
        : h("p", {}, t("renew.nothing")),
      found.strangers.length > 0 && h("p", {}, t("renew.strangers", { count: found.strangers.length })),
      $rest,
      visit.ids.length > 0 && h("h3", {}, t("renew.again")),
    );
    app.onlyCriteria(visit.ids);
    rest();
  }

  function rest() {
    const current = app.current();
    if (!current) return;
    const { toAnswer, suggestions, to } = changes(current, checklist);
    $rest.replaceChildren(
      h(
        "ul",
        { class: "hub-points" },
        toAnswer.flatMap(({ id }) => {
          const answer = current.answers.get(id);
          const confirm =
            answer?.value !== undefined &&
            h(
              "li",
              {},
              t("renew.was", { criterion: title(id) ?? id, value: words.value(answer.value) }),
              " ",
              button(t("renew.confirm"), () => set(id, {}), "link", {
                "aria-label": `${t("renew.confirm")}: ${title(id)}`,
              }),
            );
          const taken = (suggestions.get(id) ?? []).map(({ from, answer: { value, note } }) =>
            h(
              "li",
              {},
              t("renew.replaces", { criterion: title(id) ?? id, old: title(from) ?? from, value: words.value(value) }),
              " ",
              button(t("renew.take"), () => set(id, { value, note }), "link", {
                "aria-label": `${t("renew.take")}: ${title(id)}`,
              }),
            ),
          );
          return confirm ? [confirm, ...taken] : taken;
        }),
      ),
      toAnswer.length
        ? h("p", {}, t("renew.left", { count: toAnswer.length }), " ", button(t("renew.later"), finish, "link"))
        : h("p", { class: "hub-actions" }, button(t("renew.done", { version: to }), finish, "")),
    );
  }

  /** @param {string} id @param {{ value?: import("./model.mjs").Value, note?: string }} change */
  function set(id, change) {
    app.change((one, now) => answered(one, id, change, checklist.version, now));
    app.refresh();
  }

  function finish() {
    app.change((one, now) => described(one, { criteriaVersion: checklist.version }, now));
    visit = null;
    app.go("result");
  }

  return { show, update: rest, hide: () => (visit = null) };
}
