// @ts-check
/**
 * Filtering the list of practices: controls ⇄ state ⇄ address → what is shown. Decisions are taken in query, matching and
 * text-search; this module only passes between them and the page (overrides/hub/parts/practice_filter.html).
 *
 * For others on the page: after each change the controls send `hub:practices`, a bubbling event whose `detail` holds the
 * `ids` that are shown, in their order. Before the first one, all are shown.
 *
 * @typedef {import("./query.mjs").State} State
 * @typedef {import("./results.mjs").Index} Index
 * @typedef {import("./text-search.mjs").Words} Words
 * @typedef {import("./text-search.mjs").Holders} Holders
 * @typedef {import("./matching.mjs").Result["counts"]} Counts
 */

import { afterPaint, arrange, find, remembered, text, write } from "../lib/dom.mjs";
import { load } from "../lib/load.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { blocking, carriersIn, grouped, grouping, match, sorted } from "./matching.mjs";
import { facetsOf, showCounts } from "./options.mjs";
import { panel } from "./panel.mjs";
import { activeCount, both, chosen, cleared, EMPTY, fromQuery, isEmpty, lifted, tidy, toQuery } from "./query.mjs";
import { results } from "./results.mjs";
import { asked, filesFor, scores as scoresFor } from "./text-search.mjs";
import { show as showTiles } from "./tiles.mjs";

const NAME = "practice-filter";
const TYPING_PAUSE = 120;
const STATUS_PAUSE = 600;

