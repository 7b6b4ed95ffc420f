// What a view asks, as it stands in the page's address: `?since=7d&repo=pin-citer&state=back`.

import type { Filter, Window } from "12-factor-telemetry/report";
import { DAY_MS } from "12-factor-telemetry/store";

export interface ViewQuestion extends Filter {
  window: Window;
  family?: string | undefined;
  class?: string | undefined;
  state?: string | undefined;
  /** In the type, template, repository or agent, in any case. */
  text?: string | undefined;
  sort: Sort;
}

const SORTS = ["count", "last", "first", "repos", "change"] as const;
export type Sort = (typeof SORTS)[number];

const SPAN = /^([1-9]\d{0,3})([hd])$/;
/** Characters: longer names are not stored. */
const LONGEST = 200;

/** `problem`: what is wrong with the address, for people. */
export function questionOf(asked: URLSearchParams, now: number): ViewQuestion | { problem: string } {
  const window = windowOf(asked, now);
  if (window === undefined)
    return { problem: "since and until are spans such as 24h and 7d or milliseconds since 1970, since before until" };
  const word = (name: string) => {
    const value = asked.get(name)?.slice(0, LONGEST);
    return value === "" ? undefined : value;
  };
  return {
    window,
    repo: word("repo"),
    agent: word("agent"),
    type: word("type"),
    family: word("family"),
    class: word("class"),
    state: word("state"),
    text: word("text")?.toLowerCase(),
    sort: SORTS.find((sort) => sort === word("sort")) ?? "count",
  };
}

function windowOf(asked: URLSearchParams, now: number): Window | undefined {
  const until = asked.has("until") ? Number(asked.get("until")) : now;
  const words = asked.get("since") ?? "7d";
  const [, count, unit] = SPAN.exec(words) ?? [];
  const since = count === undefined ? Number(words) : until - Number(count) * (unit === "h" ? DAY_MS / 24 : DAY_MS);
  const isWindow = Number.isSafeInteger(since) && Number.isSafeInteger(until) && since < until && since > 0;
  return isWindow && until < 8e15 ? { since, until } : undefined;
}
