// The disk budget: different errors are never folded or dropped, but all of them together get so much room. Over it, the oldest
// go, and what went is told.

import { lstatSync } from "node:fs";
import { basename } from "node:path";
import { append } from "./append.ts";
import { archiveWhole, newStamp } from "./archive.ts";
import { removeFile, removeIfEmpty } from "./clean.ts";
import { dayOf, spanOf } from "./day.ts";
import { asciiJson, parsed } from "./line.ts";
import { withLock } from "./lock.ts";
import { pathsIn } from "./paths.ts";
import { lines } from "./rewrite.ts";
import { isOwnFile, openFiles } from "./rotate.ts";
import { daysIn, lineFilesOf } from "./segments.ts";

/** Megabytes; about 300,000 events. */
export const DISK_BUDGET_MB = 100;
const MB = 1_000_000;
/** An open file over this share of the budget is closed, so that there is something old to give up. */
const OPEN_SHARE = 1 / 8;

/**
 * Brings all files of lines under the budget: the oldest day goes first, and of today the oldest part. Throws StoreError (also
 * when another process cleans) or the file system's own error.
 */
export function keepBudget(directory: string, budgetMb: number): void {
  const budgetBytes = budgetMb * MB;
  const open = openFiles(directory).filter(isOwnFile);
  const sizes = open.map((path) => [path, sizeOf([path])] as const);
  const stamp = newStamp();
  for (const [path, size] of sizes) if (size > budgetBytes * OPEN_SHARE) close(directory, path, stamp);
  if (totalIn(directory) <= budgetBytes) return;
  withLock(pathsIn(directory).lock, (now) => {
    let excess = totalIn(directory) - budgetBytes;
    for (const batch of batchesIn(directory, dayOf(now))) {
      if (excess <= 0) return;
      excess -= evict(directory, batch);
    }
  });
}

export interface Evicted {
  events: number;
  bytes: number;
  /** When, ISO 8601; undefined when nothing ever was. */
  last: string | undefined;
}

/** What had to go for want of room, ever. Throws StoreError when it cannot be read. */
export function evictedFrom(directory: string): Evicted {
  const sum: Evicted = { events: 0, bytes: 0, last: undefined };
  for (const line of lines(pathsIn(directory).evicted)) {
    const { timestamp, events, bytes } = (parsed(line) ?? {}) as Record<string, unknown>;
    if (typeof timestamp !== "string" || typeof events !== "number" || typeof bytes !== "number") continue;
    sum.events += events;
    sum.bytes += bytes;
    sum.last = timestamp;
  }
  return sum;
}

function close(directory: string, path: string, stamp: string): void {
  const span = spanOf(path);
  if (span !== undefined) archiveWhole(directory, path, span.youngest, stamp);
}

function totalIn(directory: string): number {
  const days = daysIn(directory).map(pathsIn(directory).day);
  return sizeOf([directory, ...days].flatMap(lineFilesOf));
}

function sizeOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + (lstatSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

interface Batch {
  day: string;
  paths: string[];
}

/** What goes together, oldest first: a whole day; of today, what was closed together. */
function* batchesIn(directory: string, today: string): Generator<Batch> {
  for (const day of daysIn(directory)) {
    const paths = lineFilesOf(pathsIn(directory).day(day)).filter(isOwnFile);
    const stamps = day === today ? [...new Set(paths.map(stampOf))].sort() : [undefined];
    for (const stamp of stamps)
      yield { day, paths: paths.filter((path) => stamp === undefined || stampOf(path) === stamp) };
  }
}

const stampOf = (path: string): string => /\.([\d-]*)\.?jsonl$/.exec(basename(path))?.[1] ?? "";

/** Answers the bytes that are free now. */
function evict(directory: string, { day, paths }: Batch): number {
  const bytes = sizeOf(paths);
  let events = 0;
  for (const path of paths) {
    if (basename(path).startsWith("all_errors.")) for (const _line of lines(path)) events++;
    removeFile(path);
  }
  append(pathsIn(directory).evicted, `${asciiJson({ timestamp: new Date().toISOString(), day, events, bytes })}\n`);
  removeIfEmpty(pathsIn(directory).day(day));
  return bytes;
}
