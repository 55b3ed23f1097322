// @ts-check
/** What is chosen, in the address: it can be shared, and back works. */

import { fromQuery, toQuery } from "./query.mjs";

/** @param {readonly import("./query.mjs").Facet[]} facets */
export function addressOf(facets) {
  /** Parameters that are not ours. */
  let others = "";
  return {
    /** @returns {import("./query.mjs").Read} */
    read() {
      const read = fromQuery(location.search, facets);
      others = read.others;
      return read;
    },
    /**
     * @param {import("./query.mjs").State} state
     * @param {"pushState" | "replaceState"} how
     */
    write(state, how) {
      const query = toQuery(state, others);
      if (query === location.search) return;
      try {
        history[how](null, "", location.pathname + query + (how === "replaceState" ? location.hash : ""));
      } catch {
        // Browsers refuse when there are too many changes in a short time; the next one will do
      }
    },
  };
}
