// When failures happen in two simulated weeks: steadily, in working hours, and what is planted among them.

export const REPOS = ["pin-citer", "cite-assist", "article-analytics", "brief-writer", "docket-watch"] as const;
const AGENTS = ["Reader", "Writer", "Fixer", "Reviewer", "Committer", "Planner"] as const;

export interface Occurrence {
  at: number;
  repo: string;
  agent: string;
}

export const PHENOMENA = [
  "burst",
  "everywhere",
  "retry-storm",
  "rising",
  "one-agent",
  "time-of-day",
  "back-after-quiet",
  "parallel",
  "new",
] as const;
export type Phenomenon = (typeof PHENOMENA)[number];

type Random = () => number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const pick = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)] as T;

/** Poisson over `days` before `until`, without the last `quietDays`; two thirds of it from eight to eighteen o'clock. */
export function steady(perDay: number, days: number, quietDays: number, until: number, random: Random): Occurrence[] {
  const repos = REPOS.filter(() => random() < 0.5);
  const homes = repos.length > 0 ? repos : [pick(REPOS, random)];
  const agents = AGENTS.filter(() => random() < 0.5);
  const who = agents.length > 0 ? agents : [pick(AGENTS, random)];
  const occurrences: Occurrence[] = [];
  for (let at = until - days * DAY; at < until - quietDays * DAY; at += HOUR) {
    const hour = new Date(at).getUTCHours();
    const share = hour >= 8 && hour < 18 ? 2 / 3 / 10 : 1 / 3 / 14;
    for (let count = poisson(perDay * share, random); count > 0; count--)
      occurrences.push({ at: at + Math.floor(random() * HOUR), repo: pick(homes, random), agent: pick(who, random) });
  }
  return occurrences;
}

/** Large enough to be meant. */
export function plant(phenomenon: Phenomenon, until: number, random: Random): Occurrence[] {
  const [repo, agent] = [pick(REPOS, random), pick(AGENTS, random)];
  const day = until - Math.ceil(random() * 5) * DAY;
  const many = (count: number, make: (index: number) => Occurrence) =>
    Array.from({ length: count }, (_, index) => make(index));
  switch (phenomenon) {
    case "burst":
      return many(60, () => ({ at: day + Math.floor(random() * 50 * MINUTE), repo, agent }));
    case "everywhere":
      return REPOS.map((each) => ({ at: day + Math.floor(random() * 4 * MINUTE), repo: each, agent }));
    case "retry-storm":
      return many(40, (index) => ({ at: day + index * 700, repo, agent }));
    case "rising":
      return many(150, () => ({ at: until - Math.floor(random() * 6.9 * DAY), repo, agent: pick(AGENTS, random) }));
    case "one-agent":
      return many(140, () => ({ at: until - Math.floor(random() * 13.9 * DAY), repo, agent: "Fixer" })).concat(
        AGENTS.slice(0, 4).map((each) => ({ at: day, repo, agent: each })),
      );
    case "time-of-day":
      return many(60, (index) => ({
        at: until - (index % 14) * DAY - 9 * HOUR + Math.floor(random() * 40 * MINUTE),
        repo,
        agent,
      }));
    case "back-after-quiet":
      return many(20, () => ({ at: until - Math.floor(random() * 2 * DAY), repo, agent }));
    case "parallel":
      return many(24, (index) => ({
        at: day + Math.floor(index / 2) * 97 * MINUTE + (index % 2) * 9_000,
        repo,
        agent: AGENTS[index % 2] as string,
      }));
    case "new":
      return many(12, () => ({ at: until - Math.floor(random() * 3 * DAY), repo, agent }));
  }
}

/** Knuth, The Art of Computer Programming 2, 3.4.1: for small means. */
function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random()) count++;
  return count;
}
