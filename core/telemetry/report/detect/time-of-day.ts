// Always around the same hour, on several days: a job, a quota that ends, a machine that sleeps.

import { binomialAtLeast } from "../chance.ts";
import { chance } from "../figures.ts";
import { type Discovery, ENOUGH } from "./discovery.ts";
import { countHour, DAY_MS, HOUR_MS, type Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** Hours side by side: a habit at twenty to two is one at two o'clock too. */
const BAND = 2;
const SHARE = 0.75;
/** On fewer days it is an event and not a habit. */
const DAYS = 4;
const UNLIKELY = 0.001;

export function timeOfDay({ points }: Subject, { hours: all, window }: Scene): Discovery | undefined {
  if (points.length < ENOUGH) return undefined;
  const own = new Array<number>(24).fill(0);
  for (const { at } of points) countHour(own, at, 1); // instants, not events: a storm in one of them is one
  const start = busiestBand(own);
  const inBand = points.filter(({ at }) => isInBand(hourOf(at), start));
  const days = new Set(inBand.map(({ at }) => Math.floor((window.until - at) / DAY_MS))).size;
  if (inBand.length < SHARE * points.length || days < DAYS) return undefined;
  // What else fails tells when agents work at all: a failure of every morning is no habit where all work is done then.
  const others = all.map((count, hour) => Math.max(0, count - (own[hour] ?? 0)) + 1);
  const usual = bandOf(others, start) / others.reduce((sum, count) => sum + count, 0);
  const p = Math.min(1, 24 * binomialAtLeast(inBand.length, points.length, usual));
  if (p >= UNLIKELY) return undefined;
  return {
    kind: "time-of-day",
    severity: "low",
    evidence: `${inBand.length} of ${points.length} between ${clock(start)} and ${clock(start + BAND)} UTC, on ${days} days (${chance(p)}).`,
    cause: "Something happens at that hour: a scheduled job, a quota's end, a maintenance, a machine that sleeps.",
    suggestion:
      "Look at what is scheduled at that hour, here and at the services that are used, and move the work or wait it out",
  };
}

const hourOf = (at: number): number => Math.floor((((at % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);

const isInBand = (hour: number, start: number): boolean => (hour - start + 24) % 24 < BAND;

function bandOf(hours: readonly number[], start: number): number {
  let sum = 0;
  for (let hour = start; hour < start + BAND; hour++) sum += hours[hour % 24] ?? 0;
  return sum;
}

function busiestBand(hours: readonly number[]): number {
  const bands = hours.map((_, start) => bandOf(hours, start));
  return bands.indexOf(Math.max(...bands));
}

const clock = (hour: number): string => `${String(hour % 24).padStart(2, "0")}:00`;
