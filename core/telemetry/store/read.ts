// The store as a stream of events, each once. What is no event is counted and skipped, never fatal.

import { closeSync } from "node:fs";
import type { TelemetryEvent } from "../event.ts";
import { asidesOf } from "./asides.ts";
import { fromLine, gluedIn, parsed } from "./line.ts";
import { LONGEST_LINE_BYTES, linesIn, openToRead } from "./lines.ts";
import { pathsIn } from "./paths.ts";
import { segmentsIn } from "./segments.ts";

export interface Skipped {
  /** Lines that are no JSON: cut by a crash, or too long. */
  torn: number;
  /** JSON that is no event. */
  foreign: number;
}

/** Every event of the store; a missing one is empty. Throws StoreError when it cannot be read. */
export function* readEvents(directory: string, skipped: Skipped = { torn: 0, foreign: 0 }): Generator<TelemetryEvent> {
  const files = openCentral(directory);
  const seen = new Map<string, number>();
  try {
    for (const file of files) {
      for (const line of linesIn(file, "utf8")) {
        for (const event of eventsIn(line, skipped)) if (isFirst(event, seen, file)) yield event;
      }
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}

/** The open file before the archive, for lines move from there to here. */
function openCentral(directory: string): number[] {
  const open = openAll(pathsIn(directory).all);
  return [...segmentsIn(directory).flatMap(({ path }) => openAll(path)), ...open];
}

/** The file first and its asides after it: whichever moment this is, together they hold every line. The caller closes them. */
export function openAll(path: string): number[] {
  // Neither is there: no store at all, or a rewriter came to its end between the two looks; and that several times.
  for (let look = 0; look < 8; look++) {
    const files = [openToRead(path), ...asidesOf(path).map(openToRead)].filter((file) => file !== undefined);
    if (files.length > 0) return files;
  }
  return [];
}

function eventsIn(line: string, skipped: Skipped): TelemetryEvent[] {
  const event = boundedEvent(line);
  if (event !== undefined) return [event];
  if (line.trim() === "") return [];
  const salvaged = gluedIn(line)
    .map(boundedEvent)
    .filter((part) => part !== undefined);
  if (line.length <= LONGEST_LINE_BYTES && parsed(line) !== undefined) skipped.foreign++;
  else skipped.torn++;
  return salvaged;
}

const boundedEvent = (line: string) => (line.length > LONGEST_LINE_BYTES ? undefined : fromLine(line));

/**
 * Identity is (telemetry_id, timestamp, repo); the message is compared too, for another program may give one id to many
 * events. Its lines without an id are never taken for each other, but for their copies in an aside.
 */
function isFirst(event: TelemetryEvent, seen: Map<string, number>, file: number): boolean {
  const identity = `${event.telemetry_id} ${event.timestamp} ${event.repo} ${event.error_type} ${event.error_message}`;
  const foundIn = seen.get(identity);
  if (foundIn === undefined) seen.set(identity, file);
  return foundIn === undefined || (event.telemetry_id === "" && foundIn === file);
}
