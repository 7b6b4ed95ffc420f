// A rule is a known failure, as data: how to recognise it, when it is worth saying, what it means, what to do.

import type { TelemetryEvent } from "../event.ts";

export type Sample = Pick<TelemetryEvent, "error_type" | "error_message">;
export type Severity = "high" | "medium" | "low";

export interface FailureRule {
  id: string;
  /** For people. `{repos}` and `{agents}` are where it happened, `{name}` what the rule's expression captured. */
  title: string;
  match: Match;
  /** When it fires: at least `minCount` events within any `windowMs` milliseconds, in at least `minRepos` repositories. */
  scope: { minCount: number; windowMs?: number; minRepos?: number };
  severity: Severity;
  cause: string;
  suggestion: string;
  samples: { match: readonly Sample[]; noMatch: readonly Sample[] };
}

/** All that is given must hold. */
interface Match {
  type?: RegExp;
  message?: RegExp;
  /** Type or message; the cheap way to say "either of them tells". */
  either?: { type: RegExp; message: RegExp };
  not?: RegExp;
  /** Captures, in its group `name`, what makes two events of this rule the same failure. */
  same?: RegExp;
}

/** What the rule captured ("" where it captures nothing) when it recognises the event; undefined when it does not. */
export function recognise({ match }: FailureRule, { error_type, error_message }: Sample): string | undefined {
  if (match.type !== undefined && !match.type.test(error_type)) return undefined;
  if (match.message !== undefined && !match.message.test(error_message)) return undefined;
  if (match.either !== undefined && !match.either.type.test(error_type) && !match.either.message.test(error_message))
    return undefined;
  if (match.not?.test(error_message)) return undefined;
  if (match.same === undefined) return "";
  const groups = match.same.exec(error_message)?.groups;
  return groups === undefined ? undefined : (groups["name"] ?? groups["name2"]);
}
