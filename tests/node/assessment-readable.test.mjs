// @ts-check
/** The writer is checked by its own reader: at any clock, with any text, of any size. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isReadable, parse, toText } from "../../overrides/assets/hub/assessment/file.mjs";
import { agreedAssessment } from "../../overrides/assets/hub/assessment/merge.mjs";
import {
  LIMITS,
  VALUES,
  answered,
  clean,
  copied,
  created,
  described,
  joined,
  newId,
  planned,
  reverted,
  unplanned,
} from "../../overrides/assets/hub/assessment/model.mjs";
import { fromHash, toHash } from "../../overrides/assets/hub/assessment/share.mjs";
import { createStore } from "../../overrides/assets/hub/assessment/store.mjs";
import { today } from "../../overrides/assets/hub/assessment/ui.mjs";
import { CHECKLIST, IDS, SCHEMA, chance, schemaFaults } from "./assessment-samples.mjs";

/** @typedef {import("./assessment-samples.mjs").Chance} Chance */

/** The furthest moments that a clock can show. */
const END = 8.64e15;
const MOMENTS = [
  ...[-END, END, 0, -1, 1, Date.UTC(1970, 0, 1, 0, 10), Date.UTC(1999, 11, 31, 23, 59, 59, 999), Date.UTC(2000, 0, 1)],
  ...[Date.UTC(2026, 10, 22), Date.UTC(2999, 11, 31, 23, 59, 59, 999), Date.UTC(3000, 0, 1), Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ...[Date.UTC(10_000, 0, 1), -62_167_219_200_000, -62_167_219_200_001, Date.UTC(1000, 0, 1), Date.UTC(999, 11, 31)],
]; // prettier-ignore

/** @param {Chance} by */
function someClock(by) {
  const moment = by.below(2) ? by.one(MOMENTS) + by.below(3) - 1 : (by.random() * 2 - 1) * END;
  return new Date(Math.min(END, Math.max(-END, Math.round(moment))));
}

const PIECES = [
  ...["a", "é", "漢", "👩‍🏫", "\ud800", "\udc00", "\ufffd", "\u202e", "\u2028", "\ufeff", "\u0000", "\u007f", "\u0085", "\t", "\n", "\r"],
  ...['"', "\\", "'", ",", ";", "[", "{", "}", "<b>", "=1", "__proto__", "\\u0000", "constructor", " ", "x".repeat(300)],
]; // prettier-ignore

/** As someone types or pastes it. @param {Chance} by @param {number} limit */
function someText(by, limit) {
  const pieces = Array.from({ length: by.below(8) }, () => by.one(PIECES)).join("");
  return clean(by.below(20) ? pieces : pieces.padEnd(limit + by.below(3), by.one(PIECES)), limit);
}

/** @param {Chance} by @param {import("../../overrides/assets/hub/assessment/model.mjs").Assessment} one @param {string} now */
function someStep(by, one, now) {
  const text = (/** @type {keyof typeof LIMITS} */ name) => someText(by, LIMITS[name]);
  const id = one.plan.length && by.below(2) ? by.one(one.plan).id : newId(now, by.random);
  const steps = [
    () => described(one, { name: text("name"), role: text("role"), date: today(new Date(now)) }, now),
    () =>
      planned(one, { id, text: text("text"), owner: text("owner"), date: by.one(["", today(new Date(now))]) }, now),
    () => unplanned(one, id, now),
    () => answered(one, by.one(IDS), { value: by.one([null, ...VALUES]), note: text("note") }, 1, now),
    () => answered(one, by.one(IDS), { reason: text("reason"), proof: text("proof") }, 9999, now),
    () => copied(one, { id: newId(now, by.random), date: today(new Date(now)) }, { answers: by.one([true, false, "confirm"]), plan: true }, now),
    () => joined(one, answered(one, by.one(IDS), { value: 1 }, 1, new Date(Date.parse(now) / 2).toISOString())),
    () => reverted(answered(one, by.one(IDS), { value: 2 }, 1, now), one, answered(one, by.one(IDS), { value: 2 }, 1, now), now),
    () => agreedAssessment(new Map([[by.one(IDS), { value: by.one(VALUES), note: text("note") }]]), { id: newId(now, by.random), date: today(new Date(now)) }, CHECKLIST, now),
  ]; // prettier-ignore
  return by.one(steps)();
}

test("property: whatever is made, at any clock and with any text, can be opened again", async () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const by = chance(seed);
    const start = someClock(by);
    let made = created(
      { id: newId(start.toISOString(), by.random), name: someText(by, LIMITS.name), date: today(start), criteriaVersion: 1 },
      start.toISOString(),
    ); // prettier-ignore
    for (let step = 0; step < 15; step += 1) {
      made = someStep(by, made, someClock(by).toISOString());
      const text = toText(made);
      assert.deepEqual(parse(text), { assessment: made, faults: [], ignored: [], version: 1 }, `seed ${seed}`);
      assert.deepEqual(schemaFaults(SCHEMA, JSON.parse(text)), [], `seed ${seed}`);
    }
    const now = someClock(by).toISOString();
    const { assessment, faults } = await fromHash(await toHash(made), { id: newId(now, by.random), now });
    assert.deepEqual(faults, [], `seed ${seed}`);
    assert.ok(assessment && isReadable(assessment));
  }
});

