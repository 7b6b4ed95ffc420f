// Only while another agent is busy in the same repository: a race for something that they share.

import { binomialAtLeast } from "../chance.ts";
import { chance, these } from "../figures.ts";
import { type Discovery, ENOUGH } from "./discovery.ts";
import type { Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** "Only": what is left are events whose other side did not fail, or not in time. */
const SHARE = 0.8;
/** Hundreds of families are asked. */
const UNLIKELY = 0.001;

export function inParallel({ cells, repos }: Subject, scene: Scene): Discovery | undefined {
  let [instants, near, expected] = [0, 0, 0];
  for (const { repo, agent, times } of cells) {
    const busy = scene.busyIn(repo);
    if (busy === undefined) continue; // never: its own events are in there
    const here = times.flat.length / 2;
    instants += here;
    expected += here * busy.shareOfOthers(agent);
    near += busy.withOthers(times.flat, agent);
  }
  if (instants < ENOUGH || near < SHARE * instants) return undefined;
  const p = binomialAtLeast(near, instants, expected / instants);
  if (p >= UNLIKELY) return undefined;
  return {
    kind: "parallel",
    severity: "medium",
    evidence: `${near} of ${instants} within a minute of a failure of another agent in the same repo, ${these(repos, "repos")}; by chance ${expected.toFixed(1)} (${chance(p)}).`,
    cause: "Two agents use one thing at the same time: a file, a lock, a branch, a port, a quota.",
    suggestion: "Let one agent at a time use what they share: a mutex, a queue, a working copy for each",
  };
}
