// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, toText } from "../../overrides/assets/hub/assessment/file.mjs";
import { answered, copied, planned, reverted, unplanned } from "../../overrides/assets/hub/assessment/model.mjs";
import { csv, separator } from "../../overrides/assets/hub/lib/csv.mjs";
import * as outputs from "../../overrides/assets/hub/assessment/outputs.mjs";
import { IDS, CHECKLIST, anAssessment, at, chance, someAssessment, withValues } from "./assessment-samples.mjs";

const { KEYS, answersToCsv, planToCsv, toCalendar, toMarkdown } = outputs;

/** Texts that show their key; an unknown key fails. @type {outputs.Words} */
const WORDS = {
  t: (key, values = {}) => {
    assert.ok(KEYS.includes(key), `"${key}" is not among KEYS`);
    return [key, ...Object.values(values)].join(" ");
  },
  title: (id) => (IDS.includes(id) ? `Title ${id}` : undefined),
  level: (id, level) => (IDS.includes(id) ? `Level ${level}` : undefined),
  dimension: (id) => `Dimension ${id}`,
  date: (date) => date.split("-").reverse().join("/"),
  action: ({ text, criterion }) => text || (criterion ? `Work on ${criterion}` : ""),
  separator: ";",
  next: (level) => `Next ${level}:`,
  help: (kind, id) => `${kind}: Title ${id}, https://hub.example/${id}/`,
};

/** RFC 4180, read back by other rules than it was written. @param {string} text @param {string} [between] */
function cells(text, between = ";") {
  assert.ok(text.startsWith("\ufeff") && text.endsWith("\r\n"));
  const rows = [[""]];
  let quoted = false;
  for (let place = 1; place < text.length; place += 1) {
    const row = rows[rows.length - 1];
    const sign = text[place];
    if (quoted && sign === '"' && text[place + 1] === '"') row[row.length - 1] += text[(place += 1)];
    else if (sign === '"') quoted = !quoted;
    else if (quoted) row[row.length - 1] += sign;
    else if (sign === between) row.push("");
    else if (sign === "\r" && text[place + 1] === "\n") (rows.push([""]), (place += 1));
    else row[row.length - 1] += sign;
  }
  assert.deepEqual(rows.pop(), [""]);
  return rows;
}

const PLAN = unplanned(
  planned(
    planned(planned(anAssessment(), { id: "p1", text: 'Bel "An", snel', owner: "=cmd|' /C calc'!A0", date: "2027-02-28", criterion: "vision-one" }, at(1)),
      { id: "p2", text: "Zonder datum", state: "started" }, at(2)),
    { id: "p3", text: "Weg", date: "2027-01-01" }, at(3)),
  "p3",
  at(4),
); // prettier-ignore

test("the plan as CSV: a mark for UTF-8, quotes, no formulas, removed actions gone", () => {
  assert.deepEqual(cells(planToCsv(PLAN, WORDS)), [
    ["action", "owner", "date", "state", "criterion", "id"],
    ['Bel "An", snel', "'=cmd|' /C calc'!A0", "2027-02-28", "state.open", "Title vision-one", "p1"],
    ["Zonder datum", "", "", "state.started", "", "p2"],
  ]);
});

test("the answers as CSV: every criterion asked, then the others that were answered", () => {
  let made = withValues({ "vision-one": 0, "vision-two": "unknown", gone: 2 }, { variant: "quick" });
  made = answered(made, "vision-three", { value: "na", reason: "Reden", note: "één\ntwee" }, 1, at(2));
  made = answered(made, "vision-four", { note: "in de korte versie niet gevraagd" }, 1, at(2));
  const rows = cells(answersToCsv(made, CHECKLIST, WORDS));
  assert.equal(rows.length, 1 + 8 + 2);
  assert.deepEqual(rows[1], [
    "Dimension vision",
    "vision-one",
    "Title vision-one",
    "tier.essential",
    "0",
    "value.0",
    "",
    "",
    "",
    at(1),
  ]);
  assert.deepEqual(rows[2].slice(4, 6), ["unknown", "value.unknown"]);
  assert.deepEqual(rows[3].slice(4), ["na", "value.na", "Reden", "één\ntwee", "", at(2)]);
  assert.deepEqual(rows[4].slice(4), ["", "value.none", "", "", "", ""]);
  assert.deepEqual(
    rows.slice(-2).map((row) => row.slice(0, 5)),
    [
      ["other", "gone", "", "", "2"],
      ["other", "vision-four", "Title vision-four", "tier.advanced", ""],
    ],
  );
});

