// When something happened, and how often: instants with a count each, in any order.

export class Timeline {
  readonly #events: { at: number; count: number }[] = [];
  #sorted = true;

  /** `at` in milliseconds since the epoch. */
  add(at: number, count: number): void {
    this.#sorted &&= at >= (this.#events.at(-1)?.at ?? Number.NEGATIVE_INFINITY);
    this.#events.push({ at, count });
  }

  get first(): number {
    return this.#inOrder()[0]?.at ?? Number.NaN;
  }

  get last(): number {
    return this.#inOrder().at(-1)?.at ?? Number.NaN;
  }

  get total(): number {
    return this.#events.reduce((sum, { count }) => sum + count, 0);
  }

  /** The largest number of events within any `windowMs` milliseconds, both ends counted. */
  mostWithin(windowMs: number): number {
    const events = this.#inOrder();
    let most = 0;
    let within = 0;
    let oldest = 0;
    for (const { at, count } of events) {
      within += count;
      for (let left = events[oldest]; left !== undefined && left.at < at - windowMs; left = events[++oldest])
        within -= left.count;
      most = Math.max(most, within);
    }
    return most;
  }

  #inOrder(): readonly { at: number; count: number }[] {
    if (!this.#sorted) this.#events.sort((a, b) => a.at - b.at);
    this.#sorted = true;
    return this.#events;
  }
}
