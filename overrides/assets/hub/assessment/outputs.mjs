// @ts-check
/**
 * An assessment for other programs: Markdown, CSV for spreadsheets, iCalendar.
 *
 * What people typed is data in each of them: escaped in Markdown, never a formula in a spreadsheet.
 */

import { csv } from "../lib/csv.mjs";
import { advice, priorities } from "./advice.mjs";
import { actions, bounded, criteriaOf, toBeConfirmed } from "./model.mjs";
import { scores } from "./scoring.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {import("./model.mjs").Answer} Answer */
/** @typedef {import("./model.mjs").PlanAction} PlanAction */
/** @typedef {import("./model.mjs").Checklist} Checklist */

/**
 * @typedef {object} Words - texts of the page, in its language
 * @property {(key: string, values?: Readonly<Record<string, string | number>>) => string} t - for the keys below
 * @property {(criterion: string) => string | undefined} title - undefined for criteria we do not know
 * @property {(criterion: string, level: number) => string | undefined} level - its description
 * @property {(dimension: string) => string} dimension
 * @property {(date: string) => string} date - YYYY-MM-DD as people write it
 * @property {(action: PlanAction) => string} action - its text
 * @property {(level: number) => string} next - what comes before the description of the level to reach
 * @property {(kind: keyof import("./advice.mjs").Advice["relations"], id: string) => string} help - what it is, its
 *   title and its address
 * @property {"," | ";"} separator - between the cells of a table
 */

/** All keys that are asked of `t`; those of advice get {criterion} and {count}, `percent` gets {share}. */
export const KEYS = Object.freeze([
  ...["report", "kind", "role", "stage", "date", "variant", "criteria-version", "agreed"],
  ...[
    "kind.team",
    "kind.person",
    "stage.designed",
    "stage.running",
    "stage.cycle-done",
    "variant.full",
    "variant.quick",
    "yes",
  ],
  ...["result", "dimension", "share", "percent", "unanswered", "unknown", "not-applicable", "first", "advice"],
  ...[
    "advice.not-yet",
    "advice.partly",
    "advice.find-out",
    "advice.last-step",
    "advice.unanswered",
    "advice.not-applicable",
  ],
  ...["plan", "action", "owner", "state", "criterion", "state.open", "state.started", "state.done", "state.dropped"],
  ...[
    "answers",
    "answer",
    "meaning",
    "reason",
    "note",
    "proof",
    "tier",
    "tier.essential",
    "tier.advanced",
    "id",
    "changed",
    "other",
    "earlier",
    "removed",
  ],
  ...["value.0", "value.1", "value.2", "value.3", "value.na", "value.unknown", "value.none"],
]);

const HELP = /** @type {const} */ (["guides", "tools", "practices"]);

/**
 * The report as Markdown.
 *
 * @param {Assessment} assessment
 * @param {Checklist} checklist
 * @param {Words} words
 */
export function toMarkdown(assessment, checklist, words) {
  const { t } = words;
  const all = advice(assessment, checklist);
  /** @param {readonly import("./advice.mjs").Advice[]} some */
  const sentences = (some) =>
    some.map(({ rule, criteria, reason }) => {
      const names = criteria.map((id) => words.title(id) ?? id).join(", ");
      return `- ${escaped(t(`advice.${rule}`, { criterion: names, count: reason.count }))}`;
    });
  const about = [
    [t("kind"), t(`kind.${assessment.kind}`)],
    [t("role"), assessment.role ?? ""],
    [t("stage"), t(`stage.${assessment.stage}`)],
    [t("date"), words.date(assessment.date)],
    [t("variant"), t(`variant.${assessment.variant}`)],
    [t("criteria-version"), String(assessment.criteriaVersion)],
    [t("agreed"), assessment.agreed ? t("yes") : ""],
  ].filter(([, value]) => value);
  const results = scores(assessment, checklist).map((score) => [
    words.dimension(score.dimension),
    score.share === null ? "" : t("percent", { share: Math.round(score.share) }),
    ...[score.unanswered, score.unknown, score.notApplicable].map(String),
  ]);
  const plan = actions(assessment).map((action) => [
    words.action(action),
    action.owner ?? "",
    action.date ? words.date(action.date) : "",
    t(`state.${action.state}`),
    action.criterion ? (words.title(action.criterion) ?? action.criterion) : "",
  ]);
  const lines = [
    `# ${escaped([t("report"), assessment.name].filter(Boolean).join(": "))}`,
    about.map(([label, value]) => `- ${escaped(label)}: ${escaped(value)}`).join("\n"),
    `## ${escaped(t("result"))}`,
    table([t("dimension"), t("share"), t("unanswered"), t("unknown"), t("not-applicable")], results),
    ...section(t("first"), sentences(priorities(all))),
    ...section(
      t("advice"),
      all.flatMap((one, place) => [sentences(all)[place], ...help(one, words)]),
    ),
    ...(plan.length
      ? [`## ${escaped(t("plan"))}`, table([t("action"), t("owner"), t("date"), t("state"), t("criterion")], plan)]
      : []),
    `## ${escaped(t("answers"))}`,
    ...groups(assessment, checklist).flatMap(({ dimension, ids }) => [
      `### ${escaped(dimension ? words.dimension(dimension) : t("other"))}`,
      ...ids.flatMap((id) => [
        `#### ${escaped(words.title(id) ?? id)}`,
        ...answerLines(id, assessment.answers.get(id), words),
      ]),
    ]),
  ];
  return `${lines.join("\n\n")}\n`;
}

