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

/** One after the other: whoever wants the first only does not wait for the others. */
export function* discoveriesIn(subject: Subject, scene: Scene): Generator<Discovery> {
  let isNew = false;
  for (const detector of DETECTORS) {
    const found = detector(subject, scene);
    // What is new keeps coming too: one of the two is enough.
    if (found !== undefined && !(isNew && found.kind === "recurring")) yield found;
    isNew ||= found?.kind === "new";
  }
}
