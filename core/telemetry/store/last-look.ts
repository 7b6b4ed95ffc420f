// When the user last looked at a summary on a terminal: the time of an empty file. That it is there says that they were told
// what is recorded.

import { closeSync, constants, futimesSync, openSync, statSync } from "node:fs";
import { pathsIn } from "./paths.ts";

/** Milliseconds since the epoch; undefined when they never did. */
export function lastLook(directory: string): number | undefined {
  return statSync(pathsIn(directory).look, { throwIfNoEntry: false })?.mtimeMs;
}

/** The directory must be there: looking makes none. */
export function markLook(directory: string, now: number): void {
  const { O_WRONLY, O_CREAT, O_NOFOLLOW } = constants;
  const file = openSync(pathsIn(directory).look, O_WRONLY | O_CREAT | (O_NOFOLLOW ?? 0), 0o600);
  try {
    futimesSync(file, now / 1000, now / 1000);
  } finally {
    closeSync(file);
  }
}
