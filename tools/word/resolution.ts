// What `resolve` says of a group: the commit that fixes it, and how it failed until then, which the silence is held against.

import { lookAround } from "12-factor-telemetry/collect";
import { instantOf, type Word } from "12-factor-telemetry/event";
import type { Cell } from "12-factor-telemetry/report";
import { readRuns } from "12-factor-telemetry/store";

export interface Fix {
  repo: string;
  commit: string | undefined;
  /** Whether the user named it. */
  isNamed: boolean;
}

/** HEAD of the repository of the working directory. */
export function fixHere(): Fix {
  const { name, commit } = lookAround({}).repository;
  return { repo: name, commit, isNamed: false };
}

export interface SeenGroup {
  id: string;
  /** Of the last 30 days. */
  cells: readonly Cell[];
}

export function resolutionOf(
  group: SeenGroup,
  fix: Fix,
  note: string | undefined,
  directory: string,
  now: number,
): Word {
  const { count, since, agents } = seenOf(group);
  const family = group.cells[0]?.family;
  // HEAD of another repository says nothing of the commits at which this one fails.
  const isHere = fix.isNamed || group.cells.some(({ repo }) => repo === fix.repo);
  return {
    at: new Date(now).toISOString(),
    group: group.id,
    word: "resolve",
    ...(note !== undefined && { note }),
    ...(isHere && fix.commit !== undefined && { commit: fix.commit, repo: fix.repo }),
    ...(family !== undefined && { family }),
    seen: count,
    ...(since !== undefined && { seen_since: new Date(since).toISOString(), seen_by: agents }),
    ...runsOf(agents, since, directory),
  };
}

/** Since when and how often a group was seen, by whom. */
function seenOf({ cells }: SeenGroup): { count: number; since: number | undefined; agents: string[] } {
  const count = cells.reduce((sum, { times }) => sum + times.total, 0);
  const since = count === 0 ? undefined : Math.min(...cells.map(({ times }) => times.first));
  return { count, since, agents: [...new Set(cells.map(({ agent }) => agent))].sort() };
}

function runsOf(agents: readonly string[], since: number | undefined, directory: string): Pick<Word, "seen_runs"> {
  if (since === undefined) return {};
  let seen_runs = 0;
  for (const { agent, timestamp } of readRuns(directory))
    if (agents.includes(agent) && instantOf(timestamp) >= since) seen_runs++;
  return seen_runs === 0 ? {} : { seen_runs };
}
