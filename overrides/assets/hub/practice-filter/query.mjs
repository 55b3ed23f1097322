// @ts-check
/**
 * What someone chose in the list of practices, and the same as the query of an address: ids only, so that a link works in
 * every language. Whatever an address holds, the state is usable.
 *
 * @typedef {"relevance" | "name" | "start" | "evidence"} Sort
 * @typedef {"cards" | "table"} View
 * @typedef {"auto" | "country" | "kind" | "evidence" | "none"} Grouping
 *
 * @typedef {object} Facet
 * @property {string} id - also its name in the address
 * @property {readonly Value[]} values - in the order in which people see them
 * @property {boolean} isWish - "something like us" asks for it
 * @property {boolean} allOf - all chosen values may be wanted at once
 *
 * @typedef {object} Value
 * @property {string} id - `none` means "not documented"
 * @property {readonly string[]} former - ids it had before
 *
 * @typedef {object} State
 * @property {ReadonlyMap<string, readonly string[]>} facets - facet → chosen values, both in the order of the facets; no
 *   empty lists
 * @property {ReadonlyMap<string, readonly string[]>} wishes - the same for what "something like us" should have
 * @property {readonly string[]} allOf - facets of which all chosen values are wanted, not one of them
 * @property {string} words - free text, without space around it
 * @property {Sort} sort
 * @property {View} view
 * @property {Grouping} by - `auto` leaves it to `grouping`
 *
 * @typedef {object} Read
 * @property {State} state
 * @property {number} ignored - how many values no facet has (any more)
 * @property {string} others - parameters that are not ours, to be kept in the address
 */

/** The value that practices have for a facet about which nothing is documented. */
export const NONE = "none";

/** @type {readonly Sort[]} */
const SORTS = ["relevance", "name", "start", "evidence"];
/** @type {readonly View[]} */
const VIEWS = ["cards", "table"];
/** @type {readonly Grouping[]} */
const GROUPINGS = ["auto", "country", "kind", "evidence", "none"];

/** Before the name of a facet: a wish. */
export const LIKE = "like-";
const LONGEST_QUERY = 8_000;
const LONGEST_WORDS = 200;
const LONGEST_OTHERS = 500;

/** @type {State} */
export const EMPTY = Object.freeze({
  facets: new Map(),
  wishes: new Map(),
  allOf: [],
  words: "",
  sort: "relevance",
  view: "cards",
  by: "auto",
});

/**
 * @param {string} query - as in `location.search`, with or without its question mark
 * @param {readonly Facet[]} facets
 * @returns {Read}
 */
export function fromQuery(query, facets) {
  const known = new Map(facets.map((facet) => [facet.id, facet]));
  /** @type {Map<string, Set<string>>} */
  const chosen = new Map();
  /** @type {Map<string, Set<string>>} */
  const wished = new Map();
  /** @type {Set<string>} */
  const together = new Set();
  /** @type {Map<string, string>} */
  const rest = new Map();
  const others = new URLSearchParams();
  let ignored = 0;
  for (const [name, value] of new URLSearchParams(shortened(query))) {
    const facet = known.get(name);
    const wish = name.startsWith(LIKE) ? known.get(name.slice(LIKE.length)) : undefined;
    const parts = value.split(",").filter(Boolean);
    if (facet || wish?.isWish) {
      const { id, values } = /** @type {Facet} */ (facet ?? wish);
      const into = facet ? chosen : wished;
      for (const part of parts) {
        const found = values.find((one) => one.id === part) ?? values.find((one) => one.former.includes(part));
        if (!found || (wish && found.id === NONE)) ignored += 1;
        else into.set(id, (into.get(id) ?? new Set()).add(found.id));
      }
    } else if (name === "all") {
      for (const part of parts) together.add(part);
    } else if (["q", "sort", "view", "by"].includes(name)) {
      if (!rest.has(name)) rest.set(name, value);
    } else {
      others.append(name, value);
    }
  }
  const kept = others.toString();
  return {
    state: {
      facets: inOrder(chosen, facets),
      wishes: inOrder(wished, facets),
      allOf: facets.filter((facet) => facet.allOf && together.has(facet.id)).map((facet) => facet.id),
      words: tidy(rest.get("q") ?? ""),
      sort: oneOf(SORTS, rest.get("sort")),
      view: oneOf(VIEWS, rest.get("view")),
      by: oneOf(GROUPINGS, rest.get("by")),
    },
    ignored,
    others: kept.length > LONGEST_OTHERS ? "" : kept,
  };
}

/**
 * The shortest query that gives this state, always in the same order; "" when nothing was chosen.
 *
 * @param {State} state
 * @param {string} [others] - parameters of others, as `fromQuery` gives them
 * @returns {string} with its question mark
 */
export function toQuery(state, others = "") {
  const parts = [];
  if (state.words) parts.push(`q=${encodeURIComponent(state.words).replaceAll("%20", "+")}`);
  for (const [facet, values] of state.wishes) parts.push(`${LIKE}${facet}=${values.join(",")}`);
  for (const [facet, values] of state.facets) parts.push(`${facet}=${values.join(",")}`);
  if (state.allOf.length) parts.push(`all=${state.allOf.join(",")}`);
  for (const name of /** @type {const} */ (["sort", "view", "by"])) {
    if (state[name] !== EMPTY[name]) parts.push(`${name}=${state[name]}`);
  }
  if (others) parts.push(others);
  return parts.length ? `?${parts.join("&")}` : "";
}

