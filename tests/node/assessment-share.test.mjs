// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { toText } from "../../overrides/assets/hub/assessment/file.mjs";
import { answered, planned } from "../../overrides/assets/hub/assessment/model.mjs";
import { SHARE_LIMITS, canShare, fromHash, isShared, toHash } from "../../overrides/assets/hub/assessment/share.mjs";
import { SCHEMA, anAssessment, at, chance, schemaFaults, someAssessment, withValues } from "./assessment-samples.mjs";

const MADE = { id: "shared-1", now: at(9999) };

/** @param {string} text */
const packed = (text) => `#answers=1.${deflateRawSync(text).toString("base64url")}`;
/** @param {any[]} change */
const hashOf = (...change) =>
  packed(
    JSON.stringify(
      ["person", "running", "2026-11-22", "full", 1, false, "", "", "", "", "", "", ...change].slice(0, 12),
    ),
  );

test("a link brings the answers back, and nothing else of the assessment", async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const made = someAssessment(chance(seed));
    const { assessment, faults } = await fromHash(`#${await toHash(made)}`, MADE);
    assert.deepEqual(faults, []);
    assert.ok(assessment);
    const values = (/** @type {any} */ one) =>
      [...one.answers]
        .filter(([, { value }]) => value !== undefined)
        .map(([id, { value }]) => [id, value])
        .sort();
    assert.deepEqual(values(assessment), values(made));
    const { kind, stage, date, variant, criteriaVersion, agreed } = made;
    assert.deepEqual(
      { ...assessment, answers: 0 },
      {
        id: "shared-1",
        name: "",
        kind,
        stage,
        date,
        variant,
        criteriaVersion,
        agreed,
        changed: at(9999),
        answers: 0,
        plan: [],
      },
    );
    for (const answer of assessment.answers.values())
      assert.deepEqual(Object.keys(answer).sort(), ["changed", "value", "version"]);
  }
});

test("no private word is in the link", async () => {
  let made = anAssessment({ name: "GEHEIM", role: "GEHEIM" });
  made = answered(made, "vision-one", { value: "na", reason: "GEHEIM", note: "GEHEIM", proof: "GEHEIM" }, 1, at(1));
  made = planned(made, { id: "p-geheim", text: "GEHEIM", owner: "GEHEIM", date: "2027-01-01" }, at(1));
  const hash = await toHash(made);
  const inside = inflateRawSync(Buffer.from(hash.split(".")[1], "base64url")).toString();
  assert.doesNotMatch(inside, /geheim/i);
  assert.deepEqual(JSON.parse(inside), [
    "person",
    "running",
    "2026-11-22",
    "full",
    1,
    false,
    "",
    "",
    "",
    "",
    "vision-one",
    "",
  ]);
});

test("a link of fifty answers is short and needs no escaping", async () => {
  const by = chance(1);
  let made = anAssessment();
  for (let place = 0; place < 51; place += 1)
    made = answered(made, `dimension-criterion-name-${place}`, { value: by.one([0, 1, 2, 3]) }, 1, at(1));
  const hash = await toHash(made);
  assert.ok(hash.length < 1000, `${hash.length}`);
  assert.equal(encodeURI(hash), hash);
});

