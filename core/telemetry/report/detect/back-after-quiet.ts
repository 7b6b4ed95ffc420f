// Seen again after a silence that its own rate makes unlikely.

import { moment, span, times } from "../figures.ts";
import { type Discovery, ENOUGH } from "./discovery.ts";
import { DAY_MS, type Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** A long weekend, Friday noon to Tuesday noon, is nobody's fix. */
const QUIET_MS = 4 * DAY_MS;
/** That the silence is chance: of n events, spread evenly, all lie before it. A store has hundreds of families, and each many gaps. */
const UNLIKELY = 0.001;

export function backAfterQuiet({ course, count: now }: Subject, { window }: Scene): Discovery | undefined {
  if (now < ENOUGH) return undefined; // a straggler is not yet a return
  let count = 0;
  for (const [index, { at, count: here }] of course.entries()) {
    count += here;
    const next = course[index + 1];
    if (next === undefined || next.at - at < QUIET_MS || next.at <= window.since) continue;
    // A failure that was seen for an hour has no rate an hour: what we know of is a day.
    const observed = Math.max(DAY_MS, at - (course[0]?.at ?? at));
    if (observed < next.at - at) continue; // of a few days one does not tell the rate of many
    const expected = (count / observed) * (next.at - at);
    if ((observed / (observed + next.at - at)) ** count >= UNLIKELY) continue;
    return {
      kind: "back-after-quiet",
      severity: "medium",
      evidence: `Seen ${times(count)} until ${moment(at)}, then not for ${span(next.at - at)} (expected ${expected.toFixed(1)}), and again since ${moment(next.at)}.`,
      cause:
        "What had made it go away is gone: a fix that was undone, an old version, a condition that comes and goes.",
      suggestion: "Find out what differs from the quiet days: a rollback, an old checkout, a job that runs again",
    };
  }
  return undefined;
}
