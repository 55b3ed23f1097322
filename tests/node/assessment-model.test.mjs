// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import * as model from "../../overrides/assets/hub/assessment/model.mjs";
import { IDS, CHECKLIST, anAssessment, at, chance, someAssessment, someChange } from "./assessment-samples.mjs";

const {
  actions,
  answered,
  criteriaOf,
  clean,
  copied,
  created,
  described,
  identical,
  joined,
  later,
  newId,
  planned,
  reverted,
  unplanned,
  webAddress,
} = model;

/** What it says, apart from times, with what was taken away left out. @param {model.Assessment} assessment */
function content(assessment) {
  const timeless = (/** @type {any} */ { changed, lastDate, ...rest }) => rest;
  const said = (/** @type {any} */ answer) => "value" in answer || answer.note || answer.proof || answer.reason;
  return {
    details: timeless(model.detailsOf(assessment)),
    answers: Object.fromEntries(
      [...assessment.answers]
        .filter(([, one]) => said(one))
        .sort()
        .map(([id, one]) => [id, timeless(one)]),
    ),
    plan: actions(assessment).map(timeless),
  };
}

test("an answer changes in a new assessment, the old one stays", () => {
  const old = anAssessment();
  const now = answered(old, "vision-one", { value: 2, note: "" }, 3, at(5));
  assert.equal(old.answers.size, 0);
  assert.deepEqual(now.answers.get("vision-one"), { value: 2, version: 3, changed: at(5) });
});

test("level 0 is an answer; taken back, it is no answer but keeps its time and note", () => {
  const zero = answered(anAssessment(), "vision-one", { value: 0, note: "n" }, 1, at(5));
  assert.equal(zero.answers.get("vision-one")?.value, 0);
  const back = answered(zero, "vision-one", { value: null }, 1, at(6));
  assert.deepEqual(back.answers.get("vision-one"), { note: "n", version: 1, changed: at(6) });
});

test("a change is later than the one before, even where that clock was ahead, and stays a time a file may hold", () => {
  assert.equal(later(undefined, at(1)), at(1));
  assert.equal(later(at(1), at(2)), at(2));
  assert.equal(later(at(2), at(1)), new Date(Date.parse(at(2)) + 1).toISOString());
  assert.equal(later("9999-12-31T23:59:59.999Z", at(1)), "9999-12-31T23:59:59.999Z");
  assert.equal(later(undefined, "-000044-03-15T12:00:00.000Z"), "1000-01-01T00:00:00.000Z");
  assert.equal(later(undefined, "+012026-01-01T00:00:00.000Z"), "9999-12-31T23:59:59.999Z");
});

test("a clock is clearly wrong before this site was there, or half a century later", () => {
  const isWrong = (/** @type {string} */ now) => model.isClockWrong(now, "2026-11-22");
  for (const now of [
    "1970-01-01T00:10:00.000Z",
    "1999-12-31T23:59:59.999Z",
    "2026-11-20T23:59:59.999Z",
    "-000044-03-15T12:00:00.000Z",
  ])
    assert.ok(isWrong(now), now);
  // Where the day began earlier or begins later
  for (const now of ["2026-11-21T10:00:00.000Z", "2026-11-22T00:00:00.000Z", "2046-01-01T00:00:00.000Z"])
    assert.ok(!isWrong(now), now);
  for (const now of ["3000-01-01T00:00:00.000Z", "+012026-01-01T00:00:00.000Z"]) assert.ok(isWrong(now), now);
});

test("details change together; an empty role is none, an empty name stays", () => {
  const now = described(described(anAssessment(), { role: "coach" }, at(1)), { role: "", name: "" }, at(2));
  assert.deepEqual([now.role, "role" in now, now.name, now.changed], [undefined, false, "", at(2)]);
});

test("defaults of a new assessment", () => {
  assert.deepEqual(created({ id: "x", date: "2026-01-02", criteriaVersion: 4 }, at(0)), {
    ...{ id: "x", name: "", kind: "person", stage: "running", variant: "full", agreed: false, date: "2026-01-02" },
    ...{ criteriaVersion: 4, changed: at(0), answers: new Map(), plan: [] },
  });
});

