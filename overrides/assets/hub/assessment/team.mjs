// @ts-check
/** The files of several colleagues side by side, as the agenda of a meeting; what they agree on is saved at once. */

import { agendaItem } from "./agenda.mjs";
import { parse, toText } from "./file.mjs";
import { agreedAssessment, merge } from "./merge.mjs";
import { answered, newId } from "./model.mjs";
import { button, dropBox, faultLines, field, h, keepingFocus, readFile, select, today, wayBack } from "./ui.mjs";

/**
 * @typedef {import("./model.mjs").Value} Value
 * @typedef {import("./model.mjs").Assessment} Assessment
 * @typedef {ReturnType<typeof merge>} Merged
 * @typedef {import("./words.mjs").Words} Words
 * @typedef {import("./agenda.mjs").Agreed} Agreed
 */

const MOST_FILES = 50;

/** @param {import("./app.mjs").App} app */
export function screen(app) {
  const { words, checklist, store } = app;
  const { t } = words;
  /** @type {{ file: string, parsed: import("./file.mjs").Parsed, own?: string }[]} */
  let files = [];
  let refused = 0;
  /** The team's assessment that gets what is agreed; "" is one that is made with the first answer */
  let target = "";
  const $agenda = h("div", {});

  function show() {
    const own = store.list().filter(({ id }) => id !== target);
    app.draw(
      t("team.title"),
      wayBack(words),
      h("p", {}, t("team.about")),
      dropBox(t("team.drop"), "team-files", take),
      own.length > 0 && ownBoxes(own),
      $agenda,
    );
    draw();
  }

  /** A box for each assessment on this device. @param {readonly Assessment[]} own */
  function ownBoxes(own) {
    const boxes = own.map((one) => {
      const name = one.name || t("unnamed");
      const $box = h("input", {
        type: "checkbox",
        class: "hub-check__box",
        id: `team-own-${one.id}`,
        checked: files.some((file) => file.own === one.id),
        onchange: () => {
          files = files.filter((file) => file.own !== one.id);
          if ($box.checked) files.push({ file: name, parsed: parse(toText(one)), own: one.id });
          draw();
        },
      });
      const role = one.role ? ` (${one.role})` : "";
      return h("label", { class: "hub-check" }, $box, name, role, ` · ${words.date(one.date)}`);
    });
    const props = { class: "hub-assessment__choice hub-assessment__screen-only" };
    return h("fieldset", props, h("legend", {}, t("team.own")), boxes);
  }

  /** @param {readonly File[]} list */
  async function take(list) {
    refused = Math.max(0, list.length + files.length - MOST_FILES);
    for (const file of list.slice(0, MOST_FILES - files.length)) {
      files.push({ file: file.name, parsed: await readFile(file) });
    }
    draw();
    app.say(t("team.read", { count: files.length }));
  }

  function clear() {
    files = [];
    show();
    document.getElementById("team-files")?.focus();
  }

  function draw() {
    const merged = merge(files, checklist);
    const team = target ? store.get(target) : undefined;
    if (!team) target = "";
    const parts = files.length ? [readFiles(merged, refused, words, clear)] : [];
    if (merged.used.length > 1) parts.push(agenda(merged, team));
    else if (files.length) parts.push(h("p", {}, t("team.one")));
    $agenda.replaceChildren(...parts);
  }

  /**
   * @param {Merged} merged
   * @param {Assessment | undefined} team
   * @returns {HTMLElement}
   */
  function agenda(merged, team) {
    const agreed = merged.rows.filter(({ criterion }) => team?.answers.get(criterion)?.value !== undefined).length;
    const all = merged.used.map(({ assessment }) => assessment);
    /** @type {(id: string, answer: Agreed) => void} */
    const agreeOne = (id, answer) => agree([[id, answer]], () => "value" in answer && keepingFocus(draw));
    return h(
      "section",
      { "aria-labelledby": "team-agenda" },
      h("h3", { id: "team-agenda" }, t("team.agenda")),
      h("p", {}, t("team.order")),
      h("p", {}, t("team.roles")),
      tools(merged, team),
      h(
        "p",
        { role: "status" },
        t("team.agreed", { done: agreed, count: merged.rows.length }),
        " ",
        team && h("a", { href: "#result", onclick: () => app.choose(target) }, t("team.to_result")),
      ),
      h(
        "ol",
        { class: "hub-agenda" },
        merged.rows.map((row) => agendaItem(row, team, all, words, agreeOne)),
      ),
    );
  }

  /**
   * Where what is agreed goes, and what all agree on anyway.
   *
   * @param {Merged} merged
   * @param {Assessment | undefined} team
   */
  function tools(merged, team) {
    const teams = store.list().filter(({ agreed }) => agreed);
    const name = (/** @type {Assessment} */ one) => `${one.name || t("unnamed")} · ${words.date(one.date)}`;
    const options = teams.map((one) => /** @type {const} */ ([one.id, name(one)]));
    const onchange = () => {
      target = $target.value;
      keepingFocus(draw);
    };
    const $target = select([["", t("team.target_new")], ...options], target, { id: "team-target", onchange });
    const unanimous = merged.rows.filter(
      ({ criterion, unanimous: all }) => all !== null && team?.answers.get(criterion)?.value === undefined,
    );
    const answers = unanimous.map(
      (row) => /** @type {const} */ ([row.criterion, { value: /** @type {Value} */ (row.unanimous) }]),
    );
    const takeOver = () => agree(answers, show);
    return h(
      "div",
      { class: "hub-assessment__screen-only" },
      field(t("team.target"), $target),
      h(
        "p",
        { class: "hub-actions" },
        unanimous.length > 0 &&
          button(t("team.unanimous", { count: unanimous.length }), takeOver, "quiet", { id: "team-unanimous" }),
        button(t("result.print"), () => window.print()),
      ),
    );
  }

  /**
   * Keeps agreed answers; the first one makes the team's assessment.
   *
   * @param {readonly (readonly [string, Agreed])[]} answers
   * @param {() => void} then
   */
  function agree(answers, then) {
    const now = new Date().toISOString();
    if (!target) {
      const sources = files.flatMap(({ parsed }) => parsed.assessment ?? []);
      const variant = sources.some((one) => one.variant === "full") ? "full" : "quick";
      const made = agreedAssessment(
        new Map(),
        { id: newId(now), name: t("team.name"), date: today(), variant, stage: sources[0]?.stage ?? "running" },
        checklist,
        now,
      );
      store.add(made);
      target = made.id;
    }
    store.update(target, (one, time) =>
      answers.reduce((made, [id, change]) => answered(made, id, change, checklist.version, time), one),
    );
    then();
    const { state } = store;
    app.say(state.fault ? t("saved.not") : t("saved.at", { time: words.time(state.time ?? now) }));
    app.refresh();
  }

  return { show };
}

