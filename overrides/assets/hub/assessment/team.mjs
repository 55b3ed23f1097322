// @ts-check
/** The files of several colleagues side by side, as the agenda of a meeting; what they agree on is saved at once. */

import { parse, toText } from "./file.mjs";
import { ROLES_FROM, agreedAssessment, merge } from "./merge.mjs";
import { LIMITS, VALUES, answered, clean, newId } from "./model.mjs";
import { button, dropBox, faultLines, field, h, keepingFocus, readFile, select, today } from "./ui.mjs";

/** @typedef {import("./model.mjs").Value} Value */

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
      h("p", {}, t("team.about")),
      dropBox(t("team.drop"), "team-files", take),
      own.length > 0 &&
        h(
          "fieldset",
          { class: "hub-assessment__choice hub-assessment__screen-only" },
          h("legend", {}, t("team.own")),
          own.map((one) => {
            const $box = h("input", {
              type: "checkbox",
              class: "hub-check__box",
              id: `team-own-${one.id}`,
              checked: files.some((file) => file.own === one.id),
              onchange: () => {
                files = files.filter((file) => file.own !== one.id);
                if ($box.checked)
                  files.push({ file: one.name || t("unnamed"), parsed: parse(toText(one)), own: one.id });
                draw();
              },
            });
            return h(
              "label",
              { class: "hub-check" },
              $box,
              one.name || t("unnamed"),
              one.role ? ` (${one.role})` : "",
              ` · ${words.date(one.date)}`,
            );
          }),
        ),
      $agenda,
    );
    draw();
  }

  /** @param {readonly File[]} list */
  async function take(list) {
    refused = Math.max(0, list.length + files.length - MOST_FILES);
    for (const file of list.slice(0, MOST_FILES - files.length))
      files.push({ file: file.name, parsed: await readFile(file) });
    draw();
    app.say(t("team.read", { count: files.length }));
  }

  function draw() {
    const merged = merge(files, checklist);
    const team = target ? store.get(target) : undefined;
    if (!team) target = "";
    const teams = store.list().filter(({ agreed }) => agreed);
    const $target = select(
      [
        ["", t("team.target_new")],
        ...teams.map((one) => /** @type {const} */ ([one.id, `${one.name || t("unnamed")} · ${words.date(one.date)}`])),
      ],
      target,
      { id: "team-target", onchange: () => ((target = $target.value), keepingFocus(draw)) },
    );
    const unanimous = merged.rows.filter(
      ({ criterion, unanimous: all }) => all !== null && team?.answers.get(criterion)?.value === undefined,
    );
    const agreed = merged.rows.filter(({ criterion }) => team?.answers.get(criterion)?.value !== undefined).length;
    $agenda.replaceChildren(
      ...(files.length
        ? [
            h(
              "section",
              { "aria-labelledby": "team-read" },
              h("h3", { id: "team-read" }, t("team.files")),
              refused > 0 && h("p", {}, t("team.too_many", { count: refused, limit: MOST_FILES })),
              h(
                "ul",
                { class: "hub-points" },
                merged.used.map(({ file, assessment, version, sameStart }) =>
                  h(
                    "li",
                    {},
                    h("strong", {}, file),
                    `: ${[assessment.name, assessment.role, words.date(assessment.date)].filter(Boolean).join(", ")}`,
                    version && ` ${t(`team.${version}`)}`,
                    sameStart.length > 0 && ` ${t("team.same_start", { files: words.list(sameStart) })}`,
                  ),
                ),
                merged.repeated.map(({ file, of, how }) =>
                  h("li", {}, h("strong", {}, file), ": ", t(`team.${how}`, { file: of })),
                ),
                merged.damaged.map(({ file, faults }) =>
                  h("li", {}, h("strong", {}, file), ": ", t("team.damaged"), faultLines(faults, words)),
                ),
              ),
              merged.strangers.length > 0 && h("p", {}, t("team.strangers", { count: merged.strangers.length })),
              h(
                "p",
                {},
                button(
                  t("team.clear"),
                  () => ((files = []), show(), document.getElementById("team-files")?.focus()),
                  "link",
                ),
              ),
            ),
          ]
        : []),
      ...(merged.used.length > 1
        ? [
            h(
              "section",
              { "aria-labelledby": "team-agenda" },
              h("h3", { id: "team-agenda" }, t("team.agenda")),
              h("p", {}, t("team.order")),
              merged.used.length < ROLES_FROM && h("p", {}, t("team.roles_hidden")),
              h(
                "div",
                { class: "hub-assessment__screen-only" },
                field(t("team.target"), $target),
                h(
                  "p",
                  { class: "hub-actions" },
                  unanimous.length > 0 &&
                    button(
                      t("team.unanimous", { count: unanimous.length }),
                      () =>
                        agree(
                          unanimous.map((row) => [row.criterion, { value: /** @type {Value} */ (row.unanimous) }]),
                          show,
                        ),
                      "quiet",
                      { id: "team-unanimous" },
                    ),
                  button(t("result.print"), () => window.print()),
                ),
              ),
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
                merged.rows.map((row) =>
                  item(
                    row,
                    team,
                    merged.used.map(({ assessment }) => assessment),
                  ),
                ),
              ),
            ),
          ]
        : files.length
          ? [h("p", {}, t("team.one"))]
          : []),
    );
  }

  /**
   * @param {import("./merge.mjs").Row} row
   * @param {import("./model.mjs").Assessment | undefined} team
   * @param {readonly import("./model.mjs").Assessment[]} all
   */
  function item(row, team, all) {
    const { criterion: id, levels, median, spread, byRole } = row;
    const total = all.length;
    const counts = [...levels, row.notApplicable, row.unknown, row.unanswered];
    const said = [...VALUES, null]
      .map((value, place) => ({ value, count: counts[place] }))
      .filter(({ count }) => count);
    const notes = all.flatMap(({ answers, role }) => {
      const { note, reason, value } = answers.get(id) ?? {};
      const text = [value === "na" && reason, note].filter(Boolean).join(" – ");
      return text ? [h("li", {}, total >= ROLES_FROM && role ? `${role}: ` : "", text)] : [];
    });
    const answer = team?.answers.get(id);
    const $select = select(
      [
        ["", t("team.open")],
        ...VALUES.map(
          (value) =>
            /** @type {const} */ ([
              String(value),
              typeof value === "number" ? `${value} ${words.value(value)}` : words.value(value),
            ]),
        ),
      ],
      String(answer?.value ?? ""),
      {
        id: `team-${id}`,
        onchange: () => {
          const value = /** @type {Value | null} */ (
            $select.value === "" ? null : /^\d$/.test($select.value) ? Number($select.value) : $select.value
          );
          agree([[id, { value }]], () => keepingFocus(draw));
        },
      },
    );
    const $note = h("input", {
      id: `team-${id}-note`,
      maxlength: answer?.value === "na" ? LIMITS.reason : LIMITS.note,
      value: (answer?.value === "na" ? answer.reason : answer?.note) ?? "",
      onchange: () =>
        agree(
          [
            [
              id,
              answer?.value === "na"
                ? { reason: clean($note.value, LIMITS.reason) }
                : { note: clean($note.value, LIMITS.note) },
            ],
          ],
          () => {},
        ),
    });
    return h(
      "li",
      { class: "hub-agenda__item" },
      h(
        "h4",
        { class: "hub-agenda__title" },
        words.title(id),
        h("span", { class: "hub-agenda__dimension" }, words.dimension(words.criteria.get(id)?.dimension ?? "")),
      ),
      h(
        "ul",
        { class: "hub-agenda__said" },
        said.map(({ value, count }) =>
          h(
            "li",
            { class: "hub-agenda__value" },
            h("strong", {}, count),
            " × ",
            typeof value === "number" ? `${value} ` : "",
            words.value(value),
          ),
        ),
      ),
      h(
        "p",
        { class: "hub-agenda__spread" },
        [
          spread === null ? "" : spread ? t("team.spread", { count: spread }) : t("team.together"),
          median === null ? "" : t("team.median", { median: words.number(median) }),
          row.mixed ? t("team.mixed") : "",
          row.outdated ? t("team.outdated", { count: row.outdated }) : "",
        ]
          .filter(Boolean)
          .join(" "),
      ),
      byRole &&
        h(
          "dl",
          { class: "hub-agenda__roles" },
          byRole.map(({ role, values }) =>
            h("div", {}, h("dt", {}, role || t("team.no_role")), h("dd", {}, words.list(values.map(words.value)))),
          ),
        ),
      notes.length > 0 &&
        h("details", {}, h("summary", {}, t("team.notes", { count: notes.length })), h("ul", {}, notes)),
      h(
        "details",
        {},
        h("summary", {}, t("team.levels")),
        h(
          "ol",
          { start: 0 },
          [0, 1, 2, 3].map((level) => h("li", {}, words.level(id, level))),
        ),
      ),
      h(
        "div",
        { class: "hub-agenda__agree" },
        field(t("team.agree"), $select),
        field(answer?.value === "na" ? t("answer.reason") : t("out.note"), $note),
      ),
    );
  }

  /**
   * Keeps agreed answers; the first one makes the team's assessment.
   *
   * @param {readonly (readonly [string, { value?: Value | null, note?: string, reason?: string }])[]} answers
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
