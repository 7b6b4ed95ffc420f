// The specification's summary, as data: what `getErrorSummary()` returns and `summary --json` prints.

import { compare, detect, type Pattern } from "./detect.ts";
import type { Tally } from "./fold.ts";
import type { RunCount } from "./runs.ts";
import { type Suggestion, suggestionsOf } from "./suggestion.ts";
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

export function summaryOf(tally: Tally, runs: RunCount): ErrorSummary {
  const { window, total, previous, byRepo, byType } = tally;
  const patterns = detect(tally);
  return {
    since: new Date(window.since).toISOString(),
    until: new Date(window.until).toISOString(),
    total_errors: total,
    affected_repos: mostFirst(byRepo).map(([repo, errors]) => ({ repo, errors })),
    top_error_types: mostFirst(byType)
      .slice(0, TOP_TYPES)
      .map(([error_type, count]) => ({ error_type, count, share: Math.round((count / total) * 1000) / 1000 })),
    patterns,
    suggestions: suggestionsOf(patterns),
    trend: trendOf(total, previous),
    runs,
  };
}

function mostFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
}
