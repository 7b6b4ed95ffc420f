// An hour of a day (UTC), "2026-11-22T04", and periods of them: a whole day, or what a window leaves of the day in which it begins or
// ends.

import { instantOf } from "../event.ts";
import { DAY_MS, dayOf } from "./day.ts";

/** As a day's name, and the hour with which it begins; as text in order of time. */
export type Slot = string;

/** Both included. */
export interface Period {
  first: Slot;
  last: Slot;
}

const HOUR_MS = 60 * 60 * 1000;

export const slotsOf = (day: string): Slot[] =>
  Array.from({ length: 24 }, (_, hour) => `${day}T${String(hour).padStart(2, "0")}`);

export function slotOf(timestamp: string): Slot {
  const at = instantOf(timestamp);
  const hour = Math.floor((((at % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);
  return slotsOf(dayOf(at))[hour] as Slot;
}

export const dayOfSlot = (slot: Slot): string => slot.slice(0, -3);

export const periodOfDay = (day: string): Period => ({ first: `${day}T00`, last: `${day}T23` });

export const isWithin = ({ first, last }: Period, slot: Slot): boolean => slot >= first && slot <= last;

/** The first and the last instant, in milliseconds since the epoch. */
export const boundsOf = ({ first, last }: Period): { start: number; end: number } => ({
  start: Date.parse(`${first}:00:00Z`),
  end: Date.parse(`${last}:00:00Z`) + HOUR_MS - 1,
});
