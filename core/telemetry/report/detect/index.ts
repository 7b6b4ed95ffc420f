// Everything that is remarkable about a subject, the most telling first.

import { backAfterFix } from "./back-after-fix.ts";
import { backAfterQuiet } from "./back-after-quiet.ts";
import { burst } from "./burst.ts";
import type { Detector, Discovery } from "./discovery.ts";
import { everywhere } from "./everywhere.ts";
import { frameworkBug } from "./framework-bug.ts";
import { inParallel } from "./in-parallel.ts";
import { newGroup } from "./new-group.ts";
import { oneAgent } from "./one-agent.ts";
import { recurring } from "./recurring.ts";
import { retryStorm } from "./retry-storm.ts";
import { rising } from "./rising.ts";
import type { Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";
import { timeOfDay } from "./time-of-day.ts";

/** What names a cause comes before what names a circumstance, and that before what only says that it is there. */
const DETECTORS: readonly Detector[] = [
  backAfterFix,
  frameworkBug,
  everywhere,
  retryStorm,
  burst,
  inParallel,
  backAfterQuiet,
  rising,
  oneAgent,
  timeOfDay,
  newGroup,
  recurring,
];

export function discoveriesIn(subject: Subject, scene: Scene): Discovery[] {
  const found = DETECTORS.map((detector) => detector(subject, scene)).filter((discovery) => discovery !== undefined);
  // What is new keeps coming too: one of the two is enough.
  return found.some(({ kind }) => kind === "new") ? found.filter(({ kind }) => kind !== "recurring") : found;
}
