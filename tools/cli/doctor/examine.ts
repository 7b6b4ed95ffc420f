// Everything that may be wrong with telemetry on this machine, looked at once.

import { type CollectorOptions, lookAround } from "12-factor-telemetry/collect";
import { orphansIn, readHealth, repairModes, repairRepoFiles, reviseFiles } from "12-factor-telemetry/store";
import { bad, counted, type Finding, note, ok } from "./finding.ts";
import { lookAtLines } from "./lines.ts";
import { lookAtPlace } from "./place.ts";
import { lookAtUserFiles } from "./user-files.ts";

/** Throws StoreError when the directory cannot be chosen or read at all. */
export function examine(given: CollectorOptions, now: number): { directory: string; findings: Finding[] } {
  const { consent, repository, directory } = lookAround(given);
  const told = `telemetry is ${consent.enabled ? "on" : "off"} for ${repository.name} (${consent.decidedBy})`;
  return {
    directory,
    findings: [
      consent.problem === undefined ? ok("consent", told) : bad("consent", "telemetry is off", consent.problem),
      ...lookAtUserFiles(directory, consent.problem),
      ...lookAtPlace(directory),
      ...lookAtLines(directory, now),
      ...lookAtCollectors(directory),
    ],
  };
}

function lookAtCollectors(directory: string): Finding[] {
  const { dropped, last_error, recorded } = readHealth(directory);
  const events = [...dropped.values()].reduce((sum, count) => sum + count, 0);
  const why = [...dropped].map(([type, count]) => `${type}: ${count}`).join(", ");
  return [
    events === 0
      ? ok("collectors", "no event is known to have been dropped")
      : bad("collectors", `${counted(events, "event")} dropped (${why})`),
    ...(last_error === undefined
      ? []
      : [note("collectors", `last error of a collector, ${last_error.timestamp}: ${last_error.error}`)]),
    ...(recorded.events === 0
      ? []
      : [
          ok(
            "collectors",
            `recording took ${recorded.p50_us} microseconds at most for half of ${recorded.events} timed events, ${recorded.p99_us} for 99 %`,
          ),
        ]),
  ];
}

/** Modes, what a killed cleaning left aside, copies by repository. Answers what was done. Throws StoreError. */
export function repair(directory: string): string[] {
  const orphans = orphansIn(directory);
  repairModes(directory);
  const files = [...new Set(orphans.map((aside) => aside.replace(/\.q\d+-\d+$/, "")))];
  if (files.length > 0) reviseFiles(directory, files, (line) => line);
  const { lines } = repairRepoFiles(directory);
  return [
    "closed what was open to others",
    ...(orphans.length === 0 ? [] : [`put back ${counted(orphans.length, "file")}`]),
    ...(lines === 0 ? [] : [`copied ${counted(lines, "event")} by repository again`]),
  ];
}
