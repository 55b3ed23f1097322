// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { toText } from "../../overrides/assets/hub/assessment/file.mjs";
import { answered, identical, joined } from "../../overrides/assets/hub/assessment/model.mjs";
import { createStore } from "../../overrides/assets/hub/assessment/store.mjs";
import { anAssessment, at, chance, someChange, withValues } from "./assessment-samples.mjs";

const KEY = "hub-assessment:a1";

/** A storage as browsers have it, with an off switch. */
class FakeStorage {
  /** @type {Map<string, string>} */
  entries = new Map();
  /** @type {"works" | "blocked" | "full" | "forgets"} */
  mode = "works";
  get length() {
    this.#check();
    return this.entries.size;
  }
  /** @param {number} place */
  key(place) {
    return [...this.entries.keys()][place] ?? null;
  }
  /** @param {string} key */
  getItem(key) {
    this.#check();
    return this.entries.get(key) ?? null;
  }
  /** @param {string} key @param {string} value */
  setItem(key, value) {
    this.#check();
    if (this.mode === "full") throw new DOMException("no room", "QuotaExceededError");
    if (this.mode === "works") this.entries.set(key, value);
  }
  /** @param {string} key */
  removeItem(key) {
    this.#check();
    this.entries.delete(key);
  }
  #check() {
    if (this.mode === "blocked") throw new DOMException("no", "SecurityError");
  }
}

/** A clock that every tab shares; each look is a second later. */
function aClock() {
  let seconds = 0;
  return () => at((seconds += 1));
}

/** @param {FakeStorage} [storage] */
function aStore(storage = new FakeStorage(), clock = aClock()) {
  return { storage, clock, store: createStore(() => storage, clock) };
}

/** @param {any} value @param {string} [id] */
const answer =
  (value, id = "vision-one") =>
  (/** @type {any} */ a, /** @type {string} */ now) =>
    answered(a, id, { value }, 1, now);
/** @param {any} store @param {string} [id] */
const valueOf = (store, id = "vision-one") => store.get("a1")?.answers.get(id)?.value;

test("every change is saved, and said with its time", () => {
  const { storage, store } = aStore();
  assert.deepEqual(store.state, { fault: null, time: null, unsaved: [], gone: [], wiped: false, damaged: [] });
  assert.equal(store.add(anAssessment()), true);
  const now = store.update("a1", answer(2));
  assert.equal(valueOf(store), 2);
  assert.equal(storage.entries.get(KEY), toText(/** @type {any} */ (now)));
  assert.match(String(store.state.time), /^2026-11-22T09:00/);
  assert.equal(store.update("nobody", answer(1)), undefined);
  assert.equal(aStore(storage).store.get("a1")?.answers.get("vision-one")?.value, 2, "after a reload");
});

test("several assessments, the last made first", () => {
  const { storage, store } = aStore();
  for (const id of ["a1", "a3", "a2"]) store.add(anAssessment({ id }));
  assert.deepEqual(
    store.list().map(({ id }) => id),
    ["a3", "a2", "a1"],
  );
  assert.deepEqual(
    aStore(storage)
      .store.list()
      .map(({ id }) => id),
    ["a3", "a2", "a1"],
  );
});

for (const mode of /** @type {const} */ (["blocked", "full", "forgets"])) {
  test(`storage ${mode}: memory keeps all, the state says so, and later all is saved`, () => {
    const { storage, store } = aStore();
    store.add(anAssessment());
    storage.mode = mode;
    store.update("a1", answer(2));
    store.add(anAssessment({ id: "a2" }));
    assert.deepEqual([valueOf(store), store.get("a2")?.id], [2, "a2"]);
    assert.deepEqual([store.state.fault, store.state.unsaved], [mode === "full" ? "full" : "blocked", ["a1", "a2"]]);
    storage.mode = "works";
    store.update("a1", answer(3));
    assert.deepEqual([store.state.fault, store.state.unsaved], [null, []]);
    assert.deepEqual(
      aStore(storage)
        .store.list()
        .map(({ id }) => id),
      ["a2", "a1"],
    );
  });
}

