import { expect, test } from "vitest";
import { binomialAtLeast, chanceOfDifference, poissonAtMost } from "../../core/telemetry/report/chance.ts";

test("the tails of Poisson and binomial are those of the tables", () => {
  // R: ppois(3, 6.2), ppois(0, 6.2), ppois(12, 5), 1 - pbinom(7, 10, 0.5)
  expect(poissonAtMost(3, 6.2)).toBeCloseTo(0.1342, 4);
  expect(poissonAtMost(0, 6.2)).toBeCloseTo(0.002029, 6);
  expect(poissonAtMost(12, 5)).toBeCloseTo(0.998, 3);
  expect(binomialAtLeast(8, 10, 0.5)).toBeCloseTo(0.0547, 4);
});

test("what cannot happen has the chance 0, what must happen 1", () => {
  expect(poissonAtMost(0, 0)).toBe(1);
  expect(poissonAtMost(7, 0)).toBe(1);
  for (const n of [1, 10, 2000]) {
    expect(binomialAtLeast(0, n, 0.3)).toBe(1);
    expect(binomialAtLeast(n + 1, n, 0.3)).toBe(0);
    expect(binomialAtLeast(1, n, 0)).toBe(0);
    expect(binomialAtLeast(n, n, 1)).toBe(1);
    expect(chanceOfDifference(0, n, 0)).toBe(1);
  }
  expect(chanceOfDifference(0, 0)).toBe(1);
});

test.each([-60, -30, -2, 0, 2, 30, 60])(
  "where the sum of terms ends and the normal curve goes on, there is no jump: %i beside the mean",
  (beside) => {
    expect(Math.abs(poissonAtMost(1000 + beside, 1000) - poissonAtMost(1001 + beside, 1001))).toBeLessThan(0.003);
    const tail = (n: number) => binomialAtLeast(n / 2 + beside / 2, n, 1 / 2);
    expect(Math.abs(tail(1000) - tail(1002))).toBeLessThan(0.003);
  },
);

test("a count of any size is judged at once", () => {
  const started = performance.now();
  expect(poissonAtMost(Number.MAX_SAFE_INTEGER, 3)).toBe(1);
  expect(chanceOfDifference(Number.MAX_SAFE_INTEGER, 1)).toBeLessThan(1e-9);
  expect(performance.now() - started).toBeLessThan(1000);
});
