// Into the archive. A file is moved there under a name that nobody else ever gives, so that a rename can overwrite no lines; what is
// recorded of a day that is over is appended to the plain name. A folder is looked at before its first use, like the directory.

import { existsSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { dayOf, spanOf, timeOf } from "./day.ts";
import { prepareDirectory } from "./directory.ts";
import { release } from "./kept.ts";
import { pathsIn } from "./paths.ts";
import type { Route } from "./rewrite.ts";

/** Makes the folder of a day where there is none. Throws StoreError when it cannot be trusted. */
export function prepareDay(directory: string, day: string): string {
  const { archive, day: folderOf } = pathsIn(directory);
  prepareDirectory(archive);
  const folder = folderOf(day);
  prepareDirectory(folder);
  return folder;
}

/** A mark of this moment: files that are archived together share it, and names sort by it. */
export function newStamp(): string {
  return `${Date.now()}-${hrtime.bigint()}`;
}

// As it was when this was loaded: fake timers would give one stamp twice.
const { hrtime } = process;

/**
 * Moves the file at `path` whole to `day`, that of its youngest event. Somebody else may have done so meanwhile, and begun a new file,
 * which then goes to its own day. Throws StoreError or the file system's own error.
 */
export function archiveWhole(directory: string, path: string, day: string, stamp: string): void {
  const target = join(prepareDay(directory, day), `${stemOf(path)}.${stamp}.jsonl`);
  if (existsSync(target) || !isMoved(path, target)) return;
  const found = spanOf(target);
  if (found !== undefined && found.youngest !== day) archiveWhole(directory, target, found.youngest, stamp);
}

/**
 * Each line to its own day: those of `day` to `target`, others to the archive. A line without a time goes with the one before it.
 * Throws as `prepareDay` does.
 */
export function toItsDay(directory: string, day: string, target: string): Route {
  const name = `${stemOf(target)}.jsonl`;
  const targets = new Map([[day, target]]);
  let current = target;
  return (line) => {
    const at = timeOf(line);
    if (!Number.isNaN(at)) {
      const day = dayOf(at);
      current = targets.get(day) ?? join(prepareDay(directory, day), name);
      targets.set(day, current);
    }
    return current;
  };
}

/** Whether it was moved here whole: nobody has looked at each of its lines. */
export const isMovedWhole = (path: string): boolean => basename(path) !== `${stemOf(path)}.jsonl`;

/** `all_errors` of `all_errors.jsonl` and of `all_errors.1764000000000-12.jsonl`. */
export const stemOf = (path: string): string => basename(path).replace(/(?:\.[\d-]+)?\.jsonl$/, "");

/** False when it is no longer there. */
function isMoved(path: string, target: string): boolean {
  release(path);
  try {
    renameSync(path, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
