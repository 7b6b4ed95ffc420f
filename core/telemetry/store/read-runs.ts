// The runs of the store, and the uses of features beside them. A line that is neither is skipped: it is a number in a count, and
// nobody looks for one.

import { closeSync } from "node:fs";
import { instantOf, type Run, type Usage } from "../event.ts";
import { parsed } from "./line.ts";
import { LONGEST_LINE_BYTES, linesIn } from "./lines.ts";
import { openAll } from "./open-all.ts";
import { pathsIn } from "./paths.ts";
import { segmentsIn } from "./segments.ts";

/** Throws StoreError when the file cannot be read; a missing one has no runs. */
export function* readRuns(directory: string): Generator<Run> {
  for (const record of recordsIn(directory)) if (isRun(record)) yield record;
}

/** Throws as `readRuns` does. */
export function* readUsages(directory: string): Generator<Usage> {
  for (const record of recordsIn(directory)) if (isUsage(record)) yield record;
}

function* recordsIn(directory: string): Generator<unknown> {
  const open = openAll(pathsIn(directory).runs); // before the archive: lines move from there to here
  const files = [...segmentsIn(directory, "all_runs").flatMap(({ path }) => openAll(path)), ...open];
  try {
    for (const file of files) {
      for (const line of linesIn(file, "utf8")) if (line.length <= LONGEST_LINE_BYTES) yield parsed(line);
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}

type Unknown<T> = { [key in keyof T]?: unknown };

function isRun(value: unknown): value is Run {
  const { timestamp, repo, agent, ok, duration_ms = 0, operation = "" } = (value ?? {}) as Unknown<Run>;
  if (typeof duration_ms !== "number" || !(duration_ms >= 0) || typeof operation !== "string") return false;
  return isMoment(timestamp) && typeof repo === "string" && typeof agent === "string" && typeof ok === "boolean";
}

function isUsage(value: unknown): value is Usage {
  const { timestamp, repo, usage } = (value ?? {}) as Unknown<Usage>;
  return isMoment(timestamp) && typeof repo === "string" && typeof usage === "string";
}

const isMoment = (value: unknown): boolean => typeof value === "string" && !Number.isNaN(instantOf(value));
