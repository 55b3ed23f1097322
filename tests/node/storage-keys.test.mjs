import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as keys from "../../overrides/assets/hub/lib/storage-keys.mjs";

const HUB = new URL("../../overrides/", import.meta.url);

test("keys are written in one place, and once more in the script that may not wait", () => {
  const names = readdirSync(HUB, { recursive: true, encoding: "utf-8" }).filter((name) => /\.(mjs|html)$/.test(name));
  const found = names.flatMap((name) => {
    const text = readFileSync(new URL(name, HUB), "utf-8");
    return Object.values(keys).filter((key) => text.includes(`Item("${key}`) || text.includes(`= "${key}";`));
  });
  assert.deepEqual(found.sort(), [...Object.values(keys), keys.SCHEME].sort());
});

test("keys never change: what was kept under them would be lost", () => {
  assert.deepEqual(
    { ...keys },
    {
      ASSESSMENT: "hub-assessment:",
      ASSESSMENT_ASIDE: "hub-assessment-aside:",
      SCHEME: "hub-scheme",
      SHORTCUT: "hub-shortcut",
      SHORTLIST: "hub-shortlist",
      TOOL: "hub-tool-",
    },
  );
});
