/** Made-up practices, states and texts for property tests: the same seed gives the same run. */

/** @param {number} seed */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  /** @param {number} n */
  const below = (n) => Math.floor(next() * n);
  /** @template T @param {readonly T[]} list */
  const one = (list) => list[below(list.length)];
  /** @template T @param {readonly T[]} list @param {number} chance */
  const some = (list, chance) => list.filter(() => next() < chance);
  return { next, below, one, some };
}

export const FACETS = [
  { id: "group", values: ["refugees", "women", "newcomers", "none"] },
  { id: "country", values: ["BE", "FI", "NO"] },
  { id: "edu", values: ["any", "higher"] },
  { id: "kind", values: ["to-work", "youth", "on-the-job"] },
  { id: "dur", values: ["6-months", "flexible", "none"] },
  { id: "evidence", values: ["1", "2", "3", "4", "5"] },
].map((facet) => ({
  id: facet.id,
  values: facet.values.map((id) => ({ id, former: id === "refugees" ? ["asylum", "exiles"] : [] })),
  isWish: ["group", "edu", "dur"].includes(facet.id),
  allOf: facet.id === "group",
}));
/** Facet → value → values that are near it. @type {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>} */
const NEAR = {
  group: { refugees: ["newcomers"], women: [] },
  edu: { higher: ["any"] },
  dur: { "6-months": ["flexible"] },
};

/**
 * An index as the hub publishes it.
 *
 * @param {ReturnType<typeof random>} dice
 * @param {number} size
 */
export function someIndex(dice, size) {
  const facets = FACETS.map(({ id, values }) => {
    const known = values.map((value) => value.id).filter((value) => value !== "none");
    const places = known.map((_, place) => place);
    const of = Array.from({ length: size }, () => {
      const chosen = id === "evidence" || id === "edu" ? [dice.one(places)] : dice.some(places, 0.4);
      if (!chosen.length && !values.some((value) => value.id === "none")) chosen.push(dice.one(places));
      return chosen.length === 1 ? chosen[0] : chosen;
    });
    const near = known.map((value) => (NEAR[id]?.[value] ?? []).map((other) => known.indexOf(other)));
    return { id, values: known, of, ...(id in NEAR ? { near } : {}) };
  });
  return {
    ids: Array.from({ length: size }, (_, place) => `practice-${place}`),
    names: Array.from({ length: size }, () => dice.one(["Áccent", "accent", "Zeta", "beta", "Ømega"]) + dice.below(9)),
    start: Array.from({ length: size }, () => dice.one([null, 1999, 2010, 2020])),
    facets,
    whole: dice.next() < 0.5,
  };
}

/**
 * @param {ReturnType<typeof random>} dice
 * @returns {import("../../overrides/assets/hub/practice-filter/query.mjs").State}
 */
export function someState(dice) {
  const facets = new Map();
  for (const { id, values } of FACETS) {
    const ids = values.map((value) => value.id);
    const chosen = dice.next() < 0.4 ? dice.some(ids, 0.4) : [];
    if (chosen.length) facets.set(id, chosen);
  }
  const wishes = new Map();
  for (const { id, values } of FACETS.filter((facet) => facet.isWish)) {
    const ids = values.map((value) => value.id).filter((value) => value !== "none");
    const wished = dice.next() < 0.3 ? dice.some(ids, 0.5) : [];
    if (wished.length) wishes.set(id, wished);
  }
  return {
    facets,
    wishes,
    allOf: dice.next() < 0.2 ? ["group"] : [],
    words: dice.one([
      "",
      "",
      "duo",
      "mentor in Gent",
      "a+b&c=d",
      "50% #1 é, ;",
      "…ß 日本 🎉",
      "<script>alert(1)</script>",
    ]),
    sort: dice.one(["relevance", "name", "start", "evidence"]),
    view: dice.one(["cards", "table"]),
    by: dice.one(["auto", "country", "kind", "evidence", "none"]),
  };
}

/**
 * Something somebody could put after a question mark.
 *
 * @param {ReturnType<typeof random>} dice
 */
export function someQuery(dice) {
  const signs = ["&", "=", "%", "%zz", "%00", "+", ",", "#", "?", "<script>", "\ud800", "\u202e", "é", "🎉", "__proto__", "constructor",
    "group", "country", "q", "like-group", "like-dur", "all", "sort", "view", "by", "refugees", "asylum", "BE", "none", "table", "[]", "null", "\n", " "]; // prettier-ignore
  return Array.from({ length: dice.below(30) }, () => dice.one(signs)).join("");
}
