// The success metrics as rows: what, the figure, what was wanted, whether it is met.

import { type SelfScore, WANTED } from "./self-score.ts";

export interface ScoreRow {
  metric: string;
  figure: string;
  wanted: string;
  /** Undefined when there is nothing to judge yet. */
  isMet: boolean | undefined;
}

export function scoreRows({ suggestions, first_week, audit, overhead }: SelfScore): ScoreRow[] {
  return [
    {
      metric: "Patterns with a suggestion",
      figure: shareOf(suggestions.suggested, suggestions.patterns),
      wanted: "90 %",
      isMet: isEnough(suggestions.suggested, suggestions.patterns, WANTED.suggestions),
    },
    {
      metric: "Common failures named in the first week",
      figure: shareOf(first_week.found, first_week.common),
      wanted: "80 %",
      isMet: isEnough(first_week.found, first_week.common, WANTED.first_week),
    },
    {
      metric: "Leaks found by the last audit",
      figure:
        audit === null
          ? "not looked yet: `telemetry audit`"
          : `${audit.findings} in ${audit.lines} lines, ${audit.at.slice(0, 10)}`,
      wanted: "0",
      isMet: audit === null ? undefined : audit.findings === 0,
    },
    {
      metric: "Time to record an error",
      figure:
        overhead.events === 0
          ? "not measured yet"
          : `${milliseconds(overhead.p50_us)} for half, ${milliseconds(overhead.p99_us)} for 99 %`,
      wanted: "< 10 ms",
      isMet: overhead.events === 0 ? undefined : overhead.p99_us < WANTED.overhead_us,
    },
  ];
}

function shareOf(part: number, all: number): string {
  return all === 0 ? "none yet" : `${Math.round((part / all) * 100)} % (${part} of ${all})`;
}

const isEnough = (part: number, all: number, wanted: number): boolean | undefined =>
  all === 0 ? undefined : part / all >= wanted;

const milliseconds = (us: number): string => `${(us / 1000).toFixed(us < 1000 ? 2 : 1)} ms`;
