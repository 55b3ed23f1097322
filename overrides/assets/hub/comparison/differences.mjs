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
