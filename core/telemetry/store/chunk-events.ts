// What the lines of a chunk are: events, each of a day (UTC), and what is none. A line belongs to one day at least when it holds an
// event; a torn one with others glued to it may belong to several.

import { instantOf, type TelemetryEvent } from "../event.ts";
import { fromLine, gluedIn, parsed } from "./line.ts";
import { type Chunk, LONGEST_LINE_BYTES } from "./lines.ts";
import { dayOfOwn, type OwnLines } from "./own-line.ts";

export interface Skipped {
  /** Lines that are no JSON: cut by a crash, or too long. */
  torn: number;
  /** JSON that is no event. */
  foreign: number;
}

/** The days of a chunk's events; into `skipped` the lines that are none and do not look like one of ours either. */
export function daysIn({ bytes }: Chunk, skipped: Skipped): Set<string> {
  const text = bytes.toString("latin1");
  const isGlued = hasGlued(text);
  const days = new Set<string>();
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start);
    const day = dayOfOwn(text, start, end);
    if (day !== undefined) days.add(day);
    if (day === undefined || isGlued)
      for (const event of eventsAt(bytes, start, end, day === undefined ? skipped : noSkipped()))
        days.add(dayOf(event.timestamp));
    start = end + 1;
  }
  return days;
}

/** The events of a day in a chunk; into `skipped` its lines that look like ours and are none. */
export function eventsOfDay({ bytes }: Chunk, day: string, own: OwnLines, skipped: Skipped): TelemetryEvent[] {
  const text = bytes.toString("latin1");
  const isGlued = hasGlued(text);
  const isAscii = Buffer.byteLength(text, "utf8") === bytes.length;
  const events: TelemetryEvent[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start);
    const lineDay = dayOfOwn(text, start, end);
    const isOfDay = lineDay === day;
    const event = isOfDay && isAscii ? own.event(bytes, text, start, end) : undefined;
    if (event !== undefined) events.push(event);
    else if (isOfDay || isGlued || lineDay === undefined)
      events.push(...eventsAt(bytes, start, end, isOfDay ? skipped : noSkipped()).filter(isOf(day)));
    start = end + 1;
  }
  return events;
}

const isOf =
  (day: string) =>
  ({ timestamp }: TelemetryEvent): boolean =>
    dayOf(timestamp) === day;

const noSkipped = (): Skipped => ({ torn: 0, foreign: 0 });

function endOf(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

/** Whether an event begins anywhere but where a line does. */
function hasGlued(text: string): boolean {
  for (let at = text.indexOf(GLUED, 1); at > 0; at = text.indexOf(GLUED, at + 1))
    if (text[at - 1] !== "\n") return true;
  return false;
}

const GLUED = '{"timestamp":';

/** The event of a line, or those that are glued to what was torn. */
function eventsAt(bytes: Buffer, start: number, end: number, skipped: Skipped): TelemetryEvent[] {
  const from = Math.max(start, end - LONGEST_LINE_BYTES - 1);
  const line = bytes.toString("utf8", from, end);
  const isOverlong = end - start > LONGEST_LINE_BYTES;
  const event = isOverlong ? undefined : fromLine(line);
  if (event !== undefined) return [event];
  if (line.trim() === "") return [];
  if (!isOverlong && parsed(line) !== undefined) skipped.foreign++;
  else skipped.torn++;
  return gluedIn(line)
    .map((part) => (part.length > LONGEST_LINE_BYTES ? undefined : fromLine(part)))
    .filter((part) => part !== undefined);
}

const dayOf = (timestamp: string): string => new Date(instantOf(timestamp)).toISOString().slice(0, 10);
