// What the lines of a chunk are: events, each of a slot of a day, and what is none. A line belongs to one slot at least when it holds
// an event; a torn one with others glued to it may belong to several.

import type { TelemetryEvent } from "../event.ts";
import type { Identity } from "./identities.ts";
import { fromLine, gluedIn, parsed } from "./line.ts";
import { type Chunk, LONGEST_LINE_BYTES } from "./lines.ts";
import { type OwnLines, slotOfOwn } from "./own-line.ts";
import { isWithin, type Period, type Slot, slotOf } from "./slot.ts";

export interface Skipped {
  /** Lines that are no JSON: cut by a crash, or too long. */
  torn: number;
  /** JSON that is no event. */
  foreign: number;
}

/** The slots of a chunk's events; into `skipped` the lines that are none and do not look like one of ours either. */
export function slotsIn({ bytes }: Chunk, skipped: Skipped): Set<Slot> {
  const text = bytes.toString("latin1");
  const isGlued = hasGlued(text);
  const slots = new Set<Slot>();
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start);
    const slot = slotOfOwn(text, start, end);
    if (slot !== "") slots.add(slot);
    if (slot === "" || isGlued)
      for (const event of eventsAt(bytes, start, end, slot === "" ? skipped : noSkipped()))
        slots.add(slotOf(event.timestamp));
    start = end + 1;
  }
  return slots;
}

/** Whether an event was not seen before. @default identity that of the event */
export type IsFirst = (event: TelemetryEvent, identity?: Identity) => boolean;

/** The events of a period in a chunk, each once. `skippedIn`: a slot's counters, for its lines that look like ours and are none. */
export function eventsOf(
  { bytes }: Chunk,
  period: Period,
  own: OwnLines,
  isFirst: IsFirst,
  skippedIn: (slot: Slot) => Skipped,
): TelemetryEvent[] {
  const text = bytes.toString("latin1");
  const isGlued = hasGlued(text);
  const isAscii = Buffer.byteLength(text, "utf8") === bytes.length;
  const events: TelemetryEvent[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start);
    const slot = slotOfOwn(text, start, end);
    const isOfPeriod = isWithin(period, slot);
    // A copy: what an event holds of it would else keep all of `text`.
    const event = isOfPeriod && isAscii ? own.event(bytes.toString("latin1", start, end)) : undefined;
    if (event !== undefined) {
      if (isFirst(event, own.identity)) events.push(event);
    } else if (isOfPeriod || isGlued || slot === "") {
      const others = eventsAt(bytes, start, end, isOfPeriod ? skippedIn(slot) : noSkipped());
      events.push(...others.filter(isOf(period)).filter((other) => isFirst(other)));
    }
    start = end + 1;
  }
  return events;
}

const isOf =
  (period: Period) =>
  ({ timestamp }: TelemetryEvent): boolean =>
    isWithin(period, slotOf(timestamp));

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
