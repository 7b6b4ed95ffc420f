// The place: directory, owners, modes, links, room on the disk.

import { existsSync, lstatSync, readFileSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { type Danger, dangersIn, evictedFrom, orphansIn, pathsIn, segmentsIn } from "12-factor-telemetry/store";
import { bad, counted, type Finding, note, ok, REPAIRABLE } from "./finding.ts";

export function lookAtPlace(directory: string): Finding[] {
  return [
    ...lookAtDirectory(directory),
    ...lookAtDisk(directory),
    ...lookAtLeftovers(directory),
    ...lookAtArchive(directory),
  ];
}

function lookAtDirectory(directory: string): Finding[] {
  const found = lstatSync(directory, { throwIfNoEntry: false });
  if (found === undefined) return [note("directory", `${directory} is not there yet: nothing was recorded`)];
  const dangers = dangersIn(directory);
  if (dangers.length === 0)
    return [ok("directory", `${directory} is ours and closed to others, and so is all that lies in it`)];
  return dangers.map(({ name, kind }) =>
    bad("directory", `${name === "." ? directory : name}: ${DANGERS[kind]}`, adviceFor(kind)),
  );
}

const DANGERS: Readonly<Record<Danger["kind"], string>> = {
  "open-mode": "its mode is not ours alone (0700 for folders, 0600 for files)",
  "foreign-owner": "it belongs to somebody else",
  link: "it is a link, and is never followed",
  "no-regular-file": "it is no regular file, and is never opened",
  "hard-link": "it has a second name (hard link), and is never written to",
};

const adviceFor = (kind: Danger["kind"]): string => (kind === "open-mode" ? REPAIRABLE : "look at it, then delete it");

/** Megabytes; the disk budget and as much again. */
const ROOM_MB = 200;
/** statfs(2), `f_type`: NFS, SMB, CIFS, SMB2, 9p, FUSE (sshfs among others), VirtioFS. */
const NETWORKED = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x6a656a63]);

function lookAtDisk(directory: string): Finding[] {
  const { bavail, bsize, type } = statfsSync(nearest(directory));
  const free = (bavail * bsize) / 1e6;
  const told = `${free >= 10_000 ? `${Math.round(free / 1000)} GB` : `${Math.round(free)} MB`} free on its disk`;
  return [
    free < ROOM_MB ? bad("disk", told, "make room, or set `disk_budget_mb` in config.json") : ok("disk", told),
    ...(NETWORKED.has(type)
      ? [
          note(
            "disk",
            "it lies on a network or shared file system, where appends may tear lines",
            "set TELEMETRY_DIR to a local directory",
          ),
        ]
      : []),
  ];
}

const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

function lookAtLeftovers(directory: string): Finding[] {
  const orphans = existsSync(directory) ? orphansIn(directory) : [];
  const holder = lockHolder(pathsIn(directory).lock);
  return [
    ...(orphans.length === 0
      ? []
      : [
          bad(
            "leftovers",
            `${counted(orphans.length, "file")} left aside by a killed cleaning, and read all the same`,
            REPAIRABLE,
          ),
        ]),
    ...(holder === undefined ? [] : [note("leftovers", `telemetry.lock is held by process ${holder}`)]),
  ];
}

function lockHolder(lock: string): string | undefined {
  return lstatSync(lock, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(lock, "utf8").trim().slice(0, 10)
    : undefined;
}

function lookAtArchive(directory: string): Finding[] {
  const segments = segmentsIn(directory);
  const days = new Set(segments.map(({ day }) => day));
  const { events, last } = evictedFrom(directory);
  const bytes = segments.reduce((sum, { size }) => sum + size, 0);
  return [
    ok(
      "archive",
      days.size === 0
        ? "no day is archived yet"
        : `${counted(days.size, "day")} since ${[...days][0]}, ${(bytes / 1e6).toFixed(1)} MB`,
    ),
    ...(last === undefined
      ? []
      : [
          note(
            "archive",
            `${counted(events, "event")} had to go for want of room, the last on ${last}`,
            "raise `disk_budget_mb` in config.json",
          ),
        ]),
  ];
}
