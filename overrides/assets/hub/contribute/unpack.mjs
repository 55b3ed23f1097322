// @ts-check
/**
 * Finds what a reader sent in a text that other programs carried, as hooks/hub/contribute/received.py and armour.py do;
 * tests/node/received.json holds both to it.
 *
 * @typedef {"cut" | "checksum" | "damaged" | "large" | "browser"} Damage - `browser`: this one cannot unpack
 * @typedef {{ text: string } | { damage: Damage }} Found
 */

import { checksum } from "./digest.mjs";

/** Bytes of a change set; more is no change of a record. */
export const LARGEST = 1024 * 1024;

const OPENING = "(hub1:";
const BLOCK = /\(hub1:((?:(?!\(hub1:).)*?):hub1\)/gs;
const FENCE = /^```(?:json)?[ \t]*\n(.*?)^```/gms;
const QUOTED_PRINTABLE = /=(?:\r?\n|[0-9A-F]{2})/g;

/**
 * The change sets in a text as JSON, and the blocks that cannot be read, each once; nothing where there is none.
 *
 * @param {string} text
 * @returns {Promise<Found[]>}
 */
export async function received(text) {
  const found = await unpacked(text);
  if (found.length) return found;
  const bare = text.trim();
  if (bare.startsWith("{")) return [{ text: bare }];
  const fenced = [...text.matchAll(FENCE)].map(([, inside]) => inside.trim());
  return [...new Set(fenced)].filter((inside) => inside.startsWith("{")).map((inside) => ({ text: inside }));
}

/**
 * @param {string} text
 * @returns {Promise<Found[]>}
 */
async function unpacked(text) {
  const found = await Promise.all([...text.matchAll(BLOCK)].map(([, inside]) => open(inside)));
  if (text.replace(BLOCK, "").includes(OPENING)) found.push({ damage: "cut" });
  const once = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...once.values()];
}

/**
 * @param {string} block
 * @returns {Promise<Found>}
 */
async function open(block) {
  const inside = block.replace(QUOTED_PRINTABLE, "").replace(/[^0-9A-Za-z+/.]/g, "");
  const [, sum, body] = /^([0-9a-f]{8})\.(.*)$/.exec(inside) ?? [];
  if (sum === undefined) return { damage: "checksum" };
  if (typeof DecompressionStream === "undefined") return { damage: "browser" };
  try {
    const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    const data = await inflated(bytes);
    if (!data) return { damage: "large" };
    if (checksum(data) !== sum) return { damage: "damaged" };
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data) };
  } catch {
    return { damage: "damaged" };
  }
}

/**
 * Stops where there is too much: a few bytes may become gigabytes.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function inflated(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > LARGEST) {
      reader.cancel().catch(() => {});
      return null;
    }
    parts.push(value);
  }
}
