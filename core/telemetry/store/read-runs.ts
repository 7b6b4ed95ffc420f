// The runs of the store. A line that is no run is skipped: a run is a number in a count, and nobody looks for one.

import { closeSync } from "node:fs";
import { instantOf, type Run } from "../event.ts";
import { parsed } from "./line.ts";
import { LONGEST_LINE_BYTES, linesIn } from "./lines.ts";
import { pathsIn } from "./paths.ts";
import { openAll } from "./read.ts";
import { segmentsIn } from "./segments.ts";

/** Throws StoreError when the file cannot be read; a missing one has no runs. */
export function* readRuns(directory: string): Generator<Run> {
  const open = openAll(pathsIn(directory).runs); // before the archive: lines move from there to here
  const files = [...segmentsIn(directory, "all_runs").flatMap(({ path }) => openAll(path)), ...open];
  try {
    for (const file of files) {
      for (const line of linesIn(file, "utf8")) {
        const run = line.length > LONGEST_LINE_BYTES ? undefined : parsed(line);
        if (isRun(run)) yield run;
      }
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}

function isRun(value: unknown): value is Run {
  const { timestamp, repo, agent, ok } = (value ?? {}) as Partial<Record<keyof Run, unknown>>;
  if (typeof timestamp !== "string" || Number.isNaN(instantOf(timestamp))) return false;
  return typeof repo === "string" && typeof agent === "string" && typeof ok === "boolean";
}
