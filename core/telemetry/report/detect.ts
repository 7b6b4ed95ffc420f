// What the tally of a window says: the rules that fired, most severe and most frequent first.

import { eventsOf, type Finding, findingsIn } from "./finding.ts";
import type { Comparison } from "./fold.ts";
import type { FailureRule, Severity } from "./rule.ts";
import { CATALOGUE } from "./rules/index.ts";
import type { Cell } from "./tally.ts";
import { mostWithin } from "./timeline.ts";
import { worded } from "./wording.ts";

/** One entry of `patterns --json`; design, section 9. */
export interface Pattern {
  /** Of the rule. */
  id: string;
  title: string;
  kind: "rule";
  count: number;
  repos: string[];
  agents: string[];
  first_seen: string;
  last_seen: string;
  severity: Severity;
  /** `new`: not in the window before. */
  state: "new" | "ongoing";
  cause: string;
  suggestion: string;
  groups: string[];
}

export function detect(comparison: Comparison): Pattern[] {
  const patterns = findingsIn(comparison, CATALOGUE.rules).filter(fires).map(patternOf);
  return patterns.sort(
    (a, b) =>
      SEVERITIES[a.severity] - SEVERITIES[b.severity] || b.count - a.count || compare(a.id + a.title, b.id + b.title),
  );
}

const SEVERITIES: Record<Severity, number> = { high: 0, medium: 1, low: 2 };

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function fires({ rule: { scope }, cells }: Finding): boolean {
  const times = cells.map((cell) => cell.times);
  if (eventsOf(cells) < scope.minCount || distinct(cells, "repo").length < (scope.minRepos ?? 1)) return false;
  return scope.windowMs === undefined || mostWithin(times, scope.windowMs) >= scope.minCount;
}

const distinct = (cells: readonly Cell[], key: "repo" | "agent" | "group"): string[] =>
  [...new Set(cells.map((cell) => cell[key]))].sort(compare);

function patternOf({ rule, names, cells, previous }: Finding): Pattern {
  const repos = distinct(cells, "repo");
  const agents = distinct(cells, "agent");
  const first = cells.reduce((at, { times }) => Math.min(at, times.first), Number.POSITIVE_INFINITY);
  const last = cells.reduce((at, { times }) => Math.max(at, times.last), Number.NEGATIVE_INFINITY);
  return {
    id: rule.id,
    title: titleOf(rule, repos, agents, names),
    kind: "rule",
    count: eventsOf(cells),
    repos,
    agents,
    first_seen: new Date(first).toISOString(),
    last_seen: new Date(last).toISOString(),
    severity: rule.severity,
    state: previous > 0 ? "ongoing" : "new",
    cause: rule.cause,
    suggestion: worded(rule.suggestion, names),
    groups: distinct(cells, "group"),
  };
}

export const titleOf = (
  rule: FailureRule,
  repos: readonly string[],
  agents: readonly string[],
  names: Finding["names"],
): string => worded(rule.title, { ...names, repos: these(repos, "repos"), agents: these(agents, "agents") });

function these(names: readonly string[], noun: string): string {
  return names.length <= 2 ? names.join(" and ") : `${names.length} ${noun}`;
}
