// What the report knows of a store at this moment, kept for the next question: an agent asks while it fails, and may not wait.
//
// A second after it was looked at, the store is looked at again, by two `stat`; only when it has changed it is read again.

import type { ErrorSummary, Knowledge, Window } from "./report/index.ts";
import * as report from "./report/index.ts";
import { bytesIn, changeOf, DAY_MS, digestOf, readEvents, readRuns, readWords, ruleFiles } from "./store/index.ts";

export { NOTHING_KNOWN, suggestionsFor } from "./report/index.ts";

/** Milliseconds that a summary covers when nobody says otherwise; specification, Output Example. */
export const SUMMARY_MS: number = 7 * DAY_MS;

export interface Snapshot extends Knowledge {
  summary: ErrorSummary;
}

/**
 * Reads the store; with `inHost` its lines alone, and no cache is made of them, for whoever records writes nothing but events.
 * Throws StoreError when it cannot be read.
 */
export async function readSnapshot(directory: string, window: Window, inHost = false): Promise<Snapshot> {
  const { catalogue } = report.catalogueWith(ruleFiles(directory));
  const words = readWords(directory);
  const aliases = report.aliasesOf(words);
  const since = report.decidingSince(words) ?? window.until;
  const spans = [...report.windowsOf(window), { since, until: window.until }];
  const tallies = (
    inHost
      ? spans.map((span) => report.fold(readEvents(directory), span, catalogue).current)
      : digestOf(directory, spans, report.tallying(catalogue))
  ).map((tally) => report.withAliases(tally, aliases));
  const standings = report.standingsOf(words, {
    cells: tallies[2]?.cells.values() ?? [],
    runsAfter: report.runsAfterIn(readRuns(directory)),
    now: window.until,
    isDescendant: report.unknownAncestry, // no process is started inside of somebody else's
  });
  const { count } = report.reportRuns(readRuns(directory), window);
  const summary = report.summaryOf(report.comparisonOf(window, tallies), count, standings, catalogue);
  return { summary, patterns: summary.patterns, standings, aliases, catalogue };
}

/** Milliseconds between two looks. */
const LOOK_MS = 1000;
/** Milliseconds after which the window has moved on, though nothing happened. */
const STALE_MS = 10 * 60 * 1000;

interface Kept {
  snapshot: Snapshot;
  change: string;
  readAt: number;
  lookedAt: number;
}

const kept = new Map<string, Kept>();

/** Bytes of events, about three hundred: a larger store is not read inside of a failing task, for each event costs a tenth of a millisecond. */
const QUICK_BYTES = 1 << 16;

/**
 * Of the last seven days, at most a second or two old. With `inHost` a large store is not read: then it is what was known last, or
 * undefined. Throws StoreError when the store cannot be read.
 */
export async function snapshotOf(directory: string, inHost = false): Promise<Snapshot | undefined> {
  const now = Date.now();
  const had = kept.get(directory);
  if (had !== undefined && isNear(now, had.lookedAt, LOOK_MS)) return had.snapshot;
  const change = changeOf(directory);
  if (had !== undefined && change === had.change && isNear(now, had.readAt, STALE_MS)) {
    had.lookedAt = now;
    return had.snapshot;
  }
  if (inHost && bytesIn(directory) > QUICK_BYTES) return had?.snapshot;
  const window = { since: now - SUMMARY_MS, until: now };
  const snapshot = await readSnapshot(directory, window, inHost);
  kept.set(directory, { snapshot, change, readAt: now, lookedAt: now });
  return snapshot;
}

/** Also when a clock was set back: what lies ahead is not near. */
const isNear = (now: number, then: number, ms: number): boolean => now >= then && now - then < ms;
