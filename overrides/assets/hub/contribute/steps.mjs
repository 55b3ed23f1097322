// @ts-check
/**
 * One step of the full form at a time. The place in the address says which, so "back" goes back, and another language shows
 * the same step. A link to a field opens what it is folded in.
 */

/** @param {HTMLElement} root */
export function makeSteps(root) {
  const steps = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-step]")]);
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll('[href^="#step-"]'));

  /**
   * @param {HTMLElement} $target - a step, or something in one
   * @param {boolean} focus
   */
  function show($target, focus) {
    const $step = $target.closest("[data-step]") ?? steps[0];
    for (const $one of steps) $one.toggleAttribute("data-current", $one === $step);
    for (const $link of links) {
      const own = $link.hash === `#step-${/** @type {HTMLElement} */ ($step).dataset.step}`;
      if (own && $link.matches(".hub-form__step-link")) $link.setAttribute("aria-current", "step");
      else $link.removeAttribute("aria-current");
    }
    for (let $fold = $target.closest("details"); $fold; $fold = $fold.parentElement?.closest("details") ?? null)
      $fold.open = true;
    if (!focus) return;
    const $focus = $target.matches("h2, input, textarea, select")
      ? $target
      : ($target.querySelector("input, textarea, select, button:not([hidden])") ?? $target);
    /** @type {HTMLElement} */ ($focus).focus();
    $target.scrollIntoView({ block: $target.matches("h2") ? "start" : "center" });
  }

  /** @param {boolean} focus */
  function go(focus) {
    const $target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    show($target && root.contains($target) ? $target : steps[0], focus);
  }

  root.dataset.stepped = "";
  root.addEventListener("click", (event) => {
    const $link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    if (!($link instanceof HTMLAnchorElement)) return;
    const $target = document.getElementById($link.hash.slice(1));
    if (!$target) return;
    event.preventDefault();
    if (location.hash !== $link.hash) history.pushState(null, "", $link.hash);
    show($target, true);
  });
  addEventListener("popstate", () => go(true));
  go(Boolean(location.hash));
  return { show };
}
