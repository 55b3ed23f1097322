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
import { plural } from "../lib/strings.mjs";
import { addressOf } from "./address.mjs";
import { chips, noResult, offers, phrases } from "./choices.mjs";
import { controlsOf, NAME } from "./controls.mjs";
import { practiceData } from "./data.mjs";
import { grouped, grouping } from "./grouping.mjs";
import { match, sorted } from "./matching.mjs";
import { showCounts } from "./options.mjs";
import { panel } from "./panel.mjs";
import { both, chosen, cleared, EMPTY, fromQuery, isEmpty, LIKE, tidy, together, toQuery, wished } from "./query.mjs";
import { results } from "./results.mjs";
import { show as showTiles } from "./tiles.mjs";
import { answers, wishesOf } from "./wishes.mjs";

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

  filter.readAddress();
  listen(controls, filter, state.facets.size > 0);
  window.addEventListener("popstate", () => {
    typing = false;
    filter.readAddress();
    showWords();
    update();
  });

  let isOnPaper = false;
  window.addEventListener("beforeprint", () => (isOnPaper = view.showForPaper(state)));
  window.addEventListener("afterprint", () => isOnPaper && update());

  if (location.search) address.write(state, "replaceState");
  // Boxes may have been ticked and words typed before this module was there
  const early = stateOf(controls);
  const begin = both(state, early, facets);
  if (!early.words) $words.value = begin.words;
  if (toQuery(begin) === toQuery(state)) update();
  else filter.change(() => begin, begin.words !== state.words);
}

/** What the controls say as the browser shows them. @param {Controls} controls */
function stateOf({ $form, $finder, facets }) {
  const entries = [...new FormData($form), ...new FormData($finder)];
  return fromQuery(new URLSearchParams(/** @type {any} */ (entries)).toString(), facets).state;
}

/**
 * What people do with the controls.
 *
 * @param {Controls} controls
 * @param {{ change(how: (state: State) => State): void, changeAndShow(how: (state: State) => State): void,
 *   adoptWords(): void, adoptWordsSoon(): void, endTyping(): void }} filter
 * @param {boolean} hasFilters - some are chosen from the start
 */
function listen({ root, part, facets, $form, $finder, $words, $count }, filter, hasFilters) {
  // An option that would give nothing keeps its place and can be read, but not chosen
  root.addEventListener("click", (event) => {
    const isOff = event.target instanceof HTMLInputElement && event.target.getAttribute("aria-disabled") === "true";
    if (isOff) event.preventDefault();
  });
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "all") {
      filter.change((state) => together(state, target.value, target.checked));
    } else if (target instanceof HTMLInputElement && target.type === "checkbox") {
      filter.change((state) => chosen(state, target.name, target.value, target.checked, facets));
    } else if (target instanceof HTMLSelectElement && target.name.startsWith(LIKE)) {
      filter.change((state) => wished(state, target.name.slice(LIKE.length), target.value, facets));
    } else if (target instanceof HTMLSelectElement) {
      filter.change((state) => ({ ...state, [target.name]: target.value }));
    } else if (target === $words) {
      filter.adoptWords();
      filter.endTyping();
    }
  });
  $words.addEventListener("input", filter.adoptWordsSoon);
  part("clear").addEventListener("click", () => filter.changeAndShow(cleared));
  const { closeAndGo, showColumn } = panel(root, part, $form, $count);
  if (hasFilters) showColumn(true);
  const $fold = part("finder-open");
  $fold.addEventListener("click", () => {
    const open = $finder.toggleAttribute("data-open");
    $fold.setAttribute("aria-expanded", String(open));
  });
  $finder.addEventListener("submit", (event) => event.preventDefault());
  $form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter.adoptWords();
    closeAndGo();
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
  const offer = offers(controls, said, changeAndShow);
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
    const search = data.search(state);
    const scores = search?.scores ?? null;
    const result = match(index, state, scores);
    const practices = sorted(index, result.found, state, scores);
    const groups = grouped(index, practices, state);
    const by = grouping(index, state, practices.length);
    const inOrder = groups.flatMap((group) => group.practices);
    controls.showTotal(result.found.length, by === "fit" ? groups : undefined);
    showBest(controls, state.wishes.size ? inOrder.map((practice) => index.ids[practice]) : []);
    if (search) controls.noteSearch(search.ignored, search.isWhole);
    else if (state.words) controls.noteWordless(state.words);
    offer((search?.recognised ?? []).filter(({ facet, value }) => !state.facets.get(facet)?.includes(value)));
    list ??= results(root, $results, index, said);
    $results.parentElement?.toggleAttribute("data-filtered", !isEmpty(state));
    const wishes = wishesOf(state);
    if (isEmpty(state)) list.restore();
    else if (!practices.length) list.replace(nothing(result, state));
    else list.show(groups, by, state.view, (practice) => answers(index, practice, wishes));
    tellOthers(inOrder.map((practice) => index.ids[practice]));
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
    const scores = data.search(state)?.scores ?? null;
    const { found } = match(index, state, scores);
    const practices = sorted(index, found, state, scores);
    const wishes = wishesOf(state);
    if (found.length) {
      const by = grouping(index, state, found.length);
      list.show(grouped(index, practices, state), by, "table", (practice) => answers(index, practice, wishes));
    }
    return found.length > 0;
  };

  return { show, showForPaper, said };
}

/** How many practices are compared at once when someone asks for the best. */
const BEST = 3;

/**
 * A way to see the best ones side by side.
 *
 * @param {Controls} controls
 * @param {readonly string[]} ids - best first; none where nothing is wished for
 */
function showBest({ part, text, forms, locale }, ids) {
  const $best = part("best");
  const best = ids.slice(0, BEST);
  $best.hidden = best.length < 2;
  if (!($best instanceof HTMLAnchorElement)) return;
  $best.textContent = plural(forms("best"), best.length, locale);
  $best.href = `${text("compare")}?ids=${best.join(",")}`;
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
