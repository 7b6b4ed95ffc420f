// Everything that is known of one group, for whoever is to act on it: a coding agent, an issue, the user's own AI.

import { lookAround } from "12-factor-telemetry/collect";
import type { Cell, FailureRule, Group, PartTrend, Pattern, Standing } from "12-factor-telemetry/report";
import { MESSAGE_CHARACTERS, type Redactions, sanitizeText } from "12-factor-telemetry/sanitize";
import type { LoadedReport } from "./load-report.ts";

export interface Dossier {
  group: Group;
  /** The pattern that it is a part of, where there is one. */
  pattern: Pattern | undefined;
  /** The first rule that recognises it, and what it captured. */
  rule: FailureRule | undefined;
  names: Readonly<Record<string, string>>;
  standing: Standing | undefined;
  trend: PartTrend | undefined;
  count: number;
  /** ISO 8601, UTC. */
  first_seen: string;
  last_seen: string;
  /** Most events first. */
  repos: Part[];
  agents: Part[];
  types: Part[];
  /** Full hashes, most events first. */
  commits: Part[];
  /** In different words, the earliest first. */
  examples: Told[];
}

export interface Part {
  name: string;
  count: number;
}

interface Told {
  telemetry_id: string;
  timestamp: string;
  repo: string;
  agent: string;
  error_type: string;
  error_message: string;
}

/** Undefined when the report's window has no event of the group. */
export function dossierOf(id: string, { tally, known, trends }: LoadedReport): Dossier | undefined {
  const group = tally.groups.get(id);
  const cells = [...tally.cells.values()].filter((cell) => cell.group === id);
  if (group === undefined || cells.length === 0) return undefined;
  const recognition = cells.flatMap(({ recognitions }) => recognitions)[0];
  const times = cells.map((cell) => cell.times);
  return {
    group,
    pattern: known.patterns.find(({ groups }) => groups.includes(id)),
    rule: known.catalogue.rules.find((rule) => rule.id === recognition?.rule),
    names: recognition?.names ?? {},
    standing: known.standings.get(id),
    trend: trends.groups.find(({ name }) => name === id),
    count: times.reduce((sum, { total }) => sum + total, 0),
    first_seen: new Date(Math.min(...times.map(({ first }) => first))).toISOString(),
    last_seen: new Date(Math.max(...times.map(({ last }) => last))).toISOString(),
    repos: partsOf(cells.map(({ repo, times }) => [repo, times.total])),
    agents: partsOf(cells.map(({ agent, times }) => [agent, times.total])),
    types: partsOf(cells.map(({ type, times }) => [type, times.total])),
    commits: partsOf(
      cells.flatMap(({ commits }) => [...(commits ?? [])].map(([hash, { count }]) => [hash, count] as const)),
    ),
    examples: examplesIn(cells),
  };
}

export interface Cleaned {
  dossier: Dossier;
  /** What was found beyond what was hidden when it was stored. */
  redactions: Redactions;
}

/** By today's rules, whatever was stored: what an issue or a prompt is made of. */
export function cleaned(dossier: Dossier, directory: string): Cleaned {
  const redactions: Redactions = new Map();
  const { policy } = lookAround({ dir: directory });
  const clean = (text: string) => sanitizeText(text, redactions, MESSAGE_CHARACTERS, policy);
  return { dossier: cleanedWith(clean, dossier), redactions };
}

/** Every text that an event or a note has. */
function cleanedWith(clean: (text: string) => string, dossier: Dossier): Dossier {
  const { group, names, examples, standing } = dossier;
  const parts = (all: readonly Part[]) => all.map(({ name, count }) => ({ name: clean(name), count }));
  return {
    ...dossier,
    group: { ...group, template: clean(group.template), frames: group.frames.map(clean) },
    names: Object.fromEntries(Object.entries(names).map(([name, value]) => [name, clean(value)])),
    standing: standing?.note === undefined ? standing : { ...standing, note: clean(standing.note) },
    repos: parts(dossier.repos),
    agents: parts(dossier.agents),
    types: parts(dossier.types),
    examples: examples.map(({ repo, agent, error_type, error_message, ...told }) => ({
      ...told,
      ...{ repo: clean(repo), agent: clean(agent) },
      ...{ error_type: clean(error_type), error_message: clean(error_message) },
    })),
  };
}

function partsOf(counted: readonly (readonly [string, number])[]): Part[] {
  const counts = new Map<string, number>();
  for (const [name, count] of counted) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function examplesIn(cells: readonly Cell[]): Told[] {
  const byMessage = new Map<string, Told & { at: number }>();
  for (const { example, repo, agent, type } of cells) {
    if (example === undefined) continue;
    const { at, telemetry_id, message } = example;
    const had = byMessage.get(message);
    const timestamp = new Date(at).toISOString();
    if (had === undefined || at < had.at)
      byMessage.set(message, { at, telemetry_id, timestamp, repo, agent, error_type: type, error_message: message });
  }
  return [...byMessage.values()].sort((a, b) => a.at - b.at).map(({ at: _at, ...told }) => told);
}
