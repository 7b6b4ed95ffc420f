// The read side, in one place: read -> fold -> detect, once, for every view.

import type { Run } from "12-factor-telemetry/event";
import {
  countRuns,
  type ErrorSummary,
  type Filter,
  fold,
  only,
  summaryOf,
  type Window,
} from "12-factor-telemetry/report";
import { readEvents, readRuns, type Skipped } from "12-factor-telemetry/store";

export interface LoadedReport {
  summary: ErrorSummary;
  /** Lines of the store that are no events. */
  skipped: Skipped;
}

export interface Question extends Filter {
  directory: string;
  window: Window;
}

/** Throws StoreError when the store cannot be read. */
export function loadReport({ directory, window, ...filter }: Question): LoadedReport {
  const skipped: Skipped = { torn: 0, foreign: 0 };
  const { current, previous } = fold(readEvents(directory, skipped), window);
  const comparison = { window, current: only(current, filter), previous: only(previous, filter) };
  return { summary: summaryOf(comparison, countRuns(runsOf(directory, filter), window)), skipped };
}

function* runsOf(directory: string, { repo, agent }: Filter): Generator<Run> {
  for (const run of readRuns(directory))
    if ((repo === undefined || run.repo === repo) && (agent === undefined || run.agent === agent)) yield run;
}
