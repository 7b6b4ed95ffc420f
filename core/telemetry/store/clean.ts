// Retention: what is older goes, from every file, without a daemon. A day's roll-up stays when its lines go: it holds no text but
// templates, and says whether a failure was there before.

import { existsSync, rmdirSync, rmSync, statSync } from "node:fs";
import { isMovedWhole, newStamp, toItsDay } from "./archive.ts";
import { asidesOf, isOrphan } from "./asides.ts";
import { DAY_MS, dayOf, endOf, spanOf, timeOf } from "./day.ts";
import { importedAt, unmarkImported } from "./imported.ts";
import { release } from "./kept.ts";
import { withLock } from "./lock.ts";
import { pathsIn } from "./paths.ts";
import { lines, type Route, reroute } from "./rewrite.ts";
import { forgetExamples } from "./roll-up.ts";
import { isOwnFile, openFiles, type Place, placeOf, QUICK_BYTES, settle } from "./rotate.ts";
import { daysIn, lineFilesOf } from "./segments.ts";

/** Specification, Security Considerations, 3. */
export const RETENTION_DAYS = 30;

export interface Cleaned {
  /** Events, each counted once though it stands in two files. */
  removed: number;
  files: number;
}

/**
 * Removes events from before `before` (milliseconds since the epoch), line by line where a file has younger ones too. A large file
 * of several days, which the processes that record leave as it is, is split. `dryRun` only counts. A line without a time of its own
 * ages with the line before it. Throws StoreError when another process cleans or a file cannot be read.
 */
export function clean(directory: string, before: number, dryRun = false): Cleaned {
  if (!existsSync(directory)) return { removed: 0, files: 0 };
  if (dryRun) return sumOf(placesIn(directory, dayOf(Date.now())).map((place) => count(place, before)));
  return withLock(pathsIn(directory).lock, (now) => {
    const counts = placesIn(directory, dayOf(now)).map((place) => cleanFile(place, before));
    for (const day of daysIn(directory)) removeIfEmpty(pathsIn(directory).day(day));
    return sumOf(counts);
  });
}

/** Unlinks archived days that are wholly over their time. Throws as `clean` does. */
export function retain(directory: string, retentionDays: number): void {
  withLock(pathsIn(directory).lock, (now) => {
    const before = now - retentionDays * DAY_MS;
    for (const day of daysIn(directory).filter((day) => endOf(day) <= before)) {
      const folder = pathsIn(directory).day(day);
      if (importedAt(folder) >= before) continue;
      for (const path of lineFilesOf(folder).filter(isOwnFile)) if (isOver(path, before)) removeFile(path);
      removeIfEmpty(folder);
    }
  });
}

/** Deletes a closed file and what dead rewriters left of it. */
export function removeFile(path: string): void {
  release(path);
  for (const file of [path, ...orphansOf(path)]) rmSync(file, { force: true });
}

/** A folder with a roll-up in it stays. */
export function removeIfEmpty(folder: string): void {
  if (lineFilesOf(folder).length === 0) {
    unmarkImported(folder);
    forgetExamples(folder);
  }
  try {
    rmdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "ENOENT") throw error;
  }
}

function placesIn(directory: string, today: string): Place[] {
  const open = openFiles(directory).map((path) => ({ directory, path, day: today, target: path }));
  const archived = daysIn(directory).flatMap((day) => {
    const files = lineFilesOf(pathsIn(directory).day(day));
    return files.map((path) => placeOf(directory, day, path));
  });
  return [...archived, ...open];
}

interface Count {
  path: string;
  bytes: number;
  old: number;
  orphans: number;
}

function cleanFile(place: Place, before: number): Count {
  const { directory, path, day, target } = place;
  const counted = count(place, before);
  const isLarge = counted.bytes > QUICK_BYTES;
  if (counted.old > 0 || counted.orphans > 0) {
    reroute(path, () => dropOld(before, isLarge ? toItsDay(directory, day, target) : () => path));
  } else if (isLarge) settle(place, Number.POSITIVE_INFINITY, newStamp());
  return counted;
}

function count({ path }: Place, before: number): Count {
  const orphans = orphansOf(path);
  const counted = { path, bytes: 0, old: 0, orphans: orphans.length };
  for (const file of [path, ...orphans]) {
    const isOld = ageing(before);
    for (const line of lines(file)) {
      counted.bytes += line.length;
      if (isOld(line)) counted.old++;
    }
  }
  return counted;
}

function sumOf(counts: readonly Count[]): Cleaned {
  const touched = counts.filter(({ old, orphans }) => old > 0 || orphans > 0);
  const central = touched.filter(({ path }) => /[\\/]all_errors\.[^\\/]*$/.test(path));
  return { removed: central.reduce((sum, { old }) => sum + old, 0), files: touched.length };
}

function dropOld(before: number, route: Route): Route {
  const isOld = ageing(before);
  return (line) => (isOld(line) ? undefined : route(line));
}

function ageing(before: number): (line: string) => boolean {
  let isOld = false;
  return (line) => {
    const at = timeOf(line);
    if (!Number.isNaN(at)) isOld = at < before;
    return isOld;
  };
}

const orphansOf = (path: string): string[] => asidesOf(path).filter(isOrphan);

/**
 * By its ends; and a file that was moved here whole by its last write too, for a younger event may stand between older ones, but none
 * that is younger than that.
 */
function isOver(path: string, before: number): boolean {
  return [path, ...orphansOf(path)].every((file) => {
    const span = spanOf(file);
    if (span === undefined) return true;
    return endOf(span.youngest) <= before && (!isMovedWhole(path) || statSync(file).mtimeMs < before);
  });
}
