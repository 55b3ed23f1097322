// @ts-check
/**
 * The self-assessment at work: which assessment is open, which screen the address isCriteria for, what is said about saving.
 *
 * The place is in the `#`: the id of a dimension or criterion, or the name of a screen. It is the same in every language.
 */

import { answering } from "./answer.mjs";
import { isShared } from "./share.mjs";
import { starting } from "./start.mjs";
import { createStore } from "./store.mjs";
import { fileName, toText } from "./file.mjs";
import { load } from "../lib/load.mjs";
import { save } from "../lib/save.mjs";
import { ask, button, h, link } from "./ui.mjs";
import { words as wordsOf } from "./words.mjs";

/** @typedef {import("./model.mjs").Assessment} Assessment */
/** @typedef {{ show(place: string, first: boolean): void | Promise<void>, update?(): void, hide?(): void }} Screen */
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
 * @property {(place: string) => void} go
 * @property {(question: string, answers: readonly (readonly [string, string])[]) => Promise<string>} ask
 * @property {(heading: string, ...content: import("./ui.mjs").Child[]) => void} draw - the screen under a heading of its own
 * @property {(id: string) => void} keepFile - gives one as a file, as it is now
 * @property {(ids: readonly string[]) => void} onlyCriteria - shows these criteria below the screen
 * @property {() => void} refresh - after a change that the screen did not make itself
 */

const OPEN = "hub-assessment-open";

/** Screens of their own module: [module, needs an open assessment] @type {Readonly<Record<string, readonly [() => Promise<{ screen(app: App): Screen }>, boolean]>>} */
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
const TABS = ["answer", "result", "plan", "keep"];

