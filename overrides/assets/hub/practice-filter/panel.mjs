// @ts-check

const NAME = "practice-filter";
/** As in practice-filter.css: here the filters have a column of their own. */
const WIDE = "(min-width: 60rem)";

/**
 * The filters open in a column next to the list. On a phone the form moves into a dialog: focus stays inside, Escape closes
 * it, and what is behind cannot be reached.
 *
 * @param {HTMLElement} root - the controls
 * @param {(name: string) => HTMLElement} part
 * @param {HTMLFormElement} $form
 * @param {HTMLElement} $count - where people go on after "show"
 */
export function panel(root, part, $form, $count) {
  const $dialog = part("dialog");
  const $open = part("open");
  if (!($dialog instanceof HTMLDialogElement)) throw new Error(`${NAME}: the panel is no dialog`);
  const wide = window.matchMedia(WIDE);

  /** @param {boolean} open */
  const showColumn = (open) => {
    root.toggleAttribute("data-filters", open);
    $open.setAttribute("aria-expanded", String(open));
  };
  const closeAndGo = () => {
    if (!$dialog.open) return;
    $dialog.close();
    $count.focus();
    $count.scrollIntoView();
  };
  $open.addEventListener("click", () => {
    if (wide.matches) {
      showColumn(!root.hasAttribute("data-filters"));
      return;
    }
    part("panel").append($form);
    $dialog.showModal();
    $dialog.querySelector("h2")?.focus();
  });
  $dialog.addEventListener("close", () => part("place").append($form));
  part("close").addEventListener("click", () => $dialog.close());
  part("show").addEventListener("click", closeAndGo);
  wide.addEventListener("change", () => $dialog.open && $dialog.close());
  return {
    /** As "show" does, if it is open on a phone. */
    closeAndGo,
    showColumn,
  };
}
