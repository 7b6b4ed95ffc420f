// Ten minutes of a day (UTC), "2026-11-22T0420", and periods of them: a whole day, or what a window leaves of the day in which it
// begins or ends.

import { instantOf } from "../event.ts";
import { DAY_MS, dayOf } from "./day.ts";

/** As a day's name, and hour and minute with which it begins; as text in order of time. */
export type Slot = string;

/** Both included. */
export interface Period {
  first: Slot;
  last: Slot;
}

/** A window cuts one slot at either end, whose lines are read: a busy store has some hundred in one. */
export const SLOT_MINUTES = 10;
const SLOT_MS = SLOT_MINUTES * 60 * 1000;

export const slotsOf = (day: string): Slot[] => TIMES.map((time) => `${day}T${time}`);

const TIMES = Array.from({ length: DAY_MS / SLOT_MS }, (_, index) => new Date(index * SLOT_MS).toISOString()).map(
  (timestamp) => timestamp.slice(11, 16).replace(":", ""),
);

export function slotOf(timestamp: string): Slot {
  const at = instantOf(timestamp);
  return `${dayOf(at)}T${TIMES[Math.floor((((at % DAY_MS) + DAY_MS) % DAY_MS) / SLOT_MS)]}`;
}

export const dayOfSlot = (slot: Slot): string => slot.slice(0, -5);

export const periodOfDay = (day: string): Period => ({ first: `${day}T0000`, last: `${day}T2350` });

export const isWithin = ({ first, last }: Period, slot: Slot): boolean => slot >= first && slot <= last;

/** The first and the last instant, in milliseconds since the epoch. */
export const boundsOf = ({ first, last }: Period): { start: number; end: number } => ({
  start: startOf(first),
  end: startOf(last) + SLOT_MS - 1,
});

const startOf = (slot: Slot): number => Date.parse(`${slot.slice(0, -2)}:${slot.slice(-2)}Z`);