/**
 * With this value chosen, or no longer.
 *
 * @param {State} state
 * @param {string} name - of a facet, or `like-` and a facet for a wish
 * @param {string} value
 * @param {boolean} on
 * @param {readonly Facet[]} facets
 * @returns {State}
 */
export function chosen(state, name, value, on, facets) {
  const isWish = name.startsWith(LIKE);
  const facet = isWish ? name.slice(LIKE.length) : name;
  /** @type {Map<string, Iterable<string>>} */
  const next = new Map(isWish ? state.wishes : state.facets);
  const values = new Set(next.get(facet));
  if (on) values.add(value);
  else values.delete(value);
  return { ...state, [isWish ? "wishes" : "facets"]: inOrder(next.set(facet, values), facets) };
}

/**
 * With this as the only value wished for in its facet.
 *
 * @param {State} state
 * @param {string} facet
 * @param {string} value - "" for none
 * @param {readonly Facet[]} facets
 * @returns {State}
 */
export function wished(state, facet, value, facets) {
  /** @type {Map<string, Iterable<string>>} */
  const next = new Map(state.wishes);
  return { ...state, wishes: inOrder(next.set(facet, value ? [value] : []), facets) };
}

/**
 * With all chosen values of a facet wanted, or one of them.
 *
 * @param {State} state
 * @param {string} facet
 * @param {boolean} all
 * @returns {State}
 */
export function together(state, facet, all) {
  const others = state.allOf.filter((one) => one !== facet);
  return { ...state, allOf: all ? [...others, facet] : others };
}

/**
 * Without one thing that was asked for: all values of a facet, or the words.
 *
 * @param {State} state
 * @param {string} what - id of a facet, or `q`
 * @returns {State}
 */
export function lifted(state, what) {
  if (what === "q") return { ...state, words: "" };
  return { ...state, facets: new Map([...state.facets].filter(([facet]) => facet !== what)) };
}

/**
 * Nothing asked for; how it is shown stays.
 *
 * @param {State} state
 * @returns {State}
 */
export function cleared(state) {
  return { ...state, facets: new Map(), wishes: new Map(), allOf: [], words: "" };
}

/**
 * What either of two states asks for; where they cannot both hold, the second one wins unless it leaves it open.
 *
 * @param {State} one
 * @param {State} other
 * @param {readonly Facet[]} facets
 * @returns {State}
 */
export function both(one, other, facets) {
  let state = one;
  for (const [facet, values] of other.facets) {
    for (const value of values) state = chosen(state, facet, value, true, facets);
  }
  for (const [facet, values] of other.wishes) {
    for (const value of values) state = chosen(state, `${LIKE}${facet}`, value, true, facets);
  }
  /** @type {<K extends "words" | "sort" | "view" | "by">(name: K) => State[K]} */
  const either = (name) => (other[name] === EMPTY[name] ? one[name] : other[name]);
  return {
    ...state,
    allOf: [...new Set([...one.allOf, ...other.allOf])],
    words: either("words"),
    sort: either("sort"),
    view: either("view"),
    by: either("by"),
  };
}

/**
 * Whether the list is as it was served.
 *
 * @param {State} state
 */
export function isEmpty(state) {
  return toQuery(state) === "";
}

/**
 * How many values of facets are asked for.
 *
 * @param {State} state
 */
export function activeCount(state) {
  return [...state.facets.values()].reduce((sum, values) => sum + values.length, 0);
}

/**
 * Words as they are kept: one line, no signs that cannot be written in an address, not endless.
 *
 * @param {string} text
 */
export function tidy(text) {
  const line = text
    .slice(0, LONGEST_QUERY)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .trim();
  return [...line].slice(0, LONGEST_WORDS).join("").trim();
}

/**
 * @param {ReadonlyMap<string, Iterable<string>>} chosen
 * @param {readonly Facet[]} facets
 * @returns {Map<string, readonly string[]>}
 */
function inOrder(chosen, facets) {
  /** @type {Map<string, readonly string[]>} */
  const ordered = new Map();
  for (const facet of facets) {
    const wanted = new Set(chosen.get(facet.id));
    const values = facet.values.map((value) => value.id).filter((id) => wanted.has(id));
    if (values.length) ordered.set(facet.id, values);
  }
  return ordered;
}

/**
 * @template {string} T
 * @param {readonly T[]} allowed - the first is what holds when nothing usable was given
 * @param {string | undefined} value
 * @returns {T}
 */
function oneOf(allowed, value) {
  return allowed.find((one) => one === value) ?? allowed[0];
}

/** @param {string} query */
function shortened(query) {
  if (query.length <= LONGEST_QUERY) return query;
  const start = query.slice(0, LONGEST_QUERY);
  return start.slice(0, Math.max(start.lastIndexOf("&"), 0));
}
