// The archive: a folder a day (UTC) that is over, `archive/<YYYY-MM-DD>/`, and in it the day's lines in files named like the
// open ones. `all_errors.jsonl` takes what is recorded of that day from now on; `all_errors.<stamp>.jsonl` is an open file that
// was moved here whole, and is closed. A day may have several of those.

import { lstatSync } from "node:fs";
import { basename, join } from "node:path";
import { listFolder } from "./asides.ts";
import { pathsIn } from "./paths.ts";

export interface Segment {
  /** YYYY-MM-DD, in UTC. What a crash left, or another program mixed, may hold lines of other days: go by their timestamps. */
  day: string;
  path: string;
  /** Bytes; 0 when nothing but its aside is left. */
  size: number;
  mtimeMs: number;
}

/**
 * The archived segments of the central file, oldest first; of one day there may be several. Open the open file first, then ask
 * for these: what moves meanwhile moves from there to here. Throws StoreError when the archive cannot be read.
 */
export function segmentsIn(directory: string, name: "all_errors" | "all_runs" = "all_errors"): Segment[] {
  return daysIn(directory).flatMap((day) =>
    lineFilesOf(pathsIn(directory).day(day))
      .filter((path) => basename(path).startsWith(`${name}.`))
      .map((path) => ({ day, path, ...sizeOf(path) })),
  );
}

/** Days that have a folder, oldest first. */
export function daysIn(directory: string): string[] {
  const { archive } = pathsIn(directory);
  if (!isFolder(archive)) return [];
  const days = listFolder(archive).filter((name) => DAY.test(name) && isFolder(join(archive, name)));
  return days.sort();
}

/** Files of events and of runs in a folder, oldest first; those too of which only an aside is left. */
export function lineFilesOf(folder: string): string[] {
  const names = listFolder(folder).map((name) => LINES.exec(name)?.[1]);
  const files = [...new Set(names)].filter((name) => name !== undefined);
  return files.sort().map((name) => join(folder, name));
}

function sizeOf(path: string): Pick<Segment, "size" | "mtimeMs"> {
  const { size = 0, mtimeMs = 0 } = lstatSync(path, { throwIfNoEntry: false }) ?? {};
  return { size, mtimeMs };
}

export const DAY: RegExp = /^\d{4}-\d\d-\d\d$/;
/** A file of lines, closed or not, or its aside. */
const LINES = /^([^.].*_(?:errors|runs)(?:\.[\d-]+)?\.jsonl)(?:\.q\d+-\d+)?$/;

/** A link is none: it may lead into somebody else's. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