/** A device with a storage and a clock. */
function device() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  const storage = {
    get length() {
      return kept.size;
    },
    key: (/** @type {number} */ place) => [...kept.keys()][place] ?? null,
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => void kept.set(key, text),
    removeItem: (/** @type {string} */ key) => void kept.delete(key),
  };
  const clock = { now: new Date(0) };
  return { clock, open: () => createStore(() => storage, () => clock.now.toISOString()) }; // prettier-ignore
}

test("what was saved under a wrong clock is there after a reload, also once the clock is right", () => {
  for (const moment of MOMENTS) {
    const { clock, open } = device();
    clock.now = new Date(moment);
    const now = clock.now.toISOString();
    const page = open();
    const made = created({ id: newId(now), date: today(clock.now), criteriaVersion: 1 }, now);
    page.add(made);
    page.update(made.id, (one, time) => answered(one, "vision-one", { value: 1 }, 1, time));
    clock.now = new Date(Date.UTC(2026, 11, 1));
    const later = open();
    assert.deepEqual([later.state.damaged, later.state.fault], [[], null], now);
    later.update(made.id, (one, time) => answered(one, "vision-one", { value: 2 }, 1, time));
    assert.equal(open().get(made.id)?.answers.get("vision-one")?.value, 2, now);
  }
});

test("a change that could not be read again is not made, and that is said", () => {
  const { clock, open } = device();
  const page = open();
  const id = "full";
  const now = () => (clock.now = new Date(clock.now.getTime() + 1)).toISOString();
  let full = created({ id, date: "2026-11-22", criteriaVersion: 1 }, now());
  for (let place = 0; place < LIMITS.actions; place += 1) full = planned(full, { id: `p${place}`, text: "x" }, now());
  page.add(full);
  assert.equal(page.state.fault, null);
  page.update(id, (one, time) => planned(one, { id: "one-more", text: "y" }, time));
  assert.equal(page.state.fault, "limit");
  assert.equal(page.get(id)?.plan.length, LIMITS.actions);
  page.update(id, (one, time) => planned(one, { id: "p1", state: "done" }, time));
  assert.equal(page.state.fault, null);
  const long = "漢".repeat(LIMITS.note);
  for (let place = 0; place < LIMITS.answers; place += 1)
    page.update(id, (one, time) => answered(one, `c${place}`, { note: long }, 1, time));
  assert.equal(page.state.fault, "limit");
  const back = open();
  assert.deepEqual(back.state.damaged, []);
  assert.ok(Number(back.get(id)?.answers.size) > 100);
});

test("two tabs that together hold more than can be read keep both what they have", () => {
  const { clock, open } = device();
  clock.now = new Date(Date.UTC(2026, 11, 1));
  const [one, other] = [open(), open()];
  const now = clock.now.toISOString();
  one.add(created({ id: "both", date: "2026-11-22", criteriaVersion: 1 }, now));
  other.load();
  const many = (/** @type {string} */ name) => (/** @type {any} */ assessment, /** @type {string} */ time) =>
    Array.from({ length: 300 }).reduce((made, _, place) => planned(made, { id: `${name}${place}`, text: "x" }, time), assessment); // prettier-ignore
  one.update("both", many("a"));
  other.update("both", many("b"));
  assert.equal(other.state.fault, "limit");
  assert.equal(open().get("both")?.plan.length, 300);
});
