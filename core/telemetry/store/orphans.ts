// What a rewriter that was killed left: its lines are still read, and the next rewriting puts them back.

import { basename, join } from "node:path";
import { isOrphan, listFolder } from "./asides.ts";
import { foldersOf } from "./files.ts";

/** Paths of asides that nobody works on any more. Throws StoreError when a folder cannot be read. */
export function orphansIn(directory: string): string[] {
  const asides = foldersOf(directory).flatMap((folder) => listFolder(folder).map((name) => join(folder, name)));
  return asides.filter((path) => /\.jsonl\.q\d{1,10}-\d+$/.test(basename(path)) && isOrphan(path));
}
