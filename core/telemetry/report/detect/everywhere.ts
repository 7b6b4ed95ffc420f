// The same failure in several repositories within minutes: its cause lies outside of all of them.

import { chance, moment, span } from "../figures.ts";
import type { Discovery } from "./discovery.ts";
import { DAY_MS, MINUTE_MS, type Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** An outage reaches everybody who calls within minutes; agents call several times in ten. */
const AT_ONCE_MS = 10 * MINUTE_MS;
/** Two may meet by one person's work in both. */
const REPOS = 3;
/** Chance of the whole window, all of its moments counted; a store has hundreds of families. */
const UNLIKELY = 0.001;
/** People and their agents work for a third of the day: within it, rates are three times the mean. */
const ACTIVE_SHARE = 1 / 3;

export function everywhere(subject: Subject, { window }: Scene): Discovery | undefined {
  if (subject.repos.length < REPOS) return undefined;
  const meeting = mostRepos(subject.points);
  if (meeting.repos.length < REPOS) return undefined;
  const p = chanceOf(meeting.repos, subject.cells, window.until - window.since);
  if (p >= UNLIKELY) return undefined;
  return {
    kind: "everywhere",
    severity: "high",
    evidence: `In ${meeting.repos.length} repos within ${span(meeting.last - meeting.first)}, from ${moment(meeting.first)} (${chance(p)}).`,
    cause: "What they share failed: a provider, the network, the disk, an upgrade of the machine or of a common tool.",
    suggestion:
      "Look at what these repositories share at that time, service, network, disk or tool, before looking into any of them",
  };
}

interface Meeting {
  repos: string[];
  first: number;
  last: number;
}

function mostRepos(points: readonly { at: number; repo: string }[]): Meeting {
  let most: Meeting = { repos: [], first: 0, last: 0 };
  const within = new Map<string, number>();
  let oldest = 0;
  for (const { at, repo } of points) {
    within.set(repo, (within.get(repo) ?? 0) + 1);
    for (let left = points[oldest]; left !== undefined && left.at < at - AT_ONCE_MS; left = points[++oldest]) {
      const rest = (within.get(left.repo) ?? 0) - 1;
      if (rest > 0) within.set(left.repo, rest);
      else within.delete(left.repo);
    }
    if (within.size > most.repos.length)
      most = { repos: [...within.keys()].sort(), first: points[oldest]?.at ?? at, last: at };
  }
  return most;
}

/** That these repositories, each at its own mean rate, meet by chance anywhere in the window. */
function chanceOf(repos: readonly string[], cells: Subject["cells"], windowMs: number): number {
  const active = Math.max(windowMs * ACTIVE_SHARE, Math.min(windowMs, DAY_MS * ACTIVE_SHARE));
  const slots = active / AT_ONCE_MS;
  const all = new Set(cells.map(({ repo }) => repo)).size;
  const together = repos.reduce((product, repo) => {
    // Instants, not events: a storm in one of them is one.
    const instants = cells
      .filter((cell) => cell.repo === repo)
      .reduce((sum, { times }) => sum + times.flat.length / 2, 0);
    return product * (1 - Math.exp(-instants / slots));
  }, 1);
  return Math.min(1, together * slots * choose(all, repos.length));
}

/** In how many ways so many of all repositories may meet. */
function choose(all: number, some: number): number {
  let ways = 1;
  for (let k = 1; k <= Math.min(some, all - some); k++) ways = (ways * (all - k + 1)) / k;
  return ways;
}
