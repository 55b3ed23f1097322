// @ts-check
/**
 * @typedef {{ text: string, marked: boolean }} Piece
 */

/**
 * An excerpt as Pagefind gives it (escaped text with <mark> around the words found), as plain pieces: so nothing of it is
 * ever read as HTML.
 *
 * @param {string} excerpt
 * @returns {Piece[]} without empty pieces
 */
export function pieces(excerpt) {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .map((part) => {
      const marked = part.startsWith("<mark>") && part.endsWith("</mark>");
      return { text: unescaped(marked ? part.slice(6, -7) : part), marked };
    })
    .filter((piece) => piece.text);
}

/** @type {Readonly<Record<string, string>>} */
const CHARACTERS = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => CHARACTERS[entity]);
}
