// The specification's summary, as data: what `getErrorSummary()` returns and `summary --json` prints.

import { compare } from "./compare.ts";
import { detect } from "./detect.ts";
import type { Comparison } from "./fold.ts";
import type { Pattern } from "./pattern.ts";
import type { Catalogue } from "./recognise.ts";
import { CATALOGUE } from "./rules/index.ts";
import type { RunCount } from "./runs.ts";
import type { Standing } from "./standing.ts";
import { type Suggestion, suggestionsOf } from "./suggestion.ts";
import { type Cell, type Tally, totalOf } from "./tally.ts";
import { type Trend, trendOf } from "./trend.ts";

export interface ErrorSummary {
  since: string;
  until: string;
  total_errors: number;
  affected_repos: { repo: string; errors: number }[];
  top_error_types: { error_type: string; count: number; share: number }[];
  patterns: Pattern[];
  suggestions: Suggestion[];
  trend: Trend;
  /** Both 0 unless the user records runs. */
  runs: RunCount;
}

const TOP_TYPES = 10;

/** `standings`: how groups stand after the user's word. */
export function summaryOf(
  comparison: Comparison,
  runs: RunCount,
  standings: ReadonlyMap<string, Standing> = new Map(),
  catalogue: Catalogue = CATALOGUE,
): ErrorSummary {
  const { window, current, previous } = comparison;
  const total = totalOf(current);
  const patterns = detect(comparison, standings, catalogue);
  return {
    since: new Date(window.since).toISOString(),
    until: new Date(window.until).toISOString(),
    total_errors: total,
    affected_repos: mostFirst(countBy(current, ({ repo }) => repo)).map(([repo, errors]) => ({ repo, errors })),
    top_error_types: mostFirst(countBy(current, ({ type }) => type))
      .slice(0, TOP_TYPES)
      .map(([error_type, count]) => ({ error_type, count, share: Math.round((count / total) * 1000) / 1000 })),
    patterns,
    suggestions: suggestionsOf(patterns, standings),
    trend: trendOf(total, totalOf(previous)),
    runs,
  };
}

function countBy({ cells }: Tally, key: (cell: Cell) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells.values()) {
    const name = key(cell);
    counts.set(name, (counts.get(name) ?? 0) + cell.times.total);
  }
  return counts;
}

function mostFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
}
