// The store as a stream of events, each once. What is no event is counted and skipped, never fatal.

import type { TelemetryEvent } from "../event.ts";
import type { Skipped } from "./chunk-events.ts";
import { addSkipped, EventLog } from "./event-log.ts";
import { periodOfDay } from "./slot.ts";

/**
 * Every event of the store, or of one `day` ("2026-11-22"), day by day (UTC); a missing store is empty. What an event holds besides strings may be shared with
 * others: it is not to be changed. Throws StoreError when the store cannot be read.
 */
export function* readEvents(
  directory: string,
  skipped: Skipped = { torn: 0, foreign: 0 },
  day?: string,
): Generator<TelemetryEvent> {
  const log = new EventLog(directory);
  try {
    addSkipped(skipped, log.skipped);
    for (const one of log.days) {
      if (day !== undefined && one !== day) continue;
      for (const events of log.events(periodOfDay(one), () => skipped)) yield* events;
    }
  } finally {
    log.close();
  }
}
