// @ts-check
/**
 * What arrived and what it would change, for whoever runs the hub. Everything is read here; what strangers wrote is shown as
 * text, never as anything else.
 *
 * @typedef {import("./change-set.mjs").ChangeSet} ChangeSet
 * @typedef {import("./differences.mjs").Row} Row
 * @typedef {{ title: string, address: string, record: unknown, refused: string[] }} Today - the record of today; `refused`
 *   says why the whole cannot land
 */

import { find, text } from "../lib/dom.mjs";
import { load } from "../lib/load.mjs";
import { save } from "../lib/save.mjs";
import { fill, plural } from "../lib/strings.mjs";
import { applied } from "./applied.mjs";
import { packed } from "./armour.mjs";
import { decoded } from "./change-set.mjs";
import { FORMAT } from "./correction.mjs";
import { pieces, rows } from "./differences.mjs";
import { digest } from "./digest.mjs";
import { excerpt, fenced, issueLink } from "./message.mjs";
import { report, visible } from "./report.mjs";
import { received } from "./unpack.mjs";
import { copy, open } from "./ways.mjs";

const NAME = "review";
const MEGABYTES = 4;
const PAUSE = 250;

/** @param {HTMLElement} root */
export function start(root) {
  const texts = JSON.parse(text(NAME, root, "texts"));
  const names = JSON.parse(text(NAME, root, "names"));
  const mail = JSON.parse(text(NAME, root, "mail"));
  const places = JSON.parse(text(NAME, root, "places"));
  const issues = text(NAME, root, "issues");
  const folder = document.body.dataset.records ?? "";
  const { lang } = document.documentElement;
  /** @param {string} name */
  const part = (name) => find(NAME, root, `[data-review="${name}"]`, HTMLElement);
  const $arrived = find(NAME, root, "textarea", HTMLTextAreaElement);
  const $files = find(NAME, root, "[type=file]", HTMLInputElement);
  const $cells = /** @type {NodeListOf<HTMLTemplateElement>} */ (root.querySelectorAll('[data-review="cell"]'));
  const locales = [...$cells].flatMap(({ dataset }) => dataset.locale || []);
  /** @type {Promise<Record<string, string[]>> | undefined} */
  let ids;
  let turn = 0;

  // --- reading ----------------------------------------------------------------------------------------------------------

  async function read() {
    const own = ++turn;
    const written = $arrived.value;
    const found = written.trim() ? await received(written) : [];
    /** @type {HTMLElement[]} */
    const shown = [];
    /** @type {string[]} */
    const wrong = [];
    for (const one of found) {
      if ("damage" in one) wrong.push(texts.damage[one.damage]);
      else {
        const { set, faults } = decoded(one.text, Object.keys(places));
        if (set) shown.push(await reviewed(set, shown.length + 1));
        else
          wrong.push(
            ...faults.map(({ fault, where, limit = "" }) =>
              fill(texts.fault[fault], { where: excerpt(visible(where), 80), limit }),
            ),
          );
      }
    }
    if (written.trim() && !found.length) wrong.push(texts.nothing_found);
    if (own !== turn) return;
    say(wrong);
    part("list").replaceChildren(...shown);
    part("found").hidden = !shown.length;
    part("clear").hidden = !written;
    part("status").textContent = shown.length ? plural(texts.status, shown.length, lang) : "";
  }

  /** @param {readonly string[]} wrong */
  function say(wrong) {
    const unique = [...new Set(wrong)];
    $arrived.toggleAttribute("aria-invalid", Boolean(unique.length));
    if (unique.length) $arrived.setAttribute("aria-invalid", "true");
    const $trouble = part("trouble");
    if ($trouble.textContent !== unique.join(""))
      $trouble.replaceChildren(
        ...unique.map((words) => Object.assign(document.createElement("p"), { textContent: words })),
      );
  }

  /**
   * @param {ChangeSet} set
   * @returns {Promise<Today>}
   */
  async function today(set) {
    const { kind, id, base, sources } = set;
    const title = fill(texts.new_record, { id });
    try {
      ids ??= load(`${folder}/ids.json`);
      const known = await ids;
      const isThere = known[kind].includes(id);
      const refused = sources.flatMap(({ id: source }) =>
        known.source.includes(String(source)) ? fill(texts.refused.source, { id: String(source) }) : [],
      );
      if (isThere === !base) refused.push(texts.refused[isThere ? "taken" : "gone"]);
      if (!isThere) return { title: base ? id : title, address: "", record: undefined, refused };
      const { record } = await load(`${folder}/${kind}/${id}.json`);
      return { title: called(record) || id, address: address(kind, record), record, refused };
    } catch {
      ids = undefined;
      return { title: id, address: "", record: undefined, refused: [texts.refused.load] };
    }
  }

  /** @param {any} record */
  function called(record) {
    const name = ["title", "name", "short_title", "short_name", "question", "statement"].flatMap(
      (one) => record[one] ?? [],
    )[0];
    return typeof name === "string" ? name : (name?.[lang] ?? Object.values(name ?? {})[0]);
  }

  /**
   * @param {string} kind
   * @param {any} record
   */
  function address(kind, record) {
    return new URL(fill(places[kind], record), location.href).href;
  }

  // --- showing ----------------------------------------------------------------------------------------------------------

  /**
   * @param {ChangeSet} set
   * @param {number} number
   */
  async function reviewed(set, number) {
    const now = await today(set);
    const isKnown = now.record !== undefined;
    const result = applied(set, set.base ? now.record : undefined);
    const all = set.base && !isKnown ? [] : rows(result, set.base ? now.record : undefined, locales);
    const conflicts = all.filter(({ conflict }) => conflict);
    const $set = cloned(find(NAME, root, '[data-review="set"]', HTMLTemplateElement));
    /** @param {string} name */
    const inner = (name) => find(NAME, $set, `[data-set="${name}"]`, HTMLElement);

    const $title = find(NAME, $set, "a", HTMLAnchorElement);
    $title.textContent = visible(now.title);
    if (now.address) $title.href = now.address;
    $title.id = `review-set-${number}`;
    $set.setAttribute("aria-labelledby", $title.id);
    inner("count").textContent = `${set.kind} ${set.id}: ${plural(texts.fields, all.length, lang)}`;
    inner("conflicts").hidden = !conflicts.length;
    inner("conflicts").textContent =
      `${plural(texts.conflicts, conflicts.length, lang)}: ${conflicts.map(label).map(visible).join("; ")}`;
    const isSame = isKnown && digest(now.record) === set.base;
    inner("base").textContent = !set.base ? texts.base.new : isKnown ? texts.base[isSame ? "same" : "changed"] : "";
    inner("refused").hidden = !now.refused.length;
    inner("refused").append(...now.refused.map((words) => element("li", visible(words))));
    for (const name of /** @type {const} */ (["who", "conflict_of_interest", "note"]))
      put(inner(name), set[name].trim());
    put(inner("sources"), set.sources.map(sourceLine).join("\n"));
    inner("rows").append(...all.map(rowOf));
    waysOf($set, set, now, all, number);
    return $set;
  }

  /**
   * @param {HTMLElement} $place
   * @param {string} words
   */
  function put($place, words) {
    $place.textContent = words ? visible(words) : text(NAME, $place, "none");
    $place.classList.toggle("hub-review__none", !words);
  }

  /** @param {HTMLTemplateElement} $template */
  function cloned($template) {
    return /** @type {HTMLElement} */ (/** @type {Element} */ ($template.content.firstElementChild).cloneNode(true));
  }

  /**
   * The most particular name that the interface has for a field.
   *
   * @param {Row} row
   */
  function label({ names: steps, field }) {
    const keys = [steps.join("_"), steps.slice(-2).join("_"), steps.at(-1) ?? ""];
    return names[keys.find((key) => Object.hasOwn(names, key)) ?? ""] ?? steps.at(-1) ?? field;
  }

  /** @param {Row} row */
  function rowOf(row) {
    const $row = cloned(find(NAME, root, '[data-review="row"]', HTMLTemplateElement));
    /** @param {string} name */
    const inner = (name) => find(NAME, $row, `[data-row="${name}"]`, HTMLElement);
    inner("name").textContent = label(row);
    inner("field").textContent = row.field;
    inner("conflict").hidden = !row.conflict;
    inner("conflict").textContent = row.conflict ? texts.conflict[row.conflict] : "";
    inner("cells").append(...row.cells.map(cellOf));
    return $row;
  }

  /** @param {import("./differences.mjs").Cell} cell */
  function cellOf({ locale, before, after }) {
    const $cell = cloned(
      /** @type {HTMLTemplateElement} */ ([...$cells].find(({ dataset }) => dataset.locale === locale)),
    );
    /** @param {string} name */
    const inner = (name) => find(NAME, $cell, `[data-cell="${name}"]`, HTMLElement);
    const isSame = before === after;
    inner("changed").hidden = isSame;
    inner("same").hidden = !isSame;
    const all = pieces(visible(before), visible(after));
    for (const [name, how, words] of [
      ["before", "gone", before],
      ["after", "new", after],
      ["kept", "", before],
    ]) {
      const $place = inner(name);
      if (words) $place.replaceChildren(...all.filter((one) => one.how === "same" || one.how === how).map(pieceOf));
      else put($place, "");
      if (!words) $place.lang = lang;
    }
    return $cell;
  }

  /** @param {import("./differences.mjs").Piece} piece */
  function pieceOf({ how, text: words }) {
    if (how === "same") return document.createTextNode(words);
    const $mark = element(how === "gone" ? "del" : "ins", words);
    // Screen readers do not say what is struck out
    $mark.prepend(hidden(texts[`${how}_start`]));
    $mark.append(hidden(texts.end));
    return $mark;
  }

  /** @param {string} words */
  function hidden(words) {
    const $hidden = element("span", words);
    $hidden.className = "hub-visually-hidden";
    $hidden.lang = lang;
    return $hidden;
  }

  /**
   * @param {string} tag
   * @param {string} words
   */
  function element(tag, words) {
    return Object.assign(document.createElement(tag), { textContent: words });
  }

  // --- one button further -----------------------------------------------------------------------------------------------

  /**
   * @param {HTMLElement} $set
   * @param {ChangeSet} set
   * @param {Today} now
   * @param {readonly Row[]} all
   * @param {number} number
   */
  function waysOf($set, set, now, all, number) {
    const $name = find(NAME, $set, "[type=checkbox]", HTMLInputElement);
    const $message = find(NAME, $set, '[data-set="message"]', HTMLElement);
    const $done = find(NAME, $set, '[data-set="done"]', HTMLElement);
    find(NAME, $set, '[data-set="named"]', HTMLElement).hidden = !set.who.trim();
    $name.id = `review-named-${number}`;

    async function issueText() {
      const sent = { ...set, who: $name.checked ? set.who : "" };
      const block = await packed(JSON.stringify(asJson(sent)));
      return report(
        sent,
        now,
        all.map((row) => ({ ...row, label: label(row) })),
        mail,
        block,
        sourceLine,
      );
    }

    /** @type {Record<string, () => Promise<string>>} */
    const ways = {
      async issue() {
        const whole = fenced(await issueText());
        const title = excerpt(fill(mail.subject, { title: visible(now.title) }), 120);
        const link = issueLink(issues, title, whole);
        const copied = link ? true : await copy(whole);
        open(link ?? issueLink(issues, title, mail.paste) ?? "", "_blank");
        return link ? "issue" : copied ? "issue_long" : "not_copied";
      },
      async copy() {
        return (await copy(await issueText())) ? "copied" : "not_copied";
      },
      async save() {
        save(`${set.kind}-${set.id}.json`, `${JSON.stringify(asJson(set), null, 1)}\n`, "application/json");
        return "saved";
      },
    };
    for (const $button of /** @type {NodeListOf<HTMLElement>} */ ($set.querySelectorAll("[data-do]")))
      $button.addEventListener("click", async () => {
        const said = await ways[$button.dataset.do ?? ""]();
        $done.textContent = texts.done[said];
        $message.hidden = said !== "not_copied";
        if (said === "not_copied") find(NAME, $message, "textarea", HTMLTextAreaElement).value = await issueText();
      });
  }

  // --- what people do ---------------------------------------------------------------------------------------------------

  /** @param {Iterable<File>} files */
  async function add(files) {
    /** @type {string[]} */
    const said = [];
    const wrong = [];
    for (const file of files) {
      const name = visible(file.name);
      if (file.size > MEGABYTES * 1024 * 1024) wrong.push(fill(texts.file_large, { name, limit: MEGABYTES }));
      else
        try {
          const words = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
          if (words.includes("\0")) throw new TypeError("not text");
          $arrived.value += ($arrived.value.trim() ? "\n\n" : "") + words;
          said.push(fill(texts.file_added, { name }));
        } catch {
          wrong.push(fill(texts.file_not_text, { name }));
        }
    }
    if (said.length) await read();
    if (wrong.length) say(wrong);
    part("status").textContent = [...said, part("status").textContent].join(" ");
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  $arrived.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(read, PAUSE);
  });
  $arrived.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  $arrived.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  });
  part("choose").addEventListener("click", () => $files.click());
  $files.addEventListener("change", async () => {
    await add([...($files.files ?? [])]);
    $files.value = "";
  });
  part("clear").addEventListener("click", () => {
    $arrived.value = "";
    read();
    $arrived.focus();
  });
  if ($arrived.value) read();
}

/** @param {Readonly<Record<string, unknown>>} source */
function sourceLine({ id, title, URL: address }) {
  return [id, title, address].filter((one) => typeof one === "string").join(" · ");
}

/**
 * @param {ChangeSet} set
 */
function asJson({ changes, ...set }) {
  return {
    format: FORMAT,
    ...set,
    set: changes
      .filter(({ value }) => value !== undefined)
      .map(({ path, value, was }) => [path, value, ...(was === null ? [] : [was])]),
    remove: changes
      .filter(({ value }) => value === undefined)
      .map(({ path, was }) => (was === null ? [path, null] : [path, was])),
  };
}
