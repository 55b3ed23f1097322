// @ts-check
/**
 * Which practices may be the one that someone is naming. Pure.
 *
 * @typedef {{ practices: Record<string, string[]>, thin: Record<string, string[]>, former: string[] }} Names
 */

import { wordsOf } from "../lib/folding.mjs";

const MOST = 5;
const SHORTEST = 3;
const ALIKE = 0.55;

/**
 * @param {string} name - as far as it was typed
 * @param {Names} names
 * @param {string} [own] - id of the practice that is being described
 * @returns {{ id: string, name: string, thin: boolean }[]} the most alike first
 */
export function alike(name, names, own = "") {
  const typed = wordsOf(name).join(" ");
  if (typed.length < SHORTEST) return [];
  return [...listed(names.practices, false), ...listed(names.thin, true)]
    .filter(({ id }) => id !== own)
    .map((one) => ({ ...one, likeness: likeness(typed, wordsOf(one.name).join(" ")) }))
    .sort((one, other) => other.likeness - one.likeness)
    .filter(({ id, likeness }, place, all) => likeness >= ALIKE && all.findIndex((one) => one.id === id) === place)
    .slice(0, MOST)
    .map(({ id, name, thin }) => ({ id, name, thin }));
}

/**
 * @param {Record<string, string[]>} names
 * @param {boolean} thin
 */
function listed(names, thin) {
  return Object.entries(names).flatMap(([id, all]) => all.map((name) => ({ id, name, thin })));
}

/**
 * Share of pairs of letters in common (Dice), 1 where one begins the other or holds all its words.
 *
 * @param {string} one
 * @param {string} other
 */
function likeness(one, other) {
  const whole = other.split(" ");
  if (other.startsWith(one) || one.split(" ").every((word) => whole.includes(word))) return 1;
  const [mine, theirs] = [pairs(one), pairs(other)];
  const common = mine.filter((pair) => {
    const place = theirs.indexOf(pair);
    if (place >= 0) theirs.splice(place, 1);
    return place >= 0;
  });
  return (2 * common.length) / (one.length + other.length - 2 || 1);
}

/** @param {string} text */
function pairs(text) {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));
}
