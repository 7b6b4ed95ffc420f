// Seen again after the user resolved it, where the fix is in or nobody knows: said from the first event on.

import type { Discovery } from "./discovery.ts";
import type { Scene } from "./scene.ts";
import { distinct, type Subject } from "./subject.ts";

export function backAfterFix({ cells }: Subject, { standings }: Scene): Discovery | undefined {
  const back = distinct(cells, "group")
    .map((group) => standings.get(group))
    .find((standing) => standing?.state === "back");
  if (back === undefined) return undefined;
  return {
    kind: "back",
    severity: "high",
    evidence: `Resolved ${back.since.slice(0, 10)}, but ${back.evidence}.`,
    cause: "The fix does not reach this case, was undone, or is not in what runs.",
    suggestion: "Look at the fix again: is it in what runs, and does it reach this case? Then resolve the group anew",
  };
}
