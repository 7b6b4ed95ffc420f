// `--since` and `--until`: words for moments.

import { instantOf } from "12-factor-telemetry/event";
import type { Window } from "12-factor-telemetry/report";
import { DAY_MS } from "12-factor-telemetry/store";
import parseDuration from "parse-duration";
import { UsageError } from "./usage-error.ts";

export interface WindowWords {
  since: string;
  until?: string;
}

/** Throws UsageError on words that are no moment. */
export function windowOf({ since, until }: WindowWords, now: number = Date.now()): Window {
  const window = {
    since: momentOf("--since", since, now),
    until: until === undefined ? now : momentOf("--until", until, now),
  };
  if (window.since >= window.until)
    throw new UsageError(
      `--since ${since} is not before --until ${until ?? "now"}. Name an earlier --since or a later --until.`,
    );
  return window;
}

/** Milliseconds of a span such as `30d`, `12h` or `1d12h`. Throws UsageError. */
export function spanOf(flag: string, words: string): number {
  // A bare number has no unit to trust, and the library takes text around a duration for nothing.
  const span = /^(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/i.test(words) ? parseDuration(words) : undefined;
  if (!span || span < 0) throw new UsageError(`${flag} ${words} is no span of time. Write it like 30d, 12h or 1d12h.`);
  return span;
}

/** A moment to come: a span from now (`7d`), or a date. Throws UsageError when it is over. */
export function momentAfter(flag: string, words: string, now: number): number {
  const moment = /^\d{4}-/.test(words) ? momentOf(flag, words, now) : now + spanOf(flag, words);
  if (moment <= now) throw new UsageError(`${flag} ${words} is over. Write a moment to come: 7d, or a date.`);
  return moment;
}

function momentOf(flag: string, words: string, now: number): number {
  if (words === "now") return now;
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (words === "today") return midnight;
  if (words === "yesterday") return new Date(midnight).setDate(new Date(midnight).getDate() - 1);
  const instant = instantOf(/^\d{4}-\d\d-\d\d$/.test(words) ? `${words}T00:00` : words);
  if (!Number.isNaN(instant)) return instant;
  if (/^\d/.test(words) && !words.includes("-")) return now - spanOf(flag, words);
  throw new UsageError(`${flag} ${words} is no moment. Write a span (7d, 12h), yesterday, or a date (2026-11-01).`);
}

/** "Last 7 days" for a window that ends now, else its two ends. */
export function nameOf({ since, until }: Window, now: number = Date.now()): string {
  const days = (until - since) / DAY_MS;
  if (Math.abs(now - until) > 60_000) return `${localDate(since)} to ${localDate(until)}`;
  if (days === 1) return "Last 24 hours";
  return Number.isInteger(days) ? `Last ${days} days` : `Since ${localDate(since)}`;
}

/** Local time, to the minute. */
function localDate(instant: number): string {
  return localTime(instant).slice(0, 16);
}

/** Local time, to the second: `2026-11-22 10:30:00`. */
export function localTime(instant: number): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
