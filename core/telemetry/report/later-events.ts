// The events of a group after a moment, told apart by the commit that they happened at.

import type { Cell } from "./tally.ts";
import type { Timeline } from "./timeline.ts";

export interface LaterEvents {
  count: number;
  /** NaN when there is none; `first` may be a minute early. */
  first: number;
  last: number;
  /** Events by commit. Of one that was there before the moment too, at most all of its events: more is not known. */
  commits: Map<string, number>;
  /** Events without a commit. */
  withoutCommit: number;
}

/** `at` in milliseconds since the epoch; `cells` of one group. */
export function eventsAfter(cells: Iterable<Cell>, at: number): LaterEvents {
  const later: LaterEvents = { count: 0, first: Number.NaN, last: Number.NaN, commits: new Map(), withoutCommit: 0 };
  for (const { times, commits } of cells) {
    if (!(times.last > at)) continue;
    const { count, first } = after(times, at);
    later.count += count;
    if (!(first >= later.first)) later.first = first;
    if (!(times.last <= later.last)) later.last = times.last;
    let known = 0;
    for (const [commit, counted] of commits ?? []) {
      if (counted.last <= at) continue;
      known += counted.count;
      later.commits.set(commit, (later.commits.get(commit) ?? 0) + Math.min(counted.count, count));
    }
    later.withoutCommit += Math.max(0, count - known);
  }
  return later;
}

/** At least one: `times` ends after the moment. On a crowded day its minute may begin before it. */
function after(times: Timeline, at: number): { count: number; first: number } {
  const points = times.points().filter((point) => point.at > at);
  const count = points.reduce((sum, point) => sum + point.count, 0);
  return { count: Math.max(1, count), first: points[0]?.at ?? times.last };
}
