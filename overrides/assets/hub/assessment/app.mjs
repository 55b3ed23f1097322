// @ts-check
/**
 * The self-assessment at work: which assessment is open, which screen the address asks for, what is said about saving.
 *
 * The place is in the `#`: the id of a dimension or criterion, or the name of a screen. It is the same in every language.
 */

import { load } from "../lib/load.mjs";
import { save } from "../lib/save.mjs";
import { ASSESSMENT_OPEN } from "../lib/storage-keys.mjs";
import { answering } from "./answer.mjs";
import { fileName, toText } from "./file.mjs";
import { TABS, frame } from "./frame.mjs";
import { isShared, undoneHash } from "./share.mjs";
import { starting } from "./start.mjs";
import { createStore } from "./store.mjs";
import { ask, h } from "./ui.mjs";
import { words as wordsOf } from "./words.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {{ show(place: string, first: boolean): void | Promise<void>, update?(): void, hide?(): void }} Screen */
/** @typedef {Record<"bar" | "faults" | "screen" | "start" | "answer", HTMLElement>} Parts - of the page, by name */
/**
 * @typedef {object} App
 * @property {HTMLElement} root
 * @property {import("./words.mjs").Words} words
 * @property {import("./model.mjs").Checklist} checklist
 * @property {ReturnType<typeof createStore>} store
 * @property {() => Assessment | undefined} current - the one that is open
 * @property {(id: string) => void} choose - opens another one; "" opens none
 * @property {(change: (assessment: Assessment, now: string) => Assessment, what?: string) => void} change - the open one
 * @property {(text: string) => void} say - to everyone, politely
 * @property {(place: string, notes?: readonly string[]) => void} go - notes: to be read there, below the heading
 * @property {(question: string, answers: readonly (readonly [string, string])[]) => Promise<string>} ask
 * @property {(heading: string, ...content: import("./ui.mjs").Child[]) => void} draw - the screen under a heading of its own
 * @property {(id: string) => void} keepFile - gives one as a file, as it is now
 * @property {(ids: readonly string[]) => void} onlyCriteria - shows these criteria below the screen
 * @property {() => void} refresh - after a change that the screen did not make itself
 */

/**
 * Screens of their own module, and whether they need an open assessment. Those are loaded before they are asked for.
 *
 * @type {Readonly<Record<string, readonly [load: () => Promise<{ screen(app: App): Screen }>, needsOpen: boolean]>>}
 */
const SCREENS = {
  result: [() => import("./result.mjs"), true],
  plan: [() => import("./plan.mjs"), true],
  keep: [() => import("./keep.mjs"), true],
  changes: [() => import("./renew.mjs"), true],
  grid: [() => import("./grid.mjs"), true],
  team: [() => import("./team.mjs"), false],
  compare: [() => import("./compare-screen.mjs"), false],
  shared: [() => import("./keep.mjs").then(({ shared }) => ({ screen: shared })), false],
};

