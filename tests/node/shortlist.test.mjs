import assert from "node:assert/strict";
import { test } from "node:test";
import { isId } from "../../overrides/assets/hub/lib/id.mjs";
import { SHORTLIST } from "../../overrides/assets/hub/lib/storage-keys.mjs";
import * as store from "../../overrides/assets/hub/shortlist/store.mjs";

const { AT_MOST, VERSION, addedAll, createStore, current, moved, parse, removed, toText } = store;

/** The same numbers at each run. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

/** @param {string} ids */
const entries = (ids) => [...ids].map((id) => ({ id, name: id.toUpperCase() }));
/** @param {store.Shortlist} list */
const idsOf = (list) => list.map(({ id }) => id).join("");

/** A storage in memory that can be told to fail. */
function aStorage() {
  const kept = new Map();
  return {
    kept,
    /** @type {string | null} */ failing: null,
    getItem(/** @type {string} */ key) {
      if (this.failing === "SecurityError") throw Object.assign(new Error("no"), { name: this.failing });
      return kept.get(key) ?? null;
    },
    setItem(/** @type {string} */ key, /** @type {string} */ text) {
      if (this.failing) throw Object.assign(new Error("no"), { name: this.failing });
      kept.set(key, text);
    },
    removeItem(/** @type {string} */ key) {
      if (this.failing) throw Object.assign(new Error("no"), { name: this.failing });
      kept.delete(key);
    },
  };
}

const NAMES = {
  ids: ["a", "b", "c", "d"],
  names: ["Alfa", "Beta", "Gamma", "Delta"],
  former: { old: "a", older: "a", constructor1: "b" },
};

test("what is written is what is read", () => {
  const roll = dice(1);
  for (let round = 0; round < 300; round += 1) {
    const list = addedAll(
      [],
      Array.from({ length: roll(60) }, () => ({ id: `p-${roll(40)}`, name: `«"${roll(9)}\n` })),
    );
    assert.deepEqual(parse(toText(list)), { shortlist: list, fault: null });
  }
});

test("whatever is stored gives a list of sound entries, each once, and never throws", () => {
  const bad = [
    "",
    "x",
    "{",
    "null",
    "1",
    "[]",
    "{}",
    '{"version":"1"}',
    '{"version":0,"practices":[]}',
    '{"version":1}',
    '{"version":1,"practices":{}}',
    "x".repeat(200_000),
    '{"version":1,"practices":[1,null,[],{"id":"<script>","name":"x"},{"id":"a"}]}',
    '{"version":1,"practices":[{"id":"__proto__","name":"x"},{"id":"../x","name":"x"},{"id":"a,b","name":"x"}]}',
  ];
  for (const text of bad) assert.deepEqual(parse(text), { shortlist: [], fault: "damaged" }, text.slice(0, 60));
  assert.deepEqual(parse(null), { shortlist: [], fault: null });
  const mixed =
    '{"version":1,"practices":[{"id":"a","name":"A","more":1},{"id":"a","name":"B"},7,{"id":"b","name":"B"}]}';
  assert.deepEqual(parse(mixed), { shortlist: entries("ab"), fault: "damaged" });
  const roll = dice(2);
  const whole = toText(entries("abc"));
  for (let round = 0; round < 500; round += 1) {
    const at = roll(whole.length);
    const { shortlist } = parse(whole.slice(0, at) + String.fromCharCode(roll(300)) + whole.slice(at + roll(4)));
    assert.ok(shortlist.every(({ id, name }) => isId(id) && typeof name === "string"));
  }
});

test("a later version is left alone, also when something is added", () => {
  const storage = aStorage();
  const later = JSON.stringify({ version: VERSION + 1, practices: { new: "shape" } });
  storage.kept.set(SHORTLIST, later);
  const kept = createStore(() => storage);
  assert.equal(kept.fault, "newer");
  kept.add(entries("a"));
  assert.equal(idsOf(kept.shortlist), "a");
  assert.equal(kept.fault, "newer");
  assert.equal(storage.kept.get(SHORTLIST), later);
});

