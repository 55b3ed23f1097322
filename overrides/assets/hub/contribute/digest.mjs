// @ts-check
/**
 * One short name for equal values, the same as hooks/hub/contribute/change_set.py makes; tests/node/contribution.json
 * holds both to it.
 */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/**
 * CRC-32 (ISO 3309, as in zip) as eight hexadecimal digits.
 *
 * @param {Uint8Array} data
 */
export function checksum(data) {
  let sum = ~0;
  for (const byte of data) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (~sum >>> 0).toString(16).padStart(8, "0");
}

/** @param {unknown} value */
export function digest(value) {
  return checksum(new TextEncoder().encode(canonical(value)));
}

/**
 * JSON with its fields in the order of their names, and numbers as Python writes them. Names of fields are ASCII.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "number") return numeral(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(",")}}`;
}

/** @param {number} value */
function numeral(value) {
  if (Number.isInteger(value)) return BigInt(value).toString();
  // Python changes to powers of ten earlier than JavaScript, and writes them with two digits
  if (Math.abs(value) < 1e-4) return value.toExponential().replace(/e-(\d)$/, "e-0$1");
  return String(value);
}
