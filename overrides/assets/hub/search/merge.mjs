// @ts-check
/**
 * Answers to several questions as one: each page once, the best first.
 *
 * @template {{ id: string, score: number }} T
 * @param {readonly (readonly T[])[]} answers - the question itself first; where scores are equal, its order holds
 * @returns {T[]}
 */
export function merge(answers) {
  /** @type {Map<string, T>} */
  const best = new Map();
  for (const result of answers.flat()) {
    const known = best.get(result.id);
    if (!known || result.score > known.score) best.set(result.id, result);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
