// One agent far above the others that know the same failure.

import { binomialAtLeast } from "../chance.ts";
import { compare } from "../compare.ts";
import { chance } from "../figures.ts";
import type { Discovery } from "./discovery.ts";
import type { Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** With one other there is no saying which of the two is the odd one. */
const PEERS = 2;
/** Under four times as much, tasks alone may differ so. */
const TIMES_PEERS = 4;
const UNLIKELY = 0.001;

export function oneAgent({ cells, agents, count }: Subject, _scene: Scene): Discovery | undefined {
  if (agents.length < PEERS + 1) return undefined;
  const counts = new Map<string, number>();
  for (const { agent, times } of cells) counts.set(agent, (counts.get(agent) ?? 0) + times.total);
  const [first, second] = [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
  if (first === undefined || second === undefined || first[1] < TIMES_PEERS * second[1]) return undefined;
  const p = Math.min(1, binomialAtLeast(first[1], first[1] + second[1], 1 / 2) * agents.length);
  if (p >= UNLIKELY) return undefined;
  return {
    kind: "one-agent",
    severity: "medium",
    evidence: `${first[1]} of ${count} at ${first[0]}; of ${agents.length - 1} others the next has ${second[1]} (${chance(p)}).`,
    cause: "The others meet the same and fail seldom: this one's own code, prompt or input makes it likely.",
    suggestion: "Compare this agent with its peers, how it calls, retries and checks, and take over what they do",
  };
}
