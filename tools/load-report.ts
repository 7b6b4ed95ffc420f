// The read side, in one place: read -> fold -> detect, once, for every view; and the one place that knows two sources, the store of
// this machine and a team's cluster.

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
  type OnRead,
  readConfig,
  readRuns,
  readUsages,
  readWords,
  ruleFiles,
  type Skipped,
} from "12-factor-telemetry/store";
import { ancestryIn } from "./git.ts";
import type { Connection } from "./share/cluster/index.ts";

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
  /** The user's, oldest first; of a cluster everybody's. */
  words: readonly Word[];
  /** Lines of the store that are no events. */
  skipped: Skipped;
  /** What is wrong with rules of the user's own, which were left out. */
  ruleProblems: OwnCatalogue["problems"];
}

export interface Question extends Filter {
  directory: string;
  window: Window;
  /** Told of bytes that were read, and of how many have to be: most days are kept from the time before. */
  onRead?: OnRead | undefined;
}

/** A question to the cluster that `from` leads to, or to the store of this machine. */
export interface AnyQuestion extends Question {
  from?: Connection | undefined;
}

/** Throws StoreError when the store or the cluster cannot be read. */
export async function askReport({ from, ...question }: AnyQuestion): Promise<LoadedReport> {
  if (from === undefined) return loadReport(question);
  const { directory, window } = question;
  const { tallyIn, wordsIn } = await import("./share/cluster/index.ts");
  const own = catalogueWith(ruleFiles(directory));
  const words = await wordsIn(from, readWords(directory));
  const tallies = await Promise.all(spansOf(words, window).map((span) => tallyIn(from, span, own.catalogue)));
  return reportOf(question, { words, tallies, own, runs: [], usages: [], skipped: { torn: 0, foreign: 0 } });
}

/** Of the store of this machine. Throws StoreError when it cannot be read. */
export function loadReport(question: Question): LoadedReport {
  const { directory, window, onRead } = question;
  const skipped: Skipped = { torn: 0, foreign: 0 };
  const own = catalogueWith(ruleFiles(directory));
  const words = readWords(directory);
  const tallies = digestOf(directory, spansOf(words, window), tallying(own.catalogue), skipped, onRead);
  const [runs, usages] = [[...readRuns(directory)], readUsages(directory)];
  return reportOf(question, { words, tallies, own, runs, usages, skipped });
}

/** The window, the one before it, and what words are held against: every event since the oldest that still counts. */
function spansOf(words: readonly Word[], window: Window): (Window & { history?: boolean })[] {
  return [...windowsOf(window), { since: decidingSince(words) ?? window.until, until: window.until, history: true }];
}

/** What was read. */
interface Facts {
  words: readonly Word[];
  /** Of `spansOf()`. */
  tallies: readonly Tally[];
  own: OwnCatalogue;
  runs: readonly Run[];
  usages: Iterable<Usage>;
  skipped: Skipped;
}

function reportOf({ directory, window, onRead: _, ...filter }: Question, facts: Facts): LoadedReport {
  const { words, runs, usages, skipped } = facts;
  const { catalogue, problems } = facts.own;
  const aliases = aliasesOf(words);
  const tallies = facts.tallies.map((tally) => withAliases(tally, aliases));
  const { current, previous } = comparisonOf(window, tallies);
  const comparison: Comparison = { window, current: only(current, filter), previous: only(previous, filter) };
  const standings = standingsIn(directory, facts, tallies[2], window.until);
  const { count, rates } = reportRuns(ofQuestion(runs, filter), window);
  const summary = summaryOf(comparison, count, standings, catalogue);
  return {
    summary,
    standings: [...standings.values()],
    trends: {
      repos: trendsBy(comparison, ({ repo }) => repo),
      groups: trendsBy(comparison, ({ group }) => group),
    },
    rates,
    usage: countUsage(ofQuestion(usages, { repo: filter.repo }), window),
    tally: comparison.current,
    previous: comparison.previous,
    known: { patterns: summary.patterns, standings, aliases, catalogue },
    words,
    skipped,
    ruleProblems: problems,
  };
}

/** `tally`: of all events since the oldest word that decides. */
function standingsIn(
  directory: string,
  { words, runs }: Facts,
  tally: Tally | undefined,
  until: number,
): ReadonlyMap<string, Standing> {
  return standingsOf(words, {
    cells: tally?.cells.values() ?? [],
    runsAfter: runsAfterIn(runs),
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
