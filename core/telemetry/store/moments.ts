// A slot in moments: what the edge of a window cuts is one of them, and only its lines have to be read and thought of again. Of a slot
// that is not crowded a moment is an instant, which nothing cuts.

import type { TelemetryEvent } from "../event.ts";
import type { Digest } from "./digest.ts";
import type { Bounds } from "./span.ts";

/** By anything that tells them apart. */
export type Moments<T> = Map<number, Moment<T>>;

/** With the instants of its first and its last event. */
interface Moment<T> extends Bounds {
  digested: T;
}

/** Bytes up to which each instant is held by itself: some three thousand lines, of which each is a tally then. */
const CROWDED_BYTES = 1 << 20;
/** Milliseconds: sixty moments. */
const CROWDED_MS = 10_000;

/** `bytes`: from which the slot is read. */
export function inMoments<T>(digest: Digest<T>, bytes: number): Omit<Digest<Moments<T>>, "merge"> {
  const ms = bytes > CROWDED_BYTES ? CROWDED_MS : 1;
  return {
    version: digest.version,
    empty: () => new Map(),
    add: (moments, event, at) => addTo(momentAt(moments, Math.floor(at / ms), at, digest), event, at, digest),
    valuesIn: digest.valuesIn,
    toRows: (moments) =>
      [...moments.values()].map(({ start, end, digested }) => ({ start, end, rows: digest.toRows(digested) })),
    fromRows: (rows) => momentsFrom(rows, digest),
  };
}

function momentAt<T>(moments: Moments<T>, number: number, at: number, { empty }: Digest<T>): Moment<T> {
  const moment = moments.get(number) ?? { start: at, end: at, digested: empty() };
  moments.set(number, moment);
  return moment;
}

/** Answers nothing: events that are alike are counted in several moments. */
function addTo<T>(moment: Moment<T>, event: TelemetryEvent, at: number, { add }: Digest<T>): undefined {
  moment.start = Math.min(moment.start, at);
  moment.end = Math.max(moment.end, at);
  add(moment.digested, event, at);
}

function momentsFrom<T>(rows: readonly unknown[], { fromRows }: Digest<T>): Moments<T> | undefined {
  const moments: Moments<T> = new Map();
  for (const row of rows) {
    const { start, end, rows } = (row ?? {}) as Record<string, unknown>;
    const digested = Array.isArray(rows) ? fromRows(rows) : undefined;
    if (digested === undefined || !isInstant(start) || !isInstant(end) || start > end) return undefined;
    moments.set(start, { start, end, digested });
  }
  return moments.size === rows.length ? moments : undefined;
}

const isInstant = (value: unknown): value is number => Number.isSafeInteger(value);
