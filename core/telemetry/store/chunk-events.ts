// What the lines of a chunk are: events, each of a slot of a day, and what is none. A line belongs to one slot at least when it holds
// an event; a torn one with others glued to it may belong to several.

import type { TelemetryEvent } from "../event.ts";
import type { Again, AlikeLines, LineInText } from "./alike-lines.ts";
import type { Key } from "./hash.ts";
import { fromLine, gluedIn, parsed } from "./line.ts";
import { type Chunk, LONGEST_LINE_BYTES } from "./lines.ts";
import { instantOfOwn, type OwnLines, slotOfOwn } from "./own-line.ts";
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

/** Which events were not seen before. */
export interface Firsts {
  /** Of an event that has an id. */
  hasId(identity: Key): boolean;
  has(event: TelemetryEvent): boolean;
}

/** How the events of a period are taken. */
export interface Taking {
  period: Period;
  own: OwnLines;
  /** A slot's counters, for its lines that look like ours and are none. */
  skippedIn: (slot: Slot) => Skipped;
  /** Each event once. Answers how those are counted that are alike, if it is known. */
  take: (event: TelemetryEvent) => Again | undefined;
  /** @default none is known to be like another */
  alike?: AlikeLines | undefined;
}

export function takeEvents({ bytes }: Chunk, taking: Taking, firsts: Firsts): void {
  const text = bytes.toString("latin1");
  const isAscii = Buffer.byteLength(text, "utf8") === bytes.length;
  const isGlued = hasGlued(text);
  const { period, skippedIn } = taking;
  const line: LineInText = { bytes, text, start: 0, end: 0, escapeAt: -1 };
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start);
    const slot = slotOfOwn(text, start, end);
    const isOfPeriod = isWithin(period, slot);
    [line.start, line.end] = [start, end];
    if (line.escapeAt < start) line.escapeAt = placeOf(BACKSLASH, text, start);
    const isTaken = isOfPeriod && isAscii && isOwnTaken(line, taking, firsts);
    if (!isTaken && (isOfPeriod || isGlued || slot === ""))
      takeOthers(line, isOfPeriod ? skippedIn(slot) : noSkipped(), taking, firsts);
    start = end + 1;
  }
}

const BACKSLASH = "\\";

/** False when it is no event in our form. */
function isOwnTaken(line: LineInText, { own, take, alike }: Taking, firsts: Firsts): boolean {
  const again = alike?.of(line);
  const isFirst = alike === undefined || again === undefined ? undefined : firsts.hasId(alike.identity);
  if (isFirst === false || again?.add(instantOfOwn(line.text, line.start)) === true) return true;
  // A copy: what an event holds of it would else keep all of the text.
  const event = own.event(line.bytes.toString("latin1", line.start, line.end));
  if (event !== undefined && (isFirst ?? firsts.has(event))) {
    const known = take(event);
    if (known !== undefined) alike?.keep(event, known);
  }
  return event !== undefined;
}

function takeOthers(
  { bytes, start, end }: LineInText,
  skipped: Skipped,
  { period, take }: Taking,
  firsts: Firsts,
): void {
  for (const other of eventsAt(bytes, start, end, skipped))
    if (isWithin(period, slotOf(other.timestamp)) && firsts.has(other)) take(other);
}

const noSkipped = (): Skipped => ({ torn: 0, foreign: 0 });

const endOf = (text: string, start: number): number => placeOf("\n", text, start);

/** Where the next one is; the end of the text when there is none. */
function placeOf(sign: string, text: string, start: number): number {
  const place = text.indexOf(sign, start);
  return place < 0 ? text.length : place;
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