test("actions are added, changed and removed; a removed one leaves its date and no text", () => {
  const one = planned(anAssessment(), { id: "b", text: "Nota schrijven", owner: "An", date: "2027-01-01" }, at(1));
  const two = planned(one, { id: "a", text: "Bellen", state: "started" }, at(2));
  assert.deepEqual(
    two.plan.map(({ id }) => id),
    ["a", "b"],
  );
  const changed = planned(two, { id: "b", owner: "", state: "done" }, at(3));
  assert.deepEqual(changed.plan[1], {
    id: "b",
    text: "Nota schrijven",
    date: "2027-01-01",
    state: "done",
    changed: at(3),
  });
  const without = unplanned(changed, "b", at(4));
  assert.deepEqual(without.plan[1], {
    id: "b",
    text: "",
    state: "done",
    date: "2027-01-01",
    removed: true,
    changed: at(4),
  });
  assert.deepEqual(
    actions(without).map(({ id }) => id),
    ["a"],
  );
  assert.equal(unplanned(without, "nobody", at(5)), without);
});

test("a copy has its own id and shares the plan's ids", () => {
  const old = answered(planned(anAssessment(), { id: "p", text: "T" }, at(1)), "vision-one", { value: 1 }, 1, at(1));
  const next = copied(old, { id: "a2", date: "2027-11-22" }, { answers: false, plan: true }, at(9));
  assert.deepEqual(
    [next.id, next.date, next.answers.size, next.plan, next.changed],
    ["a2", "2027-11-22", 0, old.plan, at(9)],
  );
  assert.equal(copied(old, { id: "a2" }, { answers: true, plan: false }, at(9)).answers.size, 1);
});

test("a next round shows the old answers, and counts one once it is confirmed, answered or taken away", () => {
  let old = answered(anAssessment(), "vision-one", { value: 2, note: "n" }, 1, at(1));
  old = answered(old, "vision-two", { value: 0 }, 1, at(1));
  const next = copied(old, { id: "a2" }, { answers: "confirm", plan: false }, at(9));
  assert.deepEqual(next.answers.get("vision-one"), { earlier: 2, note: "n", version: 1, changed: at(1) });
  assert.deepEqual(next.answers.get("vision-two"), { earlier: 0, version: 1, changed: at(1) });
  const noted = answered(next, "vision-one", { note: "m" }, 2, at(10));
  assert.deepEqual(noted.answers.get("vision-one"), { earlier: 2, note: "m", version: 2, changed: at(10) });
  for (const value of /** @type {const} */ ([2, 3, "na", null])) {
    const answer = answered(noted, "vision-one", { value }, 2, at(11)).answers.get("vision-one");
    assert.deepEqual([answer?.earlier, answer?.value ?? null], [undefined, value]);
  }
  const third = copied(noted, { id: "a3" }, { answers: "confirm", plan: false }, at(20));
  assert.equal(third.answers.get("vision-one")?.earlier, 2);
});

test("a good text stays: of equal times the damaged copy never wins", () => {
  const good = answered(anAssessment({ name: "Café Liège" }), "vision-one", { note: "één duo" }, 1, at(1));
  const bad = answered(
    anAssessment({ name: "Caf\ufffd Li\ufffdge" }),
    "vision-one",
    { note: "\ufffd\ufffdn duo" },
    1,
    at(1),
  );
  assert.deepEqual([joined(good, bad), joined(bad, good)], [good, good]);
});

test("the quick variant asks the essential criteria; retired ones are never asked", () => {
  assert.equal(criteriaOf(CHECKLIST, "full").length, 12);
  assert.equal(criteriaOf(CHECKLIST, "quick").length, 8);
  const [first, ...rest] = CHECKLIST.criteria;
  const retired = { ...CHECKLIST, criteria: [{ ...first, retired: { version: 2 } }, ...rest] };
  assert.equal(criteriaOf(retired, "full").length, 11);
});

test("joining is commutative, associative and idempotent, also with equal times", () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const by = chance(seed);
    const start = someAssessment(by, { steps: 5, clock: 3 });
    const [a, b, c] = [0, 1, 2].map(() => someAssessment(by, { start, clock: by.one([3, 1000]) }));
    assert.deepEqual(joined(a, b), joined(b, a));
    assert.deepEqual(joined(joined(a, b), c), joined(a, joined(b, c)));
    assert.deepEqual(joined(a, a), a);
    assert.ok(identical(joined(a, joined(a, b)), joined(a, b)));
  }
});

