// Quantiles of durations in little memory, whatever their number and order: counts in buckets that grow by 2 %.
//
// Masson, Rim and Lee, DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees (2019).

const GROWTH = 1.02;
const LOG_GROWTH = Math.log(GROWTH);

export class Durations {
  readonly #buckets = new Map<number, number>();
  #total = 0;

  /** Milliseconds, not negative. Under one they count as none. */
  add(ms: number): void {
    const bucket = ms < 1 ? -1 : Math.ceil(Math.log(ms) / LOG_GROWTH);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
    this.#total++;
  }

  /** Milliseconds, within 1 % of the value that `share` of all are not above; null when there is none. */
  quantile(share: number): number | null {
    let seen = 0;
    for (const [bucket, count] of [...this.#buckets].sort(([a], [b]) => a - b)) {
      seen += count;
      if (seen >= share * this.#total) return bucket < 0 ? 0 : Math.round((2 * GROWTH ** bucket) / (1 + GROWTH));
    }
    return null;
  }
}
