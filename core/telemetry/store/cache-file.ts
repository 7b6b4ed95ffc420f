// A file that can be made again: written beside its place and renamed into it, mode 0600, and never waited for. Whoever reads it
// checks it. Its rows are objects, one a line, and texts: of what is large and mostly not looked into no copy is made.

import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { prepareDirectory } from "./directory.ts";
import { asciiJson } from "./line.ts";
import { openToRead } from "./lines.ts";
import { StoreError } from "./store-error.ts";

/** Its rows; undefined when there is none, or when it is no such file. */
export function readCache(path: string): unknown[] | undefined {
  try {
    const file = openToRead(path);
    if (file === undefined) return undefined;
    try {
      // Row by row: of a store with a hundred thousand groups the text alone is 50 MB, and is not to be there twice.
      const rows = readFileSync(file, "latin1").trimEnd().split("\n");
      return rows.map((row, index): unknown => (index > 0 && !row.startsWith("{") ? row : JSON.parse(row)));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    // A link, another's file, no JSON, or more than there is memory for: it is made again.
    if (error instanceof StoreError || error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The first row is an object; a text is ASCII, in one line, and does not begin with a brace. False when it cannot be written: the disk is full or read-only, or somebody else's. */
export function writeCache(path: string, rows: readonly (object | string)[]): boolean {
  const lines = rows.map((row) => (typeof row === "string" ? row : asciiJson(row)));
  const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
  try {
    prepareDirectory(dirname(path));
    const file = openSync(temporary, "wx", 0o600);
    try {
      writeFileSync(file, `${lines.join("\n")}\n`, "latin1");
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error; // a StoreError has one too
    if (existsSync(temporary)) rmSync(temporary, { force: true }); // `force` alone throws where the folder is a file
    return false;
  }
}
