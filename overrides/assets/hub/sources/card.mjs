// @ts-check
/**
 * Source marks open their full reference next to them. Without this script, or where a browser knows no popovers, a mark
 * is a link to the same reference: in the list at the end of the page, or in that of all sources where a page has none.
 *
 * @param {HTMLElement} root - holds marks
 */
export async function start(root) {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const $mark of /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll(".hub-cite__mark"))) {
    const address = new URL($mark.href);
    const id = address.hash.slice(1);
    address.hash = "";
    const $reference = (await pageAt(address.href)).getElementById(id);
    if (!$reference) throw new Error(`source-card: no element has the id "${id}"`);
    const $card = card($reference, address.href);
    $mark.after($card);
    opens($mark, $card);
  }
}

/** Pages that were asked for, by their address. @type {Map<string, Promise<Document>>} */
const pages = new Map();

/** @param {string} address */
async function pageAt(address) {
  if (address === location.href.replace(/#.*/s, "")) return document;
  if (!pages.has(address)) pages.set(address, fetched(address));
  return /** @type {Promise<Document>} */ (pages.get(address));
}

/** @param {string} address */
async function fetched(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch (error) {
    pages.delete(address);
    throw error;
  }
}

/**
 * @param {HTMLElement} $reference
 * @param {string} address - of its page
 */
function card($reference, address) {
  const $card = document.createElement("span");
  $card.className = "hub-popover";
  $card.popover = "auto";
  $card.append(...[...$reference.childNodes].map(($node) => document.importNode($node, true)));
  // The way back to the text: one is there
  $card.querySelector(".hub-sources__back")?.remove();
  for (const $named of $card.querySelectorAll("[id]")) $named.removeAttribute("id");
  for (const $link of $card.querySelectorAll("a")) $link.href = new URL($link.getAttribute("href") ?? "", address).href;
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
