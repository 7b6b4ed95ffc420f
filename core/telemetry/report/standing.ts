// How a group stands after the user's word on it: did the fix hold, is it still muted, is it back.

import { instantOf, type Word } from "../event.ts";
import { type FixRecord, fixStanding, type IsDescendant } from "./fix.ts";
import { eventsAfter } from "./later-events.ts";
import type { RunsAfter } from "./runs.ts";
import type { Cell } from "./tally.ts";

export interface Standing {
  group: string;
  /**
   * `open`: nobody said anything that still holds. `resolved`: not yet proven. `verified`: the silence is unlikely to be chance.
   * `stale-checkout`: seen again, but only where the fix is not in. `back`: seen where the fix is in, or where nobody knows.
   */
  state: "open" | "muted" | "resolved" | "verified" | "stale-checkout" | "back";
  /** When the word that decides was said; "" where there is none. */
  since: string;
  /** Why, in one sentence with its figures. */
  evidence: string;
  /** The fix held for long enough to be no chance, whatever came later. */
  proven: boolean;
  /** Of the group that was resolved; "" where it is not known. */
  family: string;
  /** The last note of the user on this group. */
  note?: string;
  /** That note was proposed by an AI. */
  advised?: boolean;
  /** The fixing commit, where one was named. */
  commit?: string;
}

export interface Circumstances {
  /** Of all groups, from before the oldest word that decides: `decidingSince()`. */
  cells: Iterable<Cell>;
  runsAfter: RunsAfter;
  /** Milliseconds since the epoch. */
  now: number;
  isDescendant: IsDescendant;
}

/** Words that change how a group stands. */
const DECIDING = new Set<Word["word"]>(["resolve", "mute", "reopen"]);

/** From when on events matter to these words, in milliseconds since the epoch; undefined when none does. */
export function decidingSince(words: readonly Word[]): number | undefined {
  const instants = lastDeciding(words).map(({ at }) => instantOf(at));
  return instants.length === 0 ? undefined : Math.min(...instants);
}

/** Of every group that there is a word on, by id. `words` oldest first. */
export function standingsOf(words: readonly Word[], circumstances: Circumstances): Map<string, Standing> {
  const cells = cellsByGroup(circumstances.cells);
  const notes = new Map(
    words.flatMap(({ group, note, advised = false }) =>
      note === undefined ? [] : [[group, { note, advised }] as const],
    ),
  );
  const deciding = new Map(lastDeciding(words).map((word) => [word.group, word]));
  const groups = new Set([...deciding.keys(), ...notes.keys()]);
  const standings = [...groups].map((group): Standing => {
    const { note, advised } = notes.get(group) ?? {};
    const standing = standingBy(deciding.get(group), cells.get(group) ?? [], circumstances);
    return { group, ...standing, ...(note !== undefined && { note }), ...(advised && { advised }) };
  });
  return new Map(standings.map((standing) => [standing.group, standing]));
}

/** The last of each group, but for those reopened. */
function lastDeciding(words: readonly Word[]): Word[] {
  const last = new Map(words.filter(({ word }) => DECIDING.has(word)).map((word) => [word.group, word]));
  return [...last.values()].filter(({ word }) => word !== "reopen");
}

type Judged = Omit<Standing, "group" | "note">;

function standingBy(word: Word | undefined, cells: readonly Cell[], circumstances: Circumstances): Judged {
  const family = word?.family ?? "";
  if (word === undefined) return { state: "open", since: "", evidence: "", proven: false, family };
  const since = word.at;
  if (word.word === "mute") return { since, family, proven: false, ...muteStanding(word, cells, circumstances.now) };
  const standing = fixStanding(word as FixRecord, cells, circumstances);
  return { since, family, ...standing, ...(word.commit !== undefined && { commit: word.commit }) };
}

function muteStanding(
  { at, until_time, until_count }: Word,
  cells: readonly Cell[],
  now: number,
): Pick<Standing, "state" | "evidence"> {
  if (until_time !== undefined && now >= instantOf(until_time))
    return { state: "open", evidence: `muted until ${until_time.slice(0, 10)}, which is over` };
  const seen = eventsAfter(cells, instantOf(at)).count;
  if (until_count !== undefined && seen >= until_count)
    return { state: "open", evidence: `muted until seen ${until_count} times; seen ${seen} times since` };
  const limits = [
    ...(until_time === undefined ? [] : [`until ${until_time.slice(0, 10)}`]),
    ...(until_count === undefined ? [] : [`until seen ${until_count} times (${seen} so far)`]),
  ];
  return { state: "muted", evidence: ["muted", limits.join(" or ") || "until reopened"].join(" ") };
}

export function cellsByGroup(cells: Iterable<Cell>): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const had = groups.get(cell.group);
    if (had === undefined) groups.set(cell.group, [cell]);
    else had.push(cell);
  }
  return groups;
}
