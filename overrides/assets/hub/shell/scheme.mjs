// @ts-check
/**
 * Light, dark, or as the device. The choice is kept on <html> as `data-scheme`; the script in <head> sets it again on the
 * next page. Where storage is refused, the choice holds for this page.
 */

/** See lib/storage-keys.mjs */
const SCHEME = "hub-scheme";

/** @param {HTMLElement} root */
export function start(root) {
  const $select = root.querySelector("select");
  if (!$select) throw new Error('scheme: no element matches "select"');
  $select.value = document.documentElement.dataset.scheme ?? "device";
  show($select.value);
  $select.addEventListener("change", () => {
    show($select.value);
    try {
      if ($select.value === "device") localStorage.removeItem(SCHEME);
      else localStorage.setItem(SCHEME, $select.value);
    } catch {
      // Not kept, but shown
    }
  });
}

/** @param {string} scheme */
function show(scheme) {
  if (scheme === "device") delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
  // The colour of the browser's own bar: each <meta> knows its scheme by the media query it came with
  for (const $meta of /** @type {NodeListOf<HTMLMetaElement>} */ (
    document.querySelectorAll('meta[name="theme-color"]')
  )) {
    const own = ($meta.dataset.media ??= $meta.media);
    $meta.media = scheme === "device" ? own : own.includes(scheme) ? "all" : "not all";
  }
}