/**
 * Which files were read, and which do not count.
 *
 * @param {Merged} merged
 * @param {number} refused - how many were too many
 * @param {Words} words
 * @param {() => void} clear
 * @returns {HTMLElement}
 */
function readFiles(merged, refused, words, clear) {
  const { t } = words;
  const used = merged.used.map(({ file, assessment, version, sameStart }) => {
    const about = [assessment.name, assessment.role, words.date(assessment.date)].filter(Boolean).join(", ");
    return h(
      "li",
      {},
      h("strong", {}, file),
      `: ${about}`,
      version && ` ${t(`team.${version}`)}`,
      sameStart.length > 0 && ` ${t("team.same_start", { files: words.list(sameStart) })}`,
    );
  });
  const repeated = merged.repeated.map(({ file, of, how }) =>
    h("li", {}, h("strong", {}, file), ": ", t(`team.${how}`, { file: of })),
  );
  const damaged = merged.damaged.map(({ file, faults }) =>
    h("li", {}, h("strong", {}, file), ": ", t("team.damaged"), faultLines(faults, words)),
  );
  return h(
    "section",
    { "aria-labelledby": "team-read" },
    h("h3", { id: "team-read" }, t("team.files")),
    refused > 0 && h("p", {}, t("team.too_many", { count: refused, limit: MOST_FILES })),
    h("ul", { class: "hub-points" }, used, repeated, damaged),
    merged.strangers.length > 0 && h("p", {}, t("team.strangers", { count: merged.strangers.length })),
    h("p", {}, button(t("team.clear"), clear, "link")),
  );
}
