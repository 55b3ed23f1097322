// @ts-check

export const LONGEST_ID = 80;

/**
 * Whether something could be the id of a record: small letters, digits and hyphens. Only such text goes into addresses.
 *
 * @param {unknown} value
 * @returns {value is string}
 */
export function isId(value) {
  return typeof value === "string" && value.length <= LONGEST_ID && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}
