import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "../../core/telemetry/report/in-order.ts";

const pairs = (points: readonly number[]): [number, number][] =>
  Array.from({ length: points.length / 2 }, (_, index) => [
    points[2 * index] as number,
    points[2 * index + 1] as number,
  ]);

test("points come in order of time, and those of one instant as they came", () => {
  const anyRuns = fc.array(fc.tuple(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 6 }), fc.boolean()), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(anyRuns, (parts) => {
      const instants = parts.flatMap(([some, isRun]) => (isRun ? some.toSorted((a, b) => a - b) : some));
      const points = instants.flatMap((at, index) => [at, index]);
      expect(pairs(inOrder([...points]))).toEqual(pairs(points).sort(([a], [b]) => a - b));
    }),
  );
});

test("what is in order already is not copied", () => {
  const points = [1, 5, 1, 6, 2, 1];
  expect(inOrder(points)).toBe(points);
  expect(inOrder([])).toEqual([]);
});
