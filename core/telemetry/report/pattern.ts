// One entry of `patterns --json`; design, section 9.

import type { DiscoveryKind } from "./detect/discovery.ts";
import type { Severity } from "./rule.ts";
import type { Standing } from "./standing.ts";
import type { Trend } from "./trend.ts";

export interface Pattern {
  /** Of the rule; else of what was found and the family. */
  id: string;
  title: string;
  /** A rule that fired; else the most telling of `discoveries`. */
  kind: "rule" | DiscoveryKind;
  count: number;
  repos: string[];
  agents: string[];
  first_seen: string;
  last_seen: string;
  severity: Severity;
  /** The user's word on its groups where there is one; else `new`: not in the window before. */
  state: "new" | "ongoing" | Exclude<Standing["state"], "open">;
  cause: string;
  suggestion: string;
  groups: string[];
  /** What this rests on, in one sentence with its figures. */
  evidence: string;
  trend: Trend;
  /** What else is remarkable about it, the most telling first. */
  readonly discoveries: { kind: DiscoveryKind; evidence: string; suggestion: string }[];
}

/** Nothing has to be done about it: the user said so, or did it. */
export const isSettled = ({ state }: Pattern): boolean =>
  state === "muted" || state === "resolved" || state === "verified" || state === "stale-checkout";
