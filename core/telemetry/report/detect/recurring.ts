// A failure that keeps coming and that nobody has a name for. It is there so that nothing frequent goes unsaid.

import { these } from "../figures.ts";
import { type Discovery, ENOUGH } from "./discovery.ts";
import { DAY_MS, type Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

export function recurring(
  { cells, count, points, repos, agents }: Subject,
  { window, groups }: Scene,
): Discovery | undefined {
  if (count < ENOUGH) return undefined;
  const days = new Set(points.map(({ at }) => Math.floor((window.until - at) / DAY_MS))).size;
  const frame = cells.map(({ group }) => groups.get(group)?.frames[0]).find((there) => there !== undefined);
  return {
    kind: "recurring",
    severity: "low",
    evidence: `${count} times on ${days === 1 ? "one day" : `${days} days`} in ${these(repos, "repos")} by ${these(agents, "agents")}${frame === undefined ? "" : `, thrown in ${frame}`}.`,
    cause: "It keeps coming, so it is neither chance nor a machine's bad day.",
    suggestion:
      "Reproduce it from one of its events, handle it where it is thrown, and resolve its group; if it is harmless, mute it",
  };
}
