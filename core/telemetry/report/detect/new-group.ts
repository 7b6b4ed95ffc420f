// A failure that was not there before.

import { moment, these, times } from "../figures.ts";
import { type Discovery, ENOUGH } from "./discovery.ts";
import type { Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

export function newGroup({ cells, count, previous, first, repos }: Subject, { groups }: Scene): Discovery | undefined {
  if (previous > 0 || count < ENOUGH) return undefined;
  const earliest = cells.reduce((a, b) => (b.times.first < a.times.first ? b : a));
  const [commit] = [...(earliest.commits ?? [])].filter(([, { first: at }]) => at === earliest.times.first);
  const at = commit === undefined ? "" : ` at commit ${commit[0].slice(0, 7)}`;
  const frame = groups.get(earliest.group)?.frames[0];
  return {
    kind: "new",
    severity: "medium",
    evidence: `Not in the window before; ${times(count)} since ${moment(first)}${at} in ${these(repos, "repos")}${frame === undefined ? "" : `, thrown in ${frame}`}.`,
    cause: "Something changed shortly before: the code, a dependency, the environment or the input.",
    suggestion: "Look at what changed just before it was first seen: commits, upgrades, new inputs",
  };
}
