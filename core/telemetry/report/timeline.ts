// When something happened, and how often: instants with a count each, in any order, in little memory.
//
// A day with many different instants is kept to the minute. Which days those are depends on the instants alone and not on
// their order, so that parts of a timeline merge into what the whole would be. Most timelines of a report are never looked into,
// only added up: what came from a file is decoded when it is.

import { inOrder } from "./in-order.ts";
import { eachPoint, encodedPoints, isEncoded, joinedPoints } from "./points-code.ts";

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Instants of a day (UTC) that are kept as they are. A condition on up to so many events in 24 hours is exact either way. */
export const EXACT_PER_DAY = 64;

export interface Point {
  /** Milliseconds since the epoch; on a crowded day the beginning of a minute. */
  at: number;
  count: number;
}

export class Timeline {
  total = 0;
  /** NaN when there is none. Exact also on a crowded day, as `last` is. */
  first: number = Number.NaN;
  last: number = Number.NaN;
  /** Instant, count, instant, count, ...: half of what objects would take. */
  #points: number[] = [];
  #isSettled = true;
  /** Points after which it is worth settling again. */
  #patience = 2 * EXACT_PER_DAY;
  #crowded: Set<number> | undefined;
  /** Parts that nobody has looked into. */
  #encoded: Encoded[] = [];

  /** `at` in milliseconds since the epoch. */
  add(at: number, count: number): void {
    this.#widen(at, at, count);
    push(this.#points, at, count);
    this.#isSettled = false;
    if (this.#points.length > 2 * this.#patience) this.#settle();
  }

  merge(other: Timeline): void {
    if (other.total === 0) return;
    this.#widen(other.first, other.last, other.total);
    for (const number of other.#points) this.#points.push(number);
    for (const day of other.#crowded ?? []) this.#crowd(day);
    for (const encoded of other.#encoded) this.#encoded.push(encoded);
    this.#isSettled = false;
    if (this.#points.length > 2 * this.#patience) this.#settle();
  }

  /** Instant, count, instant, count, ... in order, each instant once: what a look at a million of them should use. */
  get flat(): readonly number[] {
    return this.#settled();
  }

  /** In no order, an instant as often as it was added, to the minute or not: what asks for no more is spared the sorting. */
  each(take: (at: number, count: number) => void): void {
    for (const { text } of this.#encoded) eachPoint(text, take);
    for (let index = 0; index < this.#points.length; index += 2)
      take(this.#points[index] as number, this.#points[index + 1] as number);
  }

  /** In order, each instant once. */
  points(): readonly Point[] {
    return asPoints(this.#settled());
  }

  /** From then on the points are held as they are there: a third of the memory, until somebody looks into them. */
  toJson(): TimelineJson {
    const isText = this.#points.length === 0 && areApart(this.#encoded);
    const points = isText ? joinedPoints(this.#encoded.map(({ text }) => text)) : encodedPoints(this.#settled());
    this.#points = [];
    this.#encoded = [{ text: points, first: this.first, last: this.last }];
    this.#isSettled = false;
    const crowded = [...(this.#crowded ?? [])].sort((a, b) => a - b);
    return [this.total, this.first, this.last, points, ...crowded];
  }

  /** Undefined when it is not what `toJson()` makes of a timeline. */
  static fromJson(json: unknown): Timeline | undefined {
    if (!isTimelineJson(json)) return undefined;
    const [total, first, last, points, ...crowded] = json;
    const timeline = new Timeline();
    timeline.#widen(first, last, total);
    for (const day of crowded) timeline.#crowd(day);
    timeline.#encoded.push({ text: points, first, last });
    timeline.#isSettled = false;
    return timeline;
  }

  #widen(first: number, last: number, count: number): void {
    this.total += count;
    if (!(first >= this.first)) this.first = first;
    if (!(last <= this.last)) this.last = last;
  }

  #crowd(day: number): void {
    this.#crowded ??= new Set();
    this.#crowded.add(day);
  }

  #settled(): readonly number[] {
    if (!this.#isSettled) this.#settle();
    return this.#points;
  }

  #settle(): void {
    const isInOrder = this.#points.length === 0 && areApart(this.#encoded);
    const points = this.#points;
    for (const { text } of this.#encoded) eachPoint(text, (at, count) => points.push(at, count));
    if (isInOrder) this.#take(points);
    else this.#settleAll();
  }

  #settleAll(): void {
    const sorted = inOrder(this.#points);
    const settled: number[] = [];
    for (let start = 0; start < sorted.length; ) {
      const day = Math.floor((sorted[start] as number) / DAY_MS);
      const { end, instants } = dayFrom(sorted, start, day);
      if (instants > EXACT_PER_DAY) this.#crowd(day);
      const step = this.#crowded?.has(day) ? MINUTE_MS : 1;
      for (; start < end; start += 2)
        push(settled, Math.floor((sorted[start] as number) / step) * step, sorted[start + 1] as number);
    }
    this.#take(settled);
  }

  #take(settled: number[]): void {
    this.#points = settled;
    this.#encoded = [];
    this.#isSettled = true;
    this.#patience = Math.max(2 * EXACT_PER_DAY, settled.length);
  }
}

/** Points of whole days as text. */
interface Encoded {
  text: string;
  first: number;
  last: number;
}

/** Whether there are some, and each of them is of days after those of the one before. */
const areApart = (parts: readonly Encoded[]): boolean =>
  parts.length > 0 &&
  parts.every(({ first }, index) => index === 0 || dayOf(first) > dayOf((parts[index - 1] as Encoded).last));

const dayOf = (at: number): number => Math.floor(at / DAY_MS);

/** Onto points in order: equal instants are one. */
function push(points: number[], at: number, count: number): void {
  const last = points.length - 1;
  if (points[last - 1] === at) points[last] = (points[last] as number) + count;
  else points.push(at, count);
}

function dayFrom(sorted: readonly number[], start: number, day: number): { end: number; instants: number } {
  let end = start;
  let instants = 0;
  for (; (sorted[end] as number) < (day + 1) * DAY_MS; end += 2) if (sorted[end] !== sorted[end - 2]) instants++;
  return { end, instants };
}

/** Total, first, last, points, crowded days since the epoch. */
export type TimelineJson = [total: number, first: number, last: number, points: string, ...crowded: number[]];

function isTimelineJson(json: unknown): json is TimelineJson {
  if (!Array.isArray(json) || json.length < 4) return false;
  const [total, first, last, points, ...crowded] = json as unknown[];
  if (typeof points !== "string" || !isEncoded(points)) return false;
  if (![total, first, last, ...crowded].every(Number.isSafeInteger)) return false;
  return (total as number) > 0 && (first as number) <= (last as number);
}

function asPoints(flat: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index < flat.length; index += 2)
    points.push({ at: flat[index] as number, count: flat[index + 1] as number });
  return points;
}

/** Of points in order, the largest number of events within any `windowMs` milliseconds, both ends counted. */
export function mostWithin(points: readonly Point[], windowMs: number): number {
  let most = 0;
  let within = 0;
  let oldest = 0;
  for (const { at, count } of points) {
    within += count;
    for (let left = points[oldest]; left !== undefined && left.at < at - windowMs; left = points[++oldest])
      within -= left.count;
    most = Math.max(most, within);
  }
  return most;
}
