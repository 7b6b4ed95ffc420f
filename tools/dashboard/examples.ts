// The newest events of a group, as they are stored: cleaned. Only the lines of the last day on which it was seen are read.

import { instantOf, type TelemetryEvent } from "12-factor-telemetry/event";
import { type Aliases, aliasesOf, aliasOf, groupOf } from "12-factor-telemetry/report";
import { readEvents, readWords } from "12-factor-telemetry/store";

export const MOST_EXAMPLES = 10;

/** Newest first. `last`: when the group was seen last, in milliseconds since the epoch. Throws StoreError. */
export function examplesOf(directory: string, group: string, last: number): TelemetryEvent[] {
  const aliases = aliasesOf(readWords(directory));
  const day = new Date(last).toISOString().slice(0, 10);
  const known = new Map<string, string>();
  let newest: TelemetryEvent[] = [];
  for (const event of readEvents(directory, { torn: 0, foreign: 0 }, { first: day, last: day })) {
    if (groupIn(event, aliases, known) !== group) continue;
    newest.push(event);
    if (newest.length > 4 * MOST_EXAMPLES) newest = latest(newest);
  }
  return latest(newest);
}

const latest = (events: readonly TelemetryEvent[]): TelemetryEvent[] =>
  [...events].sort((a, b) => instantOf(b.timestamp) - instantOf(a.timestamp)).slice(0, MOST_EXAMPLES);

/** `known`: groups of what was seen, by type, message and stack, before the user's word. */
function groupIn(event: TelemetryEvent, aliases: Aliases, known: Map<string, string>): string {
  const key = `${event.error_type}\0${event.error_message}\0${event.stack?.join("\0") ?? ""}`;
  const group = known.get(key) ?? groupOf(event);
  known.set(key, group);
  return aliasOf({ ...event, group }, aliases);
}
