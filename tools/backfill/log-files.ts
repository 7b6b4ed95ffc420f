// The logs of one coding agent on this machine, oldest first. Links are not followed.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Environment, Source } from "./source.ts";

export interface FoundLog {
  path: string;
  size: number;
  mtimeMs: number;
}

export function logFilesOf(source: Source, home: string, environment: Environment): FoundLog[] {
  const paths = source.folders(home, environment).flatMap((folder) => [...filesBelow(folder, source.depth ?? DEPTH)]);
  const logs = [...new Set(paths)].filter(source.isLog);
  // A session that is plain and compressed is the same session.
  const plain = new Set(logs);
  const found = logs.filter((path) => !path.endsWith(".zst") || !plain.has(path.slice(0, -4))).map(logAt);
  return found.filter((log) => log !== undefined).sort((a, b) => a.mtimeMs - b.mtimeMs || (a.path < b.path ? -1 : 1));
}

/** A file that somebody named. Throws the file system's error. */
export function namedLog(path: string): FoundLog {
  const { size, mtimeMs } = statSync(path);
  return { path, size, mtimeMs };
}

const DEPTH = 8;

function* filesBelow(folder: string, depth: number): Generator<string> {
  for (const entry of entriesIn(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth > 0 && entry.name !== "node_modules") yield* filesBelow(path, depth - 1);
  }
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // not there, or not ours to read: ENOENT, EACCES
  }
}

function logAt(path: string): FoundLog | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : { path, size: stats.size, mtimeMs: stats.mtimeMs };
}
