// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { radar } from "../../overrides/assets/hub/assessment/radar.mjs";
import { chance } from "./assessment-samples.mjs";

const SIZE = { center: 100, radius: 80, gap: 10 };

test("the first axis points up, the others follow clockwise", () => {
  const { axes, labels, rings } = radar([100, 100, 100, 100], SIZE);
  assert.deepEqual(axes, [
    { x: 100, y: 20 },
    { x: 180, y: 100 },
    { x: 100, y: 180 },
    { x: 20, y: 100 },
  ]);
  assert.deepEqual(
    labels.map(({ x, y, anchor }) => [x, y, anchor]),
    [
      [100, 10, "middle"],
      [190, 100, "start"],
      [100, 190, "middle"],
      [10, 100, "end"],
    ],
  );
  assert.deepEqual(
    rings.map((ring) => ring[0].y),
    [80, 60, 40, 20],
  );
});

test("values lie on their axis, from the centre to the edge", () => {
  const { points, lines, closed } = radar([0, 50, 100, 25], SIZE);
  assert.deepEqual(points, [
    { x: 100, y: 100 },
    { x: 140, y: 100 },
    { x: 100, y: 180 },
    { x: 80, y: 100 },
  ]);
  assert.deepEqual([closed, lines], [true, [points]]);
});

test("nothing is drawn across a gap, and neighbours join past the top", () => {
  const { points, lines, closed } = radar([10, 20, null, 40, null, 60], SIZE);
  assert.equal(closed, false);
  assert.deepEqual(lines, [[points[5], points[0], points[1]]]);
  assert.deepEqual(radar([10, 20, null, 40, 50, null], SIZE).lines.length, 2);
});

test("no values, no lines; two values are one line", () => {
  assert.deepEqual(radar([null, null, null], SIZE).lines, []);
  assert.deepEqual([radar([1, 2], SIZE).closed, radar([1, 2], SIZE).lines.length], [false, 1]);
  assert.deepEqual(radar([], SIZE).points, []);
});

test("property: all points within the circle, each known neighbour pair joined once", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const by = chance(seed);
    const values = Array.from({ length: 3 + by.below(9) }, () => (by.below(3) ? by.random() * 100 : null));
    const { points, lines, closed } = radar(values, SIZE);
    for (const point of points) assert.ok(!point || Math.hypot(point.x - 100, point.y - 100) <= 80.01);
    const pairs = values.filter(
      (value, place) => value !== null && values[(place + 1) % values.length] !== null,
    ).length;
    assert.equal(
      lines.reduce((sum, line) => sum + line.length - 1, closed ? 1 : 0),
      pairs,
      `seed ${seed}`,
    );
  }
});