test("no cell begins like a formula, and all comes back", () => {
  const risky = [
    "=1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "\n=1",
    " =1",
    "＝1",
    "＋1",
    "a=1",
    "",
    '"',
    "a,b",
    "a\nb",
    "'",
    "0",
    "x\ry",
  ];
  const [row] = cells(csv([risky], ";"));
  row.forEach((cell, place) => {
    assert.ok(cell === risky[place] || cell === `'${risky[place]}`);
    assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/u);
  });
  assert.deepEqual(row.slice(9), risky.slice(9));
});

test("property: any table comes back from CSV", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const by = chance(seed);
    const width = 1 + by.below(4);
    const rows = Array.from({ length: 1 + by.below(4) }, () =>
      Array.from({ length: width }, () => "x" + by.one(["", ",", ";", '"', '""', "\n", "\r\n", "é", ' ",\r\n" '])),
    );
    for (const between of /** @type {const} */ ([",", ";"])) assert.deepEqual(cells(csv(rows, between), between), rows);
  }
});

test("a language with a comma in its decimals has a semicolon between the cells", () => {
  assert.deepEqual(["nl-BE", "nl", "fr-BE", "en-GB", "en"].map(separator), [";", ";", ";", ",", ","]);
});

/** @param {number} seconds */
const sequenceAt = (seconds) => (Date.parse(at(seconds)) - Date.UTC(2020)) / 1000;