/** @param {HTMLElement} root */
export async function open(root) {
  /** @type {import("./words.mjs").Data} */
  const data = await load(root.dataset.data ?? "");
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-assessment="${name}"]`));
  const $parts = {
    bar: part("bar"),
    faults: part("faults"),
    screen: part("screen"),
    start: part("start"),
    answer: part("answer"),
  };
  const words = wordsOf(data, root.dataset.root ?? "", textsOnPage($parts.answer));
  const store = createStore(
    () => localStorage,
    () => new Date().toISOString(),
  );
  let id = remembered();

  /** @type {App} */
  const app = {
    root,
    words,
    store,
    checklist: { version: data.version, dimensions: data.dimensions.map((one) => one.id), criteria: data.criteria },
    current: () => (id ? store.get(id) : undefined),
    choose(other) {
      id = other;
      remember(other);
    },
    change(change, what) {
      if (id) store.update(id, change, what);
      screens.showState();
    },
    say: (text) => bar.say(text),
    go(to, notes = []) {
      screens.noteNext(notes);
      if (location.hash === `#${to}`) screens.show();
      else location.hash = to;
    },
    ask: (question, answers) => ask(question, answers, words.t("cancel")),
    draw(heading, ...content) {
      $parts.screen.replaceChildren(
        h("h2", { class: "hub-assessment__heading", tabindex: -1 }, heading),
        ...content.flatMap((one) => (one || one === 0 ? [one instanceof Node ? one : String(one)] : [])),
      );
    },
    keepFile(one) {
      const assessment = store.get(one);
      if (assessment) save(fileName(assessment, "json"), toText(assessment), "application/json");
    },
    onlyCriteria: (ids) => screens.onlyCriteria(ids),
    refresh: () => screens.refresh(),
  };
  const bar = frame(app, $parts.bar, $parts.faults);
  const screens = screensOf(app, $parts, bar);

  listen(app, screens, $parts.screen);
  root.dataset.ready = "true";
  await screens.show();
  // So that no request follows while someone answers, and a lost connection costs nothing
  const needed = Object.values(SCREENS).filter(([, needsOpen]) => needsOpen);
  Promise.allSettled(needed.map(([load]) => load())).then(() => (root.dataset.complete = "true"));
}

/**
 * Texts of the criteria that the page has already: the description of a level, the link to the page of a criterion.
 *
 * @param {HTMLElement} $answer
 * @returns {Parameters<typeof wordsOf>[2]}
 */
function textsOnPage($answer) {
  const look = (/** @type {string} */ id, /** @type {string} */ selector) =>
    $answer.querySelector(`#${CSS.escape(id)} ${selector}`);
  return {
    level: (id, level) => look(id, `input[value="${level}"] ~ span`)?.textContent ?? undefined,
    href: (id) => look(id, ".hub-criterion-field__more a")?.getAttribute("href") ?? undefined,
  };
}

/**
 * Which screen is shown: the one that the address asks for.
 *
 * @param {App} app
 * @param {Parts} $parts
 * @param {ReturnType<typeof frame>} bar
 */
