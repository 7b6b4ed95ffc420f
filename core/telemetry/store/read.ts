// The store as a stream of events, each once. What is no event is counted and skipped, never fatal.

import type { TelemetryEvent } from "../event.ts";
import type { Skipped } from "./chunk-events.ts";
import { addSkipped, EventLog } from "./event-log.ts";
import { periodOfDay } from "./slot.ts";

export interface Part {
  /** Days, as "2026-11-22". @default all */
  first?: string;
  last?: string;
  /** In small letters: events that cannot hold it in a field may be left out. */
  holding?: string;
}

/**
 * Every event of the store, or of a part of it, day by day (UTC); a missing store is empty. What an event holds besides strings may be shared with
 * others: it is not to be changed. Throws StoreError when the store cannot be read.
 */
export function* readEvents(
  directory: string,
  skipped: Skipped = { torn: 0, foreign: 0 },
  { first = "", last = "~", holding = "" }: Part = {},
): Generator<TelemetryEvent> {
  const log = new EventLog(directory);
  try {
    addSkipped(skipped, log.skipped);
    for (const day of log.days) {
      if (day < first || day > last) continue;
      for (const events of log.events(periodOfDay(day), () => skipped, holding)) yield* events;
    }
  } finally {
    log.close();
  }
}
