// @ts-check
/**
 * What arrived and what it would change, for whoever runs the hub. Everything is read here; what strangers wrote is shown as
 * text, never as anything else.
 *
 * @typedef {import("./decoded.mjs").ChangeSet} ChangeSet
 * @typedef {import("./differences.mjs").Row} Row
 * @typedef {{ title: string, address: string, record: unknown, refused: string[] }} Today - the record of today; `refused`
 *   says why the whole cannot land
 */

import { find, text } from "../lib/dom.mjs";
import { load } from "../lib/load.mjs";
import { save } from "../lib/save.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { pieces } from "../lib/word-changes.mjs";
import { applied } from "./applied.mjs";
import { packed } from "./armour.mjs";
import { decoded } from "./decoded.mjs";
import { FORMAT } from "./change-set.mjs";
import { rows } from "./differences.mjs";
import { digest } from "./digest.mjs";
import { excerpt, fenced, issueLink } from "./message.mjs";
import { report, sourceLine, visible } from "./report.mjs";
import { received } from "./unpack.mjs";
import { copy, open } from "./hand-over.mjs";

const NAME = "review";
const MEGABYTES = 4;
const PAUSE = 250;

/**
 * @param {ParentNode} $place
 * @param {string} name
 */
function part($place, name) {
  return find(NAME, $place, `[data-part="${name}"]`, HTMLElement);
}

/**
 * @param {ParentNode} $place
 * @param {string} selector
 */
function cloned($place, selector) {
  const { content } = find(NAME, $place, selector, HTMLTemplateElement);
  return /** @type {HTMLElement} */ (content.firstElementChild?.cloneNode(true));
}

/**
 * @param {string} tag
 * @param {string} words
 */
function element(tag, words) {
  return Object.assign(document.createElement(tag), { textContent: words });
}

/**
 * @param {HTMLElement} $place
 * @param {string} words - empty: it says so itself
 */
function put($place, words) {
  $place.textContent = words ? visible(words) : text(NAME, $place, "none");
  $place.classList.toggle("hub-review__none", !words);
}

/**
 * @param {HTMLElement} $place
 * @param {string} words - empty: it is not shown
 */
function showIf($place, words) {
  $place.textContent = words;
  $place.hidden = !words;
}