test("storage blocked from the start, or not there at all", () => {
  for (const open of [
    () => {
      throw new DOMException("no", "SecurityError");
    },
    () => /** @type {any} */ (null),
  ]) {
    // prettier-ignore
    const store = createStore(open, aClock());
    assert.equal(store.state.fault, "blocked");
    store.add(anAssessment());
    store.update("a1", answer(1));
    assert.equal(valueOf(store), 1);
    assert.equal(store.undo(), "a1");
    assert.equal(valueOf(store), undefined);
    store.clear();
    assert.deepEqual(store.list(), []);
  }
});

test("storage wiped under an open page: all is written again, and said", () => {
  const { storage, store } = aStore();
  store.add(anAssessment());
  store.update("a1", answer(2));
  storage.entries.clear();
  store.load();
  store.update("a1", answer(1, "vision-two"));
  assert.equal(store.state.wiped, true);
  const again = aStore(storage).store;
  assert.deepEqual([valueOf(again), valueOf(again, "vision-two")], [2, 1]);
});

test("a damaged entry is reported with its text and stays; the others open", () => {
  const storage = new FakeStorage();
  storage.entries.set(KEY, '{"broken');
  storage.entries.set("hub-assessment:a2", toText(anAssessment({ id: "a2" })));
  storage.entries.set("other-program", "untouched");
  const { store } = aStore(storage);
  assert.deepEqual(
    store.list().map(({ id }) => id),
    ["a2"],
  );
  const [damaged] = store.state.damaged;
  assert.deepEqual([damaged.key, damaged.text, damaged.faults[0].code], [KEY, '{"broken', "not-json"]);
  store.update("a2", answer(1));
  assert.equal(storage.entries.get(KEY), '{"broken');
  store.removeDamaged(KEY);
  assert.deepEqual([store.state.damaged, storage.entries.has(KEY)], [[], false]);
});

test("an entry under another id's key is damaged, not taken", () => {
  const storage = new FakeStorage();
  storage.entries.set(KEY, toText(anAssessment({ id: "a2" })));
  const { store } = aStore(storage);
  assert.deepEqual([store.list(), store.state.damaged.length], [[], 1]);
});

test("an entry damaged under an open page is set aside before it is written again", () => {
  const { storage, store } = aStore();
  store.add(withValues({ "vision-one": 2 }));
  storage.entries.set(KEY, "damaged");
  store.update("a1", answer(1, "vision-two"));
  assert.deepEqual([valueOf(aStore(storage).store), valueOf(aStore(storage).store, "vision-two")], [2, 1]);
  assert.deepEqual(
    store.state.damaged.map(({ key, text }) => [key, text]),
    [["hub-assessment-aside:a1", "damaged"]],
  );
  assert.deepEqual(
    aStore(storage).store.state.damaged.map(({ text }) => text),
    ["damaged"],
  );
});

test("an entry written by a later version of the page is not overwritten", () => {
  const { storage, store } = aStore();
  store.add(anAssessment());
  const newer = toText(anAssessment()).replace('"version": 1', '"version": 2');
  storage.entries.set(KEY, newer);
  store.update("a1", answer(2));
  assert.deepEqual([store.state.fault, store.state.unsaved, storage.entries.get(KEY)], ["newer", ["a1"], newer]);
  assert.equal(valueOf(store), 2);
  const { storage: shared, store: second } = aStore();
  second.add(anAssessment());
  shared.entries.set(KEY, newer);
  assert.deepEqual([second.receive(KEY), second.state.fault], [{ changed: [], removed: [] }, "newer"]);
});

test("two tabs on one assessment: per answer the newer wins, and the other tab follows", () => {
  const { storage, clock, store } = aStore();
  store.add(anAssessment());
  const other = createStore(() => storage, clock);
  store.update("a1", answer(1));
  other.update("a1", answer(3, "vision-two"));
  assert.deepEqual([valueOf(other), valueOf(other, "vision-two")], [1, 3], "joined before writing");
  assert.deepEqual(store.receive(KEY), { changed: ["a1"], removed: [] });
  assert.deepEqual([valueOf(store), valueOf(store, "vision-two")], [1, 3]);
  assert.deepEqual(store.receive(KEY), { changed: [], removed: [] });
  assert.deepEqual(store.receive("other-program"), { changed: [], removed: [] });
});

