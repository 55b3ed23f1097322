// @ts-check
/** Packs a change set so that it survives a mail; hooks/hub/contribute/armour.py says how and unpacks it. */

import { checksum } from "./digest.mjs";

const LINE = /.{1,64}/g;
const MOST_STORED = 65_535;

/** @param {string} text */
export async function packed(text) {
  const data = new TextEncoder().encode(text);
  const bytes = await deflated(data);
  const body = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `(hub1:\n${(`${checksum(data)}.${body}`.match(LINE) ?? []).join("\n")}\n:hub1)`;
}

/** @param {Uint8Array<ArrayBuffer>} data */
async function deflated(data) {
  try {
    const stream = new Blob([data]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return stored(data);
  }
}

/**
 * What browsers before 2023 can do: deflate that compresses nothing (RFC 1951, 3.2.4).
 *
 * @param {Uint8Array} data
 */
export function stored(data) {
  /** @type {number[]} */
  const out = [];
  for (let at = 0; at === 0 || at < data.length; at += MOST_STORED) {
    const part = data.subarray(at, at + MOST_STORED);
    const { length } = part;
    const last = at + MOST_STORED >= data.length ? 1 : 0;
    out.push(last, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255);
    for (const byte of part) out.push(byte);
  }
  return Uint8Array.from(out);
}
