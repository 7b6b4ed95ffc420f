// This window against the one before it, and whether the difference could be chance.

export interface Trend {
  current: number;
  previous: number;
  /** (current - previous) / previous, two decimals; null when there was nothing before. */
  change: number | null;
  direction: "decreasing" | "increasing" | "steady";
  /** False: too few to call. */
  significant: boolean;
}

export function trendOf(current: number, previous: number): Trend {
  return {
    current,
    previous,
    change: previous === 0 ? null : Math.round(((current - previous) / previous) * 100) / 100,
    direction: current < previous ? "decreasing" : current > previous ? "increasing" : "steady",
    significant: chance(current, previous) < 0.05,
  };
}

/**
 * Two-sided probability of a difference at least this large when both counts have the same rate: given their sum n, one
 * of them is binomial(n, 1/2). Przyborowski and Wilenski, Homogeneity of results in testing samples from Poisson series
 * (1940). Exact up to 1,000 events, beyond that by the normal approximation with continuity correction.
 */
function chance(current: number, previous: number): number {
  const n = current + previous;
  const fewer = Math.min(current, previous);
  if (n > 1000) return Math.min(1, 2 * normalTail((n / 2 - fewer - 0.5) / Math.sqrt(n / 4)));
  let term = -n * Math.LN2; // ln of C(n, 0) / 2^n
  let sum = Math.exp(term);
  for (let k = 1; k <= fewer; k++) {
    term += Math.log((n - k + 1) / k);
    sum += Math.exp(term);
  }
  return Math.min(1, 2 * sum);
}

/** P(Z > z) for z >= 0; Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function normalTail(z: number): number {
  if (z < 0) return 0.5;
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
