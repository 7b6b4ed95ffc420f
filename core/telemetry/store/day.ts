// Days are UTC's, YYYY-MM-DD: the same for every process on the machine, and none is 23 or 25 hours long.

import { closeSync, fstatSync, readSync } from "node:fs";
import { instantOf } from "../event.ts";
import { fromLine } from "./line.ts";
import { openToRead } from "./lines.ts";

export const DAY_MS: number = 24 * 60 * 60 * 1000;

/** `instant` in milliseconds since the epoch. Years have four digits: what a zone takes over their end stays on the last day. */
export function dayOf(instant: number): string {
  const number = Math.floor(Math.min(Math.max(instant, FIRST), LAST) / DAY_MS);
  if (number !== known.number) known = { number, day: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return known.day;
}

const FIRST = Date.parse("0000-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T00:00:00Z");
/** The last answer: most questions are about the same day. */
let known = { number: Number.NaN, day: "" };

/** The first instant that no longer belongs to the day. */
export const endOf = (day: string): number => Date.parse(day) + DAY_MS;

export interface Span {
  /** The days of the first and of the last event, and the younger of the two. */
  first: string;
  last: string;
  youngest: string;
  /** Bytes. */
  size: number;
}

/** From which day to which a file goes, as its two ends have it; undefined when it is missing or empty. Throws StoreError. */
export function spanOf(path: string): Span | undefined {
  const file = openToRead(path);
  if (file === undefined) return undefined;
  try {
    const { size, mtimeMs } = fstatSync(file);
    if (size === 0) return undefined;
    const first = timeAmong(linesAt(file, 0)) ?? mtimeMs;
    const last = timeAmong(linesAt(file, Math.max(0, size - EDGE_BYTES)).reverse()) ?? first;
    return { first: dayOf(first), last: dayOf(last), youngest: dayOf(Math.max(first, last)), size };
  } finally {
    closeSync(file);
  }
}

/** Of the last event in the line, for a torn one may have a younger one glued to it. NaN when it has none. */
export function timeOf(line: string): number {
  const last = /^.*\{"timestamp": ?"([^"]{10,40})"/.exec(line)?.[1] ?? fromLine(line)?.timestamp;
  return last === undefined ? Number.NaN : instantOf(last);
}

/** Bytes at each end: one whole line of ours at least. */
const EDGE_BYTES = 16 * 1024;

function linesAt(file: number, position: number): string[] {
  const bytes = Buffer.allocUnsafe(EDGE_BYTES);
  return bytes.toString("latin1", 0, readSync(file, bytes, 0, EDGE_BYTES, position)).split("\n");
}

function timeAmong(lines: readonly string[]): number | undefined {
  for (const line of lines) {
    const time = timeOf(line);
    if (!Number.isNaN(time)) return time;
  }
  return undefined;
}
