// @ts-check
/**
 * The answers in the `#` of an address, which a browser never sends to a server.
 *
 * A link contains: full or quick, team or person, agreed or not, stage, date, criteria version, and per criterion the
 * level, "not applicable" or "don't know". It does not contain: name, role, reasons, notes, proof, plan, owners, times.
 */

import { FORMAT, VERSION, check, refused } from "./file.mjs";
import { VALUES, bounded } from "./model.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */

const KEY = "answers=1.";
/** Characters after the `#`, and bytes once unpacked; more than LIMITS.answers ids of LIMITS.id letters take. */
export const SHARE_LIMITS = Object.freeze({ hash: 60_000, bytes: 100_000 });
/** How often programs on the way may have encoded a link. */
const ENCODED = 3;

/** Whether this browser can make and read such links. */
export function canShare() {
  try {
    return Boolean(new CompressionStream("deflate-raw") && new DecompressionStream("deflate-raw"));
  } catch {
    return false;
  }
}

/**
 * @param {Assessment} assessment
 * @returns {Promise<string>} what comes after the `#`
 */
export async function toHash({ kind, stage, date, variant, criteriaVersion, agreed, answers }) {
  const byValue = VALUES.map((value) =>
    [...answers]
      .filter(([, answer]) => answer.value === value)
      .map(([id]) => id)
      .sort(),
  );
  const text = JSON.stringify([
    kind,
    stage,
    date,
    variant,
    criteriaVersion,
    agreed,
    ...byValue.map((ids) => ids.join(" ")),
  ]);
  const bytes = await piped(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity);
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return KEY + btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * The part of an address after its `#` as we wrote it: mail programs encode signs, and break long lines.
 *
 * @param {string} hash - with or without its `#`
 */
export function undoneHash(hash) {
  let text = hash.replace(/^#/, "");
  for (let round = 0; round < ENCODED && text.includes("%"); round += 1) {
    text = text.replace(/%([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  }
  return text.replace(/\s+/g, "");
}

/** Also what is left of a link that was cut. @param {string} hash - with or without its `#` */
export function isShared(hash) {
  return /^answers(=|$)/.test(undoneHash(hash));
}

/**
 * @param {string} hash - untrusted
 * @param {{ id: string, now: string }} made - for the assessment it becomes
 * @returns {Promise<import("./file.mjs").Parsed>} checked as a file is
 */
export async function fromHash(hash, { id, now }) {
  if (hash.length > SHARE_LIMITS.hash) return refused("too-large", "", SHARE_LIMITS.hash);
  // Mail writes "=3D" for "=", breaks lines with "=", and begins them with ">" in an answer
  const [, written, letters] = /^answers=(?:3D)?(\d+)\.(.*)$/i.exec(undoneHash(hash)) ?? [];
  if (!written) return refused("not-an-assessment");
  if (`answers=${written}.` !== KEY) return refused("newer-version");
  let raw;
  try {
    // What follows a link (a bracket, a full stop, a mark of a counter) is none of our letters
    const [own] = letters.replace(/[=>]/g, "").match(/^[\w-]*/) ?? [""];
    const signs = atob(own.replaceAll("-", "+").replaceAll("_", "/"));
    const packed = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
    const bytes = await piped(packed, new DecompressionStream("deflate-raw"), SHARE_LIMITS.bytes);
    raw = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    return error instanceof RangeError ? refused("too-large", "", SHARE_LIMITS.bytes) : refused("not-json");
  }
  if (!Array.isArray(raw) || raw.length !== 6 + VALUES.length) return refused("not-an-assessment");
  const [kind, stage, date, variant, criteriaVersion, agreed, ...byValue] = raw;
  const changed = bounded(now);
  /** @type {[string, object][]} */
  const answers = [];
  for (const [place, ids] of byValue.entries()) {
    if (typeof ids !== "string") return refused("not-an-assessment");
    for (const one of ids.split(" ").filter(Boolean)) {
      answers.push([one, { value: VALUES[place], version: criteriaVersion, changed }]);
    }
  }
  return check({
    format: FORMAT,
    version: VERSION,
    ...{ id, name: "", kind, stage, date, variant, criteriaVersion, agreed, changed },
    answers: Object.fromEntries(answers),
    plan: [],
  });
}

/**
 * @param {Uint8Array} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} limit - RangeError beyond it, before the rest is unpacked
 */
async function piped(bytes, stream, limit) {
  const reader = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new RangeError("more than allowed");
    }
    parts.push(value);
  }
}
