// A day that is over leaves the open files. Whoever records first on a new day moves them, and every command that cleans.

import { lstatSync } from "node:fs";
import { basename } from "node:path";
import { archiveWhole, newStamp, stemOf, toItsDay } from "./archive.ts";
import { spanOf } from "./day.ts";
import { isOurs } from "./directory.ts";
import { pathsIn } from "./paths.ts";
import { reroute } from "./rewrite.ts";
import { lineFilesOf } from "./segments.ts";

/** Bytes that are split in about 10 ms: more would be felt in the process that recorded an error. */
export const QUICK_BYTES: number = 1 << 20;

/**
 * Moves the open files of days that are over, when the central one has any; true when it had. A file of several days is split up
 * to `splitBytes`; a larger one goes whole to its youngest day, for readers go by timestamps. Throws StoreError or the file system's
 * own error.
 */
export function rotate(directory: string, today: string, splitBytes: number): boolean {
  const span = spanOf(pathsIn(directory).all);
  if (span === undefined || (span.first === today && span.last === today)) return false;
  const stamp = newStamp();
  for (const path of openFiles(directory).filter(isOwnFile))
    settle({ directory, path, day: today, target: path }, splitBytes, stamp);
  return true;
}

/** The open files, the central one last: that it is new says that the others were looked at. */
export function openFiles(directory: string): string[] {
  const { all } = pathsIn(directory);
  return [...lineFilesOf(directory).filter((path) => path !== all), all];
}

export interface Place {
  directory: string;
  path: string;
  /** The day whose lines it should hold, and the file for these when it is split: its own path when it is open. */
  day: string;
  target: string;
}

/** Brings a file that holds other days' lines to where they belong. */
export function settle({ directory, path, day, target }: Place, splitBytes: number, stamp: string): void {
  const span = spanOf(path);
  if (span === undefined || (span.first === day && span.last === day)) return;
  if (span.first === span.last) archiveWhole(directory, path, span.last, stamp);
  else if (span.size <= splitBytes) reroute(path, () => toItsDay(directory, day, target));
  else if (span.youngest !== day) archiveWhole(directory, path, span.youngest, stamp);
}

/** A file in the archive as a place. */
export function placeOf(directory: string, day: string, path: string): Place {
  return { directory, path, day, target: path.replace(basename(path), `${stemOf(path)}.jsonl`) };
}

/** What is missing has its lines in an aside. What is a link, has a second name or is somebody else's is left for people: `dangersIn()`. */
export function isOwnFile(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found === undefined || (found.isFile() && found.nlink === 1 && isOurs(found.uid));
}
