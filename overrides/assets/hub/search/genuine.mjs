// @ts-check
/**
 * Whether a page was found for the words asked for, or for a mere beginning of them.
 *
 * Where no page has a word, Pagefind drops letters from its end until something is found, without a limit: "helikopter"
 * finds every H, "werkdruk" every page with "werk". (https://github.com/Pagefind/pagefind/issues/599). Then it is more
 * honest to say that nothing was found. Which words no page has, the engine asks Pagefind itself; such a word may still be
 * the beginning of what someone is typing, or another form of what was found.
 */

import { wordsOf } from "../lib/folding.mjs";

/** As many letters must be the same before an ending may differ. */
const ENOUGH = 4;
/** What a form of a word may have in the place of another form. */
const ENDING = /^(?:[entsd]|de|den|te|ten|er|ers|r?en|eren|ing|ingen|es|ed|ly|lijke?)$/;

/**
 * @param {readonly string[]} asked - words that no page has
 * @param {readonly string[]} found - words of one page that Pagefind marked, as they occur in its text
 */
export function genuine(asked, found) {
  const tokens = found.flatMap(tokensOf);
  const words = asked.map((word) => wordsOf(word).join("")).filter(Boolean);
  const worthy = words.filter((word) => word.length > 1);
  return (worthy.length ? worthy : words).every((word) => tokens.some((token) => akin(word, token)));
}

/**
 * @param {string} text - "(Mentor2Work," gives `mentor2work` and its parts, "e-mail" gives `email` too, as Pagefind has
 *   them
 */
function tokensOf(text) {
  const parts = text.replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2");
  return [...new Set([...wordsOf(`${text} ${parts}`), wordsOf(text).join("")])];
}

/**
 * The beginning of a word, or another form of it.
 *
 * @param {string} asked
 * @param {string} found
 */
function akin(asked, found) {
  let same = 0;
  while (same < asked.length && asked[same] === found[same]) same += 1;
  return same === asked.length || (same >= ENOUGH && ENDING.test(asked.slice(same)));
}

/**
 * The words of a question, as Pagefind takes them: what has no blank in it is one.
 *
 * @param {string} question
 */
export function askedWords(question) {
  return [...new Set(question.toLowerCase().split(/\s+/))].filter((word) => wordsOf(word).length);
}
