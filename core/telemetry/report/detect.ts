// What the tallies of a window say: the rules that fired, most severe and most frequent first.

import type { Finding, Tally } from "./fold.ts";
import type { FailureRule, Severity } from "./rule.ts";

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

export function detect(tally: Tally): Pattern[] {
  const patterns = [...tally.findings.values()].filter(fires).map(patternOf);
  return patterns.sort(
    (a, b) =>
      SEVERITIES[a.severity] - SEVERITIES[b.severity] || b.count - a.count || compare(a.id + a.title, b.id + b.title),
  );
}

const SEVERITIES: Record<Severity, number> = { high: 0, medium: 1, low: 2 };

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function fires({ rule: { scope }, times, repos }: Finding): boolean {
  const count = scope.windowMs === undefined ? times.total : times.mostWithin(scope.windowMs);
  return count >= scope.minCount && repos.size >= (scope.minRepos ?? 1);
}

function patternOf({ rule, name, times, repos, agents, groups, previous }: Finding): Pattern {
  const [repoNames, agentNames] = [repos, agents].map((names) => [...names].sort(compare)) as [string[], string[]];
  return {
    id: rule.id,
    title: titleOf(rule, repoNames, agentNames, name),
    kind: "rule",
    count: times.total,
    repos: repoNames,
    agents: agentNames,
    first_seen: new Date(times.first).toISOString(),
    last_seen: new Date(times.last).toISOString(),
    severity: rule.severity,
    state: previous > 0 ? "ongoing" : "new",
    cause: rule.cause,
    suggestion: rule.suggestion,
    groups: [...groups].sort(compare),
  };
}

export function titleOf(rule: FailureRule, repos: readonly string[], agents: readonly string[], name: string): string {
  const words: Record<string, string> = { repos: these(repos, "repos"), agents: these(agents, "agents"), name };
  // One replacement, with a function: a captured name may look like a placeholder or a replacement pattern.
  return rule.title.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

function these(names: readonly string[], noun: string): string {
  return names.length <= 2 ? names.join(" and ") : `${names.length} ${noun}`;
}
