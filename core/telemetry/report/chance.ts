// How likely chance alone makes a count. Every "significant", "verified" and "too few to call" rests on these.

/** Under this, chance is not believed; the custom since R. A. Fisher, Statistical Methods for Research Workers (1925). */
export const UNLIKELY = 0.05;

/** P(X <= count) for X Poisson with this mean. */
export function poissonAtMost(count: number, mean: number): number {
  if (mean > NORMAL_FROM) return normalTail((mean - count - 0.5) / Math.sqrt(mean));
  // Further out nothing is left to add; and a count is somebody's word, as large as they like.
  if (count > mean + 40 * (Math.sqrt(mean) + 1)) return 1;
  let term = -mean; // ln of e^-mean mean^k / k!
  let sum = Math.exp(term);
  for (let k = 1; k <= count; k++) {
    term += Math.log(mean / k);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}

/** P(X >= count) for X binomial(n, share). */
export function binomialAtLeast(count: number, n: number, share: number): number {
  return binomialAtMost(n - count, n, 1 - share);
}

/** P(X <= count) for X binomial(n, share). */
function binomialAtMost(count: number, n: number, share: number): number {
  if (count >= n) return 1;
  if (count < 0 || share >= 1) return 0;
  if (n > NORMAL_FROM) return normalTail((n * share - count - 0.5) / Math.sqrt(n * share * (1 - share)));
  const odds = Math.log(share) - Math.log1p(-share);
  let term = n * Math.log1p(-share); // ln of C(n, 0) (1 - share)^n
  let sum = Math.exp(term);
  for (let k = 1; k <= count; k++) {
    term += Math.log((n - k + 1) / k) + odds;
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}

/**
 * Two-sided probability of a difference at least this large when two counts have the same rate: given their sum n, the first
 * is binomial(n, share), where `share` is its part of the time (or of the runs) that both were counted in. Przyborowski and
 * Wilenski, Homogeneity of results in testing samples from Poisson series (1940).
 */
export function chanceOfDifference(first: number, second: number, share: number = 1 / 2): number {
  const n = first + second;
  return Math.min(1, 2 * Math.min(binomialAtMost(first, n, share), binomialAtLeast(first, n, share)));
}

/** Exact below, from here on by the normal approximation with continuity correction. */
const NORMAL_FROM = 1000;

/** P(Z > z); Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
