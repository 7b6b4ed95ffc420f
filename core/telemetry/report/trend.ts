// This window against the one before it, and whether the difference could be chance.

import { chanceOfDifference, UNLIKELY } from "./chance.ts";
import { compare } from "./compare.ts";
import type { Comparison, Window } from "./fold.ts";
import type { Cell } from "./tally.ts";
import type { Timeline } from "./timeline.ts";

export interface Trend {
  current: number;
  previous: number;
  /** (current - previous) / previous, two decimals; null when there was nothing before. */
  change: number | null;
  direction: "decreasing" | "increasing" | "steady";
  /** False: too few to call. */
  significant: boolean;
}

export function trendOf(current: number, previous: number): Trend {
  return {
    current,
    previous,
    change: previous === 0 ? null : Math.round(((current - previous) / previous) * 100) / 100,
    direction: current < previous ? "decreasing" : current > previous ? "increasing" : "steady",
    significant: chanceOfDifference(current, previous) < UNLIKELY,
  };
}

/** How one part of what failed went on: a repository, a type, a group. */
export interface PartTrend {
  name: string;
  trend: Trend;
  /** In either window. */
  first_seen: string;
  last_seen: string;
  /**
   * This window in slices of 24 hours, the last one ending with it; of one day at most, in slices of an hour. Oldest first. All of
   * its points are looked into when somebody asks, and then no more.
   */
  readonly slices: number[];
}

/** The parts with the most events in both windows, most first. */
export function trendsBy(
  { window, current, previous }: Comparison,
  part: (cell: Cell) => string,
  most = 20,
): PartTrend[] {
  const parts = new Map<string, { now: Timeline[]; before: Timeline[] }>();
  for (const [tally, side] of [
    [current, "now"],
    [previous, "before"],
  ] as const) {
    for (const cell of tally.cells.values()) {
      const name = part(cell);
      const had = parts.get(name) ?? { now: [], before: [] };
      had[side].push(cell.times);
      parts.set(name, had);
    }
  }
  const heaviest = [...parts]
    .map(([name, { now, before }]) => ({
      name,
      now,
      all: [...now, ...before],
      trend: trendOf(totalOf(now), totalOf(before)),
    }))
    .sort((a, b) => weight(b.trend) - weight(a.trend) || compare(a.name, b.name))
    .slice(0, most);
  return heaviest.map(({ name, now, all, trend }) => {
    let slices: number[] | undefined;
    return {
      name,
      trend,
      first_seen: new Date(Math.min(...all.map(({ first }) => first))).toISOString(),
      last_seen: new Date(Math.max(...all.map(({ last }) => last))).toISOString(),
      get slices() {
        slices ??= slicesOf(now, window);
        return slices;
      },
    };
  });
}

const weight = ({ current, previous }: Trend): number => current + previous;

const totalOf = (timelines: readonly Timeline[]): number => timelines.reduce((sum, { total }) => sum + total, 0);

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Slices at most: a longer window has wider ones, as many as a line of a terminal shows. */
const MOST_SLICES = 60;

/**
 * Events by slice. Slices hang on the end of the window, the minute after it, and not on midnight, so that no time zone matters. A slice
 * begins with its first minute: whether an instant is kept to the minute makes no difference.
 */
export function slicesOf(timelines: Iterable<Timeline>, { since, until }: Window): number[] {
  const span = until - since;
  const step = Math.max(span <= DAY_MS ? HOUR_MS : DAY_MS, span / MOST_SLICES);
  const slices = new Array<number>(Math.max(1, Math.ceil(span / step - 1e-9))).fill(0);
  const end = Math.ceil(until / MINUTE_MS) * MINUTE_MS;
  const last = slices.length - 1;
  const count = (at: number, count: number): void => {
    // The first minute of a crowded day may begin before the window does; an event may come as it ends.
    const slice = Math.min(last, Math.max(0, slices.length - Math.ceil((end - at) / step)));
    slices[slice] = (slices[slice] as number) + count;
  };
  for (const times of timelines) times.each(count);
  return slices;
}
