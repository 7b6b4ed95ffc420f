// The denominator: how many tasks ended, well or badly.

import { instantOf, type Run } from "../event.ts";
import type { Window } from "./fold.ts";

export interface RunCount {
  total: number;
  failed: number;
}

export function countRuns(runs: Iterable<Run>, { since, until }: Window): RunCount {
  const count: RunCount = { total: 0, failed: 0 };
  for (const { timestamp, ok } of runs) {
    const at = instantOf(timestamp);
    if (at <= since || at > until) continue;
    count.total++;
    if (!ok) count.failed++;
  }
  return count;
}
