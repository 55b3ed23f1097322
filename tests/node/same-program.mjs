// @ts-check
/**
 * Whether scripts in two folders are the same programs: node same-program.mjs <folder> <other folder> <name>...
 * Prints the names of those that differ, or how many are the same. Comments, layout and brackets for reading do not count.
 * The first folder holds sources, which end in .mjs; as published they end in .js, and name each other so.
 */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, other, ...names] = process.argv.slice(2);
const { parsers } = createRequire(import.meta.url)("../../.venv/node_modules/prettier/plugins/babel.js");

/** Where a piece of the program was found, not what it says. */
const PLACES = new Set(["start", "end", "loc", "range", "extra", "comments", "tokens", "errors", "__contentEnd"]);

/**
 * @param {unknown} node
 * @returns {unknown}
 */
function meaning(node) {
  if (Array.isArray(node)) return node.map(meaning);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node);
  const named = moduleNamed(node);
  if (named) named.value = named.value.replace(/\.mjs$/, ".js");
  if ("expression" in node && Object(node).type === "ParenthesizedExpression") return meaning(node.expression);
  return Object.fromEntries(
    entries
      .filter(([key]) => !PLACES.has(key) && !key.endsWith("Comments"))
      .map(([key, value]) => [key, meaning(value)]),
  );
}

/**
 * The module that an import, an export or a call of import() names.
 *
 * @param {any} node
 * @returns {{ value: string } | undefined}
 */
function moduleNamed(node) {
  if (node.type === "CallExpression") return node.callee.type === "Import" ? node.arguments[0] : undefined;
  return node.source?.type === "StringLiteral" ? node.source : undefined;
}

/** @param {string} path */
async function program(path) {
  return JSON.stringify(meaning(parsers.babel.parse(await readFile(path, "utf-8"), {})));
}

const different = [];
for (const name of names) {
  if ((await program(join(folder, name.replace(/\.js$/, ".mjs")))) !== (await program(join(other, name))))
    different.push(name);
}
console.log(different.length ? `different: ${different.join(", ")}` : `the same: ${names.length}`);
