// The groups that a user names: by the beginning of an id, or all of a pattern's.

import type { Word } from "12-factor-telemetry/event";
import type { Cell, Standing, Tally } from "12-factor-telemetry/report";
import { DAY_MS, RETENTION_DAYS, readWords } from "12-factor-telemetry/store";
import { loadReport } from "../load-report.ts";
import { printable } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface NamedGroup {
  id: string;
  /** "RateLimitError: 429 <path>"; "" of a group that is only spoken of in state.jsonl. */
  name: string;
  /** Of the last 30 days. */
  cells: Cell[];
  standing: Standing | undefined;
}

/** Throws UsageError when there is none, or several groups begin so. */
export function groupsNamed(named: string, directory: string, now: number): NamedGroup[] {
  const window = { since: now - RETENTION_DAYS * DAY_MS, until: now };
  const { summary, standings, tally } = loadReport({ directory, window });
  const ids = idsNamed(named, tally.groups, readWords(directory));
  const found =
    ids.length > 0 ? ids : summary.patterns.filter(({ id }) => id === named).flatMap(({ groups }) => groups);
  if (found.length === 0)
    throw new UsageError(
      `${printable(named)}: no group of the last 30 days begins so, and no pattern is named so. \`patterns\` lists both.`,
    );
  return [...new Set(found)].map((id) => ({
    id,
    ...ofGroup(id, tally),
    standing: standings.find(({ group }) => group === id),
  }));
}

/** "67b8eaae457f126b (RateLimitError: 429 Too Many Requests)". */
export const shownGroup = ({ id, name }: NamedGroup): string => (name === "" ? id : `${id} (${printable(name)})`);

function idsNamed(named: string, groups: Tally["groups"], words: readonly Word[]): string[] {
  if (!/^[0-9a-f]{4,16}$/.test(named)) return [];
  const ids = [...new Set([...groups.keys(), ...words.map(({ group }) => group)])].filter((id) => id.startsWith(named));
  if (ids.length > 1)
    throw new UsageError(
      `${named}: ${ids.length} groups begin so (${ids.slice(0, 5).join(", ")}). Write more of the id.`,
    );
  return ids;
}

const NAME_CHARACTERS = 80;

function ofGroup(id: string, { cells, groups }: Tally): Pick<NamedGroup, "name" | "cells"> {
  const own = [...cells.values()].filter(({ group }) => group === id);
  const [first] = own;
  const name = first === undefined ? "" : `${first.type}: ${groups.get(id)?.template}`;
  return { name: name.slice(0, NAME_CHARACTERS), cells: own };
}
