// Many in one hour, against its own usual hours.

import { mostWithin } from "../timeline.ts";
import { type Discovery, ENOUGH } from "./discovery.ts";
import { moment } from "./figures.ts";
import { HOUR_MS, type Scene } from "./scene.ts";
import { pointsOf, type Subject } from "./subject.ts";

/** An hour is a burst from this many times the median of the active hours on; the team's own choice, notes on grouping, 7. */
const TIMES_MEDIAN = 4;

export function burst(subject: Subject, _scene: Scene): Discovery | undefined {
  const { cells, before, points } = subject;
  const most = mostWithin(
    cells.map((cell) => cell.times),
    HOUR_MS,
  );
  if (most < ENOUGH) return undefined;
  const usual = medianHour([...pointsOf(before), ...points]);
  if (most < TIMES_MEDIAN * usual) return undefined;
  return {
    kind: "burst",
    severity: "medium",
    evidence: `${most} within an hour, until ${moment(endOfBusiestHour(points, most))}; an hour with any has ${usual} in the median.`,
    cause: "Something went wrong at that time: a deployment, an outage, a loop, a batch of bad input.",
    suggestion: "Look at what ran and what changed in that hour; if it was a loop, give it a limit and a back-off",
  };
}

/** Of the clock hours with any event. */
function medianHour(points: readonly { at: number; count: number }[]): number {
  const hours = new Map<number, number>();
  for (const { at, count } of points) {
    const hour = Math.floor(at / HOUR_MS);
    hours.set(hour, (hours.get(hour) ?? 0) + count);
  }
  const counts = [...hours.values()].sort((a, b) => a - b);
  const middle = counts.length / 2;
  return ((counts[Math.ceil(middle) - 1] ?? 0) + (counts[Math.floor(middle)] ?? 0)) / 2;
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
