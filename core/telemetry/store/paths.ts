// The disk layout is one value; making it touches nothing.

import { join } from "node:path";

export interface Paths {
  directory: string;
  /** Every event. */
  all: string;
  /** The same events, by repository. */
  repo(name: string): string;
  /** One line a finished task. */
  runs: string;
  /** The user's word on groups. */
  state: string;
  /** What collectors had to drop, and how long they took. */
  health: string;
  lock: string;
  config: string;
  /** The user's own failure rules. */
  rules: string;
  /** What the last audit found. */
  audit: string;
  /** Empty; when the user last looked at a summary. */
  look: string;
  /** Whole days that are over; it need not be there. */
  archive: string;
  /** The folder of such a day, YYYY-MM-DD: `pathsIn()` it for its files. */
  day(day: string): string;
  /** One line for every eviction. */
  evicted: string;
}

export function pathsIn(directory: string): Paths {
  let copy: { name: string; path: string } | undefined; // most events are the same repository's as the one before
  return {
    directory,
    all: join(directory, "all_errors.jsonl"),
    repo(name) {
      if (copy?.name !== name) copy = { name, path: join(directory, `${fileNameOf(name)}_errors.jsonl`) };
      return copy.path;
    },
    runs: join(directory, "all_runs.jsonl"),
    state: join(directory, "state.jsonl"),
    health: join(directory, "health.jsonl"),
    lock: join(directory, "telemetry.lock"),
    config: join(directory, "config.json"),
    rules: join(directory, "rules.json"),
    audit: join(directory, "last_audit.json"),
    look: join(directory, "last_look"),
    archive: join(directory, "archive"),
    day: (day) => join(directory, "archive", day),
    evicted: join(directory, "archive", "evicted.jsonl"),
  };
}

/** Characters. */
const NAME_CHARACTERS = 64;

/** A name that had to be changed, or is taken, is told apart by its hash: `../../x` and `x` are two repositories. */
function fileNameOf(repo: string): string {
  const name = repo
    .replace(/[^A-Za-z0-9._-]/g, "-")
    .replace(/^\.+/, "")
    .slice(0, NAME_CHARACTERS);
  return name === repo && name !== "" && name.toLowerCase() !== "all"
    ? name
    : `${name.slice(0, NAME_CHARACTERS - 9)}-${hashOf(repo)}`;
}

/** FNV-1a, 32 bits: it only tells names apart, and `node:crypto` would cost 3.5 ms to load. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