test("a write lost between reading and writing comes back with the event", () => {
  const { storage, clock, store } = aStore();
  store.add(anAssessment());
  const other = createStore(() => storage, clock);
  const before = /** @type {string} */ (storage.entries.get(KEY));
  store.update("a1", answer(1));
  storage.entries.set(KEY, before);
  other.update("a1", answer(3, "vision-two"));
  assert.deepEqual(store.receive(KEY), { changed: ["a1"], removed: [] });
  other.receive(KEY);
  for (const one of [store, other, aStore(storage).store])
    assert.deepEqual([valueOf(one), valueOf(one, "vision-two")], [1, 3]);
});

test("property: tabs that change and hear in any order end with the same", () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const by = chance(seed);
    const { storage, clock, store } = aStore();
    store.add(anAssessment());
    const tabs = [store, createStore(() => storage, clock), createStore(() => storage, clock)];
    for (let step = 0; step < 25; step += 1) {
      const tab = by.one(tabs);
      const kind = by.below(6);
      if (kind === 0) tab.receive(KEY);
      else if (kind === 1) tab.undo();
      else tab.update("a1", (old, now) => someChange(by, old, now));
    }
    for (let round = 0; round < 3; round += 1) for (const tab of tabs) tab.receive(KEY);
    const [one, two, three] = tabs.map((tab) => /** @type {any} */ (tab.get("a1")));
    assert.ok(identical(one, two) && identical(two, three), `seed ${seed}`);
    assert.equal(storage.entries.get(KEY), toText(one));
    assert.deepEqual(joined(one, two), one);
  }
});

test("a new assessment in another tab appears", () => {
  const { storage, clock, store } = aStore();
  createStore(() => storage, clock).add(anAssessment());
  assert.deepEqual(store.receive(KEY), { changed: ["a1"], removed: [] });
  assert.equal(store.get("a1")?.id, "a1");
});

test("what another tab deletes stays in memory, is not written again by itself, and can be kept", () => {
  const { storage, clock, store } = aStore();
  store.add(anAssessment());
  store.add(anAssessment({ id: "a2" }));
  const other = createStore(() => storage, clock);
  other.remove("a1");
  assert.deepEqual(store.receive(KEY), { changed: [], removed: ["a1"] });
  store.update("a2", answer(1));
  assert.deepEqual([store.state.gone, storage.entries.has(KEY), store.get("a1")?.id], [["a1"], false, "a1"]);
  store.keep("a1");
  assert.deepEqual([store.state.gone, storage.entries.has(KEY), store.state.wiped], [[], true, false]);
});

test("what another tab deletes and brings back is there again; a deletion ends waiting to be saved", () => {
  const { storage, clock, store } = aStore();
  store.add(anAssessment());
  const other = createStore(() => storage, clock);
  storage.mode = "full";
  store.update("a1", answer(2));
  storage.mode = "works";
  const removed = other.remove("a1");
  store.receive(KEY);
  assert.deepEqual([store.state.unsaved, store.state.gone, valueOf(store)], [[], ["a1"], 2]);
  other.add(/** @type {any} */ (removed));
  assert.deepEqual(store.receive(KEY), { changed: [], removed: [] });
  assert.deepEqual([store.state.gone, valueOf(aStore(storage).store)], [[], 2]);
});

test("a damaged entry that another tab mends or deletes is no longer reported", () => {
  for (const mended of [toText(anAssessment()), null]) {
    const storage = new FakeStorage();
    storage.entries.set(KEY, "damaged");
    const { store } = aStore(storage);
    assert.equal(store.state.damaged.length, 1);
    if (mended) storage.entries.set(KEY, mended);
    else storage.entries.delete(KEY);
    store.receive(KEY);
    assert.deepEqual(store.state.damaged, []);
  }
});

