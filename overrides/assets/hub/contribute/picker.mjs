// @ts-check
/**
 * Sources of a practice: found in the bibliography, or added. The bibliography comes when someone looks for one, or when
 * there are some to be named.
 *
 * @typedef {[id: string, mark: string, title: string]} Known
 * @typedef {Record<string, unknown> & { id: string, title: string }} Made
 */

import { find } from "../lib/dom.mjs";
import { fold, wordsOf } from "../lib/folding.mjs";
import { plural } from "../lib/strings.mjs";
import { inputsOf } from "./fields.mjs";
import { FORMS } from "./form-faults.mjs";
import { newId } from "./form-model.mjs";

const NAME = "form";
const MOST = 6;

/**
 * @param {HTMLElement} root
 * @param {() => Promise<Known[]>} load
 * @param {any} texts
 * @param {(kind: string) => HTMLElement} copy - of a small template
 * @param {() => void} changed
 */
export function makePicker(root, load, texts, copy, changed) {
  const locale = document.documentElement.lang;
  const $own = find(NAME, root, '[data-key="sources"] [data-sources]', HTMLElement);
  const $picker = find(NAME, root, '[data-part="picker"]', HTMLElement);
  const $find = find(NAME, root, '[data-part="find-source"]', HTMLInputElement);
  const $said = find(NAME, root, '[data-part="found"]', HTMLElement);
  const $list = find(NAME, root, '[data-part="found-sources"]', HTMLElement);
  const $fault = find(NAME, root, '[data-part="source-fault"]', HTMLElement);
  /** @param {string} name */
  const input = (name) => /** @type {HTMLInputElement} */ (find(NAME, $picker, `[data-source="${name}"]`, HTMLElement));

  /** @type {Known[]} */
  let known = [];
  /** @type {Promise<Known[]> | undefined} */
  let loading;
  /** @type {string[]} */
  let picked = [];
  /** @type {Made[]} */
  let made = [];

  async function ask() {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    known = await loading;
  }

  /** @param {string} id */
  function name(id) {
    const own = made.find((one) => one.id === id);
    const one = known.find(([known]) => known === id);
    return own ? own.title : one ? `${one[1]}: ${one[2]}` : id;
  }

  /** Boxes for the sources of the practice, and in each figure for those of that figure; what is ticked stays ticked. */
  function show() {
    boxes($own, picked, picked);
    for (const $field of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-sub="sources"]'))) {
      const $boxes = find(NAME, $field, "[data-sources]", HTMLElement);
      const before = ($field.dataset.chosen ?? "").split(" ").filter(Boolean);
      const ticked =
        $field.dataset.chosen === undefined
          ? inputsOf($boxes)
              .filter((one) => /** @type {HTMLInputElement} */ (one).checked)
              .map(({ value }) => value)
          : before;
      delete $field.dataset.chosen;
      boxes($boxes, [...new Set([...picked, ...ticked])], ticked);
    }
  }

  /**
   * @param {HTMLElement} $boxes
   * @param {string[]} ids
   * @param {string[]} ticked
   */
  function boxes($boxes, ids, ticked) {
    $boxes.replaceChildren(
      ...ids.map((id) => {
        const $one = copy("tick");
        const $box = find(NAME, $one, "input", HTMLInputElement);
        [$box.value, $box.checked] = [id, ticked.includes(id)];
        find(NAME, $one, "span", HTMLElement).textContent = name(id);
        return $one;
      }),
    );
  }

  async function search() {
    await ask();
    const words = wordsOf($find.value);
    const found = words.length
      ? known.filter(
          ([id, ...one]) => !picked.includes(id) && words.every((word) => fold(one.join(" ")).includes(word)),
        )
      : [];
    $said.textContent = !words.length
      ? ""
      : found.length
        ? plural(texts.found, found.length, locale)
        : texts.none_found;
    $list.replaceChildren(
      ...found.slice(0, MOST).map(([id]) => {
        const $one = copy("pick");
        const $button = find(NAME, $one, "button", HTMLElement);
        $button.textContent = name(id);
        $button.addEventListener("click", () => pick(id));
        return $one;
      }),
    );
  }

  /** @param {string} id */
  function pick(id) {
    picked = [...picked, id];
    $find.value = "";
    $list.replaceChildren();
    $said.textContent = texts.added.replace("{name}", () => name(id));
    $find.focus();
    show();
    changed();
  }

  function addMade() {
    const [title, author, year, url, language] = ["title", "author", "year", "url", "language"].map((one) =>
      input(one).value.trim(),
    );
    /** @type {[string, string][]} */
    const wrong = [];
    if (!title) wrong.push(["title", texts.fault.title]);
    if (year && !FORMS.year.test(year)) wrong.push(["year", texts.fault.year]);
    if (url && !FORMS.web.test(url)) wrong.push(["url", texts.fault.web]);
    for (const one of ["title", "year", "url"])
      input(one).setAttribute("aria-invalid", String(wrong.some(([name]) => name === one)));
    $fault.textContent = wrong.map(([, words]) => words).join(" ");
    if (wrong.length) return input(wrong[0][0]).focus();
    const taken = new Set([...known.map(([id]) => id), ...made.map(({ id }) => id)]);
    const id = newId([...wordsOf(author || title).slice(0, 3), year], taken);
    const one = {
      id,
      type: "webpage",
      title,
      ...(author && { author: [{ literal: author }] }),
      ...(year && { issued: Number(year) }),
    };
    // How much of it was read the editors note; until then it counts as read in part
    made = [...made, { ...one, language, ...(url && { URL: url }), custom: { read: "part" } }];
    for (const one of ["title", "author", "year", "url"]) input(one).value = "";
    pick(id);
  }

  $find.addEventListener("input", search);
  $find.addEventListener("focus", ask);
  find(NAME, root, '[data-part="add-source"]', HTMLElement).addEventListener("click", () =>
    ask().then(addMade, addMade),
  );
  $picker.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.target === $find)
      find(NAME, $picker, "[data-part=found-sources]", HTMLElement).querySelector("button")?.click();
    else ask().then(addMade, addMade);
  });
  $own.addEventListener("change", () => {
    picked = inputsOf($own)
      .filter((one) => /** @type {HTMLInputElement} */ (one).checked)
      .map(({ value }) => value);
    const $next = $own.querySelector("input:checked") ?? $find;
    show();
    changed();
    if ($next instanceof HTMLElement) ($next.isConnected ? $next : $find).focus();
  });
  $picker.hidden = false;

  return {
    picked: () => picked,
    /** Those that were added and are used. */
    made: () =>
      made.filter(({ id }) =>
        [...root.querySelectorAll("[data-sources] input:checked")].some(
          (one) => /** @type {HTMLInputElement} */ (one).value === id,
        ),
      ),
    name,
    show,
    /**
     * @param {string[]} ids
     * @param {Made[]} own
     */
    async open(ids, own) {
      [picked, made] = [ids, own];
      show();
      if (!ids.length) return;
      await ask().then(show, () => {});
    },
  };
}
