// @ts-check
/** The page of the comparison: its parts, its texts, and what is said to people. */

import { find, text } from "../lib/dom.mjs";

export const NAME = "comparison";

/** @typedef {ReturnType<typeof pageOf>} Page */

/** @param {HTMLElement} root - see overrides/hub/pages/comparison.html */
export function pageOf(root) {
  /** @type {(name: string) => HTMLElement} */
  const part = (name) => find(NAME, root, `[data-comparison="${name}"]`, HTMLElement);
  /** @type {(name: string) => HTMLTemplateElement} */
  const template = (name) => find(NAME, root, `template[data-comparison="${name}"]`, HTMLTemplateElement);
  /** @type {(message: string) => void} */
  const say = (message) => void (part("status").textContent = message);
  return {
    root,
    locale: document.documentElement.lang,
    list: new Intl.ListFormat(text(NAME, root, "territory")),
    texts: JSON.parse(text(NAME, root, "texts")),
    faults: JSON.parse(text(NAME, root, "faults")),
    part,
    template,
    /** @type {(name: string) => DocumentFragment} */
    copy: (name) => /** @type {DocumentFragment} */ (template(name).content.cloneNode(true)),
    say,
    /** Shows messages above the page, or takes them away. @param {readonly string[]} messages */
    note: (messages) => {
      const said = messages.filter(Boolean).join(" ");
      part("note").textContent = said;
      part("note").hidden = !said;
      if (said) say(said);
    },
    /** @type {(path: string) => string} */
    file: (path) => `${text(NAME, root, "files")}/${path}`,
    /** @type {(id: string) => string} */
    practice: (id) => `${text(NAME, root, "practices")}${id}/`,
    /** The own list, or what stands in its place while it is empty. */
    focusShortlist: () => {
      const places = [find(NAME, root, "#shortlist", HTMLElement), part("empty"), part("select")];
      places.find(($place) => $place.checkVisibility())?.focus();
    },
  };
}
