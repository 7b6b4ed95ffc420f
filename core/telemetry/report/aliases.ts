// Where the user sees one failure in two groups, or two in one: merges and splits, as aliases that are laid over a tally.
// Nothing is rewritten, so each of them can be taken back.

import type { Word } from "../event.ts";
import { compare } from "./compare.ts";
import { hash } from "./group.ts";
import type { Cell, Group, Tally } from "./tally.ts";

export interface Aliases {
  /** From a group to the one that it is a part of. */
  into: ReadonlyMap<string, string>;
  /** What tells the parts of a group apart. */
  split: ReadonlyMap<string, "repo" | "agent">;
}

/** `words` oldest first. A merge that would lead back to its own beginning is left out. */
export function aliasesOf(words: readonly Word[]): Aliases {
  const into = new Map<string, string>();
  const split = new Map<string, "repo" | "agent">();
  for (const { word, group, into: target, by } of words) {
    if (word === "merge" && target !== undefined && rootOf(target, into) !== group) into.set(group, target);
    if (word === "unmerge") into.delete(group);
    if (word === "split" && by !== undefined) split.set(group, by);
    if (word === "unsplit") split.delete(group);
  }
  return { into, split };
}

/** The same tally under the names that the user wants. */
export function withAliases(tally: Tally, aliases: Aliases): Tally {
  if (aliases.into.size + aliases.split.size === 0) return tally;
  const groups = new Map<string, Group>();
  const cells = new Map<string, Cell>();
  // In order of their ids, so that the one that speaks for a merge is the same in any order of events.
  for (const [key, cell] of [...tally.cells].sort(([, a], [, b]) => compare(a.group, b.group))) {
    const group = tally.groups.get(cell.group);
    const id = aliasOf(cell, aliases);
    if (group === undefined) continue; // never: a cell has its group beside it
    cells.set(key, { ...cell, group: id });
    if (!groups.has(id)) groups.set(id, { ...(tally.groups.get(id) ?? group), id });
  }
  return { ...tally, groups, cells };
}

/** What the user calls the group in which something happened there. */
export function aliasOf({ group, ...place }: Pick<Cell, "group" | "repo" | "agent">, { into, split }: Aliases): string {
  const by = split.get(group);
  return rootOf(by === undefined ? group : partOf(group, place[by]), into);
}

/** The id of a part: half of it is the whole's, so that people see where it comes from. */
export const partOf = (group: string, name: string): string => group.slice(0, 8) + hash([group, name]).slice(8);

/** `aliasesOf()` lets no circle in. */
export function rootOf(group: string, into: Aliases["into"]): string {
  const next = into.get(group);
  return next === undefined ? group : rootOf(next, into);
}
