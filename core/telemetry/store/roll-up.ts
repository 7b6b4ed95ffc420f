// A day's roll-up, `archive/<day>/rollup.jsonl`: a head, and what the day comes to as rows of JSON. It may outlive the day's lines.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readCache, writeCache } from "./cache-file.ts";
import { asciiJson } from "./line.ts";

export const rollUpIn = (folder: string): string => join(folder, "rollup.jsonl");

/** When the lines of the day are gone: their text goes too, which is in the rows that have an `example`. The counters stay. */
export function forgetExamples(folder: string): void {
  const path = rollUpIn(folder);
  if (!existsSync(path)) return;
  const [head, ...rows] = (readCache(path) ?? []) as object[];
  const kept = rows.filter((row) => !Object.hasOwn(row, "example"));
  if (head !== undefined && kept.length === rows.length) return;
  const isWritten = head !== undefined && writeCache(path, [{ ...head, rows: kept.length }, ...kept].map(asciiJson));
  if (!isWritten) rmSync(path, { force: true });
}
