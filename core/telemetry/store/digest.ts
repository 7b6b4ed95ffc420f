// What windows of time come to, in whatever a digest makes of events: days that lie whole in a window are read from their roll-ups,
// all of them from one where they were asked for before. Of a day in which a window begins or ends, the whole slots have one too, and
// of a slot that it cuts the moments (moments.ts); the events of a moment that is cut are read from their lines, so that every figure
// is exact.
//
// A roll-up is a cache: it is used when it was made by this version of these bytes, and else made again. Only commands and
// questions come here, never a process that records.

import { join } from "node:path";
import { instantOf, type TelemetryEvent } from "../event.ts";
import { type Again, AlikeLines, type ValuesIn } from "./alike-lines.ts";
import type { Skipped } from "./chunk-events.ts";
import { addSkipped, EventLog } from "./event-log.ts";
import { inMoments, type Moments } from "./moments.ts";
import { pathsIn } from "./paths.ts";
import { cutIn, partIn, type RollUp, type Rows, readRollUp, rollUpIn, writeRollUp } from "./roll-up.ts";
import { daysIn } from "./segments.ts";
import { boundsOf, dayOfSlot, type Period, periodOfDay, type Slot } from "./slot.ts";
import { type Bounds, isCut, isWhole, type Span } from "./span.ts";
import { type OnRead, Unread } from "./unread.ts";

/** How events become a `T`, in which no order matters and which can be kept as rows of JSON. */
export interface Digest<T> extends Rows<T> {
  empty(): T;
  /** `at`: the event's instant. Answers how those are counted in `into` that are alike, if that is known; no number of a context tells. */
  add(into: T, event: TelemetryEvent, at: number): Again | undefined;
  valuesIn: ValuesIn;
  merge(into: T, from: T): void;
}

/** A `T` for every span. Into `skipped` the lines that are no events. Throws StoreError when the store cannot be read. */
export function digestOf<T>(
  directory: string,
  spans: readonly Span[],
  digest: Digest<T>,
  skipped: Skipped = { torn: 0, foreign: 0 },
  onRead: OnRead = () => {},
): T[] {
  const { archive } = pathsIn(directory);
  const log = new EventLog(directory);
  try {
    const reading: Reading<T> = {
      archive,
      log,
      digest,
      alike: undefined,
      skipped: new Map(),
      unread: unreadIn(log, spans, onRead),
    };
    const answers = spans.map((span) => wholeParts(reading, span));
    for (const day of log.days)
      addCutSlots(
        reading,
        day,
        spans.map((span, index) => ({ span, into: answers[index] as T })),
      );
    addHistory(answers, spans, lineless(directory, log.days), digest);
    addSkipped(skipped, log.skipped);
    for (const lines of reading.skipped.values()) addSkipped(skipped, lines);
    log.keep();
    return answers;
  } finally {
    log.close();
  }
}

interface Reading<T> extends Sources {
  digest: Digest<T>;
}

interface Sources {
  archive: string;
  log: EventLog;
  /** Made with the first lines that are read. */
  alike: AlikeLines | undefined;
  /** Lines that are no events. */
  skipped: SkippedBySlot;
  unread: Unread;
}

/** None of most slots; and however often one is read, it has the same. */
type SkippedBySlot = Map<Slot, Skipped>;

function unreadIn(log: EventLog, spans: readonly Span[], onRead: OnRead): Unread {
  const isOf = (span: Span, day: string) => isWhole(span, boundsOfDay(day)) || isCut(span, boundsOfDay(day));
  const days = () => log.days.filter((day) => spans.some((span) => isOf(span, day)));
  return new Unread(() => days().map((day) => [day, log.bytesOf(periodOfDay(day))]), onRead);
}

const boundsOfDay = (day: string): Bounds => boundsOf(periodOfDay(day));
const periodOf = (slot: Slot): Period => ({ first: slot, last: slot });

/** What a span has but for the slots that it cuts. */
function wholeParts<T>(reading: Reading<T>, span: Span): T {
  const { archive, log, digest } = reading;
  const days = log.days.filter((day) => isWhole(span, boundsOfDay(day)));
  const whole = days.length === 0 ? digest.empty() : severalDays(reading, days);
  for (const day of log.days.filter((day) => isCut(span, boundsOfDay(day)))) {
    const slots = log.slotsOf(day).filter((slot) => isWhole(span, boundsOf(periodOf(slot))));
    const [first, last] = [slots[0], slots.at(-1)];
    if (first === undefined || last === undefined) continue;
    const path = partIn(join(archive, day), first, last);
    digest.merge(whole, rollUp(reading, digest, { first, last }, path).digested);
  }
  return whole;
}

/** To be added to. */
function severalDays<T>(reading: Reading<T>, days: readonly string[]): T {
  const { archive, log, digest } = reading;
  const oneDay = (day: string): RollUp<T> => rollUp(reading, digest, periodOfDay(day), rollUpIn(join(archive, day)));
  const [first, last] = [days[0] as string, days.at(-1) as string];
  if (first === last) return oneDay(first).digested;
  const path = partIn(archive, first, last);
  const places = days.map((day) => `${day} ${log.placesOf(periodOfDay(day))}`).join("\n");
  const kept = readRollUp(path, places, digest);
  if (kept !== undefined) {
    for (const day of days) reading.unread.settle(day);
    return noted(reading, kept).digested;
  }
  const made: RollUp<T> = { digested: digest.empty(), skipped: [] };
  for (const day of days) {
    const { digested, skipped } = oneDay(day);
    digest.merge(made.digested, digested);
    made.skipped.push(...skipped);
  }
  writeRollUp(path, places, made, digest);
  return noted(reading, made).digested;
}

