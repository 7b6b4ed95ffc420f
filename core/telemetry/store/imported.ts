// A day that an import brings back is kept as long from then on as one that was recorded: months of old logs would otherwise be
// deleted on the next day. An empty file in the day's folder says so by its time of last write.

import { lstatSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathsIn } from "./paths.ts";
import { isFolder } from "./segments.ts";

const NAME = "imported";

/** `day` as YYYY-MM-DD; one that has no folder is still in the open file. Throws the file system's error. */
export function markImported(directory: string, day: string): void {
  const folder = pathsIn(directory).day(day);
  if (isFolder(folder)) writeFileSync(join(folder, NAME), "", { mode: 0o600 });
}

/** Milliseconds since the epoch; 0 for a day that nobody imported. */
export function importedAt(folder: string): number {
  return lstatSync(join(folder, NAME), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

export function unmarkImported(folder: string): void {
  rmSync(join(folder, NAME), { force: true });
}
