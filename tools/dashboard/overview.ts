// The first view: is it getting better, what comes first, where does it fail. Pure: a report in, what the page draws out.

import {
  type Cell,
  type ErrorSummary,
  isSettled,
  type Pattern,
  type RunRate,
  type Tally,
  type Window,
} from "12-factor-telemetry/report";
import type { Skipped } from "12-factor-telemetry/store";
import type { LoadedReport } from "../load-report.ts";
import { type Axis, axisOf, barsOf } from "./bars.ts";

export interface Overview {
  summary: Omit<ErrorSummary, "patterns" | "suggestions">;
  /** What to do first; null when nothing has to be done. */
  first: ListedPattern | null;
  patterns: ListedPattern[];
  /** All of them, also those that are not sent. */
  pattern_count: number;
  axis: Axis;
  /** The busiest, by name, and last, without a name, all others together. */
  bars: { repo: string; counts: number[] }[];
  /** Of the window before, laid under this one. */
  before: number[];
  heat: Heat;
  rates: RunRate[];
  skipped: Skipped;
  choices: Choices;
}

/** What else is remarkable about it is found out by a look at every point in time, and stands on the page of a group. */
export type ListedPattern = Omit<Pattern, "discoveries">;

/** Where it fails, and how: counts by repository, in the order of `families`. */
export interface Heat {
  families: { id: string; title: string }[];
  rows: { repo: string; counts: number[] }[];
}

/** What filters offer, those with most events first. */
export interface Choices {
  repos: string[];
  agents: string[];
  types: string[];
  families: { id: string; title: string }[];
  classes: string[];
}

const MOST_PATTERNS = 60;
/** Colours that can be told apart. */
const MOST_REPOS = 7;
const OTHERS = "";

/** @param offset milliseconds that the user's clock is ahead of UTC */
export function overviewOf(report: LoadedReport, window: Window, offset: number): Overview {
  const { tally, previous, rates, skipped } = report;
  const { patterns, suggestions: _said, ...summary } = report.summary;
  const axis = axisOf(window, offset);
  const span = window.until - window.since;
  const titles = familyTitles(report);
  const first = patterns.find((pattern) => !isSettled(pattern));
  return {
    summary,
    first: first === undefined ? null : listed(first),
    patterns: patterns.slice(0, MOST_PATTERNS).map(listed),
    pattern_count: patterns.length,
    axis,
    bars: barsByRepo(tally, axis),
    before: barsOf(timelinesOf(previous.cells.values()), { ...axis, start: axis.start - span }),
    heat: heatOf(tally, titles),
    rates,
    skipped,
    choices: choicesOf(tally, titles),
  };
}

export const timelinesOf = (cells: Iterable<Cell>): Cell["times"][] => [...cells].map(({ times }) => times);

/** Of a rule its id in words; of a family that no rule knows, the type of its most frequent failure. */
export function familyTitles({ tally, known }: Pick<LoadedReport, "tally" | "known">): Map<string, string> {
  const rules = new Set(known.catalogue.rules.map(({ id }) => id));
  const titles = new Map<string, { title: string; count: number }>();
  for (const { family, type, times } of tally.cells.values()) {
    const had = titles.get(family);
    const title = rules.has(family) ? family.replaceAll("-", " ") : type;
    if (had === undefined || times.total > had.count) titles.set(family, { title, count: times.total });
  }
  return new Map([...titles].map(([family, { title }]) => [family, title]));
}

/** By its fields: taking one away from all would ask for it. */
function listed(pattern: Pattern): ListedPattern {
  const { id, title, kind, count, repos, agents, groups, first_seen, last_seen } = pattern;
  const { severity, state, cause, suggestion, evidence, trend } = pattern;
  return {
    id,
    title,
    kind,
    count,
    repos,
    agents,
    groups,
    first_seen,
    last_seen,
    severity,
    state,
    cause,
    suggestion,
    evidence,
    trend,
  };
}

function barsByRepo({ cells }: Tally, axis: Axis): Overview["bars"] {
  // By name: the page is live, and colours must not change hands when one overtakes another.
  const named = ranked(cells.values(), ({ repo }) => repo)
    .slice(0, MOST_REPOS)
    .sort();
  const byRepo = new Map<string, Cell[]>([...named, OTHERS].map((repo) => [repo, []]));
  for (const cell of cells.values()) (byRepo.get(cell.repo) ?? byRepo.get(OTHERS))?.push(cell);
  return [...byRepo]
    .filter(([, own]) => own.length > 0)
    .map(([repo, own]) => ({ repo, counts: barsOf(timelinesOf(own), axis) }));
}

const MOST_ROWS = 14;
const MOST_COLUMNS = 12;

function heatOf(tally: Tally, titles: ReadonlyMap<string, string>): Heat {
  const families = ranked(tally.cells.values(), ({ family }) => family).slice(0, MOST_COLUMNS);
  const repos = ranked(tally.cells.values(), ({ repo }) => repo).slice(0, MOST_ROWS);
  const rows = new Map(repos.map((repo) => [repo, new Array<number>(families.length).fill(0)]));
  for (const { repo, family, times } of tally.cells.values()) {
    const counts = rows.get(repo);
    const column = families.indexOf(family);
    if (counts !== undefined && column >= 0) counts[column] = (counts[column] ?? 0) + times.total;
  }
  return {
    families: families.map((id) => ({ id, title: titles.get(id) ?? id })),
    rows: [...rows].map(([repo, counts]) => ({ repo, counts })),
  };
}

const MOST_CHOICES = 200;

function choicesOf(tally: Tally, titles: ReadonlyMap<string, string>): Choices {
  const names = (part: (cell: Cell) => string) =>
    ranked(tally.cells.values(), part)
      .filter((name) => name !== "")
      .slice(0, MOST_CHOICES);
  return {
    repos: names(({ repo }) => repo),
    agents: names(({ agent }) => agent),
    types: names(({ type }) => type),
    families: names(({ family }) => family).map((id) => ({ id, title: titles.get(id) ?? id })),
    classes: names((cell) => cell.class),
  };
}

/** Names by their events, most first. */
export function ranked(cells: Iterable<Cell>, part: (cell: Cell) => string): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(part(cell), (counts.get(part(cell)) ?? 0) + cell.times.total);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}