test("a calendar has an event per dated action; one taken out of the plan is cancelled", () => {
  assert.equal(toCalendar(PLAN, WORDS)?.replace(/\r\n /g, ""), [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mentoring-to-work knowledge hub//Self-assessment//EN", "CALSCALE:GREGORIAN"],
    ...["BEGIN:VEVENT", "UID:p1@mentoring-to-work-hub", "DTSTAMP:20261122T090001Z", "LAST-MODIFIED:20261122T090001Z"],
    ...[`SEQUENCE:${sequenceAt(1)}`, "DTSTART;VALUE=DATE:20270228", "DTEND;VALUE=DATE:20270301"],
    'SUMMARY:Bel "An"\\, snel',
    "DESCRIPTION:owner: =cmd|' /C calc'!A0\\nstate: state.open\\ncriterion: Title vision-one\\nreport: Proef",
    ...["STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "END:VEVENT"],
    ...["BEGIN:VEVENT", "UID:p3@mentoring-to-work-hub", "DTSTAMP:20261122T090004Z", "LAST-MODIFIED:20261122T090004Z"],
    ...[`SEQUENCE:${sequenceAt(4)}`, "DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270102"],
    ...["SUMMARY:removed", "DESCRIPTION:state: state.open\\nreport: Proef", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "END:VEVENT"],
    ...["END:VCALENDAR", ""],
  ].join("\r\n")); // prettier-ignore
});

test("a dropped action is a cancelled event; without dates there is no calendar", () => {
  const dropped = planned(PLAN, { id: "p1", state: "dropped" }, at(9));
  assert.match(String(toCalendar(dropped, WORDS)), /UID:p1@[^@]*STATUS:CANCELLED/s);
  assert.equal(toCalendar(planned(anAssessment(), { id: "p1", text: "Zonder datum" }, at(9)), WORDS), null);
});

test("an action that lost its date is a cancelled event with a greater number, whatever follows", () => {
  /** @param {typeof PLAN} assessment */
  const event = (assessment) => {
    const [text] = String(toCalendar(parse(toText(assessment)).assessment ?? PLAN, WORDS)).match(
      /UID:p1@.*?END:VEVENT/s,
    ) ?? [""];
    const [, sequence, date, state] = text.match(/SEQUENCE:(\d+).*VALUE=DATE:(\d+)\r\nDTEND.*STATUS:(\w+)/s) ?? [];
    return { sequence: Number(sequence), date, state };
  };
  const first = event(PLAN);
  const cleared = planned(PLAN, { id: "p1", date: "" }, at(9));
  assert.deepEqual(event(cleared), { sequence: sequenceAt(9), date: "20270228", state: "CANCELLED" });
  assert.ok(event(cleared).sequence > first.sequence);
  assert.equal(cleared.plan[0].date, undefined);
  assert.equal(event(planned(cleared, { id: "p1", text: "Nog iets" }, at(10))).state, "CANCELLED");
  assert.equal(event(unplanned(cleared, "p1", at(10))).state, "CANCELLED");
  const again = planned(cleared, { id: "p1", date: "2027-05-01" }, at(11));
  assert.deepEqual(event(again), { sequence: sequenceAt(11), date: "20270501", state: "CONFIRMED" });
  assert.equal(again.plan[0].lastDate, undefined);

  const none = planned(anAssessment(), { id: "p1", text: "Bel" }, at(1));
  assert.equal(toCalendar(none, WORDS), null);
  const given = planned(none, { id: "p1", date: "2027-05-01" }, at(2));
  assert.equal(event(reverted(given, none, given, at(3))).state, "CANCELLED");
  assert.equal(event(reverted(cleared, PLAN, cleared, at(12))).state, "CONFIRMED");
});

test("each change of an action gives its event a greater number, also on a device whose clock is behind", () => {
  const number = (/** @type {any} */ plan) => Number(/SEQUENCE:(\d+)/.exec(String(toCalendar(plan, WORDS)))?.[1]);
  const clocks = [at(0), at(5), at(-500_000), at(-500_000), at(9)];
  let plan = anAssessment();
  let last = -1;
  clocks.forEach((now, place) => {
    plan = planned(plan, { id: "p1", text: `T${place}`, date: `2027-01-0${place + 1}` }, now);
    assert.ok(number(plan) > last);
    last = number(plan);
  });
  assert.ok(number(unplanned(plan, "p1", at(-500_000))) > last);
  const early = planned(anAssessment(), { id: "p1", text: "T", date: "1970-01-31" }, "1970-01-01T00:00:00.000Z");
  assert.match(String(toCalendar(early, WORDS)), /SEQUENCE:0\r\nDTSTART;VALUE=DATE:19700131\r\nDTEND;VALUE=DATE:19700201/);
}); // prettier-ignore

test("an action without words of its own is named in the language of the page", () => {
  const plan = planned(anAssessment(), { id: "p1", criterion: "vision-one", date: "2027-01-01" }, at(1));
  assert.equal(cells(planToCsv(plan, WORDS))[1][0], "Work on vision-one");
  assert.match(String(toCalendar(plan, WORDS)), /SUMMARY:Work on vision-one/);
  assert.match(toMarkdown(plan, CHECKLIST, WORDS), /\| Work on vision-one \|/);
});

test("lines of a calendar are at most 75 bytes, whole signs, and unfold to the text", () => {
  const text = "één 👩‍🏫; \\ , 漢字\n".repeat(40).trim();
  const lines = String(toCalendar(planned(anAssessment(), { id: "p", text, date: "2027-01-01" }, at(1)), WORDS)).split(
    "\r\n",
  );
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(line, /[\n\r]/);
    assert.ok(line.isWellFormed?.() ?? true, line);
  }
  const summary = lines
    .join("\r\n")
    .replace(/\r\n /g, "")
    .split("\r\n")
    .find((line) => line.startsWith("SUMMARY:"));
  assert.equal(
    summary?.slice(8).replace(/\\(.)/g, (_, sign) => (sign === "n" ? "\n" : sign)),
    text,
  );
});

