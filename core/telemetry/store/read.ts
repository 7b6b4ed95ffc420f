// The store as a stream of events, each once. What is no event is counted and skipped, never fatal.

import { closeSync } from "node:fs";
import type { TelemetryEvent } from "../event.ts";
import { asidesOf } from "./asides.ts";
import { fromLine } from "./line.ts";
import { LONGEST_LINE_BYTES, linesIn, openToRead } from "./lines.ts";
import { pathsIn } from "./paths.ts";

export interface Skipped {
  /** Lines that are no JSON: cut by a crash, or too long. */
  torn: number;
  /** JSON that is no event. */
  foreign: number;
}

/** Every event of the store; a missing one is empty. Throws StoreError when it cannot be read. */
export function* readEvents(directory: string, skipped: Skipped = { torn: 0, foreign: 0 }): Generator<TelemetryEvent> {
  const { all } = pathsIn(directory);
  // The file first and its asides after it: whichever moment this is, together they hold every line.
  const files = [openToRead(all), ...asidesOf(all).map(openToRead)].filter((file) => file !== undefined);
  const seen = new Set<string>();
  try {
    for (const file of files) {
      for (const line of linesIn(file, "utf8")) {
        const event = eventIn(line, skipped);
        if (event !== undefined && isFirst(event, seen)) yield event;
      }
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}

function eventIn(line: string, skipped: Skipped): TelemetryEvent | undefined {
  const event = line.length > LONGEST_LINE_BYTES ? undefined : fromLine(line);
  if (event !== undefined) return event;
  // Somebody's torn line may have a whole one glued to it. A raw `{"timestamp":"` cannot stand inside a JSON string.
  const glued = line.lastIndexOf('{"timestamp":"');
  const salvaged = glued > 0 ? fromLine(line.slice(glued)) : undefined;
  if (salvaged === undefined && /^\s*[{["].*[}\]"]\s*$/.test(line)) skipped.foreign++;
  else skipped.torn++;
  return salvaged;
}

/**
 * Identity is (telemetry_id, timestamp, repo). Lines of another program without an id are never taken for each other;
 * the message is compared too, for such a program may give one id to many events.
 */
function isFirst(event: TelemetryEvent, seen: Set<string>): boolean {
  if (event.telemetry_id === "") return true;
  const before = seen.size;
  seen.add(`${event.telemetry_id} ${event.timestamp} ${event.repo} ${event.error_type} ${event.error_message}`);
  return seen.size > before;
}
