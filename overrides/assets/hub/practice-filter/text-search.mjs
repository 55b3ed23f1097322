// @ts-check
/**
 * Free text: every word asked for must begin a word of the practice. Case and accents do not matter. A word that begins
 * no word at all is taken to hold one typing error: a letter too many, too few, another one, or two swapped.
 *
 * hooks/hub/practice_index.py folds and splits texts in the same way when it makes the index.
 *
 * @typedef {object} Words - the words of all practices in one language
 * @property {readonly string[]} words - each once
 * @property {readonly (readonly number[])[]} in - per word its practices in ascending order as differences; each is
 *   4 × place in the index + weight of the field (1 to 3)
 * @property {Readonly<Record<string, readonly (readonly [string, string])[]>>} labels - word → (facet, value) whose label has it
 * @property {readonly string[]} skipped - words that say nothing, such as articles
 */

const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const SHORTEST_MISTAKEN = 4;
const EXACT = 3;
const BEGINNING = 2;
const MISTAKEN = 1;

const SPECIAL = /** @type {Readonly<Record<string, string>>} */ ({
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i",
});

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
    .replace(/[ßæœøđðłþı]/g, (sign) => SPECIAL[sign]);
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

/**
 * Whether a word begins with what was typed, one error allowed.
 *
 * @param {string} typed
 * @param {string} word
 */
export function nearlyBegins(typed, word) {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  if (at === typed.length) return true;
  return (
    word.startsWith(typed.slice(at + 1), at + 1) || // another letter
    word.startsWith(typed.slice(at), at + 1) || // a letter too few
    word.startsWith(typed.slice(at + 1), at) || // a letter too many
    (typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2))
  );
}

/**
 * @param {Words} words
 * @param {(facet: string, value: string) => Iterable<number>} holders - practices that carry a value
 * @returns {(text: string) => Map<number, number> | null} practices with all words and how well they fit; null when the
 *   text holds no word
 */
export function textSearch(words, holders) {
  const skipped = new Set(words.skipped);
  const labels = Object.entries(words.labels);
  return (text) => {
    const all = wordsOf(text).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
    if (!all.length) return null;
    const telling = all.filter((word) => !skipped.has(word));
    /** @type {Map<number, number> | null} */
    let found = null;
    for (const word of new Set(telling.length ? telling : all)) {
      const scores = practicesWith(word, words, labels, holders);
      found = found === null ? scores : both(found, scores);
    }
    return found;
  };
}

/**
 * @param {string} typed
 * @param {Words} words
 * @param {readonly [string, readonly (readonly [string, string])[]][]} labels
 * @param {(facet: string, value: string) => Iterable<number>} holders
 * @returns {Map<number, number>}
 */
function practicesWith(typed, words, labels, holders) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  /** @param {(word: string) => number} fit - 0 is not at all */
  const collect = (fit) => {
    words.words.forEach((word, place) => {
      const how = fit(word);
      if (!how) return;
      let sum = 0;
      for (const step of words.in[place]) {
        sum += step;
        best(scores, sum >> 2, how * (sum & 3));
      }
    });
    for (const [word, terms] of labels) {
      const how = fit(word);
      if (!how) continue;
      for (const [facet, value] of terms) for (const practice of holders(facet, value)) best(scores, practice, how);
    }
  };
  collect((word) => (word === typed ? EXACT : word.startsWith(typed) ? BEGINNING : 0));
  if (!scores.size && typed.length >= SHORTEST_MISTAKEN) collect((word) => (nearlyBegins(typed, word) ? MISTAKEN : 0));
  return scores;
}

/**
 * @param {Map<number, number>} scores
 * @param {number} practice
 * @param {number} score
 */
function best(scores, practice, score) {
  if (score > (scores.get(practice) ?? 0)) scores.set(practice, score);
}

/**
 * @param {ReadonlyMap<number, number>} one
 * @param {ReadonlyMap<number, number>} other
 * @returns {Map<number, number>}
 */
function both(one, other) {
  /** @type {Map<number, number>} */
  const shared = new Map();
  for (const [practice, score] of one) {
    const second = other.get(practice);
    if (second !== undefined) shared.set(practice, score + second);
  }
  return shared;
}
