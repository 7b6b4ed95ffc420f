// The read side, in one place: read -> fold -> detect, once, for every view.

import type { Run, Usage, Word } from "12-factor-telemetry/event";
import {
  aliasesOf,
  type Comparison,
  catalogueWith,
  comparisonOf,
  countUsage,
  decidingSince,
  type ErrorSummary,
  type Filter,
  type IsDescendant,
  type Knowledge,
  type OwnCatalogue,
  only,
  type PartTrend,
  type RunRate,
  reportRuns,
  runsAfterIn,
  type Standing,
  standingsOf,
  summaryOf,
  type Tally,
  tallying,
  trendsBy,
  type UsageCount,
  type Window,
  windowsOf,
  withAliases,
} from "12-factor-telemetry/report";
import {
  digestOf,
  readConfig,
  readRuns,
  readUsages,
  readWords,
  ruleFiles,
  type Skipped,
} from "12-factor-telemetry/store";
import { ancestryIn } from "./git.ts";

export interface LoadedReport {
  summary: ErrorSummary;
  /** How groups stand that the user has spoken of, also those that were not seen in the window. */
  standings: Standing[];
  /** How the parts went on, those with most events first. */
  trends: { repos: PartTrend[]; groups: PartTrend[] };
  /** Failure rates and durations by agent and operation; none unless runs are recorded. */
  rates: RunRate[];
  /** None unless uses of features are recorded. */
  usage: UsageCount[];
  /** Of the window, as far as the filter lets through. */
  tally: Tally;
  /** Of the window before, as far as the filter lets through. */
  previous: Tally;
  /** What suggestions for an error at hand are made of. */
  known: Knowledge;
  /** Lines of the store that are no events. */
  skipped: Skipped;
  /** What is wrong with rules of the user's own, which were left out. */
  ruleProblems: OwnCatalogue["problems"];
}

export interface Question extends Filter {
  directory: string;
  window: Window;
}

/** Throws StoreError when the store cannot be read. */
export function loadReport({ directory, window, ...filter }: Question): LoadedReport {
  const skipped: Skipped = { torn: 0, foreign: 0 };
  const { catalogue, problems } = catalogueWith(ruleFiles(directory));
  const words = readWords(directory);
  const aliases = aliasesOf(words);
  // Words are held against every event since the oldest that still counts, whatever is asked for.
  const since = decidingSince(words) ?? window.until;
  const spans = [...windowsOf(window), { since, until: window.until, history: true }];
  const tallies = digestOf(directory, spans, tallying(catalogue), skipped).map((tally) => withAliases(tally, aliases));
  const { current, previous } = comparisonOf(window, tallies);
  const comparison: Comparison = { window, current: only(current, filter), previous: only(previous, filter) };
  const standings = standingsIn(directory, words, tallies[2], window.until);
  const { count, rates } = reportRuns(ofQuestion(readRuns(directory), filter), window);
  const summary = summaryOf(comparison, count, standings, catalogue);
  return {
    summary,
    standings: [...standings.values()],
    trends: {
      repos: trendsBy(comparison, ({ repo }) => repo),
      groups: trendsBy(comparison, ({ group }) => group),
    },
    rates,
    usage: countUsage(ofQuestion(readUsages(directory), { repo: filter.repo }), window),
    tally: comparison.current,
    previous: comparison.previous,
    known: { patterns: summary.patterns, standings, aliases, catalogue },
    skipped,
    ruleProblems: problems,
  };
}

/** `tally`: of all events since the oldest word that decides. */
function standingsIn(
  directory: string,
  words: readonly Word[],
  tally: Tally | undefined,
  until: number,
): ReadonlyMap<string, Standing> {
  return standingsOf(words, {
    cells: tally?.cells.values() ?? [],
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
