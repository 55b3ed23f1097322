// @ts-check
/** The frame around an open assessment: its name, its tabs, whether it is saved, and what is wrong with saving. */

import { bounded, isClockWrong } from "./model.mjs";
import { button, h, link } from "./ui.mjs";

export const TABS = ["answer", "result", "plan", "keep"];
/** Milliseconds that someone must pause before "saved" is read out. */
const PAUSE = 800;

/**
 * @param {import("./app.mjs").App} app
 * @param {HTMLElement} $bar
 * @param {HTMLElement} $faults
 */
export function frame(app, $bar, $faults) {
  const { words, store } = app;
  const { t } = words;
  const $tabs = h("ul", { class: "hub-assessment__tabs" });
  const $name = h("p", { class: "hub-assessment__name" });
  const $saved = h("p", { class: "hub-assessment__saved", role: "status" });
  const $said = h("p", { class: "hub-assessment__said", role: "status" });
  const $undo = button(t("undo"), undo, "link");
  const $state = h("div", { class: "hub-assessment__state" }, $saved, $undo);
  $bar.append($name, h("nav", { "aria-label": t("tabs.label") }, $tabs), $state);
  $bar.after($said);
  const showFaults = faults(app, $faults);
  let timer = 0;

  function undo() {
    if (store.undo() === undefined) return;
    app.refresh();
    app.say(t("undone"));
  }

  /** @type {(name: string, place: string, isCurrent: boolean) => HTMLElement} */
  const tabOf = (name, place, isCurrent) =>
    h("li", {}, h("a", { href: `#${place}`, "aria-current": isCurrent ? "page" : null }, t(`tabs.${name}`)));

  /** @param {import("./model.mjs").Assessment | undefined} current */
  function savedText(current) {
    const { fault, time } = store.state;
    if (!current) return "";
    if (fault) return t("saved.not");
    return time ? t("saved.at", { time: words.time(time) }) : t("saved.here");
  }

  return {
    /** @param {string} text */
    say(text) {
      $said.textContent = "";
      // A text that is the same as before would not be heard again
      if (text) setTimeout(() => ($said.textContent = text));
    },
    /**
     * @param {string} tab - of what is shown
     * @param {boolean} isVisible - where an assessment is open, and on its own screens
     * @param {string} answerPlace - to which the tab of the criteria leads
     */
    show(tab, isVisible, answerPlace) {
      const current = app.current();
      $bar.hidden = !isVisible;
      if (current) {
        const name = h("strong", {}, current.name || t("unnamed"));
        $name.replaceChildren(link("#start", t("tabs.all")), " ", name, ` · ${words.date(current.date)}`);
        $tabs.replaceChildren(...TABS.map((one) => tabOf(one, one === "answer" ? answerPlace : one, one === tab)));
        $undo.hidden = !store.canUndo;
      }
      // Heard once someone pauses, seen at once
      $saved.setAttribute("aria-busy", "true");
      $saved.textContent = savedText(current);
      clearTimeout(timer);
      timer = window.setTimeout(() => $saved.removeAttribute("aria-busy"), PAUSE);
      showFaults();
    },
  };
}

/**
 * What is wrong with saving or with the clock, drawn anew only where it changes, so that it is read out once.
 *
 * @param {import("./app.mjs").App} app
 * @param {HTMLElement} $faults
 */
function faults(app, $faults) {
  const { store, words } = app;
  const { t } = words;
  const box = (/** @type {import("./ui.mjs").Child[]} */ ...content) =>
    h("div", { class: "hub-assessment__fault" }, ...content);
  let shown = "";
  return () => {
    const { fault, wiped, gone } = store.state;
    const current = app.current();
    const lost = current && gone.includes(current.id);
    const now = new Date().toISOString();
    const isOff = current && isClockWrong(now, words.updated);
    const day = isOff ? words.date(bounded(now).slice(0, 10)) : "";
    const key = [fault, wiped, lost && current.id, Boolean(current), day].join();
    if (key === shown) return;
    shown = key;
    const file = current && button(t("keep.file"), () => app.keepFile(current.id));
    const boxes = [];
    if (fault) {
      const wayOn = fault === "newer" ? button(t("reload"), () => location.reload()) : file;
      boxes.push(box(h("p", {}, t(`fault.${fault}`)), wayOn));
    } else if (wiped) boxes.push(box(h("p", {}, t("fault.wiped")), file));
    if (lost) {
      const keep = button(t("gone.keep"), () => (store.keep(current.id), app.refresh()));
      const drop = button(t("gone.drop"), () => (store.remove(current.id), app.go("start")));
      boxes.push(box(h("p", {}, t("fault.gone")), keep, drop));
    }
    if (day) boxes.push(box(h("p", {}, t("fault.clock", { day }))));
    $faults.replaceChildren(...boxes);
  };
}