/** @param {HTMLElement} root - the controls */
export function start(root) {
  const locale = document.documentElement.lang;
  const part = remembered((name) => find(NAME, root, `[data-practice-filter="${name}"]`, HTMLElement));
  const template = remembered(
    (name) => find(NAME, root, `template[data-practice-filter="${name}"]`, HTMLTemplateElement).content,
  );
  /** @type {(name: string) => Record<string, string>} */
  const forms = (name) => JSON.parse(text(NAME, root, name));
  const texts = {
    count: forms("count"),
    found: forms("found"),
    show: forms("show"),
    ignored: forms("ignored"),
    without: forms("without"),
  };
  const numbers = new Intl.NumberFormat(locale);

  const $form = find(NAME, root, '[data-practice-filter="form"]', HTMLFormElement);
  const $words = find(NAME, $form, 'input[name="q"]', HTMLInputElement);
  const selects = /** @type {const} */ (["sort", "by", "view"]).map((name) => ({
    name,
    $select: find(NAME, root, `select[name="${name}"]`, HTMLSelectElement),
  }));
  const $count = part("count");
  const $status = part("status");
  const $note = part("note");
  const $results = find(NAME, document, '[data-practice-filter="results"]', HTMLElement);
  /** @type {HTMLElement | null} */
  const $map = document.querySelector('[data-module="practice-tiles"]');
  const facets = facetsOf($form);
  /** Made once for each choice. @type {Map<string, HTMLElement>} */
  const chips = new Map();
  const labels = new Map(
    facets.map((facet) => [facet.id, new Map(facet.values.map((value) => [value.id, value.label]))]),
  );
  /** @type {import("./results.mjs").Label} */
  const label = (facet, value) => labels.get(facet)?.get(value) ?? value;

  let state = EMPTY;
  let others = "";
  /** @type {Index | undefined} */
  let index;
  /** @type {ReturnType<typeof results> | undefined} */
  let list;
  /** @type {Words | undefined} */
  let words;
  /** @type {Map<number, Holders>} */
  const holders = new Map();
  /** @type {ReturnType<typeof carriersIn> | undefined} */
  let carriers;
  /** Of the last result; what is counted for an earlier one is not worth showing. @type {Counts | undefined} */
  let counts;
  let loading = false;
  /** One entry in the history for all letters typed in a row. */
  let typing = false;
  let typingTimer = 0;
  let statusTimer = 0;

  // --- state and address ------------------------------------------------------------------------------------------

  const readAddress = () => {
    const read = fromQuery(location.search, facets);
    state = read.state;
    others = read.others;
    for (const { id, $details } of facets) if ($details && state.facets.has(id)) $details.open = true;
    $note.hidden = !read.ignored;
    $note.textContent = read.ignored ? plural(texts.ignored, read.ignored, locale) : "";
  };

  /**
   * The field is left alone while someone types in it.
   *
   * @param {State} state
   */
  const showWords = ({ words }) => {
    window.clearTimeout(typingTimer);
    $words.value = words;
  };

  /** @param {"pushState" | "replaceState"} how */
  const writeAddress = (how) => {
    const query = toQuery(state, others);
    if (query === location.search) return;
    try {
      history[how](null, "", location.pathname + query + (how === "replaceState" ? location.hash : ""));
    } catch {
      // Browsers refuse when there are too many changes in a short time; the next one will do
    }
  };

  /**
   * @param {State} next
   * @param {boolean} [typed]
   */
  const change = (next, typed = false) => {
    if (!typed && next.words !== state.words) showWords(next);
    state = next;
    $note.hidden = true;
    const how = typed && typing ? "replaceState" : "pushState";
    typing = typed;
    update();
    afterPaint(() => writeAddress(how));
  };

  // --- page -------------------------------------------------------------------------------------------------------

  const update = () => {
    showControls();
    const question = words && state.words ? asked(state.words, words) : null;
    if (!index || (state.words && !words) || (words && question && missing(question, words).length)) {
      fetchMissing();
      return;
    }
    const scores = words && question ? scoresFor(question, words, holders, (carriers ??= carriersIn(index))) : null;
    const result = match(index, state, scores);
    const practices = sorted(index, result.found, state, scores);
    showTotal(result.found.length);
    list ??= results(root, $results, index, label);
    if (isEmpty(state)) list.restore();
    else if (!practices.length) list.replace(noResult(result));
    else list.show(grouped(index, practices, state), grouping(state), state.view);
    tellOthers(practices.map((practice) => /** @type {Index} */ (index).ids[practice]));
    counts = result.counts;
    afterPaint(() => counts === result.counts && showChoices(counts));
  };

  /** @param {readonly string[]} ids - that are shown */
  const tellOthers = (ids) => root.dispatchEvent(new CustomEvent("hub:practices", { bubbles: true, detail: { ids } }));

  /** @type {(question: readonly import("./text-search.mjs").Asked[], words: Words) => number[]} */
  const missing = (question, words) => [...filesFor(question, words)].filter((file) => !holders.has(file));

  /** What is needed is asked for once; what is chosen meanwhile waits for it. */
  const fetchMissing = async () => {
    if (loading) return;
    loading = true;
    /** @type {(ending: string) => string} */
    const address = (ending) => text(NAME, root, "index").replace(/\.json$/, `${ending}.json`);
    try {
      index ??= /** @type {Index} */ (await load(address("")));
      if (state.words) words ??= /** @type {Words} */ (await load(address("-words")));
      const question = words && asked(state.words, words);
      if (words && question) {
        const files = missing(question, words);
        const loaded = await Promise.all(files.map((file) => load(address(`-words-${file}`))));
        files.forEach((file, place) => holders.set(file, loaded[place]));
      }
    } catch (error) {
      console.error(`${NAME}:`, error);
      showUnfiltered();
      return;
    } finally {
      loading = false;
    }
    update();
  };

  /** What was shown fits an earlier choice. The list as it was served fits none, and says so. */
  const showUnfiltered = () => {
    list?.restore();
    if (index) {
      showTotal(index.ids.length);
      tellOthers(index.ids);
    }
    $note.textContent = text(NAME, root, "failed");
    $note.hidden = false;
  };

  const showControls = () => {
    for (const facet of facets) {
      const wanted = state.facets.get(facet.id) ?? [];
      for (const value of facet.values) value.$box.checked = wanted.includes(value.id);
    }
    for (const { name, $select } of selects) $select.value = state[name];
    const active = activeCount(state);
    part("active").hidden = !active;
    part("active").textContent = numbers.format(active);
    showChips();
  };

  const showChips = () => {
    const asked = [
      ...(state.words ? [chip("q", "")] : []),
      ...[...state.facets].flatMap(([facet, values]) => values.map((value) => chip(facet, value))),
    ];
    part("chips").hidden = !asked.length;
    arrange(part("chip-list"), asked);
  };

  /** @type {(what: string, value: string) => HTMLElement} */
  const chip = (what, value) => {
    const key = `${what} ${value}`;
    const $chip = chips.get(key) ?? newChip(what, value);
    chips.set(key, $chip);
    write(find(NAME, $chip, '[data-chip="label"]', HTMLElement), said(what, value));
    return $chip;
  };

  /** @type {(what: string, value: string) => HTMLElement} */
  const newChip = (what, value) => {
    const $copy = /** @type {DocumentFragment} */ (template("chip").cloneNode(true));
    const $chip = /** @type {HTMLElement} */ ($copy.firstElementChild);
    find(NAME, $chip, '[data-chip="remove"]', HTMLElement).textContent = text(NAME, root, "remove");
    find(NAME, $chip, "button", HTMLElement).addEventListener("click", () => {
      const place = [...part("chip-list").children].indexOf($chip);
      change(what === "q" ? lifted(state, "q") : chosen(state, what, value, false, facets));
      const $left = part("chip-list").querySelectorAll("button");
      ($left[Math.min(place, $left.length - 1)] ?? $count).focus();
    });
    return $chip;
  };

  /** @type {(what: string, value: string) => string} */
  const said = (what, value) => (what === "q" ? saidAll("q") : `${nameOf(what)}: ${label(what, value)}`);

  /** @param {string} facet */
  const nameOf = (facet) => facets.find((one) => one.id === facet)?.label;

  /** @param {number} total */
  const showTotal = (total) => {
    $count.textContent = plural(texts.count, total, locale);
    part("show").textContent = plural(texts.show, total, locale);
    window.clearTimeout(statusTimer);
    const message = plural(texts.found, total, locale);
    statusTimer = window.setTimeout(() => ($status.textContent = message), STATUS_PAUSE);
  };

  /** What each further choice would give. @param {Counts} counts */
  const showChoices = (counts) => {
    showCounts(facets, counts, numbers);
    if (!$map) return;
    showTiles(
      $map,
      (facet, value) => counts.get(facet)?.get(value) ?? 0,
      (facet, value) => state.facets.get(facet)?.includes(value) ?? false,
    );
  };

  /** @param {import("./matching.mjs").Result} result */
  const noResult = (result) => {
    const $copy = /** @type {DocumentFragment} */ (template("none").cloneNode(true));
    const inWay = blocking(result);
    find(NAME, $copy, '[data-none="blocked"]', HTMLElement).hidden = !inWay.length;
    find(NAME, $copy, '[data-none="stuck"]', HTMLElement).hidden = inWay.length > 0;
    find(NAME, $copy, '[data-none="list"]', HTMLElement).append(
      ...inWay.map(({ what, count }) => {
        const $item = document.createElement("li");
        const $button = document.createElement("button");
        $button.type = "button";
        $button.className = "hub-link-button";
        $button.textContent = plural(texts.without, count, locale, { filter: saidAll(what) });
        $button.addEventListener("click", () => changeAndShow(lifted(state, what)));
        $item.append($button);
        return $item;
      }),
    );
    find(NAME, $copy, '[data-none="clear"]', HTMLElement).addEventListener("click", () =>
      changeAndShow(cleared(state)),
    );
    return $copy;
  };

  /** @param {string} what - facet or `q` */
  const saidAll = (what) => {
    if (what === "q") return fill(text(NAME, root, "words"), { words: state.words });
    const values = (state.facets.get(what) ?? []).map((value) => label(what, value));
    const or = new Intl.ListFormat(text(NAME, root, "territory"), { type: "disjunction" });
    return `${nameOf(what)}: ${or.format(values)}`;
  };

  /** @param {State} next */
  const changeAndShow = (next) => {
    change(next);
    $count.focus();
  };

  // --- people -----------------------------------------------------------------------------------------------------

  const adoptWords = () => {
    window.clearTimeout(typingTimer);
    const words = tidy($words.value);
    if (words !== state.words) change({ ...state, words }, true);
  };

  // An option that would give nothing stays in its place and can be read, but not chosen
  root.addEventListener("click", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.getAttribute("aria-disabled") === "true")
      event.preventDefault();
  });
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "checkbox") {
      change(chosen(state, target.name, target.value, target.checked, facets));
    } else if (target instanceof HTMLSelectElement) {
      change({ ...state, [target.name]: target.value });
    } else if (target === $words) {
      adoptWords();
      typing = false;
    }
  });
  $words.addEventListener("input", () => {
    window.clearTimeout(typingTimer);
    typingTimer = window.setTimeout(adoptWords, TYPING_PAUSE);
  });
  part("clear").addEventListener("click", () => changeAndShow(cleared(state)));
  window.addEventListener("popstate", () => {
    typing = false;
    readAddress();
    showWords(state);
    update();
  });
  const closePanel = panel(part, $form, $count);
  $form.addEventListener("submit", (event) => {
    event.preventDefault();
    adoptWords();
    closePanel();
  });

  // --- begin ------------------------------------------------------------------------------------------------------

  readAddress();
  if (location.search) writeAddress("replaceState");
  // Boxes may have been ticked and words typed before this module was there
  const early = fromQuery(new URLSearchParams(/** @type {any} */ (new FormData($form))).toString(), facets).state;
  const begin = both(state, early, facets);
  if (!early.words) showWords(begin);
  if (toQuery(begin) === toQuery(state)) update();
  else change(begin, begin.words !== state.words);
}
