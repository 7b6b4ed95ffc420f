// Many in one hour, against its own usual hours.

import { poissonAtMost } from "../chance.ts";
import { moment } from "../figures.ts";
import { mostWithin } from "../timeline.ts";
import { type Discovery, ENOUGH } from "./discovery.ts";
import { HOUR_MS, type Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** An hour is a burst from this many times the median of the active hours on; the team's own choice, notes on grouping, 7. */
const TIMES_MEDIAN = 4;
/** That any of its hours is so busy by chance, at the rate of the busier half of them: the median alone is a night's. */
const UNLIKELY = 0.05;

export function burst(subject: Subject, _scene: Scene): Discovery | undefined {
  const { points } = subject;
  const most = mostWithin(points, HOUR_MS);
  if (most < ENOUGH) return undefined;
  const hours = hoursWith(subject.course);
  const usual = medianOf(hours);
  const p = hours.length * (1 - poissonAtMost(most - 1, busyRate(hours)));
  if (most < TIMES_MEDIAN * usual || p >= UNLIKELY) return undefined;
  return {
    kind: "burst",
    severity: "medium",
    evidence: `${most} within an hour, until ${moment(endOfBusiestHour(points, most))}; an hour with any has ${usual} in the median.`,
    cause: "Something went wrong at that time: a deployment, an outage, a loop, a batch of bad input.",
    suggestion: "Look at what ran and what changed in that hour; if it was a loop, give it a limit and a back-off",
  };
}

/** Events of each clock hour with any, fewest first. */
function hoursWith(points: readonly { at: number; count: number }[]): number[] {
  const hours = new Map<number, number>();
  for (const { at, count } of points) {
    const hour = Math.floor(at / HOUR_MS);
    hours.set(hour, (hours.get(hour) ?? 0) + count);
  }
  return [...hours.values()].sort((a, b) => a - b);
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Of the busier half, without the busiest two: a burst may lie across two clock hours. */
function busyRate(sorted: readonly number[]): number {
  const usual = sorted.slice(0, -2);
  const busier = usual.slice(Math.floor(usual.length / 2));
  return busier.length === 0 ? medianOf(sorted) : busier.reduce((sum, count) => sum + count, 0) / busier.length;
}

function endOfBusiestHour(points: readonly { at: number; count: number }[], most: number): number {
  let within = 0;
  let oldest = 0;
  for (const { at, count } of points) {
    within += count;
    for (let left = points[oldest]; left !== undefined && left.at < at - HOUR_MS; left = points[++oldest])
      within -= left.count;
    if (within === most) return at;
  }
  return Number.NaN; // never: `most` is the largest of these
}
