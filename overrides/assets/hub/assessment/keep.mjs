// @ts-check
/** Keeping and sharing: the file, the link, what the assessment is called, the next round; and what came in a link. */

import { KINDS, LIMITS, STAGES, VARIANTS, clean, copied, described, newId } from "./model.mjs";
import { about, scoreSections } from "./result.mjs";
import { canShare, fromHash, toHash } from "./share.mjs";
import { button, faultLines, field, h, keepingFocus, link, select, today } from "./ui.mjs";

/** @param {import("./app.mjs").App} app */
export function screen(app) {
  const { words } = app;
  const { t } = words;
  const $share = h("div", { "aria-live": "polite" });

  function show() {
    const current = app.current();
    if (!current) return;
    app.draw(
      t("keep.title"),
      h(
        "section",
        { "aria-labelledby": "keep-file" },
        h("h3", { id: "keep-file" }, t("keep.file_title")),
        h("p", {}, t("keep.file_about")),
        h(
          "p",
          { class: "hub-actions" },
          button(t("keep.file"), () => app.keepFile(current.id), ""),
        ),
      ),
      h(
        "section",
        { "aria-labelledby": "keep-paper" },
        h("h3", { id: "keep-paper" }, t("keep.report")),
        h(
          "p",
          {},
          t("keep.report_about"),
          " ",
          link("#result", t("tabs.result")),
          ". ",
          link("#plan", t("tabs.plan")),
          ".",
        ),
      ),
      h(
        "section",
        { "aria-labelledby": "keep-link" },
        h("h3", { id: "keep-link" }, t("keep.link")),
        h("p", {}, t("keep.link_about")),
        canShare()
          ? h("p", { class: "hub-actions" }, button(t("keep.link_make"), makeLink))
          : h("p", {}, t("keep.link_not")),
        $share,
      ),
      h(
        "section",
        { "aria-labelledby": "keep-next" },
        h("h3", { id: "keep-next" }, t("keep.next")),
        h("p", {}, t("keep.next_about")),
        h(
          "p",
          { class: "hub-actions" },
          button(t("keep.next_answers"), () => copy(true)),
          button(t("keep.next_empty"), () => copy(false)),
        ),
      ),
      h(
        "section",
        { "aria-labelledby": "keep-details" },
        h("h3", { id: "keep-details" }, t("keep.details")),
        details(current),
      ),
    );
  }

  /** @param {import("./model.mjs").Assessment} current */
  function details(current) {
    /** @param {Partial<import("./model.mjs").Details>} change @param {string} name */
    const set = (change, name) => app.change((one, now) => described(one, change, now), `details:${name}`);
    const $name = h("input", {
      id: "keep-name",
      maxlength: LIMITS.name,
      value: current.name,
      oninput: () => set({ name: clean($name.value, LIMITS.name) }, "name"),
    });
    const $role = h("input", {
      id: "keep-role",
      maxlength: LIMITS.role,
      value: current.role,
      list: "assessment-roles",
      oninput: () => set({ role: clean($role.value, LIMITS.role) }, "role"),
    });
    const $date = h("input", {
      id: "keep-date",
      type: "date",
      value: current.date,
      min: "2000-01-01",
      max: "2999-12-31",
      onchange: () => $date.value && $date.validity.valid && set({ date: $date.value }, "date"),
    });
    /**
     * @template {"kind" | "stage" | "variant"} K
     * @param {K} name
     * @param {readonly string[]} values
     */
    const choice = (name, values) => {
      const $select = select(
        values.map((one) => [one, t(`out.${name}-${one}`)]),
        current[name],
        { id: `keep-${name}`, onchange: () => set({ [name]: $select.value }, name) },
      );
      return field(t(`out.${name}`), $select);
    };
    return h(
      "div",
      { class: "hub-assessment__details" },
      field(t("out.name"), $name),
      choice("kind", KINDS),
      field(t("out.role"), $role),
      choice("stage", STAGES),
      field(t("out.date"), $date),
      choice("variant", VARIANTS),
    );
  }

  async function makeLink() {
    const current = app.current();
    if (!current) return;
    const address = `${location.origin}${location.pathname}#${await toHash(current)}`;
    const $address = h("input", {
      id: "keep-address",
      readonly: true,
      value: address,
      onfocus: () => $address.select(),
    });
    $share.replaceChildren(
      h("p", {}, t("keep.link_holds")),
      field(t("keep.link_label"), $address),
      h(
        "p",
        {},
        button(t("keep.link_copy"), async () => {
          try {
            await navigator.clipboard.writeText(address);
            app.say(t("keep.link_copied"));
          } catch {
            $address.focus();
            app.say(t("keep.link_select"));
          }
        }),
      ),
    );
  }

  /** @param {boolean} answers */
  function copy(answers) {
    const current = app.current();
    if (!current) return;
    const now = new Date().toISOString();
    const next = copied(
      current,
      {
        id: newId(now),
        date: today(),
        agreed: false,
        ...(answers ? {} : { criteriaVersion: app.checklist.version }),
      },
      { answers: answers && "confirm", plan: answers },
      now,
    );
    app.store.add(next);
    app.choose(next.id);
    app.go(app.checklist.dimensions[0], [t("keep.next_made"), answers ? t("keep.next_confirm") : ""].filter(Boolean));
  }

  return { show: () => ($share.replaceChildren(), show()), update: () => keepingFocus(show) };
}

/**
 * Answers that came in a link: shown, and kept only when asked.
 *
 * @param {import("./app.mjs").App} app
 */
export function shared(app) {
  const { t } = app.words;
  return {
    /** @param {string} hash */
    async show(hash) {
      const now = new Date().toISOString();
      const { assessment, faults } = canShare()
        ? await fromHash(hash, { id: newId(now), now })
        : { assessment: null, faults: [] };
      if (!assessment) {
        app.draw(
          t("shared.title"),
          h(
            "div",
            { class: "hub-assessment__fault" },
            h("p", {}, t(canShare() ? "shared.refused" : "keep.link_not")),
            faultLines(
              faults.filter(({ code, place }) => place || code === "newer-version"),
              app.words,
            ),
          ),
          h("p", {}, link("#start", t("tabs.all"))),
        );
        return;
      }
      const named = described(assessment, { name: t("shared.name") }, now);
      app.draw(
        t("shared.title"),
        h("p", {}, t("shared.about")),
        about(named, app.words),
        h(
          "p",
          { class: "hub-actions" },
          button(
            t("shared.keep"),
            () => {
              app.store.add(named);
              app.choose(named.id);
              app.go("result");
            },
            "",
          ),
          link("#start", t("shared.leave"), "hub-button hub-button--quiet"),
        ),
        ...scoreSections(assessment, app),
      );
    },
  };
}
