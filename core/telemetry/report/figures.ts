// Figures and moments as evidence says them.

import { DAY_MS, HOUR_MS, MINUTE_MS } from "./detect/scene.ts";
import type { Trend } from "./trend.ts";

export const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** UTC, to the minute. */
export const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

export function span(ms: number): string {
  if (ms < 2 * MINUTE_MS) return `${Math.max(1, Math.round(ms / 1000))} s`;
  if (ms < 2 * HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  return ms < 2 * DAY_MS ? `${Math.round(ms / HOUR_MS)} h` : `${Math.round(ms / DAY_MS)} days`;
}

export const these = (names: readonly string[], noun: string): string =>
  names.length <= 2 ? names.join(" and ") : `${names.length} ${noun}`;

/** A chance as people read it. */
export const chance = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toPrecision(1)}`);

/** "8 -> 3 (too few to call)". */
export function change({ current, previous, significant }: Trend): string {
  if (previous === 0) return "none in the window before";
  return `${previous} -> ${current} against the window before${significant ? "" : " (too few to call)"}`;
}
