// @ts-check
/** What is wrong with a file, in words. */

import { h } from "./ui.mjs";

/**
 * @param {readonly import("./file.mjs").Fault[]} faults
 * @param {import("./words.mjs").Words} words
 */
export function faultLines(faults, { t, number }) {
  return h("ul", { class: "hub-assess__fault-lines" }, faults.slice(0, 10).map(({ code, place, limit = "" }) => {
    const text = t(`file.${code}`, { limit: typeof limit === "number" ? number(limit) : limit });
    return h("li", {}, place ? [h("code", {}, place), " ", text] : text);
  }), faults.length > 10 && h("li", {}, t("file.more", { count: faults.length - 10 })));
}
