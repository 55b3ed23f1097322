// @ts-check
/**
 * Filtering the list of practices: controls ⇄ state ⇄ address → what is shown. Decisions are taken in query, matching and
 * text-search; this module only passes between them and the page.
 *
 * For others on the page: after each change the controls send `hub:practices`, a bubbling event whose `detail` holds the
 * `ids` that are shown, in their order. Before the first one, all are shown.
 *
 * @typedef {import("./query.mjs").State} State
 * @typedef {import("./controls.mjs").Controls} Controls
 */

import { afterPaint, find } from "../lib/dom.mjs";
import { addressOf } from "./address.mjs";
import { chips, noResult, phrases } from "./choices.mjs";
import { controlsOf, NAME } from "./controls.mjs";
import { practiceData } from "./data.mjs";
import { grouped, grouping, match, sorted } from "./matching.mjs";
import { showCounts } from "./options.mjs";
import { panel } from "./panel.mjs";
import { both, chosen, cleared, EMPTY, fromQuery, isEmpty, tidy, toQuery } from "./query.mjs";
import { results } from "./results.mjs";
import { show as showTiles } from "./tiles.mjs";

const TYPING_PAUSE = 120;

/** @param {HTMLElement} root - the controls */
export function start(root) {
  const controls = controlsOf(root);
  const { facets, $words } = controls;
  const address = addressOf(facets);
  const view = resultsView(controls, (how) => filter.changeAndShow(how));
  let state = EMPTY;
  /** One entry in the history for all letters typed in a row. */
  let typing = false;
  let typingTimer = 0;

  const update = () => {
    controls.show(state);
    showChips(state);
    view.show(() => state);
  };

  /** The words of the state go into the field, in place of what was typed. */
  const showWords = () => {
    window.clearTimeout(typingTimer);
    $words.value = state.words;
  };

  const filter = {
    /**
     * @param {(state: State) => State} how
     * @param {boolean} [typed] - in the field of the words, which then is left alone
     */
    change(how, typed = false) {
      const next = how(state);
      const hasOtherWords = next.words !== state.words;
      state = next;
      if (!typed && hasOtherWords) showWords();
      controls.note();
      const entry = typed && typing ? "replaceState" : "pushState";
      typing = typed;
      update();
      afterPaint(() => address.write(state, entry));
    },
    /** @param {(state: State) => State} how */
    changeAndShow(how) {
      filter.change(how);
      controls.$count.focus();
    },
    /** Takes over what was typed. */
    adoptWords() {
      window.clearTimeout(typingTimer);
      const words = tidy($words.value);
      if (words !== state.words) filter.change((now) => ({ ...now, words }), true);
    },
    adoptWordsSoon() {
      window.clearTimeout(typingTimer);
      typingTimer = window.setTimeout(filter.adoptWords, TYPING_PAUSE);
    },
    endTyping: () => void (typing = false),
    /** Takes over what the address says. */
    readAddress() {
      const read = address.read();
      state = read.state;
      for (const { id, $details } of facets) if ($details && state.facets.has(id)) $details.open = true;
      controls.noteIgnored(read.ignored);
    },
  };
  const showChips = chips(controls, view.said, filter.change);

  listen(controls, filter);
  window.addEventListener("popstate", () => {
    typing = false;
    filter.readAddress();
    showWords();
    update();
  });

  let isOnPaper = false;
  window.addEventListener("beforeprint", () => (isOnPaper = view.showForPaper(state)));
  window.addEventListener("afterprint", () => isOnPaper && update());

  filter.readAddress();
  if (location.search) address.write(state, "replaceState");
  // Boxes may have been ticked and words typed before this module was there
  const early = stateOf(controls);
  const begin = both(state, early, facets);
  if (!early.words) $words.value = begin.words;
  if (toQuery(begin) === toQuery(state)) update();
  else filter.change(() => begin, begin.words !== state.words);
}

/** What the controls say as the browser shows them. @param {Controls} controls */
function stateOf({ $form, facets }) {
  return fromQuery(new URLSearchParams(/** @type {any} */ (new FormData($form))).toString(), facets).state;
}

/**
 * What people do with the controls.
 *
 * @param {Controls} controls
 * @param {{ change(how: (state: State) => State): void, changeAndShow(how: (state: State) => State): void,
 *   adoptWords(): void, adoptWordsSoon(): void, endTyping(): void }} filter
 */
