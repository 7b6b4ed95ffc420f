// Cells of a tally by opinion, lately begun or found: the keys of cells are long, and most events go where one just went.

import type { Opinion } from "./opinion.ts";
import type { Cell, Place } from "./tally.ts";

type Cells = ReadonlyMap<string, Cell>;

const recent = new WeakMap<Cells, Map<Opinion, Cell[]>>();
/** Opinions, and cells of one, before the keys are asked. */
const MOST_OPINIONS = 10_000;
const MOST_CELLS = 64;

export function recentCell(cells: Cells, opinion: Opinion, place: Place): Cell | undefined {
  const { repo, agent, class: kind, type } = place;
  const found = recent.get(cells)?.get(opinion);
  for (let index = 0; found !== undefined && index < found.length; index++) {
    const cell = found[index] as Cell;
    if (cell.agent === agent && cell.repo === repo && cell.type === type && cell.class === kind) return cell;
  }
  return undefined;
}

export function rememberCell(cells: Cells, opinion: Opinion, cell: Cell): void {
  const opinions = recent.get(cells) ?? new Map<Opinion, Cell[]>();
  if (opinions.size > MOST_OPINIONS) opinions.clear();
  const had = opinions.get(opinion) ?? [];
  opinions.set(opinion, had.length < MOST_CELLS ? [...had, cell] : [cell]);
  recent.set(cells, opinions);
}

/** When cells were joined or left out. */
export const forgetCells = (cells: Cells): boolean => recent.delete(cells);
