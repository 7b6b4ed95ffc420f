// Every file of the directory that holds lines: to look through the whole store, and to change what was found there.

import { closeSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "./asides.ts";
import { linesIn } from "./lines.ts";
import { withLock } from "./lock.ts";
import { openAll } from "./open-all.ts";
import { pathsIn } from "./paths.ts";
import { type Revise, rewrite } from "./rewrite.ts";
import { daysIn, isFolder } from "./segments.ts";

/**
 * Paths of all `*.jsonl`, an archive's too, and of those of which nothing but an aside is left. What has such a name and is
 * no regular file is left out: it is one of `dangersIn()`. Throws StoreError when a folder cannot be read.
 */
export function lineFiles(directory: string): string[] {
  return foldersOf(directory).flatMap((folder) => {
    const names = listFolder(folder).filter((name) => OWNER.test(name));
    const odd = names.filter((name) => !isFile(join(folder, name))).map(ownerOf);
    const files = [...new Set(names.map(ownerOf))].filter((name) => !odd.includes(name));
    return files.sort().map((name) => join(folder, name));
  });
}

/**
 * The lines of a file and of its asides, as latin1. None is missed, whichever moment this is; some come twice while a rewriter
 * works. Throws StoreError.
 */
export function* storedLines(path: string): Generator<string> {
  const files = openAll(path);
  try {
    for (const file of files) yield* linesIn(file, "latin1");
  } finally {
    for (const file of files) closeSync(file);
  }
}

/** Changes lines of these files beside running writers. Throws StoreError when another process cleans. */
export function reviseFiles(directory: string, paths: readonly string[], revise: Revise): void {
  withLock(pathsIn(directory).lock, () => {
    for (const path of paths) rewrite(path, () => revise);
  });
}

/** The directory, its archive where there is one, and the archived days. */
export function foldersOf(directory: string): string[] {
  const { archive, day } = pathsIn(directory);
  return isFolder(archive) ? [directory, archive, ...daysIn(directory).map(day)] : [directory];
}

/** A file, or its aside. */
const OWNER = /^(.+\.jsonl)(?:\.q.*)?$/;

const ownerOf = (name: string): string => OWNER.exec(name)?.[1] ?? name;

/** What is gone by now was an aside, and its lines are back in their file. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}