/** @param {HTMLElement} root */
export async function open(root) {
  /** @type {import("./words.mjs").Data} */
  const data = await load(root.dataset.data ?? "");
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-assessment="${name}"]`));
  const [$bar, $faults, $screen, $start, $answer] = ["bar", "faults", "screen", "start", "answer"].map(part);
  const words = wordsOf(data, root.dataset.root ?? "", {
    level: (id, level) =>
      $answer.querySelector(`#${CSS.escape(id)} input[value="${level}"] ~ span`)?.textContent ?? undefined,
    href: (id) =>
      $answer.querySelector(`#${CSS.escape(id)} .hub-criterion-field__more a`)?.getAttribute("href") ?? undefined,
  });
  const { t } = words;
  const store = createStore(
    () => localStorage,
    () => new Date().toISOString(),
  );
  const title = document.title;
  let id = remembered();
  /** @type {Screen | undefined} */
  let shown;
  let tab = "";
  let place = "";
  /** @type {Map<string, Screen>} */
  const made = new Map();

  const $tabs = h("ul", { class: "hub-assessment__tabs" });
  const $name = h("p", { class: "hub-assessment__name" });
  const $saved = h("p", { class: "hub-assessment__saved", role: "status" });
  const $said = h("p", { class: "hub-assessment__said", role: "status" });
  const $undo = button(t("undo"), undo, "link");
  $bar.append(
    $name,
    h("nav", { "aria-label": t("tabs.label") }, $tabs),
    h("div", { class: "hub-assessment__state" }, $saved, $undo),
  );
  $bar.after($said);

  /** @type {App} */
  const app = {
    root,
    words,
    store,
    checklist: {
      version: data.version,
      dimensions: data.dimensions.map((one) => one.id),
      criteria: data.criteria,
    },
    current: () => (id ? store.get(id) : undefined),
    choose(other) {
      id = other;
      remember(id);
    },
    change(change, what) {
      if (id) store.update(id, change, what);
      showState();
    },
    say(text) {
      $said.textContent = "";
      // A text that is the same as before would not be heard again
      setTimeout(() => ($said.textContent = text));
    },
    go(to) {
      if (location.hash === `#${to}`) show();
      else location.hash = to;
    },
    ask: (question, answers) => ask(question, answers, t("cancel")),
    draw(heading, ...content) {
      $screen.replaceChildren(
        h("h2", { class: "hub-assessment__heading", tabindex: -1 }, heading),
        ...content.flatMap((one) => (one || one === 0 ? [one instanceof Node ? one : String(one)] : [])),
      );
    },
    keepFile(one) {
      const assessment = store.get(one);
      if (assessment) save(fileName(assessment, "json"), toText(assessment), "application/json");
    },
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

  const answer = answering(app, $answer);
  $answer.addEventListener("input", () => shown !== answer && shown?.update?.());
  const start = starting(app, $start);

  // --- places ---------------------------------------------------------------------------------------------------------

  async function show() {
    const hash = location.hash.slice(1);
    const here = isShared(hash) ? "shared" : hash;
    place = here;
    if (id && !store.get(id)) id = null;
    const wanted = Object.hasOwn(SCREENS, place) ? SCREENS[place] : null;
    const isCriteria = data.dimensions.some((one) => one.id === place) || data.criteria.some((one) => one.id === place);
    if (!id && (isCriteria || wanted?.[1])) {
      const last = store.list()[0];
      if (last) app.choose(last.id);
    }
    const apart = wanted && (id || !wanted[1]);
    if (apart && !made.has(place)) {
      const { screen } = await wanted[0]();
      // Someone went on while it was being loaded
      if (place !== here) return;
      made.set(place, made.get(place) ?? screen(app));
    }
    const old = shown;
    shown = apart ? made.get(place) : place === "paper" || (isCriteria && id) ? answer : start;
    if (old !== shown) {
      old?.hide?.();
      answer.hide();
      if (old) $said.textContent = "";
    }
    tab = shown === start ? "start" : shown === answer ? "answer" : place;
    for (const [$part, visible] of /** @type {const} */ ([
      [$start, shown === start],
      [$answer, shown === answer],
      [$screen, tab !== "start" && tab !== "answer"],
    ])) {
      $part.hidden = !visible;
    }
    for (const $intro of root.querySelectorAll('[data-assessment="intro"]'))
      /** @type {HTMLElement} */ ($intro).hidden = shown !== start;
    root.dataset.screen = place === "paper" ? place : tab;
    await shown?.show(hash, !old);
    showState();
    if (tab !== "start" && tab !== "answer") {
      const $heading = /** @type {HTMLElement | null} */ ($screen.querySelector(".hub-assessment__heading"));
      document.title = `${$heading?.textContent} – ${title}`;
      if (old) $heading?.focus();
      if (old) window.scrollTo({ top: root.offsetTop });
    } else document.title = title;
  }

  window.addEventListener("hashchange", show);

  // --- what is said about saving ----------------------------------------------------------------------------------------

  let timer = 0;
  function showState() {
    const current = app.current();
    const { state } = store;
    const inside =
      Boolean(current) &&
      root.dataset.screen !== "paper" &&
      (TABS.includes(tab) || tab === "changes" || tab === "grid");
    $bar.hidden = !inside;
    if (current) {
      $name.replaceChildren(
        link("#start", t("tabs.all")),
        " ",
        h("strong", {}, current.name || t("unnamed")),
        ` · ${words.date(current.date)}`,
      );
      const where = Object.hasOwn(SCREENS, place) ? answer.place() : place;
      $tabs.replaceChildren(
        ...TABS.map((name) =>
          h(
            "li",
            {},
            h(
              "a",
              { href: `#${name === "answer" ? where : name}`, "aria-current": name === tab ? "page" : null },
              t(`tabs.${name}`),
            ),
          ),
        ),
      );
      $undo.hidden = !store.canUndo;
    }
    // Heard once someone pauses, seen at once
    const text = !current
      ? ""
      : state.fault
        ? t("saved.not")
        : state.time
          ? t("saved.at", { time: words.time(state.time) })
          : t("saved.here");
    $saved.setAttribute("aria-busy", "true");
    $saved.textContent = text;
    clearTimeout(timer);
    timer = window.setTimeout(() => $saved.removeAttribute("aria-busy"), 800);
    showFaults(state);
  }

  let faultsShown = "";
  /** @param {import("./store.mjs").State} state */
  function showFaults({ fault, wiped, gone }) {
    const current = app.current();
    const lost = current && gone.includes(current.id);
    const key = [fault, wiped, lost && current.id, Boolean(current)].join();
    if (key === faultsShown) return;
    faultsShown = key;
    const file = current && button(t("keep.file"), () => app.keepFile(current.id));
    $faults.replaceChildren(
      ...(fault
        ? [
            h(
              "div",
              { class: "hub-assessment__fault" },
              h("p", {}, t(`fault.${fault}`)),
              fault === "newer" ? button(t("reload"), () => location.reload()) : file,
            ),
          ]
        : []),
      ...(wiped && !fault ? [h("div", { class: "hub-assessment__fault" }, h("p", {}, t("fault.wiped")), file)] : []),
      ...(lost
        ? [
            h(
              "div",
              { class: "hub-assessment__fault" },
              h("p", {}, t("fault.gone")),
              button(t("gone.keep"), () => (store.keep(current.id), app.refresh())),
              button(t("gone.drop"), () => (store.remove(current.id), app.go("start"))),
            ),
          ]
        : []),
    );
  }

  function undo() {
    if (store.undo() === undefined) return;
    app.refresh();
    app.say(t("undone"));
  }

  window.addEventListener("storage", (event) => {
    if (event.storageArea !== null && event.storageArea !== safely(() => localStorage)) return;
    const { changed, removed } = store.receive(event.key);
    if (changed.length || removed.length) app.refresh();
    else showState();
  });

  window.addEventListener("beforeunload", (event) => {
    if (store.state.unsaved.length) event.preventDefault();
  });

  // Paper has nothing to open
  for (const [type, open] of /** @type {const} */ ([
    ["beforeprint", true],
    ["afterprint", false],
  ])) {
    window.addEventListener(type, () =>
      $screen.querySelectorAll("details").forEach(($details) => ($details.open = open)),
    );
  }

  root.dataset.ready = "true";
  await show();
  // So that no request follows while someone answers, and a lost connection costs nothing
  Promise.allSettled(Object.values(SCREENS).map(([load]) => load())).then(() => (root.dataset.complete = "true"));
}

/** In this tab only, so that two tabs may have two assessments open. @returns {string | null} */
function remembered() {
  return safely(() => sessionStorage.getItem(OPEN)) ?? null;
}

/** @param {string} id */
function remember(id) {
  safely(() => (id ? sessionStorage.setItem(OPEN, id) : sessionStorage.removeItem(OPEN)));
}

/** @template T @param {() => T} action @returns {T | undefined} */
function safely(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
