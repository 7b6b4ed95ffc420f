// health.jsonl: what collectors had to drop and how long they took. A process adds a line now and then, with what it counted
// since its last; the sum over all lines is the answer. Two files of bounded size: a full one replaces the one before.

import { renameSync, statSync } from "node:fs";
import { append } from "./append.ts";
import { prepareDirectory } from "./directory.ts";
import { release } from "./kept.ts";
import { asciiJson, parsed } from "./line.ts";
import { withLock } from "./lock.ts";
import { pathsIn } from "./paths.ts";
import { lines } from "./rewrite.ts";

/** One line. Every text in it is sanitized. */
export interface HealthNote {
  timestamp: string;
  /** Events that were not stored, by the error that kept them from it. */
  dropped: Record<string, number>;
  last_error?: string;
  /** How many events took so many microseconds at most to record. */
  recorded_us: Record<string, number>;
}

/** The sum of all notes. */
export interface HealthReport {
  dropped: Map<string, number>;
  last_error: { timestamp: string; error: string } | undefined;
  /** Events that were timed, and the microseconds that recording half and 99 % of them took at most. */
  recorded: { events: number; p50_us: number; p99_us: number };
}

/** Bytes; about 800 notes. */
const FILE_BYTES = 256 * 1024;

/** False when it could not be written: a directory that cannot be written to is what it would have told of. */
export function appendHealth(directory: string, note: HealthNote): boolean {
  const { health, lock } = pathsIn(directory);
  try {
    prepareDirectory(directory); // it may be the one that could not be trusted
    append(health, `${asciiJson(note)}\n`);
  } catch {
    return false; // StoreError or the file system's
  }
  try {
    if (isFull(health)) withLock(lock, () => isFull(health) && replace(health));
  } catch {
    // StoreError (somebody cleans) or the file system's (somebody replaced it): the note is written, and the next one looks again
  }
  return true;
}

/** Throws StoreError when it cannot be read. */
export function readHealth(directory: string): HealthReport {
  const dropped = new Map<string, number>();
  const times = new Map<number, number>();
  let last_error: HealthReport["last_error"];
  const { health } = pathsIn(directory);
  for (const path of [before(health), health]) {
    for (const line of lines(path)) {
      const note = parsed(line) as Partial<HealthNote> | undefined;
      for (const [type, count] of countsIn(note?.dropped)) dropped.set(type, (dropped.get(type) ?? 0) + count);
      for (const [bound, count] of countsIn(note?.recorded_us))
        times.set(Number(bound), (times.get(Number(bound)) ?? 0) + count);
      if (typeof note?.last_error === "string" && typeof note.timestamp === "string")
        last_error = { timestamp: note.timestamp, error: note.last_error };
    }
  }
  const events = [...times.values()].reduce((sum, count) => sum + count, 0);
  const at = (share: number) => quantile(times, events * share);
  return { dropped, last_error, recorded: { events, p50_us: at(0.5), p99_us: at(0.99) } };
}

function replace(health: string): void {
  release(health); // or our next note would go into the old file first, and count twice
  renameSync(health, before(health));
}

const before = (path: string): string => path.replace(/\.jsonl$/, ".old.jsonl");

const isFull = (path: string): boolean => statSync(path).size > FILE_BYTES;

function countsIn(counts: unknown): [string, number][] {
  if (typeof counts !== "object" || counts === null) return [];
  return Object.entries(counts).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]));
}

function quantile(times: ReadonlyMap<number, number>, rank: number): number {
  let seen = 0;
  for (const [bound, count] of [...times].sort((a, b) => a[0] - b[0])) {
    seen += count;
    if (seen >= rank) return bound;
  }
  return 0;
}
