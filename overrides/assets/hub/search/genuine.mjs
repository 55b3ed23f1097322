// @ts-check
/**
 * Whether a page was found for the words asked for, or for a mere beginning of them.
 *
 * Where no page has a word, Pagefind drops letters from its end until something is found, without a limit: "helikopter"
 * finds every H. (https://github.com/Pagefind/pagefind/issues/599). Then it is more honest to say that nothing was found.
 * The words really found are compared with those asked for, loosely, because both were stemmed: see `akin`.
 */

import { wordsOf } from "../lib/folding.mjs";

const ENOUGH = 4;
const ENDING = 4;

/**
 * @param {string} query
 * @param {readonly string[]} found - words of one page that Pagefind marked, as they occur in its text
 */
export function genuine(query, found) {
  const tokens = found.flatMap(tokensOf).flatMap(shapes);
  const asked = tokensOf(query);
  const worthy = asked.filter((word) => word.length > 1);
  return (worthy.length ? worthy : asked).every((word) =>
    shapes(word).some((shape) => tokens.some((token) => akin(shape, token))),
  );
}

/** @param {string} text - "(Mentor2Work," gives both `mentor2work` and its parts, as Pagefind has them */
function tokensOf(text) {
  const parts = text.replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2");
  return [...new Set(wordsOf(`${text} ${parts}`))];
}

/**
 * A word as it is, and without what a stemmer changes inside it: long and short vowels (taak, taken), s and z, f and v
 * (huis, huizen), and the first -ge- (gesproken, begeleiding).
 *
 * @param {string} word
 */
function shapes(word) {
  const shape = word
    .replace(/z/g, "s")
    .replace(/v/g, "f")
    .replace(/(\p{L})\1/gu, "$1");
  const bare = shape.replace("ge", "");
  return [...new Set([word, shape, bare])].filter((form) => form === word || form === shape || form.length >= ENOUGH);
}

/**
 * Four first letters the same, or the whole word asked for (vip, vips), or all but the endings (hubs and hub, taking and
 * take).
 *
 * @param {string} asked
 * @param {string} found
 */
function akin(asked, found) {
  const same = sharedLetters(asked, found);
  if (same >= Math.min(ENOUGH, asked.length)) return true;
  return same >= 3 && same >= found.length - 1 && asked.length - found.length <= ENDING;
}

/**
 * @param {string} one
 * @param {string} other
 */
function sharedLetters(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}
