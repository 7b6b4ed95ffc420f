// Events over time, as bars that begin at whole minutes, hours or days of the user's clock.

import type { Window } from "12-factor-telemetry/report";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const STEPS = [1, 5, 15, 60, 24 * 60, 7 * 24 * 60, 28 * 24 * 60].map((minutes) => minutes * MINUTE_MS);
/** Bars that are wide enough to be told apart on a phone. */
const MOST_BARS = 90;

/** What can be seen in a cell of a tally. */
export interface Times {
  /** Instant, count, instant, count, ... */
  readonly flat: readonly number[];
}

export interface Axis {
  /** Of the first bar, in milliseconds since the epoch: not after the window's beginning. */
  start: number;
  step: number;
  bars: number;
}

/** @param offset milliseconds that the user's clock is ahead of UTC */
export function axisOf({ since, until }: Window, offset: number): Axis {
  const most = until - since <= 3 * DAY_MS ? MOST_BARS : 62;
  const step = STEPS.find((wide) => (until - since) / wide <= most) ?? Math.ceil((until - since) / MOST_BARS);
  const start = Math.floor((since + offset) / step) * step - offset;
  return { start, step, bars: Math.max(1, Math.ceil((until - start) / step)) };
}

export function barsOf(timelines: Iterable<Times>, { start, step, bars }: Axis): number[] {
  const counts = new Array<number>(bars).fill(0);
  for (const { flat } of timelines) {
    for (let index = 0; index < flat.length; index += 2) {
      const bar = Math.min(bars - 1, Math.max(0, Math.floor(((flat[index] as number) - start) / step)));
      counts[bar] = (counts[bar] ?? 0) + (flat[index + 1] as number);
    }
  }
  return counts;
}
