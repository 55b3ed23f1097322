// @ts-check
/** Helpers for the modules that touch the page. A missing part is our mistake and says whose. */

/**
 * @template {HTMLElement} T
 * @param {string} module - name of the module that asks
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type - what it must be, for example HTMLInputElement
 * @returns {T}
 */
export function find(module, root, selector, type) {
  const $element = root.querySelector(selector);
  if (!($element instanceof type)) throw new Error(`${module}: no ${type.name} matches "${selector}"`);
  return $element;
}

/**
 * A text that the template put on an element as `data-<name>`.
 *
 * @param {string} module
 * @param {HTMLElement} $element
 * @param {string} name
 */
export function text(module, $element, name) {
  const value = $element.dataset[name];
  if (value === undefined) throw new Error(`${module}: "${$element.tagName.toLowerCase()}" has no data-${name}`);
  return value;
}

/**
 * Gives an element a text, if it has another: writing the same again costs a layout too, and another node costs a style.
 *
 * @param {Element} $element
 * @param {string} words
 */
export function write($element, words) {
  if ($element.textContent === words) return;
  const $first = $element.firstChild;
  if ($first instanceof Text && !$first.nextSibling) $first.data = words;
  else $element.textContent = words;
}

/**
 * Makes these the children of an element, in this order. What is there already is not touched: it keeps its focus and is
 * not laid out anew.
 *
 * @param {ParentNode & Node} $parent
 * @param {readonly Node[]} nodes
 */
export function arrange($parent, nodes) {
  const wanted = new Set(nodes);
  for (const $old of [...$parent.childNodes]) if (!wanted.has($old)) $parent.removeChild($old);
  place($parent, nodes);
}

/**
 * Makes these the first children of an element, in this order; others stay, after them.
 *
 * @param {ParentNode & Node} $parent
 * @param {readonly Node[]} nodes
 */
export function place($parent, nodes) {
  let $next = $parent.firstChild;
  for (const $node of nodes) {
    if ($node === $next) $next = $next.nextSibling;
    else $parent.insertBefore($node, $next);
  }
}

/**
 * Does what can wait until people see what they asked for: in the frame after the next.
 *
 * @param {() => void} work
 */
export function afterPaint(work) {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

/**
 * Remembers what was found: looking through hundreds of options for each part takes longer than what is done with it.
 *
 * @template T
 * @param {(name: string) => T} look
 * @returns {(name: string) => T}
 */
export function remembered(look) {
  /** @type {Map<string, T>} */
  const found = new Map();
  return (name) => {
    const known = found.get(name) ?? look(name);
    found.set(name, known);
    return known;
  };
}
