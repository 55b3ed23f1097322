// @ts-check
/**
 * Prints the page, in short or whole. Paper is short unless <html> says otherwise (css/practice.css), so that a page printed
 * from the menu of the browser, or without script, is short as well.
 *
 * @param {HTMLElement} root - `data-print` says which
 */
export function start(root) {
  root.addEventListener("click", (event) => {
    event.preventDefault();
    const { dataset } = document.documentElement;
    dataset.print = root.dataset.print;
    // Browsers that cannot show folded parts on paper by style alone
    const folds = dataset.print === "full" ? [...document.querySelectorAll("details:not([open])")] : [];
    for (const $fold of folds) $fold.toggleAttribute("open", true);
    const after = () => {
      delete dataset.print;
      for (const $fold of folds) $fold.toggleAttribute("open", false);
    };
    addEventListener("afterprint", after, { once: true });
    window.print();
  });
}
