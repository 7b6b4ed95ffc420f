// The denominator: how many tasks ended, well or badly, and how long they took.

import { instantOf, type Run, type Usage } from "../event.ts";
import { chanceOfDifference, UNLIKELY } from "./chance.ts";
import { compare } from "./compare.ts";
import { Durations } from "./durations.ts";
import type { Window } from "./fold.ts";

export interface RunCount {
  total: number;
  failed: number;
}

/** How an agent did at one operation. */
export interface RunRate extends RunCount {
  agent: string;
  /** "" where the runs do not say. */
  operation: string;
  /** failed / total, three decimals. */
  rate: number;
  /** Of the window before; null when there were no runs. */
  previous_rate: number | null;
  /** Whether the two rates differ by more than chance; false: too few to call. */
  significant: boolean;
  /** Milliseconds, within 1 %; null when no run says how long it took. */
  p50_ms: number | null;
  p95_ms: number | null;
}

export interface RunReport {
  count: RunCount;
  /** Most runs first. */
  rates: RunRate[];
}

interface Counted {
  now: RunCount;
  before: RunCount;
  durations: Durations;
}

export function reportRuns(runs: Iterable<Run>, window: Window): RunReport {
  const before = { since: window.since - (window.until - window.since), until: window.since };
  const count: RunCount = { total: 0, failed: 0 };
  const parts = new Map<string, { agent: string; operation: string } & Counted>();
  for (const { timestamp, agent, operation = "", ok, duration_ms } of runs) {
    const at = instantOf(timestamp);
    const isNow = isIn(window, at);
    if (!isNow && !isIn(before, at)) continue;
    const key = JSON.stringify([agent, operation]);
    const part = parts.get(key) ?? { agent, operation, ...counted() };
    parts.set(key, part);
    countOne(isNow ? part.now : part.before, ok);
    if (!isNow) continue;
    countOne(count, ok);
    if (duration_ms !== undefined) part.durations.add(duration_ms);
  }
  return {
    count,
    rates: [...parts.values()]
      .filter(({ now }) => now.total > 0)
      .map(rateOf)
      .sort((a, b) => b.total - a.total || compare(a.agent, b.agent) || compare(a.operation, b.operation)),
  };
}

const isIn = ({ since, until }: Window, at: number): boolean => at > since && at <= until;

const counted = (): Counted => ({
  now: { total: 0, failed: 0 },
  before: { total: 0, failed: 0 },
  durations: new Durations(),
});

function countOne(count: RunCount, ok: boolean): void {
  count.total++;
  if (!ok) count.failed++;
}

function rateOf({ agent, operation, now, before, durations }: { agent: string; operation: string } & Counted): RunRate {
  const share = now.total / (now.total + before.total);
  return {
    ...{ agent, operation, ...now },
    rate: rate(now),
    previous_rate: before.total === 0 ? null : rate(before),
    significant: before.total > 0 && chanceOfDifference(now.failed, before.failed, share) < UNLIKELY,
    p50_ms: durations.quantile(0.5),
    p95_ms: durations.quantile(0.95),
  };
}

const rate = ({ total, failed }: RunCount): number => Math.round((failed / total) * 1000) / 1000;

/** How many runs of these agents ended after a moment; undefined when they record none. */
export type RunsAfter = (agents: ReadonlySet<string>, at: number) => number | undefined;

export const noRuns: RunsAfter = () => undefined;

export function runsAfterIn(runs: Iterable<Run>): RunsAfter {
  const instants = new Map<string, number[]>();
  for (const { agent, timestamp } of runs) {
    const had = instants.get(agent);
    if (had === undefined) instants.set(agent, [instantOf(timestamp)]);
    else had.push(instantOf(timestamp));
  }
  return (agents, at) => {
    const known = [...agents].flatMap((agent) => instants.get(agent) ?? []);
    return known.length === 0 ? undefined : known.filter((instant) => instant > at).length;
  };
}

/** How often a feature was used. */
export interface UsageCount {
  usage: string;
  count: number;
  repos: number;
}

/** Most used first. */
export function countUsage(usages: Iterable<Usage>, window: Window): UsageCount[] {
  const counts = new Map<string, { count: number; repos: Set<string> }>();
  for (const { timestamp, usage, repo } of usages) {
    if (!isIn(window, instantOf(timestamp))) continue;
    const had = counts.get(usage) ?? { count: 0, repos: new Set() };
    had.count++;
    had.repos.add(repo);
    counts.set(usage, had);
  }
  return [...counts]
    .map(([usage, { count, repos }]) => ({ usage, count, repos: repos.size }))
    .sort((a, b) => b.count - a.count || compare(a.usage, b.usage));
}
