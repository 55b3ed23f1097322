// @ts-check
/**
 * What differs between practices, row by row. Only terms of closed lists can be held against each other; words differ
 * always, and that says nothing.
 *
 * @typedef {{ terms?: readonly (readonly [string, string])[], html?: string }} Cell - terms as [id, label]
 * @typedef {"same" | "differs" | "words" | "none"} Verdict - "words": nothing to hold against each other; "none": no
 *   practice documents it
 */

/**
 * @param {readonly (Cell | undefined)[]} cells - of one row, a practice each; undefined: not documented
 * @returns {{ verdict: Verdict, shared: ReadonlySet<string> }} shared: ids of the terms that every practice has
 */
export function compared(cells) {
  if (!cells.some(Boolean)) return { verdict: "none", shared: new Set() };
  const sets = cells.map((cell) => new Set(cell?.terms?.map(([id]) => id)));
  const all = new Set(sets.flatMap((set) => [...set]));
  const shared = new Set([...all].filter((id) => sets.every((set) => set.has(id))));
  if (!all.size) return { verdict: "words", shared };
  return { verdict: shared.size === all.size ? "same" : "differs", shared };
}

/**
 * Which of the short answers have something in common with fewer than half of the others. What is not documented is not
 * held against anybody, nor marked itself.
 *
 * @param {readonly (readonly string[] | undefined)[]} terms - of one row, a practice each, from one closed list
 * @returns {readonly boolean[]}
 */
export function unlike(terms) {
  const known = terms.filter((one) => one?.length);
  return terms.map((own) => {
    if (!own?.length) return false;
    const alike = known.filter((other) => other !== own && other?.some((term) => own.includes(term))).length;
    return alike < (known.length - 1) / 2;
  });
}
