// @ts-check
/** The menu is a <details> and needs no script; this adds that Escape closes it. */

/** @param {HTMLElement} root - the <details> */
export function start(root) {
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !(root instanceof HTMLDetailsElement) || !root.open) return;
    root.open = false;
    root.querySelector("summary")?.focus();
  });
}
