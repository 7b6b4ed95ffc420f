// Events in, tallies out, from one pass: of a window, and of the one before it.

import { instantOf, type TelemetryEvent } from "../event.ts";
import type { Again } from "./again.ts";
import { KEY_VERSION } from "./group.ts";
import { type Mask, maskFor } from "./number-mask.ts";
import { rememberingOpinions } from "./opinion.ts";
import type { Catalogue } from "./recognise.ts";
import { CATALOGUE } from "./rules/index.ts";
import { add, emptyTally, joinAlike, merge, settle, type Tally } from "./tally.ts";
import { fromRows, type Row, toRows } from "./tally-json.ts";

/** Changes with the rows of a tally, and with what is counted. */
const TALLY_VERSION = 6;

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

/** How events become a tally, and how one is kept: what the store needs to know to keep one for every day. */
export function tallying(catalogue: Catalogue = CATALOGUE): Tallying {
  const opinionOf = rememberingOpinions(catalogue);
  const { valuesIn } = maskFor(catalogue);
  return {
    version: `${TALLY_VERSION}.${KEY_VERSION}.${catalogue.looks.version}`,
    empty: emptyTally,
    add: (tally, event, at) => add(tally, event, at, opinionOf(event)),
    valuesIn,
    merge,
    toRows,
    fromRows,
  };
}

interface Tallying {
  version: string;
  empty(): Tally;
  add(tally: Tally, event: TelemetryEvent, at: number): Again | undefined;
  valuesIn: Mask["valuesIn"];
  merge(into: Tally, from: Tally): void;
  toRows(tally: Tally): Row[];
  fromRows(rows: unknown[]): Tally | undefined;
}

/** The windows that `comparisonOf` compares. */
export const windowsOf = ({ since, until }: Window): [Window, Window] => [
  { since, until },
  { since: since - (until - since), until: since },
];

/** `tallies`: of `windowsOf(window)`. */
export function comparisonOf(window: Window, [current, previous]: readonly Tally[]): Comparison {
  const comparison = { window, current: current ?? emptyTally(), previous: previous ?? emptyTally() };
  joinAlike(comparison.current, comparison.previous);
  settle(comparison.current);
  settle(comparison.previous);
  return comparison;
}

export function fold(events: Iterable<TelemetryEvent>, window: Window, catalogue: Catalogue = CATALOGUE): Comparison {
  const windows = windowsOf(window);
  const tallies = windows.map(emptyTally);
  const { add } = tallying(catalogue);
  for (const event of events) {
    const at = instantOf(event.timestamp);
    const index = windows.findIndex(({ since, until }) => at > since && at <= until);
    const tally = tallies[index];
    if (tally !== undefined) add(tally, event, at);
  }
  return comparisonOf(window, tallies);
}
