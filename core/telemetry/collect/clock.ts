// The clock as it was when this was loaded. A host's tests may stop theirs or set it to 1970, and an event of 1970 is deleted with
// the next cleaning.

const { Date: Clock } = globalThis;
const { performance: stopwatch } = globalThis;
const elapsed = stopwatch.now;

/** Milliseconds since the epoch. */
export const now: () => number = Clock.now;

/** Milliseconds, monotonic, with fractions. */
export const elapsedMs = (): number => elapsed.call(stopwatch);
