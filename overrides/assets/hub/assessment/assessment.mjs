// @ts-check
/**
 * The page of the self-assessment. At once it only shows how to begin; the rest is loaded when someone begins, when
 * something is stored on this device, or when the address asks for a place.
 */

/** Begins every key of an assessment, see lib/storage-keys.mjs */
const STORED = "hub-assessment";

/** @param {HTMLElement} root */
export function start(root) {
  /** @param {string} name */
  const parts = (name) => /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-assessment="${name}"]`));
  parts("unscripted").forEach(($note) => $note.remove());
  parts("answer").forEach(($answer) => ($answer.hidden = true));
  parts("start").forEach(($start) => ($start.hidden = false));

  /** @type {Promise<void> | undefined} */
  let loading;
  const load = () => {
    loading ??= import("./app.mjs")
      .then(({ open }) => open(root))
      .catch((error) => {
        loading = undefined;
        parts("faults").forEach(($faults) => ($faults.textContent = root.dataset.failed ?? ""));
        throw error;
      });
    return loading;
  };

  if (location.hash.length > 1 || hasStored()) load();
  else {
    for (const type of ["focusin", "pointerdown", "dragover"])
      root.addEventListener(type, () => void load(), { once: true });
    window.addEventListener("hashchange", () => void load(), { once: true });
  }
  // A file that misses the box would be opened by the browser, in place of this page
  for (const type of ["dragover", "drop"]) {
    window.addEventListener(type, (event) => {
      const { dataTransfer, defaultPrevented } = /** @type {DragEvent} */ (event);
      if (defaultPrevented || !dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      dataTransfer.dropEffect = "none";
    });
  }
  // Whoever was faster than the network: what was done is done again once it can be understood
  for (const type of ["submit", "change"]) {
    root.addEventListener(
      type,
      async (event) => {
        if (root.dataset.ready) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        await load();
        event.target?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
      },
      { capture: true },
    );
  }
}

function hasStored() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(STORED));
  } catch {
    return false;
  }
}