test("everything cleared in another tab", () => {
  const { storage, clock, store } = aStore();
  store.add(anAssessment());
  createStore(() => storage, clock).clear();
  assert.deepEqual(store.receive(null), { changed: [], removed: ["a1"] });
  store.remove("a1");
  assert.deepEqual([store.state.gone, store.list(), storage.entries.size], [[], [], 0]);
});

test("undo takes the last change back, once", () => {
  const { store } = aStore();
  store.add(anAssessment());
  assert.equal(store.canUndo, false);
  store.update("a1", answer(1));
  store.update("a1", answer(2));
  assert.equal(store.canUndo, true);
  assert.equal(store.undo(), "a1");
  assert.equal(valueOf(store), 1);
  assert.deepEqual([store.canUndo, store.undo(), valueOf(store)], [false, undefined, 1]);
});

test("the letters of a note are undone together, up to another change", () => {
  const { store } = aStore();
  store.add(anAssessment());
  /** @param {string} note */
  const note = (note) => (/** @type {any} */ a, /** @type {string} */ now) =>
    answered(a, "vision-one", { note }, 1, now);
  store.update("a1", answer(1));
  for (const text of ["a", "ab", "abc"]) store.update("a1", note(text), "note vision-one");
  store.undo();
  assert.deepEqual([store.get("a1")?.answers.get("vision-one")?.note, valueOf(store)], [undefined, 1]);
});

test("undo leaves what another tab changed since", () => {
  const { storage, clock, store } = aStore();
  store.add(anAssessment());
  const other = createStore(() => storage, clock);
  store.update("a1", answer(1));
  other.update("a1", answer(3));
  store.receive(KEY);
  store.undo();
  assert.equal(valueOf(store), 3);
});

test("a file with a known id never overwrites without being told how; both ways can be undone", () => {
  const { store } = aStore();
  store.add(withValues({ "vision-one": 1, "vision-two": 1 }));
  const answers = new Map([["vision-one", { value: /** @type {const} */ (3), version: 1, changed: at(-9) }]]);
  const older = { ...anAssessment({ name: "Uit bestand" }), changed: at(-9), answers };
  assert.equal(store.add(older), false);
  assert.equal(valueOf(store), 1);
  store.add(older, "join");
  assert.deepEqual([valueOf(store), store.get("a1")?.name], [1, "Proef"], "what is newer stays");
  assert.equal(store.add(older, "replace"), true);
  assert.deepEqual(
    [valueOf(store), valueOf(store, "vision-two"), store.get("a1")?.name],
    [3, undefined, "Uit bestand"],
  );
  store.undo();
  assert.deepEqual([valueOf(store), valueOf(store, "vision-two"), store.get("a1")?.name], [1, 1, "Proef"]);
});

test("a file is not added over one that another tab just stored", () => {
  const { storage, clock, store } = aStore();
  createStore(() => storage, clock).add(withValues({ "vision-one": 2 }));
  assert.equal(store.add(anAssessment()), false);
  assert.equal(valueOf(store), 2);
});

test("deleting one and clearing everything, damaged entries included; other programs stay", () => {
  const storage = new FakeStorage();
  storage.entries.set("hub-assessment:bad", "bad");
  storage.entries.set("hub-scheme", "dark");
  const { store } = aStore(storage);
  for (const id of ["a1", "a2"]) store.add(anAssessment({ id }));
  const removed = store.remove("a1");
  assert.deepEqual([removed?.id, store.get("a1"), storage.entries.has(KEY)], ["a1", undefined, false]);
  assert.equal(store.add(/** @type {any} */ (removed)), true);
  store.clear();
  assert.deepEqual([[...storage.entries.keys()], store.list(), store.state.damaged], [["hub-scheme"], [], []]);
  assert.equal(store.state.wiped, false);
});

test("clearing while storage is blocked says so", () => {
  const { storage, store } = aStore();
  store.add(anAssessment());
  storage.mode = "blocked";
  store.clear();
  assert.deepEqual([store.state.fault, store.list(), storage.entries.size], ["blocked", [], 1]);
});
