// Figures and moments in words.

import type { Trend } from "12-factor-telemetry/report";

export const number = (value: number): string => value.toLocaleString("en-US");

export const times = (count: number): string => (count === 1 ? "1 error" : `${number(count)} errors`);

const STEPS = [
  [60, "s"],
  [60, "min"],
  [24, "h"],
  [Number.POSITIVE_INFINITY, "d"],
] as const;

/** "3 h ago". */
export function ago(timestamp: string, now: number = Date.now()): string {
  let value = Math.max(0, (now - Date.parse(timestamp)) / 1000);
  for (const [size, unit] of STEPS) {
    if (value < size) return unit === "s" && value < 10 ? "now" : `${Math.floor(value)} ${unit} ago`;
    value /= size;
  }
  return "";
}

export const moment = (at: string | number): string =>
  new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** "−23 % against the time before". */
export function trendWords({ current, previous, change, significant }: Trend): string {
  if (change === null) return current === 0 ? "none, and none before" : "nothing before to compare with";
  if (current === previous) return "as many as before";
  if (!significant && Math.min(current, previous) < 10) return `${previous} before: too few to call`;
  const percent = `${change > 0 ? "+" : "−"}${Math.abs(Math.round(change * 100))} %`;
  return `${percent} against the time before${significant ? "" : ", could be chance"}`;
}

/** The same where there is little room: "−23 %". */
export function trendBrief({ current, previous, change, significant }: Trend): string {
  if (change === null) return current === 0 ? "none" : "none before";
  if (current === previous) return "as many as before";
  if (!significant && Math.min(current, previous) < 10) return `${previous} before`;
  return `${change > 0 ? "+" : "−"}${Math.abs(Math.round(change * 100))} %${significant ? "" : ", could be chance"}`;
}

/** For colour beside the words: whether it is getting better or worse, where that can be said. */
export function courseOf({ change, significant }: Trend): "better" | "worse" | "even" {
  if (!significant || change === null || change === 0) return "even";
  return change < 0 ? "better" : "worse";
}

const STATES: Record<string, string> = {
  new: "new",
  ongoing: "ongoing",
  back: "back after a fix",
  resolved: "resolved, not yet proven",
  verified: "verified: the fix held",
  muted: "muted",
  "stale-checkout": "stale checkout",
};

export const stateWords = (state: string): string => STATES[state] ?? state;
export const STATE_NAMES: readonly string[] = Object.keys(STATES);

/** "Mon 23 Nov", or with the hour where bars are narrower than a day. */
export function barName(start: number, step: number): string {
  const date = new Date(start);
  const day = date.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return step >= 86_400_000 ? day : `${day}, ${time}`;
}
