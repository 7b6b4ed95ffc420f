// Events that another engine counted, as a tally: equal to what the events themselves would have come to.

import { type Names, placeOf, withoutNames } from "./many-names.ts";
import { keyOf, type Opinion } from "./opinion.ts";
import { encodedPoints } from "./points-code.ts";
import { type Cell, emptyTally, keyOfCell, merge, type Tally } from "./tally.ts";
import { Timeline } from "./timeline.ts";

/** Events of one opinion in one place. Instants in milliseconds since the epoch. */
export interface Counted extends Pick<Cell, "repo" | "agent" | "class" | "type" | "example"> {
  opinion: Opinion;
  total: number;
  first: number;
  last: number;
  /** Instant, count, instant, count, ... in order; of a crowded day the beginnings of its minutes. */
  points: readonly number[];
  /** Days since the epoch with more than EXACT_PER_DAY instants. */
  crowded: readonly number[];
  /** Count, first and last instant by commit. */
  commits: NonNullable<Cell["commits"]>;
}

/** `many`: opinions without their names, of which there are more than MOST_NAMES. Undefined when a part is no count of events. */
export function tallyOf(parts: Iterable<Counted>, many: readonly Opinion[]): Tally | undefined {
  const tally: Tally = { ...emptyTally(), names: manyOf(many) };
  for (const part of parts) {
    const one = tallyOfOne(part);
    if (one === undefined) return undefined;
    merge(tally, one);
  }
  return tally;
}

/** The same failure, whatever the rules captured. */
export const namelessOf = (opinion: Opinion): Opinion => ({
  ...opinion,
  recognitions: withoutNames(opinion.recognitions),
});

const manyOf = (opinions: readonly Opinion[]): Names =>
  new Map(opinions.map((opinion) => [placeOf(opinion), undefined]));

function tallyOfOne({ opinion, points, crowded, ...part }: Counted): Tally | undefined {
  const times = Timeline.fromJson([part.total, part.first, part.last, encodedPoints(points), ...crowded]);
  if (times === undefined) return undefined;
  const { group, family, recognitions, template, frames } = opinion;
  const { repo, agent, class: kind, type, example } = part;
  const commits = part.commits.size === 0 ? undefined : part.commits;
  const cell = { group, family, recognitions, repo, agent, class: kind, type, times, commits, example };
  const tally = emptyTally();
  tally.groups.set(group, { id: group, template, frames });
  tally.cells.set(keyOfCell(keyOf(group, recognitions), cell), cell);
  return tally;
}
