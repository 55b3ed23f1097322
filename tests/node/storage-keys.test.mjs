import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as keys from "../../overrides/assets/hub/lib/storage-keys.mjs";

/** Begins the keys of assessments. */
const STORED = "hub-assessment";
const HUB = new URL("../../overrides/", import.meta.url);

test("keys are written in one place, and again only where the first view of a page would need one more request", () => {
  const names = readdirSync(HUB, { recursive: true, encoding: "utf-8" }).filter((name) => /\.(mjs|html)$/.test(name));
  const found = names.flatMap((name) => {
    const text = readFileSync(new URL(name, HUB), "utf-8");
    const written = [...Object.values(keys), STORED].filter(
      (key) => text.includes(`Item("${key}`) || text.includes(`= "${key}";`),
    );
    return written.map((key) => [name, key]);
  });
  const repeated = found.filter(([name]) => !name.endsWith("storage-keys.mjs"));
  assert.equal(found.length - repeated.length, Object.keys(keys).length);
  assert.ok([keys.ASSESSMENT, keys.ASSESSMENT_ASIDE].every((key) => key.startsWith(STORED)));
  assert.deepEqual(repeated.sort(), [
    ["assets/hub/assessment/assessment.mjs", STORED],
    ["assets/hub/main.mjs", keys.SHORTCUT],
    ["assets/hub/shell/scheme.mjs", keys.SCHEME],
    ["assets/hub/shortlist/shortlist.mjs", keys.SHORTLIST],
    ["hub/partials/head.html", keys.SCHEME],
  ]);
});

test("keys never change: what was kept under them would be lost", () => {
  assert.deepEqual(
    { ...keys },
    {
      ASSESSMENT: "hub-assessment:",
      ASSESSMENT_ASIDE: "hub-assessment-aside:",
      ASSESSMENT_OPEN: "hub-assessment-open",
      CORRECTION: "hub-correction:",
      FORM: "hub-form:",
      SCHEME: "hub-scheme",
      SHORTCUT: "hub-shortcut",
      SHORTLIST: "hub-shortlist",
      TOOL: "hub-tool-",
    },
  );
});
