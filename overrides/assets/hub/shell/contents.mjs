// @ts-check
/** "On this page" marks the section that is being read. */

/** @param {HTMLElement} root - links to the sections of the page */
export function start(root) {
  const places = [...root.querySelectorAll("a")].flatMap(($link) => {
    const $heading = document.getElementById(decodeURIComponent($link.hash.slice(1)));
    return $heading ? { $link, $heading } : [];
  });
  const show = () => {
    // The last heading above the upper quarter of the window, or, where the page ends, above a line that goes down to
    // its foot; none while the head of the page is there
    const left = document.documentElement.scrollHeight - innerHeight - scrollY;
    const line = innerHeight - 0.75 * Math.min(left, innerHeight);
    const read = places.findLast(({ $heading }) => $heading.getBoundingClientRect().top < line);
    for (const { $link } of places) {
      if ($link !== read?.$link) $link.removeAttribute("aria-current");
      else if (!$link.hasAttribute("aria-current")) {
        $link.setAttribute("aria-current", "true");
        // The list may be longer than the window; only the list moves
        root.scrollTop += $link.getBoundingClientRect().top - root.getBoundingClientRect().top - root.clientHeight / 2;
      }
    }
  };
  // A heading that comes, goes, or crosses the line changes which one is read
  for (const rootMargin of ["0px", "0px 0px -75% 0px"]) {
    const observer = new IntersectionObserver(show, { rootMargin });
    for (const { $heading } of places) observer.observe($heading);
  }
}
