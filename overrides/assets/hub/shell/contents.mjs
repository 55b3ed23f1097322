// @ts-check
/** "On this page" marks the section that is being read. */

/** @param {HTMLElement} root - links to the sections of the page */
export function start(root) {
  const places = [...root.querySelectorAll("a")].flatMap(($link) => {
    const $heading = document.getElementById(decodeURIComponent($link.hash.slice(1)));
    return $heading ? { $link, $heading } : [];
  });
  const show = () => {
    // The last heading above the middle of the window; none while the head of the page is there
    const read = places.findLast(({ $heading }) => $heading.getBoundingClientRect().top < innerHeight / 2);
    for (const { $link } of places) {
      if ($link !== read?.$link) $link.removeAttribute("aria-current");
      else if (!$link.hasAttribute("aria-current")) {
        $link.setAttribute("aria-current", "true");
        // The list may be longer than the window; only the list moves
        root.scrollTop += $link.getBoundingClientRect().top - root.getBoundingClientRect().top - root.clientHeight / 2;
      }
    }
  };
  // Headings that come or go change which one is read, and so does a heading that crosses the middle
  const observer = new IntersectionObserver(show, { rootMargin: "0px 0px -50% 0px" });
  for (const { $heading } of places) observer.observe($heading);
}