test("of each answer the newer one wins, whoever has it", () => {
  const start = anAssessment();
  const a = answered(answered(start, "vision-one", { value: 1 }, 1, at(1)), "vision-two", { value: 1 }, 1, at(9));
  const b = answered(answered(start, "vision-one", { value: 3 }, 1, at(5)), "vision-two", { value: 3 }, 1, at(5));
  const both = joined(a, b);
  assert.deepEqual([both.answers.get("vision-one")?.value, both.answers.get("vision-two")?.value], [3, 1]);
});

test("a removed action is not brought back by an older copy", () => {
  const old = planned(anAssessment(), { id: "p", text: "T" }, at(1));
  assert.deepEqual(actions(joined(unplanned(old, "p", at(2)), old)), []);
});

test("undoing any change gives what was there before, with newer times", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const by = chance(seed);
    const before = someAssessment(by);
    const after = someChange(by, before, at(2000));
    const undone = reverted(after, before, after, at(3000));
    assert.deepEqual(content(undone), content(before), `seed ${seed}`);
    assert.deepEqual(content(joined(undone, after)), content(before), `seed ${seed}: the other tab follows`);
  }
});

test("undoing leaves what was changed again since", () => {
  const before = anAssessment();
  const after = answered(before, "vision-one", { value: 1 }, 1, at(1));
  const since = answered(answered(after, "vision-one", { value: 2 }, 1, at(2)), "vision-two", { value: 3 }, 1, at(2));
  assert.deepEqual(content(reverted(since, before, after, at(3))), content(since));
});

test("undoing leaves details and actions that were changed again since", () => {
  const before = planned(anAssessment(), { id: "p", text: "A" }, at(1));
  const after = planned(described(before, { name: "B" }, at(2)), { id: "p", text: "B" }, at(2));
  const since = planned(described(after, { name: "C" }, at(3)), { id: "p", text: "C" }, at(3));
  assert.deepEqual(reverted(since, before, after, at(4)), since);
});

test("undoing is later than what it undoes, even where that clock was ahead, and keeps the version", () => {
  const before = planned(answered(anAssessment(), "vision-one", { value: 1 }, 1, at(1)), { id: "p", text: "A" }, at(1));
  const after = answered(
    planned(answered(before, "vision-one", { value: 2 }, 1, at(99)), { id: "p", text: "B" }, at(99)),
    "vision-two",
    { value: 2 },
    7,
    at(99),
  );
  const undone = reverted(after, before, after, at(4));
  const next = new Date(Date.parse(at(99)) + 1).toISOString();
  assert.deepEqual(undone.answers.get("vision-one"), { value: 1, version: 1, changed: next });
  assert.deepEqual(undone.answers.get("vision-two"), { version: 7, changed: next });
  assert.deepEqual(undone.plan, [{ id: "p", text: "A", state: "open", changed: at(100) }]);
});

test("an assessment can be made as another one, and older copies follow", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const by = chance(seed);
    const [mine, file] = [someAssessment(by), someAssessment(by)];
    const made = reverted(mine, file, mine, at(5000));
    for (const id of IDS) assert.equal(made.answers.get(id)?.value, file.answers.get(id)?.value);
    assert.deepEqual(content(made), content(file));
    assert.deepEqual(content(joined(made, mine)), content(made));
  }
});

test("texts are cleaned: line ends, control characters, length, no half signs", () => {
  assert.equal(clean("a\r\nb\rc\u0000\u001b\td", 100), "a\nb\nc\td");
  assert.equal(clean("abc👩", 4), "abc");
  assert.equal(clean("abc👩", 5), "abc👩");
});

test("only web addresses become links", () => {
  assert.equal(webAddress(" https://example.org/a b "), "https://example.org/a%20b");
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "JaVaScRiPt:alert(1)",
    "//example.org",
    "map > beleid",
    "",
    undefined,
  ]) {
    assert.equal(webAddress(text), null);
  }
});

test("ids fit, differ and sort by time", () => {
  const by = chance(1);
  const ids = [1, 2, 3000, 9e6].map((seconds) => newId(at(seconds), by.random));
  assert.deepEqual([...ids].sort(), ids);
  for (const id of [...ids, newId(at(0))]) assert.match(id, /^[a-z0-9]{9}-[a-z0-9]{12}$/);
  assert.notEqual(newId(at(0)), newId(at(0)));
});
