// Whether a fix holds. A later event is `back` where the fix is in or nobody knows, and a `stale checkout` where it is not in.
// Silence is `verified` when the rate from before the fix makes it unlikely to be chance; until then it is not yet proven.

import { instantOf, type Word } from "../event.ts";
import { poissonAtMost, UNLIKELY } from "./chance.ts";
import { chance as chanceOf, moment, span, times } from "./figures.ts";
import { eventsAfter, type LaterEvents } from "./later-events.ts";
import type { Circumstances, Standing } from "./standing.ts";
import type { Cell } from "./tally.ts";

/** Whether `fix` is in `commit`; undefined when that cannot be told. A commit is in itself. */
export type IsDescendant = (commit: string, fix: string) => boolean | undefined;

export type FixRecord = Word & { word: "resolve" };

/** For who has no git at hand: only a commit itself is told. */
export const unknownAncestry: IsDescendant = (commit, fix) => (commit === fix ? true : undefined);

export function fixStanding(
  fix: FixRecord,
  cells: readonly Cell[],
  { runsAfter, now, isDescendant }: Circumstances,
): Pick<Standing, "state" | "evidence" | "proven"> {
  const later = eventsAfter(cells, instantOf(fix.at));
  const { back, stale } = splitByFix(later, fix.commit, isDescendant);
  const runs = runsAfter(new Set(fix.seen_by), instantOf(fix.at));
  if (back > 0) {
    const where = fix.commit === undefined ? "" : ` ${fix.commit.slice(0, 7)}`;
    // Runs are not told apart by the moment that it came back, so how long it held is told by time alone.
    const { proven } = silence(fix, later.first, undefined);
    return { state: "back", proven, evidence: `seen ${times(back)} since the fix${where}, last ${moment(later.last)}` };
  }
  const { proven, figures } = silence(fix, now, runs);
  const stragglers = stale === 0 ? "" : `; seen ${times(stale)} in checkouts without the fix`;
  if (proven) return { state: "verified", proven, evidence: figures + stragglers };
  if (stale > 0)
    return { state: "stale-checkout", proven, evidence: `seen ${times(stale)}, each in a checkout without the fix` };
  return { state: "resolved", proven, evidence: `not yet proven: ${figures}` };
}

function splitByFix(
  { commits, withoutCommit }: LaterEvents,
  fix: string | undefined,
  isDescendant: IsDescendant,
): { back: number; stale: number } {
  let [back, stale] = [withoutCommit, 0];
  for (const [commit, count] of commits) {
    if (fix !== undefined && isDescendant(commit, fix) === false) stale += count;
    else back += count;
  }
  return { back, stale };
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Events from which a rate is taken for one: of fewer, the moments say more about us than about the failure. */
const LEAST_SEEN = 3;

/** What the rate from before would have brought since: runs are the better measure, for nobody fails while nobody works. */
function silence(
  { at, seen = 0, seen_since, seen_runs = 0 }: FixRecord,
  now: number,
  runs: number | undefined,
): { proven: boolean; figures: string } {
  if (seen < LEAST_SEEN || seen_since === undefined)
    return { proven: false, figures: `seen ${times(seen)} before the fix, too few to call` };
  // A failure that was seen for an hour has no rate an hour: what we know of is a day.
  const observed = Math.max(DAY_MS, instantOf(at) - instantOf(seen_since));
  const quiet = Math.max(0, now - instantOf(at));
  const byRuns = seen_runs > 0 && runs !== undefined;
  const expected = byRuns ? (seen / seen_runs) * runs : (seen / observed) * quiet;
  const chance = poissonAtMost(0, expected);
  const base = byRuns ? ` in ${runs} runs` : ` in ${span(quiet)}`;
  // A night and a morning are part of every day's rate: less than a day of silence has maybe slept.
  const proven = chance < UNLIKELY && (byRuns || quiet >= DAY_MS);
  return { proven, figures: `expected ${expected.toFixed(1)}${base}, saw 0, ${chanceOf(chance)}` };
}
