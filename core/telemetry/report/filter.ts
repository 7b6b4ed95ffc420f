// A part of a tally: of one repository, one agent, one error type.

import { emptyTally, type Tally } from "./tally.ts";

/** What to look at; what is not given is not asked. */
export interface Filter {
  repo?: string | undefined;
  agent?: string | undefined;
  /** Error type. */
  type?: string | undefined;
}

/** The cells that a filter lets through, shared with `tally`. */
export function only(tally: Tally, { repo, agent, type }: Filter): Tally {
  if (repo === undefined && agent === undefined && type === undefined) return tally;
  const answer = emptyTally();
  for (const [key, cell] of tally.cells) {
    const group = tally.groups.get(cell.group);
    const isWanted = [
      [repo, cell.repo],
      [agent, cell.agent],
      [type, cell.type],
    ].every(([wanted, found]) => wanted === undefined || wanted === found);
    if (group === undefined || !isWanted) continue;
    answer.cells.set(key, cell);
    answer.groups.set(group.id, group);
  }
  return answer;
}
