// Events in, tallies out: everything that a report needs, from one pass, whatever the order of the events.

import { instantOf, type TelemetryEvent } from "../event.ts";
import { groupOf } from "./group.ts";
import { type FailureRule, recognise } from "./rule.ts";
import { CATALOGUE } from "./rules/index.ts";
import { Timeline } from "./timeline.ts";

/** Milliseconds since the epoch: after `since`, up to and including `until`. */
export interface Window {
  since: number;
  until: number;
}

/** The events of one rule that are the same failure. */
export interface Finding {
  rule: FailureRule;
  /** What the rule captured, "" where it captures nothing. */
  name: string;
  times: Timeline;
  repos: Set<string>;
  agents: Set<string>;
  groups: Set<string>;
  /** Events of the window before. */
  previous: number;
}

export interface Tally {
  window: Window;
  total: number;
  /** Events of the window before, as long as this one. */
  previous: number;
  byRepo: Map<string, number>;
  byType: Map<string, number>;
  findings: Map<string, Finding>;
}

export function fold(events: Iterable<TelemetryEvent>, window: Window): Tally {
  const tally: Tally = { window, total: 0, previous: 0, byRepo: new Map(), byType: new Map(), findings: new Map() };
  const before = window.since - (window.until - window.since);
  for (const event of events) {
    const at = instantOf(event.timestamp);
    if (at > before && at <= window.until) add(tally, event, at);
  }
  return tally;
}

function add(tally: Tally, event: TelemetryEvent, at: number): void {
  const count = event.count ?? 1;
  const isPrevious = at <= tally.window.since;
  if (isPrevious) tally.previous += count;
  else {
    tally.total += count;
    increase(tally.byRepo, event.repo, count);
    increase(tally.byType, event.error_type, count);
  }
  for (const rule of CATALOGUE) {
    const name = recognise(rule, event);
    if (name === undefined) continue;
    const finding = findingOf(tally, rule, name);
    if (isPrevious) finding.previous += count;
    else {
      finding.times.add(at, count);
      finding.repos.add(event.repo);
      finding.agents.add(event.agent);
      finding.groups.add(groupOf(event));
    }
  }
}

function findingOf(tally: Tally, rule: FailureRule, name: string): Finding {
  const key = `${rule.id} ${name}`;
  const found = tally.findings.get(key);
  if (found !== undefined) return found;
  const finding = {
    rule,
    name,
    times: new Timeline(),
    repos: new Set<string>(),
    agents: new Set<string>(),
    groups: new Set<string>(),
    previous: 0,
  };
  tally.findings.set(key, finding);
  return finding;
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
