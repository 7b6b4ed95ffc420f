import { expect, test } from "vitest";
import { binomialAtLeast, chanceOfDifference, poissonAtMost } from "../../core/telemetry/report/chance.ts";

test("the tails of Poisson and binomial are those of the tables", () => {
  // R: ppois(3, 6.2), ppois(0, 6.2), ppois(12, 5), 1 - pbinom(7, 10, 0.5)
  expect(poissonAtMost(3, 6.2)).toBeCloseTo(0.1342, 4);
  expect(poissonAtMost(0, 6.2)).toBeCloseTo(0.002029, 6);
  expect(poissonAtMost(12, 5)).toBeCloseTo(0.998, 3);
  expect(binomialAtLeast(8, 10, 0.5)).toBeCloseTo(0.0547, 4);
});

test("a count of any size is judged at once", () => {
  const started = performance.now();
  expect(poissonAtMost(Number.MAX_SAFE_INTEGER, 3)).toBe(1);
  expect(chanceOfDifference(Number.MAX_SAFE_INTEGER, 1)).toBeLessThan(1e-9);
  expect(performance.now() - started).toBeLessThan(1000);
});
