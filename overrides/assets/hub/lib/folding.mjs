// @ts-check
/**
 * Text for comparing: without case and accents, and as words. The build folds in the same way when it makes the index of
 * the practices (`fold` and `words` in Python); tests/node/folding.json holds both to the same examples.
 */

/** Letters that Unicode does not take apart into a letter and a mark. @type {Readonly<Record<string, string>>} */
const SPECIAL = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };
const SPECIAL_LETTER = new RegExp(`[${Object.keys(SPECIAL).join("")}]`, "g");

/**
 * Without case and accents.
 *
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(SPECIAL_LETTER, (letter) => SPECIAL[letter]);
}

/**
 * The folded words of a text: runs of letters and digits.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
