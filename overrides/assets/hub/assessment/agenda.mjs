// @ts-check
/** What a team talks about: one criterion of the agenda, with what everybody answered and what is agreed. */

import { roleKey } from "./merge.mjs";
import { LIMITS, VALUES, clean } from "./model.mjs";
import { field, h, select } from "./ui.mjs";

/**
 * @typedef {import("./model.mjs").Value} Value
 * @typedef {import("./model.mjs").Assessment} Assessment
 * @typedef {import("./merge.mjs").Row} Row
 * @typedef {import("./words.mjs").Words} Words
 * @typedef {{ value?: Value | null, note?: string, reason?: string }} Agreed
 */

/**
 * @param {Row} row
 * @param {Assessment | undefined} team - what is agreed so far
 * @param {readonly Assessment[]} all
 * @param {Words} words
 * @param {(id: string, agreed: Agreed) => void} agree
 */
export function agendaItem(row, team, all, words, agree) {
  const { t } = words;
  const id = row.criterion;
  const dimension = words.dimension(words.criteria.get(id)?.dimension ?? "");
  const notes = notesOn(row, all);
  return h(
    "li",
    { class: "hub-agenda__item" },
    h("h4", { class: "hub-agenda__title" }, words.title(id)),
    h("p", { class: "hub-agenda__dimension" }, dimension),
    given(row, words),
    h("p", { class: "hub-agenda__spread" }, spread(row, words)),
    row.byRole && roles(row.byRole, words),
    notes.length > 0 &&
      h("details", {}, h("summary", {}, t("team.notes", { count: notes.length })), h("ul", {}, notes)),
    h("details", {}, h("summary", {}, t("team.levels")), levels(id, words)),
    agreement(id, team?.answers.get(id), words, agree),
  );
}

/**
 * How often each answer was given.
 *
 * @param {Row} row
 * @param {Words} words
 */
function given(row, words) {
  const counts = [...row.levels, row.notApplicable, row.unknown, row.unanswered];
  const answers = [...VALUES, null].map((value, place) => ({ value, count: counts[place] }));
  const items = answers
    .filter(({ count }) => count)
    .map(({ value, count }) => {
      const level = typeof value === "number" ? `${value} ` : "";
      return h("li", { class: "hub-agenda__value" }, h("strong", {}, count), " × ", level, words.value(value));
    });
  return h("ul", { class: "hub-agenda__said" }, items);
}

/**
 * @param {Row} row
 * @param {Words} words
 */
function spread({ spread, median, mixed, outdated }, { t, number }) {
  const sentences = [
    spread === null ? "" : spread ? t("team.spread", { count: spread }) : t("team.together"),
    median === null ? "" : t("team.median", { median: number(median) }),
    mixed ? t("team.mixed") : "",
    outdated ? t("team.outdated", { count: outdated }) : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

/**
 * @param {NonNullable<Row["byRole"]>} byRole
 * @param {Words} words
 */
function roles(byRole, words) {
  const items = byRole.map(({ role, values }) => {
    const answers = words.list(values.map(words.value));
    return h("div", {}, h("dt", {}, role || words.t("team.no_role")), h("dd", {}, answers));
  });
  return h("dl", { class: "hub-agenda__roles" }, items);
}

/**
 * @param {string} id
 * @param {Words} words
 */
function levels(id, words) {
  const items = [0, 1, 2, 3].map((level) => h("li", {}, words.level(id, level)));
  return h("ol", { start: 0 }, items);
}

/**
 * Notes and reasons; with the role only where enough people have it that nobody can be recognised.
 *
 * @param {Row} row
 * @param {readonly Assessment[]} all
 */
function notesOn({ criterion, byRole }, all) {
  const shown = (byRole ?? []).map(({ role }) => roleKey(role)).filter(Boolean);
  return all.flatMap(({ answers, role = "" }) => {
    const { note, reason, value } = answers.get(criterion) ?? {};
    const text = [value === "na" && reason, note].filter(Boolean).join(" – ");
    return text ? [h("li", {}, shown.includes(roleKey(role)) ? `${role}: ` : "", text)] : [];
  });
}

/**
 * @param {string} id
 * @param {import("./model.mjs").Answer | undefined} answer - agreed so far
 * @param {Words} words
 * @param {(id: string, agreed: Agreed) => void} agree
 */
function agreement(id, answer, words, agree) {
  const { t } = words;
  const isNotApplicable = answer?.value === "na";
  const options = VALUES.map((value) => /** @type {const} */ ([String(value), words.valueWithLevel(value)]));
  const onchange = () => {
    const { value } = $select;
    const agreed = value === "" ? null : /^\d$/.test(value) ? Number(value) : value;
    agree(id, { value: /** @type {Value | null} */ (agreed) });
  };
  const chosen = String(answer?.value ?? "");
  const $select = select([["", t("team.open")], ...options], chosen, { id: `team-${id}`, onchange });
  const $note = h("input", {
    id: `team-${id}-note`,
    maxlength: isNotApplicable ? LIMITS.reason : LIMITS.note,
    value: (isNotApplicable ? answer.reason : answer?.note) ?? "",
    onchange: () => {
      const [name, limit] = isNotApplicable ? ["reason", LIMITS.reason] : ["note", LIMITS.note];
      agree(id, { [name]: clean($note.value, Number(limit)) });
    },
  });
  return h(
    "div",
    { class: "hub-agenda__agree" },
    field(t("team.agree"), $select),
    field(isNotApplicable ? t("answer.reason") : t("out.note"), $note),
  );
}
