// The lines: torn, foreign, folded; events whose clock was wrong; copies by repository that are missing.

import { existsSync } from "node:fs";
import { instantOf } from "12-factor-telemetry/event";
import { readEvents, repairRepoFiles, type Skipped } from "12-factor-telemetry/store";
import { bad, counted, type Finding, note, ok, REPAIRABLE } from "./finding.ts";

/** Milliseconds that clocks of two machines may differ. */
const SKEW_MS = 5 * 60_000;

export function lookAtLines(directory: string, now: number): Finding[] {
  const skipped: Skipped = { torn: 0, foreign: 0 };
  const seen = { lines: 0, events: 0, ahead: 0, local: 0 };
  for (const { timestamp, count = 1 } of readEvents(directory, skipped)) {
    seen.lines++;
    seen.events += count;
    if (instantOf(timestamp) > now + SKEW_MS) seen.ahead++;
    if (!ZONE.test(timestamp)) seen.local++;
  }
  return [
    ok(
      "lines",
      `${counted(seen.lines, "line")} for ${counted(seen.events, "event")}; ${seen.events - seen.lines} were folded in storms`,
    ),
    ...some(skipped.torn, (count) =>
      note("lines", `${counted(count, "torn line")}: a process was killed, or the disk was full`),
    ),
    ...some(skipped.foreign, (count) => note("lines", `${counted(count, "line")} of another program`)),
    ...some(seen.ahead, (count) =>
      bad("clock", `${counted(count, "event")} from the future`, "set the clock of the machine that recorded them"),
    ),
    ...some(seen.local, (count) => note("clock", `${counted(count, "event")} without a time zone, read as local time`)),
    ...lookAtCopies(directory),
  ];
}

const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/;

function some(count: number, told: (count: number) => Finding): Finding[] {
  return count === 0 ? [] : [told(count)];
}

function lookAtCopies(directory: string): Finding[] {
  const { lines, repos } = existsSync(directory) ? repairRepoFiles(directory, true) : { lines: 0, repos: [] };
  return some(lines, (count) =>
    bad("copies", `${counted(count, "event")} without a copy by repository (${repos.join(", ")})`, REPAIRABLE),
  );
}