test("a list holds each practice once and no more than it may", () => {
  assert.equal(idsOf(addedAll(entries("ab"), entries("bca"))), "abc");
  const many = Array.from({ length: AT_MOST + 5 }, (_, number) => ({ id: `p${number}`, name: "x".repeat(500) }));
  const list = addedAll([], many);
  assert.equal(list.length, AT_MOST);
  assert.ok(list.every(({ name }) => name.length <= 200));
});

test("moving changes the order and nothing else; removing takes one away", () => {
  const roll = dice(3);
  for (let round = 0; round < 200; round += 1) {
    const list = entries("abcdef".slice(0, 1 + roll(6)));
    const id = "abcdefg"[roll(7)];
    const by = roll(2) ? 1 : -1;
    const after = moved(list, id, by);
    assert.equal([...idsOf(after)].sort().join(""), idsOf(list));
    const place = list.findIndex((entry) => entry.id === id);
    if (place >= 0 && list[place + by]) assert.equal(idsOf(moved(after, id, by === 1 ? -1 : 1)), idsOf(list));
    assert.equal(idsOf(removed(list, id)), idsOf(list).replace(id, ""));
  }
});

test("renamed practices are followed, names are those of the page, and what is gone stays until people take it off", () => {
  const list = [
    { id: "old", name: "Before" },
    { id: "gone", name: "Gone" },
    { id: "b", name: "B in Dutch" },
    { id: "constructor", name: "x" },
  ];
  assert.deepEqual(current(list, NAMES), {
    shortlist: [
      { id: "a", name: "Alfa" },
      { id: "gone", name: "Gone" },
      { id: "b", name: "Beta" },
      { id: "constructor", name: "x" },
    ],
    gone: ["gone", "constructor"],
  });
  assert.equal(
    idsOf(current([...entries("a"), { id: "old", name: "x" }, { id: "older", name: "x" }], NAMES).shortlist),
    "a",
  );
});

test("two tabs add to one list", () => {
  const storage = aStorage();
  const [one, other] = [createStore(() => storage), createStore(() => storage)];
  one.add(entries("a"));
  other.add(entries("b"));
  one.receive();
  assert.equal(idsOf(one.shortlist), "ab");
  other.remove("a");
  assert.equal(parse(storage.kept.get(SHORTLIST)).shortlist.length, 1);
});

test("storage that is blocked or full costs keeping, not the list; when it recovers all is written", () => {
  for (const [name, fault] of [
    ["SecurityError", "blocked"],
    ["QuotaExceededError", "full"],
  ]) {
    const storage = aStorage();
    const kept = createStore(() => storage);
    storage.failing = name;
    kept.add(entries("a"));
    kept.add(entries("b"));
    assert.equal(kept.fault, fault);
    assert.equal(idsOf(kept.shortlist), "ab");
    kept.move("b", -1);
    storage.failing = null;
    kept.add(entries("c"));
    assert.equal(kept.fault, null);
    assert.equal(idsOf(parse(storage.kept.get(SHORTLIST)).shortlist), "bac");
  }
  const none = createStore(() => {
    throw new Error("no storage at all");
  });
  none.toggle(entries("a")[0]);
  assert.equal(none.fault, "blocked");
  assert.ok(none.has("a"));
});

test("an empty list leaves nothing behind, and reading writes nothing", () => {
  const storage = aStorage();
  const kept = createStore(() => storage);
  kept.update(NAMES);
  assert.equal(storage.kept.size, 0);
  kept.toggle({ id: "a", name: "A" });
  kept.toggle({ id: "a", name: "A" });
  assert.equal(storage.kept.size, 0);
  kept.add(entries("ab"));
  kept.clear();
  assert.equal(storage.kept.size, 0);
});

test("names are brought up to date without a write, ids with one", () => {
  const storage = aStorage();
  storage.kept.set(SHORTLIST, toText([{ id: "a", name: "In Dutch" }]));
  const kept = createStore(() => storage);
  assert.deepEqual(kept.update(NAMES), []);
  assert.equal(kept.shortlist[0].name, "Alfa");
  assert.match(storage.kept.get(SHORTLIST), /In Dutch/);
  storage.kept.set(SHORTLIST, toText([{ id: "old", name: "x" }]));
  kept.receive();
  assert.deepEqual(kept.shortlist, [{ id: "a", name: "Alfa" }]);
  createStore(() => storage).update(NAMES);
  assert.match(storage.kept.get(SHORTLIST), /"id":"a"/);
});
