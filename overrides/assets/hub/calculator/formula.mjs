// @ts-check
/**
 * Results of a calculation from the trees that the build writes (`hub/model/formula.py`, `as_json`). Pure.
 *
 * A tree is a number, the id of a value, or a list that begins with a sign or function. There is no result where a value
 * is missing or something is divided by zero: null, and every result that uses it is null too.
 */

/** @typedef {number | string | readonly [string, ...any[]]} Tree */
/** @typedef {{ id: string, tree: Tree, decimals: number }} Result */

/** As TOLERANCE in formula.py: an amount this close below a whole number counts as that number. */
const TOLERANCE = 1e-9;

/**
 * @param {Tree} tree
 * @param {Readonly<Record<string, number | null>>} values
 * @returns {number | null}
 */
export function evaluate(tree, values) {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") {
    if (!Object.hasOwn(values, tree)) throw new Error(`formula: no value is called "${tree}"`);
    return values[tree];
  }
  const [name, ...rest] = tree;
  /** @type {number[]} */
  const given = [];
  for (const inner of rest) {
    const value = evaluate(inner, values);
    if (value === null) return null;
    given.push(value);
  }
  switch (name) {
    case "+":
      return given[0] + given[1];
    case "-":
      return given[0] - given[1];
    case "*":
      return given[0] * given[1];
    case "/":
      return given[1] === 0 ? null : given[0] / given[1];
    case "min":
      return Math.min(...given);
    case "max":
      return Math.max(...given);
    case "floor":
      return Math.floor(given[0] + TOLERANCE);
    default:
      throw new Error(`formula: no function is called "${name}"`);
  }
}

/**
 * Every result, in order; a result may use those before it.
 *
 * @param {readonly Result[]} results
 * @param {Readonly<Record<string, number | null>>} inputs - null: not filled in, or outside its limits
 * @returns {Record<string, number | null>} by id of the result
 */
export function calculate(results, inputs) {
  /** @type {Record<string, number | null>} */
  const values = { ...inputs };
  /** @type {Record<string, number | null>} */
  const found = {};
  for (const { id, tree } of results) {
    values[id] = found[id] = evaluate(tree, values);
  }
  return found;
}
