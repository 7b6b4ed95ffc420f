// The clock as it was when this was loaded. A host's tests may stop theirs or set it to 1970, and an event of 1970 is deleted with
// the next cleaning.

const { Date: Clock } = globalThis;
const { performance: stopwatch } = globalThis;
const elapsed = stopwatch.now;

/** Milliseconds since the epoch. */
export const now: () => number = Clock.now;

/** Milliseconds, monotonic, with fractions. */
export const elapsedMs = (): number => elapsed.call(stopwatch);

/** As `toISOString()` of a Date; most instants are of the same second as the one before. */
export function isoOf(instant: number): string {
  const start = Math.floor(instant / 1000) * 1000;
  if (start !== second.start) second = { start, text: new Clock(start).toISOString().slice(0, -"000Z".length) };
  return `${second.text}${String(Math.floor(instant - start)).padStart(3, "0")}Z`;
}

let second = { start: Number.NaN, text: "" };
