// @ts-check

/**
 * Hands over a file. Nothing is sent anywhere.
 *
 * @param {string} name
 * @param {string | Blob} content
 * @param {string} type
 */
export function save(name, content, type) {
  const $link = document.createElement("a");
  $link.href = URL.createObjectURL(new Blob([content], { type }));
  $link.download = name;
  $link.click();
  // Some browsers read the file only after the click was handled
  setTimeout(() => URL.revokeObjectURL($link.href), 60_000);
}
