// The same again and again within a minute: tried without a back-off, or without a limit.

import { mostWithin } from "../timeline.ts";
import type { Discovery } from "./discovery.ts";
import { MINUTE_MS, type Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** Doubling from a second on, a back-off comes to six tries in the first minute. */
const TRIES = 10;

export function retryStorm({ cells }: Subject, _scene: Scene): Discovery | undefined {
  const storms = cells.map((cell) => ({ cell, most: mostWithin(cell.times.points(), MINUTE_MS) }));
  const worst = storms.reduce((a, b) => (b.most > a.most ? b : a));
  if (worst.most < TRIES) return undefined;
  return {
    kind: "retry-storm",
    severity: "medium",
    evidence: `${worst.most} times within a minute by ${worst.cell.agent} in ${worst.cell.repo}.`,
    cause: "It is tried again at once, although nothing has changed meanwhile.",
    suggestion:
      "Give the retry a limit and an exponential back-off with jitter, and no retry at all where the answer will not change",
  };
}