function screensOf(app, $parts, bar) {
  const { root, store, checklist } = app;
  const { screen: $screen, start: $start, answer: $answer } = $parts;
  const answer = answering(app, $answer);
  const start = starting(app, $start);
  const title = document.title;
  /** @type {Map<string, Screen>} */
  const made = new Map();
  /** @type {Screen | undefined} */
  let shown;
  let tab = "";
  let place = "";
  const $notes = h("div", { class: "hub-assessment__opened", role: "status" });
  /** @type {readonly string[]} */
  let notes = [];

  /** Whether a place is a dimension or a criterion. */
  const isCriteria = () =>
    checklist.dimensions.includes(place) || checklist.criteria.some((criterion) => criterion.id === place);

  /** The screen of the place; undefined: someone went on while it was being loaded. */
  const screenOfPlace = async () => {
    const here = place;
    const wanted = Object.hasOwn(SCREENS, here) ? SCREENS[here] : null;
    if (!app.current()) {
      const last = isCriteria() || wanted?.[1] ? store.list()[0] : undefined;
      if (last) app.choose(last.id);
    }
    if (!wanted || (wanted[1] && !app.current())) {
      return here === "paper" || (isCriteria() && app.current()) ? answer : start;
    }
    if (!made.has(here)) {
      const { screen } = await wanted[0]();
      if (place !== here) return undefined;
      made.set(here, made.get(here) ?? screen(app));
    }
    return made.get(here);
  };

  /** @param {boolean} isFirst */
  const showParts = (isFirst) => {
    $start.hidden = shown !== start;
    $answer.hidden = shown !== answer;
    $screen.hidden = shown === start || shown === answer;
    for (const $intro of root.querySelectorAll('[data-assessment="intro"]')) {
      /** @type {HTMLElement} */ ($intro).hidden = shown !== start;
    }
    root.dataset.screen = place === "paper" ? place : tab;
    if (!isFirst) bar.say("");
  };

  const showHeading = (/** @type {boolean} */ isFirst) => {
    const $heading = /** @type {HTMLElement | null} */ (
      $screen.hidden ? answer.heading() : $screen.querySelector(".hub-assessment__heading")
    );
    const isNamed = shown !== start && $heading;
    document.title = isNamed ? `${$heading.textContent?.trim().replace(/\s+/g, " ")} – ${title}` : title;
    if (isNamed) showNotes($heading);
    if (isFirst || $screen.hidden) return;
    $heading?.focus();
    window.scrollTo({ top: root.offsetTop });
  };

  /** What there is to say on the way in, where one looks. @param {HTMLElement} $heading */
  const showNotes = ($heading) => {
    const lines = notes.map((text) => h("p", {}, text));
    notes = [];
    if (!lines.length) return;
    $notes.replaceChildren();
    $heading.after($notes);
    setTimeout(() => $notes.replaceChildren(...lines));
  };

  const showState = () => {
    const isOwn = TABS.includes(tab) || tab === "changes" || tab === "grid";
    const isVisible = Boolean(app.current()) && root.dataset.screen !== "paper" && isOwn;
    bar.show(tab, isVisible, Object.hasOwn(SCREENS, place) ? answer.place() : place);
  };

  $answer.addEventListener("input", () => shown !== answer && shown?.update?.());

  return {
    showState,
    /** @param {readonly string[]} some */
    noteNext: (some) => void (notes = some),
    async show() {
      const hash = location.hash.slice(1);
      place = isShared(hash) ? "shared" : undoneHash(hash);
      let next;
      try {
        next = await screenOfPlace();
      } catch (error) {
        console.error("assessment:", error);
        bar.say(root.dataset.failed ?? "");
        return;
      }
      if (!next) return;
      $notes.remove();
      const old = shown;
      shown = next;
      tab = shown === start ? "start" : shown === answer ? "answer" : place;
      if (old !== shown) {
        old?.hide?.();
        answer.hide();
      }
      showParts(!old || old === shown);
      await shown.show(place === "shared" ? hash : place, !old);
      showState();
      showHeading(!old);
    },
    /** @param {readonly string[]} ids */
    onlyCriteria(ids) {
      $answer.hidden = false;
      answer.only(ids);
    },
    refresh() {
      if (!$answer.hidden && shown !== answer) answer.update();
      shown?.update?.();
      showState();
    },
  };
}

/**
 * What happens to the page from outside: the address, other tabs, leaving, printing.
 *
 * @param {App} app
 * @param {ReturnType<typeof screensOf>} screens
 * @param {HTMLElement} $screen
 */
function listen(app, screens, $screen) {
  const { store } = app;
  window.addEventListener("hashchange", screens.show);
  window.addEventListener("storage", (event) => {
    if (event.storageArea !== null && event.storageArea !== safely(() => localStorage)) return;
    const { changed, removed } = store.receive(event.key);
    if (changed.length || removed.length) app.refresh();
    else screens.showState();
  });
  window.addEventListener("beforeunload", (event) => {
    if (store.state.unsaved.length) event.preventDefault();
  });
  // Paper has nothing to open
  for (const [type, isOpen] of /** @type {const} */ ([
    ["beforeprint", true],
    ["afterprint", false],
  ])) {
    window.addEventListener(type, () => {
      for (const $details of $screen.querySelectorAll("details")) $details.open = isOpen;
    });
  }
}

/** In this tab only, so that two tabs may have two assessments open. @returns {string | null} */
function remembered() {
  return safely(() => sessionStorage.getItem(ASSESSMENT_OPEN)) ?? null;
}

/** @param {string} id */
function remember(id) {
  safely(() => (id ? sessionStorage.setItem(ASSESSMENT_OPEN, id) : sessionStorage.removeItem(ASSESSMENT_OPEN)));
}

/** @template T @param {() => T} action @returns {T | undefined} */
function safely(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
