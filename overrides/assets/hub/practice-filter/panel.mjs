// @ts-check

const NAME = "practice-filter";

/**
 * On a phone the form moves into a dialog: focus stays inside, Escape closes it, and what is behind cannot be reached.
 *
 * @param {(name: string) => HTMLElement} part
 * @param {HTMLFormElement} $form
 * @param {HTMLElement} $count - where people go on after "show"
 * @returns {() => void} closes it as "show" does, if it is open
 */
export function panel(part, $form, $count) {
  const $dialog = part("dialog");
  const $open = part("open");
  if (!($dialog instanceof HTMLDialogElement)) throw new Error(`${NAME}: the panel is no dialog`);
  const closeAndGo = () => {
    if (!$dialog.open) return;
    $dialog.close();
    $count.focus();
    $count.scrollIntoView();
  };
  $open.addEventListener("click", () => {
    part("panel").append($form);
    $dialog.showModal();
    $dialog.querySelector("h2")?.focus();
  });
  $dialog.addEventListener("close", () => part("place").append($form));
  part("close").addEventListener("click", () => $dialog.close());
  part("show").addEventListener("click", closeAndGo);
  // On a wide screen the form is next to the list
  new ResizeObserver(() => {
    if ($dialog.open && !$open.offsetParent) $dialog.close();
  }).observe(document.documentElement);
  return closeAndGo;
}
