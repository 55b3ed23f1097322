// @ts-check
/**
 * What changed between two texts, word by word.
 *
 * @typedef {{ how: "same" | "gone" | "new", text: string }} Piece
 */

const TOKEN = /\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu;
const MOST = 4_000_000;

/**
 * Two texts as pieces: words that stayed, went and came. Where they have too many words to compare, all went and came.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Piece[]}
 */
export function pieces(before, after) {
  const [old, own] = [before, after].map((text) => text.match(TOKEN) ?? []);
  let head = 0;
  while (head < old.length && head < own.length && old[head] === own[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, own.length) - head && old.at(-tail - 1) === own.at(-tail - 1)) tail++;
  const middle = [old, own].map((words) => words.slice(head, words.length - tail));
  return joined([
    ...old.slice(0, head).map(same),
    ...between(middle[0], middle[1]),
    ...old.slice(old.length - tail).map(same),
  ]);
}

/**
 * @param {string} text
 * @returns {Piece}
 */
function same(text) {
  return { how: "same", text };
}

/**
 * The longest words in common, by the table of their lengths.
 *
 * @param {readonly string[]} old
 * @param {readonly string[]} own
 * @returns {Piece[]}
 */
function between(old, own) {
  /** @type {Piece[]} */
  const found = [];
  const width = own.length + 1;
  // Without a table nothing is in common
  const isSmall = old.length * width <= MOST;
  const table = new Uint16Array(isSmall ? (old.length + 1) * width : 0);
  for (let at = table.length - width - 1; at >= 0; at--)
    if (at % width < own.length)
      table[at] =
        old[Math.floor(at / width)] === own[at % width]
          ? table[at + width + 1] + 1
          : Math.max(table[at + width], table[at + 1]);
  let [y, x] = [0, 0];
  while (y < old.length || x < own.length) {
    const at = y * width + x;
    if (isSmall && y < old.length && old[y] === own[x]) found.push(same(own[(y++, x++)]));
    else if (x === own.length || (y < old.length && !(table[at + width] < table[at + 1])))
      found.push({ how: "gone", text: old[y++] });
    else found.push({ how: "new", text: own[x++] });
  }
  return found;
}

/**
 * Neighbours of one kind are one piece; a blank between words that changed changed with them.
 *
 * @param {readonly Piece[]} found
 * @returns {Piece[]}
 */
function joined(found) {
  /** @type {Piece[]} */
  const all = [];
  /** @type {Record<Piece["how"], string>} */
  let run = { same: "", gone: "", new: "" };
  const flush = () => {
    for (const how of /** @type {const} */ (["same", "gone", "new"])) if (run[how]) all.push({ how, text: run[how] });
    run = { same: "", gone: "", new: "" };
  };
  found.forEach(({ how, text }, at) => {
    const isChanging = Boolean(run.gone || run.new);
    if (how === "same" && isChanging && !text.trim() && (found[at + 1]?.how ?? "same") !== "same") {
      run.gone += text;
      run.new += text;
    } else {
      if ((how === "same") === isChanging) flush();
      run[how] += text;
    }
  });
  flush();
  return all;
}
