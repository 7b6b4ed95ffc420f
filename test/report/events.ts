// Events for the tests of the report: only what a test speaks of is given.

import type { TelemetryEvent } from "../../core/telemetry/event.ts";
import { type ErrorSummary, fold, type Pattern, summaryOf } from "../../core/telemetry/report/index.ts";

export const HOUR_MS: number = 60 * 60 * 1000;
export const DAY_MS: number = 24 * HOUR_MS;
/** The end of the window, a Sunday. */
export const UNTIL: number = Date.UTC(2026, 10, 22, 12);
export const WEEK = { since: UNTIL - 7 * DAY_MS, until: UNTIL };

/** `at` in milliseconds since the epoch, or a timestamp. @default an hour before the end of the window */
export function eventOf({
  at = UNTIL - HOUR_MS,
  ...parts
}: Partial<TelemetryEvent> & { at?: number | string } = {}): TelemetryEvent {
  return {
    timestamp: typeof at === "string" ? at : new Date(at).toISOString(),
    repo: "pin-citer",
    agent: "IssueProcessorAgent",
    error_type: "Error",
    error_message: "It broke",
    context: {},
    telemetry_id: "a3f4b2c1",
    ...parts,
  };
}

export const notFound = (parts: Parameters<typeof eventOf>[0] = {}): TelemetryEvent =>
  eventOf({ error_type: "FileNotFoundError", error_message: "File not found: notes.txt", ...parts });

export const summaryFor = (events: Iterable<TelemetryEvent>): ErrorSummary =>
  summaryOf(fold(events, WEEK), { total: 0, failed: 0 });

export const patternsFor = (events: Iterable<TelemetryEvent>): Pattern[] => summaryFor(events).patterns;

export const idsFor = (events: Iterable<TelemetryEvent>): string[] => patternsFor(events).map(({ id }) => id);

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
