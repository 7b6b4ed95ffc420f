// What windows of time come to, in whatever a digest makes of events: days that lie whole in a window are read from their roll-up,
// `archive/<day>/rollup.jsonl`, and the days in which a window begins or ends from their lines, so that every figure is exact.
//
// A roll-up is a cache: it is used when it was made by this version of these bytes, and else made again. Only commands and
// questions come here, never a process that records.

import { join } from "node:path";
import { instantOf, type TelemetryEvent } from "../event.ts";
import { readCache, writeCache } from "./cache-file.ts";
import type { Skipped } from "./chunk-events.ts";
import { DAY_MS } from "./day.ts";
import { addSkipped, EventLog } from "./event-log.ts";
import { asciiJson } from "./line.ts";
import { pathsIn } from "./paths.ts";
import { rollUpIn } from "./roll-up.ts";
import { daysIn } from "./segments.ts";

/** Milliseconds since the epoch: after `since`, up to and including `until`. */
interface Span {
  since: number;
  until: number;
  /**
   * Whether days count whose lines retention has deleted: the counters of their roll-ups stay. They are the days before the first
   * one with a line. @default false
   */
  history?: boolean;
}

/** How events become a `T`, in which no order matters and which can be kept as rows of JSON. */
export interface Digest<T> {
  /** Changes when the same events would become something else. */
  version: string;
  empty(): T;
  /** `at`: the event's instant. */
  add(into: T, event: TelemetryEvent, at: number): void;
  merge(into: T, from: T): void;
  /** A row with text of an event has it as its `example`: it goes when the lines of the day do. */
  toRows(digested: T): object[];
  /** Undefined when they are not what `toRows` made: they come from a file. */
  fromRows(rows: unknown[]): T | undefined;
}

/** A `T` for every span. Into `skipped` the lines that are no events. Throws StoreError when the store cannot be read. */
export function digestOf<T>(
  directory: string,
  spans: readonly Span[],
  digest: Digest<T>,
  skipped: Skipped = { torn: 0, foreign: 0 },
): T[] {
  const answers = spans.map(() => digest.empty());
  const { archive } = pathsIn(directory);
  const log = new EventLog(directory);
  try {
    addSkipped(skipped, log.skipped);
    for (const name of log.days)
      addSkipped(skipped, addDay(answers, spans, { name, log, rollUp: rollUpIn(join(archive, name)) }, digest));
    addHistory(answers, spans, lineless(directory, log.days), digest);
    log.keep();
  } finally {
    log.close();
  }
  return answers;
}

interface Day {
  name: string;
  log: EventLog;
  rollUp: string;
}

/** To every span what it has of a day. Answers the day's lines that are no events. */
function addDay<T>(answers: T[], spans: readonly Span[], day: Day, digest: Digest<T>): Skipped {
  const start = Date.parse(day.name);
  const end = start + DAY_MS - 1;
  const parts = spans.map((span, index) => ({ into: answers[index] as T, span }));
  const touched = parts.filter(({ span }) => end > span.since && start <= span.until);
  const cut = touched.filter(({ span }) => start <= span.since || end > span.until);
  const skipped = cut.length > 0 ? addCut(cut, day, digest) : { torn: 0, foreign: 0 };
  if (touched.length === cut.length) return skipped;
  const whole = wholeDay(day, digest);
  for (const part of touched) if (!cut.includes(part)) digest.merge(part.into, whole.digested);
  return whole.skipped;
}

function addCut<T>(parts: readonly { into: T; span: Span }[], { name, log }: Day, digest: Digest<T>): Skipped {
  const skipped = { torn: 0, foreign: 0 };
  for (const event of log.events(name, skipped)) {
    const at = instantOf(event.timestamp);
    for (const { into, span } of parts) if (at > span.since && at <= span.until) digest.add(into, event, at);
  }
  return skipped;
}

/** Roll-ups of the days before the first that has a line; none where there is no line at all, for then somebody emptied the store. */
function lineless(directory: string, [oldest]: readonly string[]): { day: string; rollUp: string }[] {
  const days = oldest === undefined ? [] : daysIn(directory).filter((day) => day < oldest);
  return days.map((day) => ({ day, rollUp: rollUpIn(join(pathsIn(directory).archive, day)) }));
}

function addHistory<T>(
  answers: T[],
  spans: readonly Span[],
  days: readonly { day: string; rollUp: string }[],
  digest: Digest<T>,
): void {
  for (const [index, { since, until, history }] of spans.entries()) {
    for (const { day, rollUp } of history === true ? days : []) {
      const start = Date.parse(day);
      const kept = start > since && start + DAY_MS - 1 <= until ? keptIn(rollUp, undefined, digest) : undefined;
      if (kept !== undefined) digest.merge(answers[index] as T, kept.digested);
    }
  }
}

interface Whole<T> {
  digested: T;
  skipped: Skipped;
}

function wholeDay<T>({ name, log, rollUp }: Day, digest: Digest<T>): Whole<T> {
  const places = log.placesOf(name);
  const kept = keptIn(rollUp, places, digest);
  if (kept !== undefined) return kept;
  const digested = digest.empty();
  const skipped = { torn: 0, foreign: 0 };
  for (const event of log.events(name, skipped)) digest.add(digested, event, instantOf(event.timestamp));
  const rows = digest.toRows(digested);
  const head = { version: digest.version, places, skipped, rows: rows.length };
  writeCache(rollUp, [head, ...rows].map(asciiJson));
  return { digested, skipped };
}

/** `places`: undefined when its lines are gone. */
function keptIn<T>(path: string, places: string | undefined, digest: Digest<T>): Whole<T> | undefined {
  const [head, ...rows] = readCache(path) ?? [];
  const kept = (head ?? {}) as Record<"version" | "places" | "skipped" | "rows", unknown>;
  const { torn, foreign } = (kept.skipped ?? {}) as Record<keyof Skipped, unknown>;
  if (kept.version !== digest.version || kept.rows !== rows.length) return undefined;
  if (kept.places !== (places ?? kept.places) || !isCount(torn) || !isCount(foreign)) return undefined;
  const digested = digest.fromRows(rows);
  return digested === undefined ? undefined : { digested, skipped: { torn, foreign } };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