/**
 * What helps with a piece of advice, as on the page: the next level, guides, tools, practices.
 *
 * @param {import("./advice.mjs").Advice} one
 * @param {Words} words
 */
function help({ criteria, reason, relations }, words) {
  const level = typeof reason.value === "number" ? reason.value + 1 : null;
  return [
    ...(level === null ? [] : [`${words.next(level)} ${words.level(criteria[0], level) ?? ""}`]),
    ...HELP.flatMap((kind) => relations[kind].map((id) => words.help(kind, id))),
  ].map((text) => `  - ${escaped(text)}`);
}

/**
 * @param {string} title
 * @param {readonly string[]} items
 */
function section(title, items) {
  return items.length ? [`## ${escaped(title)}`, items.join("\n")] : [];
}

/**
 * @param {string} id
 * @param {Answer | undefined} answer
 * @param {Words} words
 */
function answerLines(id, answer, words) {
  const { t } = words;
  const value = answer?.value;
  const earlier = toBeConfirmed(answer);
  const meaning =
    earlier !== undefined
      ? t("earlier", { value: t(`value.${earlier}`) })
      : typeof value === "number"
        ? words.level(id, value)
        : value === "na"
          ? answer?.reason
          : undefined;
  const name = escaped(t(`value.${value ?? "none"}`));
  const lines = [`**${name}**` + (meaning ? ` – ${escaped(meaning)}` : "")];
  if (answer?.note)
    lines.push(
      `${escaped(t("note"))}:`,
      answer.note
        .split("\n")
        .map((line) => `> ${escaped(line)}`)
        .join("\n"),
    );
  if (answer?.proof) lines.push(`${escaped(t("proof"))}: ${escaped(answer.proof)}`);
  return lines;
}

/**
 * Criteria per dimension, then those that are answered outside the variant (retired, advanced in the quick variant).
 *
 * @param {Assessment} assessment
 * @param {Checklist} checklist
 * @returns {{ dimension: string | null, ids: string[] }[]}
 */
export function groups(assessment, checklist) {
  const criteria = criteriaOf(checklist, assessment.variant);
  const ids = new Set(criteria.map(({ id }) => id));
  const others = [...assessment.answers].filter(
    ([id, answer]) => !ids.has(id) && (answer.value !== undefined || answer.note),
  );
  return [
    ...checklist.dimensions.map((dimension) => ({
      dimension,
      ids: criteria.filter((criterion) => criterion.dimension === dimension).map(({ id }) => id),
    })),
    { dimension: null, ids: others.map(([id]) => id).sort() },
  ].filter((group) => group.ids.length);
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  /** @param {readonly string[]} cells */
  const line = (cells) => `| ${cells.map((cell) => escaped(cell)).join(" | ")} |`;
  return [line(head), line(head.map(() => "")).replace(/ {2}/g, " --- "), ...rows.map(line)].join("\n");
}

/**
 * Text that means only itself in Markdown, on one line.
 *
 * @param {string} text
 */
