// @ts-check
/**
 * What cards and rows say of a practice, as hooks/hub/view/practice_card.py and view.py say it on the server.
 *
 * @typedef {import("./matching.mjs").Index} Index
 * @typedef {ReturnType<typeof factsOf>} Facts
 * @typedef {(facet: string, value: string) => string} Label
 */

import { valuesOf } from "./matching.mjs";
import { NONE } from "./query.mjs";

/** What most practices are, and cards do not repeat (hooks/hub/model/known_terms.py). */
const USUAL_KIND = "to-work";
/** Facets whose labels are names, so that they read as part of a sentence. */
const PLACES = ["country", "region"];

/**
 * @param {Index} index
 * @param {(facet: string, value: string) => string} label
 * @param {string} territory - "A, B and C" in Britain, "A, B, and C" in America
 */
export function factsOf(index, label, territory) {
  const list = new Intl.ListFormat(territory);
  const columns = new Map(index.facets.map((column) => [column.id, column]));

  /** Ids; none when not documented. @type {(practice: number, facet: string) => readonly string[]} */
  const values = (practice, facet) => {
    const column = columns.get(facet);
    return column ? valuesOf(column, practice).filter((value) => value !== NONE) : [];
  };

  /** @type {(practice: number, facet: string) => string} */
  const labels = (practice, facet) => {
    const said = values(practice, facet).map((value) => label(facet, value));
    return PLACES.includes(facet) ? list.format(said) : said.join(" · ");
  };

  /** Empty for the usual kind. @type {(practice: number) => string} */
  const kind = (practice) => (values(practice, "kind").join() === USUAL_KIND ? "" : labels(practice, "kind"));

  /** Countries, Belgium with its regions. @type {(practice: number) => string} */
  const place = (practice) => {
    const regions = labels(practice, "region");
    return list.format(
      values(practice, "country").map((country) =>
        country === "BE" && regions ? `${label("country", country)} (${regions})` : label("country", country),
      ),
    );
  };

  return {
    id: (/** @type {number} */ practice) => index.ids[practice],
    name: (/** @type {number} */ practice) => index.names[practice],
    start: (/** @type {number} */ practice) => index.start[practice],
    values,
    labels,
    place,
    kind,
  };
}
