// @ts-check
/**
 * Source marks open their full reference next to them. Without this script, or where a browser knows no popovers, a mark
 * is a link to the same reference in the list at the end of the page.
 *
 * @param {HTMLElement} root - holds marks, links to `#source-…`
 */
export function start(root) {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const $mark of /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll('a[href^="#source-"]'))) {
    const $reference = document.getElementById($mark.hash.slice(1));
    if (!$reference) throw new Error(`source-card: no element has the id "${$mark.hash.slice(1)}"`);
    const $card = card($reference);
    $mark.after($card);
    opens($mark, $card);
  }
}

/** @param {HTMLElement} $reference */
function card($reference) {
  const $card = document.createElement("span");
  $card.className = "hub-popover";
  $card.popover = "auto";
  $card.append(...[...$reference.childNodes].map(($node) => $node.cloneNode(true)));
  // The way back to the text: one is there
  $card.querySelector(".hub-sources__back")?.remove();
  return $card;
}

/**
 * @param {HTMLAnchorElement} $mark
 * @param {HTMLElement} $card
 */
function opens($mark, $card) {
  // The press that begins a click on the mark closes an open card; that click must not open it again
  let wasOpen = false;
  $mark.setAttribute("aria-expanded", "false");
  $mark.addEventListener("pointerdown", () => (wasOpen = $card.matches(":popover-open")));
  $card.addEventListener("toggle", () => $mark.setAttribute("aria-expanded", String($card.matches(":popover-open"))));
  $mark.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (wasOpen || $card.matches(":popover-open")) $card.hidePopover();
    else $card.showPopover({ source: $mark });
    wasOpen = false;
  });
}
