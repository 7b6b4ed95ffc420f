// The read side, in one place: read -> fold -> detect, once, for every view.

import type { Run, Usage, Word } from "12-factor-telemetry/event";
import {
  type Aliases,
  aliasesOf,
  type Comparison,
  countUsage,
  decidingSince,
  type ErrorSummary,
  type Filter,
  fold,
  type IsDescendant,
  only,
  type PartTrend,
  type RunRate,
  reportRuns,
  runsAfterIn,
  type Standing,
  standingsOf,
  summaryOf,
  trendsBy,
  type UsageCount,
  type Window,
  withAliases,
} from "12-factor-telemetry/report";
import { readConfig, readEvents, readRuns, readUsages, readWords, type Skipped } from "12-factor-telemetry/store";
import { ancestryIn } from "./git.ts";

export interface LoadedReport {
  summary: ErrorSummary;
  /** How groups stand that the user has spoken of, also those that were not seen in the window. */
  standings: Standing[];
  /** How the parts went on, those with most events first. */
  trends: { repos: PartTrend[]; types: PartTrend[]; groups: PartTrend[] };
  /** Failure rates and durations by agent and operation; none unless runs are recorded. */
  rates: RunRate[];
  /** None unless uses of features are recorded. */
  usage: UsageCount[];
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
  const words = readWords(directory);
  const aliases = aliasesOf(words);
  const comparison: Comparison = {
    window,
    current: only(withAliases(current, aliases), filter),
    previous: only(withAliases(previous, aliases), filter),
  };
  const standings = standingsIn(directory, words, aliases, window.until);
  const { count, rates } = reportRuns(ofQuestion(readRuns(directory), filter), window);
  return {
    summary: summaryOf(comparison, count, standings),
    standings: [...standings.values()],
    trends: {
      repos: trendsBy(comparison, ({ repo }) => repo),
      types: trendsBy(comparison, ({ type }) => type),
      groups: trendsBy(comparison, ({ group }) => group),
    },
    rates,
    usage: countUsage(ofQuestion(readUsages(directory), { repo: filter.repo }), window),
    skipped,
  };
}

/** Held against every event since the oldest word that still counts, whatever is asked for. */
function standingsIn(
  directory: string,
  words: readonly Word[],
  aliases: Aliases,
  until: number,
): ReadonlyMap<string, Standing> {
  const since = decidingSince(words);
  if (since === undefined) return new Map();
  const { current } = fold(readEvents(directory), { since, until });
  return standingsOf(words, {
    cells: withAliases(current, aliases).cells.values(),
    runsAfter: runsAfterIn(readRuns(directory)),
    now: until,
    isDescendant: ancestryOf(directory),
  });
}

/** In the repository of the working directory, and in those that are linked. */
function ancestryOf(directory: string): IsDescendant {
  const config = readConfig(directory);
  return ancestryIn([process.cwd(), ...("problem" in config ? [] : config.links)]);
}

function* ofQuestion<T extends Run | Usage>(records: Iterable<T>, { repo, agent }: Filter): Generator<T> {
  for (const record of records) {
    if (repo !== undefined && record.repo !== repo) continue;
    if (agent === undefined || ("agent" in record && record.agent === agent)) yield record;
  }
}
