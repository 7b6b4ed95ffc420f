// Events in, tallies out, from one pass: of a window, and of the one before it.

import { instantOf, type TelemetryEvent } from "../event.ts";
import { rememberingOpinions } from "./opinion.ts";
import { add, emptyTally, settle, type Tally } from "./tally.ts";

/** Milliseconds since the epoch: after `since`, up to and including `until`. */
export interface Window {
  since: number;
  until: number;
}

/** What happened in a window, and in the one before it, which is as long. */
export interface Comparison {
  window: Window;
  current: Tally;
  previous: Tally;
}

export function fold(events: Iterable<TelemetryEvent>, window: Window): Comparison {
  const before = windowBefore(window);
  const comparison = { window, current: emptyTally(), previous: emptyTally() };
  const opinionOf = rememberingOpinions();
  for (const event of events) {
    const at = instantOf(event.timestamp);
    if (isIn(window, at)) add(comparison.current, event, at, opinionOf(event));
    else if (isIn(before, at)) add(comparison.previous, event, at, opinionOf(event));
  }
  settle(comparison.current);
  settle(comparison.previous);
  return comparison;
}

const windowBefore = ({ since, until }: Window): Window => ({ since: since - (until - since), until: since });

const isIn = ({ since, until }: Window, at: number): boolean => at > since && at <= until;