function escaped(text) {
  return text
    .replace(/[\\`*_{}[\]<>#|~!&$^=]/g, "\\$&")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^([-+]|\d+[.)])/, (start) => start.replace(/[-+.)]/, "\\$&"))
    .replace(/(https?|www|ftp)([:.])/gi, (_, scheme, sign) => `${scheme}\\${sign}`);
}

/**
 * All criteria of the variant and those answered, a row each.
 *
 * @param {Assessment} assessment
 * @param {Checklist} checklist
 * @param {Words} words
 */
export function answersToCsv(assessment, checklist, words) {
  const { t } = words;
  const tiers = new Map(checklist.criteria.map(({ id, tier }) => [id, tier]));
  const head = ["dimension", "id", "criterion", "tier", "answer", "meaning", "reason", "note", "proof", "changed"].map(
    (key) => t(key),
  );
  const rows = groups(assessment, checklist).flatMap(({ dimension, ids }) =>
    ids.map((id) => {
      const { value, reason, note, proof, changed } = assessment.answers.get(id) ?? {};
      const tier = tiers.get(id);
      return [
        ...[
          dimension ? words.dimension(dimension) : t("other"),
          id,
          words.title(id) ?? "",
          tier ? t(`tier.${tier}`) : "",
        ],
        ...[value === undefined ? "" : String(value), t(`value.${value ?? "none"}`)],
        ...[value === "na" ? reason : "", note, proof, changed],
      ];
    }),
  );
  return csv([head, ...rows], words.separator);
}

/**
 * @param {Assessment} assessment
 * @param {Words} words
 */
export function planToCsv(assessment, words) {
  const { t } = words;
  const head = ["action", "owner", "date", "state", "criterion", "id"].map((key) => t(key));
  const rows = actions(assessment).map((action) => {
    const { owner, date, state, criterion, id } = action;
    const title = criterion && (words.title(criterion) ?? criterion);
    return [words.action(action), owner, date, t(`state.${state}`), title, id];
  });
  return csv([head, ...rows], words.separator);
}

/**
 * The dated actions as all-day events of a calendar (RFC 5545). An action keeps its UID, and SEQUENCE grows with the time
 * of its last change, so a second import of the plan changes its event instead of adding one. An action that was taken
 * out of the plan, or lost its date, is a cancelled event.
 *
 * @param {Assessment} assessment
 * @param {Words} words
 * @returns {string | null} null where no action ever had a date: a calendar may not be empty
 */
export function toCalendar(assessment, words) {
  const { t } = words;
  const events = assessment.plan.filter(({ date, lastDate }) => date ?? lastDate);
  if (!events.length) return null;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Mentoring-to-work knowledge hub//Self-assessment//EN",
    "CALSCALE:GREGORIAN",
    ...events.flatMap((action) => {
      const { id, lastDate = "", date = lastDate, changed, removed } = action;
      const moment = changed.replace(/[-:]|\.\d+/g, "");
      return [
        "BEGIN:VEVENT",
        `UID:${id}@mentoring-to-work-hub`,
        `DTSTAMP:${moment}`,
        `LAST-MODIFIED:${moment}`,
        `SEQUENCE:${sequence(changed)}`,
        `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
        `DTEND;VALUE=DATE:${dayAfter(date).replaceAll("-", "")}`,
        `SUMMARY:${value(removed ? t("removed") : words.action(action))}`,
        `DESCRIPTION:${value(description(action))}`,
        `STATUS:${removed || !action.date || action.state === "dropped" ? "CANCELLED" : "CONFIRMED"}`,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ];
    }),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("");

  /**
   * Seconds since 2020: any later change has a greater number, on whatever device it was made.
   *
   * @param {string} changed
   */
  function sequence(changed) {
    const seconds = Math.floor((Date.parse(changed) - Date.UTC(2020)) / 1000);
    return Math.min(Math.max(seconds, 0), 2 ** 31 - 1);
  }

  /** @param {string} date */
  function dayAfter(date) {
    return bounded(new Date(Date.parse(date) + 86_400_000).toISOString()).slice(0, 10);
  }

  /** @param {PlanAction} action */
  function description({ owner, state, criterion }) {
    return [
      owner && `${t("owner")}: ${owner}`,
      `${t("state")}: ${t(`state.${state}`)}`,
      criterion && `${t("criterion")}: ${words.title(criterion) ?? criterion}`,
      assessment.name && `${t("report")}: ${assessment.name}`,
    ]
      .filter(Boolean)
      .join("\n");
  }

  /** @param {string} text */
  function value(text) {
    return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  }
}

/**
 * A line of at most 75 bytes, continued on further lines; no character is split.
 *
 * @param {string} line
 */
function folded(line) {
  let text = "";
  let size = 0;
  for (const sign of line) {
    const bytes = new TextEncoder().encode(sign).length;
    if (size + bytes > 75) {
      text += "\r\n ";
      size = 1;
    }
    text += sign;
    size += bytes;
  }
  return `${text}\r\n`;
}