function listen({ root, part, facets, $form, $words, $count }, filter) {
  // An option that would give nothing keeps its place and can be read, but not chosen
  root.addEventListener("click", (event) => {
    const isOff = event.target instanceof HTMLInputElement && event.target.getAttribute("aria-disabled") === "true";
    if (isOff) event.preventDefault();
  });
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "checkbox") {
      filter.change((state) => chosen(state, target.name, target.value, target.checked, facets));
    } else if (target instanceof HTMLSelectElement) {
      filter.change((state) => ({ ...state, [target.name]: target.value }));
    } else if (target === $words) {
      filter.adoptWords();
      filter.endTyping();
    }
  });
  $words.addEventListener("input", filter.adoptWordsSoon);
  part("clear").addEventListener("click", () => filter.changeAndShow(cleared));
  const closePanel = panel(part, $form, $count);
  $form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter.adoptWords();
    closePanel();
  });
}

/**
 * The list, the map and the counts of the options, as a state asks for them.
 *
 * @param {Controls} controls
 * @param {(how: (state: State) => State) => void} changeAndShow
 */
function resultsView(controls, changeAndShow) {
  const { root } = controls;
  const $results = find(NAME, document, '[data-practice-filter="results"]', HTMLElement);
  const data = practiceData(controls.text("index"));
  const said = phrases(controls);
  const nothing = noResult(controls, said, changeAndShow);
  /** @type {ReturnType<typeof results> | undefined} */
  let list;
  let loading = false;
  /** Of the last result; what is counted for an earlier one is not worth showing. @type {unknown} */
  let latest;

  /** @param {readonly string[]} ids - that are shown */
  const tellOthers = (ids) => root.dispatchEvent(new CustomEvent("hub:practices", { bubbles: true, detail: { ids } }));

  /** @param {() => State} current */
  const show = (current) => {
    const state = current();
    const index = data.ready(state);
    if (!index) {
      fetchMissing(current);
      return;
    }
    const scores = data.scores(state);
    const result = match(index, state, scores);
    const practices = sorted(index, result.found, state, scores);
    controls.showTotal(result.found.length);
    if (state.words && !scores) controls.noteWordless(state.words);
    list ??= results(root, $results, index, said.label);
    $results.parentElement?.toggleAttribute("data-filtered", !isEmpty(state));
    if (isEmpty(state)) list.restore();
    else if (!practices.length) list.replace(nothing(result, state));
    else list.show(grouped(index, practices, state), grouping(state), state.view);
    tellOthers(practices.map((practice) => index.ids[practice]));
    latest = result;
    afterPaint(() => latest === result && showChoices(controls, result.counts, current()));
  };

  /** What is needed is asked for once; what is chosen meanwhile waits for it. @param {() => State} current */
  const fetchMissing = async (current) => {
    if (loading) return;
    loading = true;
    try {
      await data.load(current);
    } catch (error) {
      console.error(`${NAME}:`, error);
      showUnfiltered();
      return;
    } finally {
      loading = false;
    }
    show(current);
  };

  /** What was shown fits an earlier choice. The list as it was served fits none, and says so. */
  const showUnfiltered = () => {
    list?.restore();
    if (data.index) {
      controls.showTotal(data.index.ids.length);
      tellOthers(data.index.ids);
    }
    controls.note(controls.text("failed"));
  };

  /** What was found goes on paper as a table: a line each. @param {State} state */
  const showForPaper = (state) => {
    const index = data.ready(state);
    if (!index || !list || isEmpty(state) || state.view === "table") return false;
    const scores = data.scores(state);
    const { found } = match(index, state, scores);
    if (found.length) list.show(grouped(index, sorted(index, found, state, scores), state), grouping(state), "table");
    return found.length > 0;
  };

  return { show, showForPaper, said };
}

/**
 * How many practices each further choice would give, at the options and on the map.
 *
 * @param {Controls} controls
 * @param {import("./matching.mjs").Result["counts"]} counts
 * @param {State} state
 */
function showChoices({ facets, numbers }, counts, state) {
  showCounts(facets, counts, numbers);
  /** @type {HTMLElement | null} */
  const $map = document.querySelector('[data-module="practice-tiles"]');
  if (!$map) return;
  showTiles(
    $map,
    (facet, value) => counts.get(facet)?.get(value) ?? 0,
    (facet, value) => state.facets.get(facet)?.includes(value) ?? false,
  );
}
