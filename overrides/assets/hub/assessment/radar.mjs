// @ts-check
/** Geometry of the radar chart, as plain numbers: the first axis points up, the others follow clockwise. */

/** @typedef {{ x: number, y: number }} Point */
/**
 * @typedef {object} Radar
 * @property {readonly Point[]} axes - their outer ends
 * @property {readonly (readonly Point[])[]} rings - at a quarter, half, three quarters and the whole
 * @property {readonly (Point | null)[]} points - null where there is no value
 * @property {readonly (readonly Point[])[]} lines - neighbours with a value, joined; nothing is drawn across a gap
 * @property {boolean} closed - no gap: the one line is the whole outline
 * @property {readonly (Point & { anchor: "start" | "middle" | "end" })[]} labels - the point that the middle of the text's
 *   height should be at, and its `text-anchor`
 */

/**
 * @param {readonly (number | null)[]} values - 0 to 100
 * @param {{ center: number, radius: number, gap: number }} size - gap between chart and labels
 * @returns {Radar}
 */
export function radar(values, { center, radius, gap }) {
  const count = values.length;
  /**
   * @param {number} axis
   * @param {number} distance
   * @returns {Point}
   */
  const at = (axis, distance) => {
    const angle = (2 * Math.PI * axis) / count;
    return { x: round(center + distance * Math.sin(angle)), y: round(center - distance * Math.cos(angle)) };
  };
  const points = values.map((value, axis) =>
    value === null ? null : at(axis, (radius * Math.min(100, Math.max(0, value))) / 100),
  );
  const closed = count > 2 && points.every((point) => point !== null);
  return {
    axes: values.map((_, axis) => at(axis, radius)),
    rings: [0.25, 0.5, 0.75, 1].map((part) => values.map((_, axis) => at(axis, radius * part))),
    points,
    lines: closed ? [/** @type {Point[]} */ (points)] : runs(points),
    closed,
    labels: values.map((_, axis) => {
      const point = at(axis, radius + gap);
      const side = Math.round(point.x - center);
      return { ...point, anchor: side > 0 ? "start" : side < 0 ? "end" : "middle" };
    }),
  };
}

/**
 * Rows of neighbours round the circle, each of two points or more.
 *
 * @param {readonly (Point | null)[]} points - with at least one gap, or fewer than three
 */
function runs(points) {
  const gap = points.indexOf(null);
  /** @type {Point[][]} */
  const found = [[]];
  for (const point of [...points.slice(gap + 1), ...points.slice(0, gap + 1)]) {
    if (point) found[found.length - 1].push(point);
    else found.push([]);
  }
  return found.filter((run) => run.length > 1);
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}
