// A rule is a known failure, as data: how to recognise it, when it is worth saying, what it means, what to do.

import type { TelemetryEvent } from "../event.ts";

export type Failure = Pick<TelemetryEvent, "error_type" | "error_message">;
export type Severity = "high" | "medium" | "low";

export interface FailureRule {
  id: string;
  /** For people. `{repos}` and `{agents}` are where it happened, `{name|else}` what the rule captured, or else. */
  title: string;
  match: Match;
  scope: Scope;
  severity: Severity;
  cause: string;
  /** What to do, in one line. `{name|else}` is what the rule captured, or else. */
  suggestion: string;
  /** How to do it, one step after the other; `{name|else}` as above. */
  steps?: readonly string[];
  /** Official documentation. */
  docs?: string;
  /** Of whom it tells more than of the agent's code. */
  noise?: Noise;
  /** Recognised also where a rule before it is: the specification's conditions leave out nothing. */
  always?: true;
  /** Errors as one sees them, "Type: message", and near misses. */
  samples: { match: readonly string[]; noMatch: readonly string[] };
}

/** `harness`: a coding agent's tool kept it from a mistake. `user`: somebody said no. `environment`: the machine, not the code. */
type Noise = "harness" | "user" | "environment";

/** When it fires: at least `minCount` events within any `windowMs` milliseconds, in at least `minRepos` repositories. */
interface Scope {
  minCount: number;
  windowMs?: number;
  minRepos?: number;
  /** Count only events with the same captured names together, or all. @default "same" */
  counts?: "same" | "all";
}

/** All that is given must hold: one of `any`, each of `all`, none of `not`. */
export interface Match {
  any?: readonly Sign[];
  all?: readonly Sign[];
  not?: readonly Sign[];
}

/**
 * What may stand in an error's type, or in its message, the two joined by a line feed and the message's own white space folded
 * to single spaces. A string stands there in any case; an expression is bounded (`expression.ts`), and its named groups are
 * captured by `any` and `all`. `{ message }`: in the message and nowhere else.
 */
export type Sign = string | RegExp | { message: string };

/** "KeyError: 'author'" says its own type. */
export function failureOf(sample: string): Failure {
  const [, error_type, error_message] =
    /^([A-Za-z_][\w.]{0,100}(?:Error|Exception|Warning|Interrupt|Exit|Expired)): ([\s\S]{1,4096})$/.exec(sample) ?? [];
  if (error_type === undefined || error_message === undefined) return { error_type: "Error", error_message: sample };
  return { error_type, error_message };
}
