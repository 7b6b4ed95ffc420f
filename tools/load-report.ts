// The read side, in one place: read -> fold -> detect, once, for every view.

import { countRuns, type ErrorSummary, fold, summaryOf, type Window } from "12-factor-telemetry/report";
import { readEvents, readRuns, type Skipped } from "12-factor-telemetry/store";

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
  const tally = fold(only(readEvents(directory, skipped), repo), window);
  return { summary: summaryOf(tally, countRuns(only(readRuns(directory), repo), window)), skipped };
}

function* only<T extends { repo: string }>(records: Iterable<T>, repo: string | undefined): Generator<T> {
  for (const record of records) if (repo === undefined || record.repo === repo) yield record;
}
