// @ts-check
/** Answers that came in a link: shown, and kept only when asked. */

import { described, newId } from "./model.mjs";
import { about, scoreSections } from "./result.mjs";
import { canShare, fromHash } from "./share.mjs";
import { button, faultLines, h, link } from "./ui.mjs";

/** @param {import("./app.mjs").App} app */
export function screen(app) {
  const { t } = app.words;
  return {
    /** @param {string} hash */
    async show(hash) {
      const now = new Date().toISOString();
      const { assessment, faults } = canShare() ? await fromHash(hash, { id: newId(now), now }) : { assessment: null, faults: [] };
      if (!assessment) {
        app.draw(t("shared.title"), h("div", { class: "hub-assess__fault" }, h("p", {}, t(canShare() ? "shared.refused" : "keep.link_not")), faultLines(faults, app.words)), h("p", {}, link("#start", t("tabs.all"))));
        return;
      }
      const named = described(assessment, { name: t("shared.name") }, now);
      app.draw(t("shared.title"), h("p", {}, t("shared.about")), about(named, app.words),
        h("p", { class: "hub-actions" }, button(t("shared.keep"), () => {
          app.store.add(named);
          app.choose(named.id);
          app.go("result");
        }, ""), link("#start", t("shared.leave"), "hub-button hub-button--quiet")),
        ...scoreSections(assessment, app));
    },
  };
}