test("the report as Markdown, whole", () => {
  let made = withValues({ "vision-one": 1, "vision-two": 3, gone: 2 }, { variant: "quick", role: "coach" });
  made = answered(made, "matching-one", { value: "na", reason: "Geen duo's" }, 1, at(2));
  made = answered(made, "vision-two", { note: "regel 1\n- regel 2", proof: "https://example.org/" }, 1, at(2));
  made = planned(made, { id: "p", text: "A | B", owner: "An", date: "2027-01-02", criterion: "vision-one" }, at(3));
  const small = {
    ...CHECKLIST,
    criteria: CHECKLIST.criteria.filter(({ id }) => /vision-(one|two)|matching-one/.test(id)),
  };
  assert.equal(toMarkdown(made, small, WORDS), `# report: Proef

- kind: kind.person
- role: coach
- stage: stage.running
- date: 22/11/2026
- variant: variant.quick
- criteria-version: 1

## result

| dimension | share | unanswered | unknown | not-applicable |
| --- | --- | --- | --- | --- |
| Dimension vision | percent 67 | 0 | 0 | 0 |
| Dimension matching |  | 0 | 0 | 1 |

## first

- advice.partly Title vision-one 1

## advice

- advice.partly Title vision-one 1
  - Next 2: Level 2
  - guides: Title guide-vision, https\\://hub.example/guide-vision/
- advice.not-applicable Title matching-one 1

## plan

| action | owner | date | state | criterion |
| --- | --- | --- | --- | --- |
| A \\| B | An | 02/01/2027 | state.open | Title vision-one |

## answers

### Dimension vision

#### Title vision-one

**value.1** – Level 1

#### Title vision-two

**value.3** – Level 3

note:

> regel 1
> \\- regel 2

proof: https\\://example.org/

### Dimension matching

#### Title matching-one

**value.na** – Geen duo's

### other

#### gone

**value.2**
`); // prettier-ignore
});

test("what people type is never Markdown or HTML", () => {
  const typed = "<img src=x onerror=alert(1)> [a](javascript:x) `c` **b** # h | ![i](u) &lt; https://a.b www.c.d ~~s~~";
  const made = planned(
    answered(
      anAssessment({ name: typed, role: typed }),
      "vision-one",
      { value: 0, note: `${typed}\n---\n# kop\n1. een\n\n    code`, proof: typed },
      1,
      at(1),
    ),
    { id: "p", text: typed },
    at(1),
  );
  const own = toMarkdown(anAssessment(), CHECKLIST, WORDS);
  const text = toMarkdown(made, CHECKLIST, WORDS);
  assert.doesNotMatch(text.replace(/\\[!-\/:-@[-`{-~]/g, "E"), /[<`~]|https?:|www\.|\]\(|!\[|\n> (?:-|#|1\.| )/);
  assert.equal(
    text.split("\n").filter((line) => line.startsWith("#")).length,
    own.split("\n").filter((line) => line.startsWith("#")).length + 2,
  );
});

test("property: nothing makes them fail", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const made = someAssessment(chance(seed));
    const rows = [...cells(answersToCsv(made, CHECKLIST, WORDS)), ...cells(planToCsv(made, WORDS))];
    assert.ok(rows.every((row) => row.length === 10 || row.length === 6));
    assert.ok(toMarkdown(made, CHECKLIST, WORDS).endsWith("\n"));
    const calendar = toCalendar(made, WORDS) ?? "";
    assert.equal(
      calendar.split("BEGIN:VEVENT").length - 1,
      made.plan.filter(({ date, lastDate }) => date ?? lastDate).length,
    );
  }
});

test("every key of the texts is used", () => {
  const used = new Set();
  const words = { ...WORDS, t: (/** @type {string} */ key) => String(used.add(key) && key) };
  for (let seed = 1; seed <= 400; seed += 1) {
    const made = {
      ...someAssessment(chance(seed), { steps: 40 }),
      ...(seed % 2 && { kind: /** @type {const} */ ("team"), agreed: true, variant: /** @type {const} */ ("quick") }),
      ...(seed % 3 && { stage: /** @type {const} */ ("cycle-done") }),
    };
    for (const make of [toMarkdown, answersToCsv]) make(made, CHECKLIST, words);
    toMarkdown(copied(made, { id: "next" }, { answers: "confirm", plan: true }, at(2000)), CHECKLIST, words);
    planToCsv(made, words);
    toCalendar(made, words);
  }
  assert.deepEqual(
    KEYS.filter((key) => !used.has(key)),
    [],
  );
});