test("which addresses are ours", () => {
  assert.deepEqual(["#answers=1.abc", "answers=2.abc", "#vision-one", "", "#xanswers=1."].map(isShared), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("a link that was encoded, broken or marked on the way is read as it was", async () => {
  const made = withValues({ "vision-one": 1, "vision-two": "na", "ethics-one": 3 });
  const link = await toHash(made);
  const values = (/** @type {any} */ one) => [...one.answers].map(([id, { value }]) => [id, value]).sort();
  const encoded = (/** @type {string} */ text) =>
    [...text].map((sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");
  for (const found of [
    ...[link.replace("=", "%3D"), link.replace("=", "%3D").replace(".", "%2E"), link.replace("=", "%3d"), encoded(link)],
    ...[encodeURIComponent(encodeURIComponent(link)), encodeURIComponent(link.replace("=", "%3D"))],
    ...[link.replaceAll("-", "%2D").replaceAll("_", "%5F"), link.replace("=", "=3D"), `${link}.`, `${link})`, `${link}>`],
    ...[`${link}%20`, `${link}%0A`, link.replace(/(.{30})/g, "$1=\r\n"), link.replace(/(.{30})/g, "$1%0D%0A> "), `${link}&utm_source=x`],
  ]) {
    assert.ok(isShared(found), found);
    const { assessment, faults } = await fromHash(`#${found}`, MADE);
    assert.deepEqual(faults, [], found);
    assert.deepEqual(values(assessment), values(made), found);
  }
}); // prettier-ignore

test("a link that was cut, wherever, is known as one and refused", async () => {
  const link = await toHash(withValues({ "vision-one": 1, "vision-two": "na" }));
  for (let length = "answers".length; length < link.length; length += 1) {
    for (const cut of [link.slice(0, length), link.replace("=", "%3D").slice(0, length)]) {
      if (/^answers%3?$/.test(cut)) continue;
      assert.ok(isShared(cut), cut);
      assert.equal((await fromHash(cut, MADE)).assessment, null, cut);
    }
  }
});

test("a browser without compression cannot share, and says so", () => {
  assert.equal(canShare(), true);
  const { CompressionStream } = globalThis;
  try {
    Object.assign(globalThis, { CompressionStream: undefined });
    assert.equal(canShare(), false);
  } finally {
    Object.assign(globalThis, { CompressionStream });
  }
});

test("the same answers give the same link, in whatever order they came", async () => {
  const values = /** @type {const} */ ({ "vision-one": 1, "vision-two": 1, "ethics-one": 1 });
  const back = Object.fromEntries(Object.entries(values).reverse());
  assert.equal(await toHash(withValues(values)), await toHash(withValues(back)));
});

test("a refusal for size says what is allowed", async () => {
  const hashes = [`#answers=1.${"A".repeat(SHARE_LIMITS.hash)}`, packed("[".repeat(SHARE_LIMITS.bytes + 1))];
  const found = await Promise.all(hashes.map((hash) => fromHash(hash, MADE)));
  assert.deepEqual(
    found.map(({ faults }) => faults),
    [
      [{ code: "too-large", place: "", limit: SHARE_LIMITS.hash }],
      [{ code: "too-large", place: "", limit: SHARE_LIMITS.bytes }],
    ],
  );
  assert.deepEqual((await fromHash("#x", MADE)).faults, [{ code: "not-an-assessment", place: "" }]);
});

for (const [name, hash, code] of /** @type {[string, string, string][]} */ ([
  ["another fragment", "#vision", "not-an-assessment"],
  ["a later format", "#answers=2.abc", "newer-version"],
  ["nothing", "#answers=1.", "not-json"],
  ["no base64", "#answers=1.%%%", "not-json"],
  ["no deflate", "#answers=1.AAAA", "not-json"],
  ["too long", `#answers=1.${"A".repeat(SHARE_LIMITS.hash)}`, "too-large"],
  ["a bomb", packed("[".repeat(5_000_000)), "too-large"],
  ["no JSON", packed("["), "not-json"],
  ["deep JSON", packed("[".repeat(50_000)), "not-json"],
  ["no UTF-8", `#answers=1.${deflateRawSync(Buffer.from([0x22, 0xff, 0x22])).toString("base64url")}`, "not-json"],
  ["an object", packed("{}"), "not-an-assessment"],
  ["a short list", packed("[1]"), "not-an-assessment"],
  ["a wrong kind", packed('["crowd","running","2026-11-22","full",1,false,"","","","","",""]'), "not-allowed"],
  ["a wrong version", packed('["team","running","2026-11-22","full","1",false,"","","","","",""]'), "wrong-type"],
  ["lists for texts", packed('["team","running","2026-11-22","full",1,false,[],"","","","",""]'), "not-an-assessment"],
  [
    "too many answers",
    packed(
      JSON.stringify([
        "team",
        "running",
        "2026-11-22",
        "full",
        1,
        false,
        Array.from({ length: 501 }, (_, n) => `a${n}`).join(" "),
        "",
        "",
        "",
        "",
        "",
      ]),
    ),
    "too-many",
  ],
])) {
  test(`refused: ${name}`, async () => {
    const { assessment, faults } = await fromHash(hash, MADE);
    assert.deepEqual([assessment, faults[0].code], [null, code]);
  });
}

test("keys of a link do nothing but name criteria", async () => {
  const { assessment } = await fromHash(
    packed('["team","running","2026-11-22","full",1,false,"__proto__ constructor <b>","","","","",""]'),
    MADE,
  );
  assert.deepEqual([...(assessment?.answers.keys() ?? [])], ["constructor"]);
  assert.equal(/** @type {any} */ ({}).value, undefined);
  assert.equal((await fromHash(hashOf(), MADE)).assessment?.answers.size, 0);
});

test("damaged links: refused with a fault, or good through and through", async () => {
  for (let seed = 1; seed <= 1000; seed += 1) {
    const by = chance(seed);
    const hash = await toHash(someAssessment(by, { steps: 5 }));
    const from = 10 + by.below(hash.length - 10);
    const spoiled = hash.slice(0, from) + by.one(["", "A", "-_", "é", "="]) + hash.slice(from + by.below(4));
    const { assessment, faults } = await fromHash(spoiled, MADE);
    assert.equal(faults.length > 0, assessment === null);
    if (assessment) assert.deepEqual(schemaFaults(SCHEMA, JSON.parse(toText(assessment))), []);
  }
});
