// The events that are appended from now on, through everything that happens to the file: it is not there yet, a day ends
// and it moves into the archive, a cleaner takes it aside and puts back what stays.

import { closeSync, fstatSync, readSync, statSync } from "node:fs";
import { instantOf, type TelemetryEvent } from "../event.ts";
import { fromLine, gluedIn } from "./line.ts";
import { LONGEST_LINE_BYTES, openToRead } from "./lines.ts";
import { pathsIn } from "./paths.ts";

/** Milliseconds between two looks: a person takes it for at once, and a look costs one `stat`. */
const LOOK_MS = 200;

/** From the moment of the call on, until `stop`: it never ends by itself. Throws StoreError when the file cannot be read. */
export function followEvents(directory: string, stop?: AbortSignal): AsyncGenerator<TelemetryEvent> {
  return follow(new FollowedFile(pathsIn(directory).all), Date.now(), stop);
}

async function* follow(file: FollowedFile, begun: number, stop?: AbortSignal): AsyncGenerator<TelemetryEvent> {
  const seen = new Set<string>();
  try {
    while (stop?.aborted !== true) {
      yield* newIn(file, begun, seen);
      await new Promise((later) => setTimeout(later, LOOK_MS));
    }
  } finally {
    file.close();
  }
}

function* newIn(file: FollowedFile, begun: number, seen: Set<string>): Generator<TelemetryEvent> {
  for (const line of file.appended()) {
    for (const event of eventsIn(line)) {
      // What a cleaner put back into a new file is old, or was shown.
      if (file.isNew && instantOf(event.timestamp) < begun) continue;
      if (isFirst(event, seen)) yield event;
    }
  }
}

/** Events whose lines may come a second time: more than arrive between two looks. */
const REMEMBERED = 10_000;

function isFirst({ telemetry_id, timestamp, repo, error_message }: TelemetryEvent, seen: Set<string>): boolean {
  const identity = `${telemetry_id} ${timestamp} ${repo} ${error_message}`;
  if (seen.has(identity)) return telemetry_id === "";
  seen.add(identity);
  if (seen.size > REMEMBERED) {
    const [oldest = ""] = seen;
    seen.delete(oldest);
  }
  return true;
}

function eventsIn(line: string): TelemetryEvent[] {
  const event = fromLine(line);
  const parts = event === undefined ? gluedIn(line).map(fromLine) : [event];
  return parts.filter((part) => part !== undefined);
}

const CHUNK_BYTES = 64 * 1024;

class FollowedFile {
  /** Whether it is another file than the one that stood there at first. */
  isNew = false;
  readonly #path: string;
  #file: number | undefined;
  #position = 0;
  #rest = Buffer.alloc(0);

  /** What is there already is left out. */
  constructor(path: string) {
    this.#path = path;
    this.#file = openToRead(path);
    if (this.#file !== undefined) this.#position = fstatSync(this.#file).size;
  }

  /** Whole lines that came since the last call. */
  *appended(): Generator<string> {
    // First the question, then the rest of the old file: what was written before it moved is in there.
    const hasMoved = this.#hasMoved();
    if (this.#file !== undefined) yield* this.#lines(this.#file);
    if (!hasMoved) return;
    this.close();
    this.isNew = true;
    this.#file = openToRead(this.#path);
    [this.#position, this.#rest] = [0, Buffer.alloc(0)];
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }

  #hasMoved(): boolean {
    const there = statSync(this.#path, { throwIfNoEntry: false });
    if (there === undefined || this.#file === undefined) return there !== undefined;
    return there.ino !== fstatSync(this.#file).ino || there.size < this.#position;
  }

  *#lines(file: number): Generator<string> {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const length = readSync(file, chunk, 0, CHUNK_BYTES, this.#position);
      if (length === 0) return;
      this.#position += length;
      const bytes = Buffer.concat([this.#rest, chunk.subarray(0, length)]);
      const end = bytes.lastIndexOf("\n") + 1;
      this.#rest = bytes.subarray(end, end + LONGEST_LINE_BYTES);
      yield* bytes.toString("utf8", 0, end).split("\n");
    }
  }
}
