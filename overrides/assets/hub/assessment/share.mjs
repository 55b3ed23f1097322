// @ts-check
/**
 * The answers in the `#` of an address, which a browser never sends to a server.
 *
 * A link contains: full or quick, team or person, agreed or not, stage, date, criteria version, and per criterion the
 * level, "not applicable" or "don't know". It does not contain: name, role, reasons, notes, proof, plan, owners, times.
 */

import { FORMAT, VERSION, check } from "./file.mjs";
import { VALUES } from "./model.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */

const KEY = "answers=1.";
/** Characters after the `#`, and bytes once unpacked. */
export const SHARE_LIMITS = Object.freeze({ hash: 20_000, bytes: 100_000 });

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

/** @param {string} hash - with or without its `#` */
export function isShared(hash) {
  return hash.replace(/^#/, "").startsWith(KEY.replace(/\d.*/, ""));
}

/**
 * @param {string} hash - untrusted
 * @param {{ id: string, now: string }} made - for the assessment it becomes
 * @returns {Promise<import("./file.mjs").Parsed>} checked as a file is
 */
export async function fromHash(hash, { id, now }) {
  const text = hash.replace(/^#/, "");
  if (text.length > SHARE_LIMITS.hash) return refused("too-large", SHARE_LIMITS.hash);
  if (!text.startsWith(KEY)) return refused(isShared(text) ? "newer-version" : "not-an-assessment");
  let raw;
  try {
    const signs = atob(text.slice(KEY.length).replaceAll("-", "+").replaceAll("_", "/"));
    const packed = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
    const bytes = await piped(packed, new DecompressionStream("deflate-raw"), SHARE_LIMITS.bytes);
    raw = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    return error instanceof RangeError ? refused("too-large", SHARE_LIMITS.bytes) : refused("not-json");
  }
  if (!Array.isArray(raw) || raw.length !== 6 + VALUES.length) return refused("not-an-assessment");
  const [kind, stage, date, variant, criteriaVersion, agreed, ...byValue] = raw;
  /** @type {[string, object][]} */
  const answers = [];
  for (const [place, ids] of byValue.entries()) {
    if (typeof ids !== "string") return refused("not-an-assessment");
    for (const one of ids.split(" ").filter(Boolean)) {
      answers.push([one, { value: VALUES[place], version: criteriaVersion, changed: now }]);
    }
  }
  return check({
    format: FORMAT,
    version: VERSION,
    ...{ id, name: "", kind, stage, date, variant, criteriaVersion, agreed, changed: now },
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

/**
 * @param {import("./file.mjs").Fault["code"]} code
 * @param {number} [limit]
 * @returns {import("./file.mjs").Parsed}
 */
function refused(code, limit) {
  return {
    assessment: null,
    faults: [{ code, place: "", ...(limit !== undefined && { limit }) }],
    ignored: [],
    version: null,
  };
}
