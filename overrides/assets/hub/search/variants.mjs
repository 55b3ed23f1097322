// @ts-check
/**
 * Other forms of the words asked for, where the stemming of Pagefind takes two forms of a word for two words.
 *
 * Its Dutch stemmer (Snowball, Kraaij-Pohlmann) lengthens vowels: "mentoren" becomes "mentoor" and is not found for
 * "mentor"; so with sectoren, kansen, voorbeelden, verslagen. Asking for the form with and without -en as well repairs
 * most cases. It folds accents, but not letters that only look accented to a foreign eye: æ is asked for as ae too, and
 * the other way.
 */

/** How many questions one question may become; every word doubles them. */
const MOST = 8;

/** @type {Readonly<Record<string, (word: string) => string[]>>} */
const OTHER_FORMS = {
  nl: (word) => {
    if (/[^aeiouy]en$/.test(word)) return [word.slice(0, -2)];
    if (/[bdfgklmnprst]$/.test(word)) return [`${word}en`];
    return [];
  },
};

/** @param {string} word */
function otherLetters(word) {
  if (word.includes("ae")) return [word.replaceAll("ae", "æ")];
  if (word.includes("æ")) return [word.replaceAll("æ", "ae")];
  return [];
}

/**
 * @param {string} query
 * @param {string} locale
 * @returns {string[]} the question itself first; a phrase in quotes is taken at its word
 */
export function variants(query, locale) {
  if (query.includes('"')) return [query];
  const others = OTHER_FORMS[locale] ?? (() => []);
  let questions = [""];
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const forms =
      word.length < 4 || questions.length * 2 > MOST ? [word] : [word, ...others(word), ...otherLetters(word)];
    questions = forms.flatMap((form) => questions.map((question) => `${question} ${form}`.trim()));
  }
  return [...new Set([query, ...questions])].filter(
    (question, place) => place === 0 || question !== query.toLowerCase(),
  );
}

/**
 * What to ask when nothing else found anything: names with ø, typed with o; the parts of a word with a hyphen, one
 * after the other.
 *
 * @param {string} query
 * @returns {string[]}
 */
export function lastResort(query) {
  return [...(/o/i.test(query) ? [query.toLowerCase().replaceAll("o", "ø")] : []), ...inParts(query)];
}

/**
 * A single word with hyphens, points or apostrophes, for pages that write blanks there; Pagefind itself takes it as written
 * as one. None where a part is but a letter.
 *
 * @param {string} query
 * @returns {string[]}
 */
function inParts(query) {
  const parts = query.trim().split(/[-\u2010-\u2015/.'’]+/);
  return parts.length > 1 && parts.every((part) => /^[\p{L}\p{N}]{2,}$/u.test(part)) ? [`"${parts.join(" ")}"`] : [];
}
