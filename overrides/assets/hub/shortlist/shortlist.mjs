// @ts-check
/**
 * On pages with practices: a button that puts each on the shortlist, how many are on it, and what is shown as a file or
 * on paper.
 *
 * The root holds the templates and texts (overrides/hub/parts/shortlist.html). Every `[data-slot="card-tools"]` of the page
 * gets a button, also when the filter shows new ones. This module is there from the start, so it loads little.
 */

const NAME = "shortlist";
/** See lib/storage-keys.mjs */
const SHORTLIST = "hub-shortlist";

/** @param {HTMLElement} root */
export function start(root) {
  /** @type {ReturnType<typeof import("./store.mjs").shortlist> | undefined} */
  let store;
  const opened = async () => {
    if (!store) {
      const { shortlist } = await import("./store.mjs");
      store = shortlist();
      store.watch(paint);
    }
    return store;
  };
  /** @type {(name: string) => HTMLElement} */
  const part = (name) => {
    const $part = root.querySelector(`[data-shortlist="${name}"]`);
    if (!($part instanceof HTMLElement)) throw new Error(`${NAME}: no part "${name}"`);
    return $part;
  };
  /** @type {(name: string) => HTMLElement} */
  const copy = (name) => {
    const $template = part(name);
    const $copy =
      $template instanceof HTMLTemplateElement ? $template.content.firstElementChild?.cloneNode(true) : null;
    if (!($copy instanceof HTMLElement)) throw new Error(`${NAME}: the template "${name}" is empty`);
    return $copy;
  };
  const $note = copy("note");
  const $status = part("status");
  /** Which practices the filter shows; null: all @type {readonly string[] | null} */
  let shown = null;

  // --- buttons ------------------------------------------------------------------------------------------------------

  /** A card may show another practice by now. */
  const fit = () => {
    for (const $place of document.querySelectorAll('[data-slot="card-tools"]')) {
      const { id, name } = practiceOf($place);
      const $known = $place.querySelector("button");
      if (!id || $known?.dataset.of === id) continue;
      const $button = $known ?? newButton();
      $button.dataset.of = id;
      $button.setAttribute("aria-label", `${$button.textContent?.trim()}: ${name}`);
      if (!$known) $place.append($button);
      else if ($place.contains($note)) $note.remove();
    }
    paint();
  };

  const newButton = () => {
    const $button = copy("toggle");
    $button.addEventListener("click", () => toggle($button));
    return $button;
  };

  const paint = () => {
    for (const $button of document.querySelectorAll('[data-slot="card-tools"] > button')) {
      const pressed = String(store?.has(practiceOf($button).id) ?? false);
      if ($button.getAttribute("aria-pressed") !== pressed) $button.setAttribute("aria-pressed", pressed);
    }
    const count = store?.shortlist.length;
    const said = count ? ` (${count})` : "";
    for (const $count of document.querySelectorAll('[data-shortlist="count"]')) {
      // A change in a card, even to the same, would lead here again
      if ($count.textContent !== said) $count.textContent = said;
    }
  };

  /** @param {HTMLElement} $button */
  const toggle = async ($button) => {
    const { id, name } = practiceOf($button);
    const store = await opened();
    const before = store.has(id);
    store.toggle({ id, name });
    const now = store.has(id);
    const said = before === now ? "most" : now ? "added" : "removed";
    const parts = [
      said === "most" ? text("most").replace("{most}", String(store.most)) : "",
      store.fault ? text(store.fault) : "",
    ]
      .filter(Boolean)
      .join(" ");
    const count = String(store.shortlist.length);
    $status.textContent = [
      said === "most"
        ? ""
        : text(said)
            .replace("{name}", () => name)
            .replace("{count}", () => count),
      parts,
    ]
      .filter(Boolean)
      .join(" ");
    const $words = $note.querySelector("[data-note]");
    if ($words) $words.textContent = parts;
    if (now || parts) $button.after($note);
    else $note.remove();
    paint();
  };

  /** @param {string} name */
  const text = (name) => root.dataset[name] ?? "";

  // --- files --------------------------------------------------------------------------------------------------------

  /** @param {MouseEvent} event */
  const pressed = async (event) => {
    // What happens in here is not for the controls around it, which would wait for the filter and click again
    event.stopPropagation();
    const $button = event.target instanceof Element ? event.target.closest("button[data-take]") : null;
    const format = $button?.getAttribute("data-take");
    if (!format) return;
    if (format === "print") {
      window.print();
      return;
    }
    try {
      const { take } = await import("../practice-export/take.mjs");
      await take(root, format, shown);
      $status.textContent = text("taken");
    } catch (error) {
      console.error(`${NAME}:`, error);
      $status.textContent = text("failed");
    }
  };
  root.addEventListener("click", pressed);
  /** @type {HTMLElement | null} */ (document.querySelector("[data-shown-files]"))?.addEventListener("click", pressed);

  document.addEventListener("hub:practices", (event) => {
    if (event instanceof CustomEvent) shown = event.detail.ids;
  });

  // --- begin --------------------------------------------------------------------------------------------------------

  fit();
  if (isStored()) opened().then(paint);
  const $results = document.querySelector('[data-practice-filter="results"]');
  // As afterPaint of lib/dom.mjs, which would be one more file to load at once
  const later = () => requestAnimationFrame(() => requestAnimationFrame(fit));
  if ($results)
    new MutationObserver(later).observe($results, {
      childList: true,
      subtree: true,
      attributeFilter: ["data-practice"],
    });
}

/**
 * The practice whose card, row or page this is in.
 *
 * @param {Element} $part
 */
function practiceOf($part) {
  const $holder = $part.closest("[data-practice]");
  const id = $holder?.getAttribute("data-practice") ?? "";
  return { id, name: $holder?.getAttribute("data-name") ?? $holder?.querySelector("a")?.textContent?.trim() ?? id };
}

function isStored() {
  try {
    return localStorage.getItem(SHORTLIST) !== null;
  } catch {
    return false;
  }
}
