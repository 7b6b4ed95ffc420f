// Retention: what is older goes, from every file, without a daemon.

import { statSync } from "node:fs";
import { join } from "node:path";
import { instantOf } from "../event.ts";
import { asidesOf, isOrphan, listFolder } from "./asides.ts";
import { fromLine } from "./line.ts";
import { withLock } from "./lock.ts";
import { pathsIn } from "./paths.ts";
import { lines, type Revise, rewrite } from "./rewrite.ts";

/** Specification, Security Considerations, 3. */
export const RETENTION_DAYS = 30;
export const DAY_MS: number = 24 * 60 * 60 * 1000;

export interface Cleaned {
  /** Events, each counted once though it stands in two files. */
  removed: number;
  files: number;
}

/**
 * Removes events from before `before` (milliseconds since the epoch). `dryRun` only counts. A line without a time of
 * its own ages with the line before it. Throws StoreError when another process cleans or a file cannot be read.
 */
export function clean(directory: string, before: number, dryRun = false): Cleaned {
  const { all, lock } = pathsIn(directory);
  const aged = agingFiles(directory)
    .map((path) => ({ path, old: count(path, before) }))
    .filter(({ path, old }) => old > 0 || orphansOf(path).length > 0);
  const removed = aged.find(({ path }) => path === all)?.old ?? 0;
  if (aged.length > 0 && !dryRun) {
    withLock(lock, () => {
      for (const { path } of aged) rewrite(path, () => keepYoung(before));
    });
  }
  return { removed, files: aged.length };
}

/** Bytes that are rewritten in 10 ms: more would be felt in the process that recorded an error. */
const QUICK_BYTES = 1 << 20;

/**
 * Cleans when the oldest line is a day over its time, so that a busy store is rewritten once a day. In a host process
 * (`quick`) a large store is left to the next command of the command line.
 */
export function cleanWhenDue(directory: string, retentionDays: number, now: number, quick: boolean): void {
  const { all } = pathsIn(directory);
  const orphans = orphansOf(all);
  const size = [all, ...orphans].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  if (size === 0 || (quick && size > QUICK_BYTES)) return;
  const before = now - retentionDays * DAY_MS;
  if (orphans.length > 0 || firstTimeIn(all) < before - DAY_MS) clean(directory, before);
}

/** Files of events and of runs, also one of which a rewriter that was killed left nothing but its aside. */
function agingFiles(directory: string): string[] {
  const names = listFolder(directory).map((name) => /^([^.].*_(?:errors|runs)\.jsonl)(?:\.q\d+-\d+)?$/.exec(name)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined).map((name) => join(directory, name));
}

const orphansOf = (path: string): string[] => asidesOf(path).filter(isOrphan);

function count(path: string, before: number): number {
  let old = 0;
  for (const file of [path, ...orphansOf(path)]) {
    const young = isYoung(before);
    for (const line of lines(file)) if (!young(line)) old++;
  }
  return old;
}

function firstTimeIn(path: string): number {
  for (const line of lines(path)) {
    const at = timeOf(line);
    if (!Number.isNaN(at)) return at;
  }
  return Number.NaN;
}

function keepYoung(before: number): Revise {
  const young = isYoung(before);
  return (line) => (young(line) ? line : undefined);
}

function isYoung(before: number): (line: string) => boolean {
  let young = true;
  return (line) => {
    const at = timeOf(line);
    if (!Number.isNaN(at)) young = at >= before;
    return young;
  };
}

/** Of the last event in the line, for a torn one may have a younger one glued to it. */
function timeOf(line: string): number {
  const last = /^.*\{"timestamp": ?"([^"]{10,40})"/.exec(line)?.[1] ?? fromLine(line)?.timestamp;
  return last === undefined ? Number.NaN : instantOf(last);
}
