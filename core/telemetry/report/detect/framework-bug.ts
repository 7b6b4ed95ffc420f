// The same line of code fails in several repositories: what they share is to be mended, once.

import { compare } from "../compare.ts";
import type { Discovery } from "./discovery.ts";
import type { Scene } from "./scene.ts";
import { distinct, type Subject } from "./subject.ts";

const REPOS = 2;

export function frameworkBug({ cells }: Subject, { groups }: Scene): Discovery | undefined {
  const places = new Map<string, Subject["cells"][number][]>();
  for (const cell of cells) {
    const place = groups.get(cell.group)?.frames[0];
    if (place !== undefined) places.set(place, [...(places.get(place) ?? []), cell]);
  }
  const shared = [...places]
    .map(([place, at]) => ({ place, repos: distinct(at, "repo") }))
    .filter(({ repos }) => repos.length >= REPOS)
    .sort((a, b) => b.repos.length - a.repos.length || compare(a.place, b.place))[0];
  if (shared === undefined) return undefined;
  return {
    kind: "framework-bug",
    severity: "high",
    evidence: `${shared.place} fails in ${shared.repos.length} repos: ${shared.repos.join(", ")}.`,
    cause: "These repositories run the same code, and it fails in each of them.",
    suggestion: `Fix it once in the shared framework (12-factor-agents): it heals ${shared.repos.length} repos`,
  };
}