/** Of a day or some of its slots. */
function rollUp<T>(reading: Sources, digest: Omit<Digest<T>, "merge">, period: Period, path: string): RollUp<T> {
  const { log, unread } = reading;
  const day = dayOfSlot(period.first);
  const places = log.placesOf(period);
  const kept = readRollUp(path, places, digest);
  if (kept !== undefined) {
    unread.settle(day);
    return noted(reading, kept);
  }
  const digested = digest.empty();
  const skipped: SkippedBySlot = new Map();
  reading.alike ??= new AlikeLines(digest.valuesIn);
  const { alike } = reading;
  alike.forget();
  const take = (event: TelemetryEvent) => digest.add(digested, event, instantOf(event.timestamp));
  log.take({ period, skippedIn: counting(skipped), take, alike }, (bytes) => unread.read(day, bytes));
  unread.settle(day);
  const rows = [...skipped].map(([slot, { torn, foreign }]): [string, number, number] => [slot, torn, foreign]);
  const made: RollUp<T> = { digested, skipped: rows };
  writeRollUp(path, places, made, digest);
  return noted(reading, made);
}

interface Part<T> {
  span: Span;
  into: T;
}

function addCutSlots<T>(reading: Reading<T>, day: string, parts: readonly Part<T>[]): void {
  const ofDay = parts.filter(({ span }) => isCut(span, boundsOfDay(day)));
  for (const slot of ofDay.length === 0 ? [] : reading.log.slotsOf(day)) {
    const cut = ofDay.filter(({ span }) => isCut(span, boundsOf(periodOf(slot))));
    if (cut.length > 0) addMoments(reading, slot, cut);
  }
}

/** Of a window that ends now no event is cut off: what was thought of its last minutes is kept until something is added. */
function addMoments<T>(reading: Reading<T>, slot: Slot, parts: readonly Part<T>[]): void {
  const { archive, log, digest } = reading;
  const period = periodOf(slot);
  const path = cutIn(join(archive, dayOfSlot(slot)), slot);
  const { digested } = rollUp(reading, inMoments(digest, log.bytesOf(period)), period, path);
  const edges = parts.map((part) => ({ ...part, cut: addWhole(part, digested, digest) }));
  if (edges.some(({ cut }) => cut.length > 0)) addLines(reading, period, edges);
}

/** Answers those that it cuts. */
function addWhole<T>({ span, into }: Part<T>, moments: Moments<T>, { merge }: Digest<T>): Bounds[] {
  const whole = [...moments.values()].filter((moment) => isWhole(span, moment));
  for (const { digested } of whole) merge(into, digested);
  return [...moments.values()].filter((moment) => isCut(span, moment));
}

interface Edge<T> extends Part<T> {
  cut: readonly Bounds[];
}

function addLines<T>({ log, digest }: Reading<T>, period: Period, edges: readonly Edge<T>[]): void {
  const take = (event: TelemetryEvent): undefined => {
    const at = instantOf(event.timestamp);
    for (const { into, span, cut } of edges)
      if (at > span.since && at <= span.until && cut.some(({ start, end }) => at >= start && at <= end))
        digest.add(into, event, at);
  };
  // A few lines; what is skipped of them was counted with their slot.
  log.take({ period, skippedIn: () => ({ torn: 0, foreign: 0 }), take }, () => {});
}

const counting =
  (skipped: SkippedBySlot) =>
  (slot: Slot): Skipped => {
    const counts = skipped.get(slot) ?? { torn: 0, foreign: 0 };
    skipped.set(slot, counts);
    return counts;
  };

function noted<T>({ skipped }: Sources, rollUp: RollUp<T>): RollUp<T> {
  for (const [slot, torn, foreign] of rollUp.skipped) skipped.set(slot, { torn, foreign });
  return rollUp;
}

/** Roll-ups of the days before the first that has a line; none where there is no line at all, for then somebody emptied the store. */
function lineless(directory: string, [oldest]: readonly string[]): { day: string; path: string }[] {
  const days = oldest === undefined ? [] : daysIn(directory).filter((day) => day < oldest);
  return days.map((day) => ({ day, path: rollUpIn(join(pathsIn(directory).archive, day)) }));
}

function addHistory<T>(
  answers: T[],
  spans: readonly Span[],
  days: readonly { day: string; path: string }[],
  digest: Digest<T>,
): void {
  for (const [index, span] of spans.entries()) {
    for (const { day, path } of span.history === true ? days : []) {
      const kept = isWhole(span, boundsOfDay(day)) ? readRollUp(path, undefined, digest) : undefined;
      if (kept !== undefined) digest.merge(answers[index] as T, kept.digested);
    }
  }
}