/** @param {HTMLElement} root */
export function start(root) {
  const [texts, names, mail, places] = ["texts", "names", "mail", "places"].map((name) =>
    JSON.parse(text(NAME, root, name)),
  );
  const folder = document.body.dataset.records ?? "";
  const { lang } = document.documentElement;
  const $arrived = find(NAME, root, "textarea", HTMLTextAreaElement);
  const $files = find(NAME, root, "[type=file]", HTMLInputElement);
  const locales = [...root.querySelectorAll("template")].flatMap(({ dataset }) => dataset.locale || []);
  /** @type {Promise<Record<string, string[]>> | undefined} */
  let ids;
  let turn = 0;

  // --- reading ----------------------------------------------------------------------------------------------------------

  /** @param {readonly string[]} [wrong] - what is wrong besides */
  async function read(wrong = []) {
    const own = ++turn;
    const written = $arrived.value.trim();
    const found = await received(written);
    /** @type {HTMLElement[]} */
    const shown = [];
    const said = new Set(wrong);
    for (const one of found)
      if ("damage" in one) said.add(texts.damage[one.damage]);
      else {
        const { set, faults } = decoded(one.text, Object.keys(places));
        if (set) shown.push(await reviewed(set, shown.length + 1));
        else
          for (const { fault, where, limit = "" } of faults)
            said.add(fill(texts.fault[fault], { where: excerpt(visible(where), 80), limit }));
      }
    if (written && !found.length) said.add(texts.nothing_found);
    if (own !== turn) return;
    $arrived.ariaInvalid = String(said.size > 0);
    part(root, "trouble").replaceChildren(...[...said].map((words) => element("p", words)));
    part(root, "list").replaceChildren(...shown);
    part(root, "found").hidden = !shown.length;
    part(root, "clear").hidden = !written;
    part(root, "status").textContent = shown.length ? plural(texts.status, shown.length, lang) : "";
  }

  /**
   * @param {ChangeSet} set
   * @returns {Promise<Today>}
   */
  async function today({ kind, id, base, sources }) {
    const title = base ? id : fill(texts.new_record, { id });
    try {
      const known = await (ids ??= load(`${folder}/ids.json`));
      const isThere = known[kind].includes(id);
      const refused = sources.flatMap((source) =>
        known.source.includes(String(source.id)) ? fill(texts.refused.source, { id: String(source.id) }) : [],
      );
      if (isThere === !base) refused.push(texts.refused[base ? "gone" : "taken"]);
      if (!isThere) return { title, address: "", record: undefined, refused };
      const { record } = await load(`${folder}/${kind}/${id}.json`);
      const name = record.title ?? record.name ?? record.short_title ?? id;
      const address = new URL(fill(places[kind], record), location.href).href;
      return { title: name[lang] ?? name, address, record, refused };
    } catch {
      ids = undefined;
      return { title, address: "", record: undefined, refused: [texts.refused.load] };
    }
  }

  // --- showing ----------------------------------------------------------------------------------------------------------

  /**
   * @param {ChangeSet} set
   * @param {number} number
   */
  async function reviewed(set, number) {
    const now = await today(set);
    const record = set.base ? now.record : undefined;
    const all = set.base && !record ? [] : rows(applied(set, record), record, locales);
    const conflicts = all.filter(({ conflict }) => conflict);
    const $set = cloned(root, '[data-part="set"]');
    const $title = find(NAME, $set, "a", HTMLAnchorElement);
    $title.textContent = now.title;
    if (now.address) $title.href = now.address;
    $title.id = `review-set-${number}`;
    $set.setAttribute("aria-labelledby", $title.id);
    part($set, "count").textContent = `${set.kind} ${set.id}: ${plural(texts.fields, all.length, lang)}`;
    const named = `${plural(texts.conflicts, conflicts.length, lang)}: ${conflicts.map(label).join("; ")}`;
    showIf(part($set, "conflicts"), conflicts.length ? named : "");
    const state = set.base ? (digest(record ?? "") === set.base ? "same" : "changed") : "new";
    showIf(part($set, "base"), set.base && !record ? "" : texts.base[state]);
    part($set, "refused").append(...now.refused.map((words) => element("li", visible(words))));
    for (const name of /** @type {const} */ (["who", "conflict_of_interest", "note"]))
      put(part($set, name), set[name].trim());
    put(part($set, "sources"), set.sources.map(sourceLine).join("\n"));
    part($set, "rows").append(...all.map(rowOf));
    waysOf($set, set, now, all);
    return $set;
  }

  /**
   * The most particular name that the interface has for a field.
   *
   * @param {Row} row
   */
  function label({ names: steps, field }) {
    const keys = [steps.join("_"), steps.slice(-2).join("_"), steps.at(-1) ?? ""];
    return names[keys.find((key) => Object.hasOwn(names, key)) ?? ""] ?? keys[2] ?? field;
  }

  /** @param {Row} row */
  function rowOf(row) {
    const $row = cloned(root, '[data-part="row"]');
    part($row, "name").textContent = label(row);
    part($row, "field").textContent = row.field;
    showIf(part($row, "conflict"), row.conflict ? texts.conflict[row.conflict] : "");
    part($row, "cells").append(...row.cells.map(cellOf));
    return $row;
  }

  /** @param {import("./differences.mjs").Cell} cell */
  function cellOf({ locale, before, after }) {
    const $cell = cloned(root, `template[data-locale="${locale}"]`);
    part($cell, before === after ? "changed" : "same").remove();
    const all = pieces(visible(before), visible(after));
    for (const $place of /** @type {NodeListOf<HTMLElement>} */ ($cell.querySelectorAll("[data-shows]"))) {
      const { shows } = $place.dataset;
      const own = all.filter(({ how }) => how === "same" || how === shows);
      if (own.length) $place.replaceChildren(...own.map(pieceOf));
      else put($place, "");
      if (!own.length) $place.lang = lang;
    }
    return $cell;
  }

  /** @param {import("../lib/word-changes.mjs").Piece} piece */
  function pieceOf({ how, text: words }) {
    if (how === "same") return words;
    const [tag, start] = how === "gone" ? ["del", texts.gone_start] : ["ins", texts.new_start];
    const $mark = element(tag, words);
    // Screen readers do not say what is struck out
    $mark.prepend(hidden(start));
    $mark.append(hidden(texts.end));
    return $mark;
  }

  /** @param {string} words */
  function hidden(words) {
    return Object.assign(element("span", words), { className: "hub-visually-hidden", lang });
  }

  // --- one button further -----------------------------------------------------------------------------------------------

  /**
   * @param {HTMLElement} $set
   * @param {ChangeSet} set
   * @param {Today} now
   * @param {readonly Row[]} all
   */
  function waysOf($set, set, now, all) {
    const $name = find(NAME, $set, "[type=checkbox]", HTMLInputElement);
    const $text = find(NAME, $set, "textarea", HTMLTextAreaElement);
    part($set, "named").hidden = !set.who.trim();
    const labelled = all.map((row) => ({ ...row, label: label(row) }));

    /** @type {Record<string, (whole: string) => Promise<string>>} */
    const ways = {
      async issue(whole) {
        const title = excerpt(fill(mail.subject, { title: now.title }), 120);
        const issues = text(NAME, root, "issues");
        const link = issueLink(issues, title, fenced(whole));
        const said = link ? "issue" : (await copy(fenced(whole))) ? "issue_long" : "not_copied";
        open(link ?? issueLink(issues, title, mail.paste) ?? "", "_blank");
        return said;
      },
      async copy(whole) {
        return (await copy(whole)) ? "copied" : "not_copied";
      },
      async save() {
        save(`${set.kind}-${set.id}.json`, `${JSON.stringify(asJson(set), null, 1)}\n`, "application/json");
        return "saved";
      },
    };
    $set.addEventListener("click", async ({ target }) => {
      const way = target instanceof HTMLElement && target.dataset.do;
      if (!way) return;
      const sent = $name.checked ? set : { ...set, who: "" };
      $text.value = report(sent, now, labelled, mail, await packed(JSON.stringify(asJson(sent))));
      const said = await ways[way]($text.value);
      part($set, "done").textContent = texts.done[said];
      part($set, "message").hidden = said !== "not_copied";
    });
  }

  // --- what people do ---------------------------------------------------------------------------------------------------

  /** @param {readonly File[]} files */
  async function add(files) {
    const [added, wrong] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
    for (const file of files) {
      const name = visible(file.name);
      try {
        if (file.size > MEGABYTES * 1024 * 1024) throw new RangeError();
        const words = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
        if (words.includes("\0")) throw new TypeError();
        $arrived.value += ($arrived.value.trim() && "\n\n") + words;
        added.push(fill(texts.file_added, { name }));
      } catch (error) {
        const why = texts[error instanceof RangeError ? "file_large" : "file_not_text"];
        wrong.push(fill(why, { name, limit: MEGABYTES }));
      }
    }
    await read(wrong);
    part(root, "status").prepend(added.map((words) => `${words} `).join(""));
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  $arrived.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(read, PAUSE);
  });
  $arrived.addEventListener("drop", (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length) event.preventDefault();
    if (files.length) add(files);
  });
  $files.addEventListener("change", async () => {
    await add([...($files.files ?? [])]);
    $files.value = "";
  });
  part(root, "choose").addEventListener("click", () => $files.click());
  part(root, "clear").addEventListener("click", () => {
    $arrived.value = "";
    $arrived.focus();
    read();
  });
  // A browser keeps what was in a field when its page is loaded again
  read();
}

/** @param {ChangeSet} set */
function asJson({ changes, ...set }) {
  const [removed, put] = [true, false].map((isGone) => changes.filter(({ value }) => (value === undefined) === isGone));
  return {
    format: FORMAT,
    ...set,
    set: put.map(({ path, value, was }) => (was === null ? [path, value] : [path, value, was])),
    remove: removed.map(({ path, was }) => [path, was]),
  };
}
