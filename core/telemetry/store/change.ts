// Whether a store has changed, and how much there is to read in it: by looking at its files, not into them.

import { statSync } from "node:fs";
import { pathsIn } from "./paths.ts";
import { segmentsIn } from "./segments.ts";

/** The same as long as no event was added to the store or moved in it, and no word to its state. */
export function changeOf(directory: string): string {
  const { all, state } = pathsIn(directory);
  return [all, state]
    .map((path) => {
      const { ino, size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
      return `${ino} ${size} ${mtimeMs}`;
    })
    .join(", ");
}

/** Of the events, copies by repository left out. Throws StoreError when the archive cannot be read. */
export function bytesIn(directory: string): number {
  const open = statSync(pathsIn(directory).all, { throwIfNoEntry: false })?.size ?? 0;
  return segmentsIn(directory).reduce((sum, { size }) => sum + size, open);
}
