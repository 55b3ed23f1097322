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
