// @ts-check
/**
 * The texts of cards that the page does not hold, in files of a few dozen.
 *
 * @typedef {string | { text: string, lang: string, note: string }} Said - in another language than the page's with a note
 * @typedef {object} CardText - what is absent is said by the facets
 * @property {Said} summary
 * @property {Said} [name]
 * @property {Said} [groups]
 * @property {Said} [education]
 * @property {Said} [rhythm]
 * @property {Said} [status]
 * @typedef {ReturnType<typeof cardTexts>} CardTexts
 */

import { load } from "../lib/load.mjs";

/**
 * @param {string} index - address of the index
 * @param {number} inAFile - practices in a file
 */
export function cardTexts(index, inAFile) {
  /** @type {Map<number, Promise<void>>} */
  const loading = new Map();
  /** @type {Map<number, readonly CardText[]>} */
  const files = new Map();

  /** What has arrived. @type {(practice: number) => CardText | undefined} */
  const known = (practice) => files.get(Math.floor(practice / inAFile))?.[practice % inAFile];

  /** Until it has arrived. @type {(practice: number) => Promise<void>} */
  const arrival = (practice) => {
    const file = Math.floor(practice / inAFile);
    const arriving = loading.get(file) ?? fetchFile(file);
    loading.set(file, arriving);
    return arriving;
  };

  const fetchFile = async (/** @type {number} */ file) => {
    try {
      files.set(file, await load(index.replace(/\.json$/, `-cards-${file}.json`)));
    } finally {
      loading.delete(file); // what failed is asked for again
    }
  };

  return { known, arrival };
}
