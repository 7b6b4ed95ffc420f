// The read side, in one place: read -> fold -> detect, once, for every view.

import type { TelemetryEvent } from "12-factor-telemetry/event";
import { type ErrorSummary, fold, summaryOf, type Window } from "12-factor-telemetry/report";
import { readEvents, type Skipped } from "12-factor-telemetry/store";

export interface LoadedReport {
  summary: ErrorSummary;
  /** Lines of the store that are no events. */
  skipped: Skipped;
}

export interface Question {
  directory: string;
  window: Window;
  /** Only this repository. @default all */
  repo?: string | undefined;
}

/** Throws StoreError when the store cannot be read. */
export function loadReport({ directory, window, repo }: Question): LoadedReport {
  const skipped: Skipped = { torn: 0, foreign: 0 };
  const events = readEvents(directory, skipped);
  return { summary: summaryOf(fold(repo === undefined ? events : only(events, repo), window)), skipped };
}

function* only(events: Iterable<TelemetryEvent>, repo: string): Generator<TelemetryEvent> {
  for (const event of events) if (event.repo === repo) yield event;
}
