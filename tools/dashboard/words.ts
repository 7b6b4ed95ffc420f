// The user's word on a group, as the page sends it: looked at, completed, kept. The only thing that the dashboard writes.

import type { Word } from "12-factor-telemetry/event";
import { cellsByGroup, type Standing } from "12-factor-telemetry/report";
import { DAY_MS, RETENTION_DAYS } from "12-factor-telemetry/store";
import { type AnyQuestion, askReport } from "../load-report.ts";
import { keepWords } from "../word/keep-words.ts";
import { fixHere, resolutionOf, type SeenGroup } from "../word/resolution.ts";

type Source = Pick<AnyQuestion, "directory" | "from">;
type Taken = { word: Word } | { problem: string };

/** What was kept, or why nothing was. Throws StoreError. */
export async function takeWord(body: unknown, source: Source, now: number): Promise<Taken> {
  const said = saidIn(body);
  if (typeof said === "string") return { problem: said };
  const report = await askReport({ ...source, window: { since: now - RETENTION_DAYS * DAY_MS, until: now } });
  const cells = cellsByGroup(report.tally.cells.values()).get(said.group) ?? [];
  const state = report.standings.find(({ group }) => group === said.group)?.state ?? "open";
  if (cells.length === 0 && state === "open") return { problem: "no such group was seen in the last 30 days" };
  const word = WORDS[said.word](said, { id: said.group, cells, state, directory: source.directory, now });
  if (typeof word === "string") return { problem: word };
  keepWords(source.directory, [word]);
  return { word };
}

interface Said {
  group: string;
  word: keyof typeof WORDS;
  note: string | undefined;
  /** mute: for how long. */
  days: number | undefined;
}

interface Circumstances extends SeenGroup {
  state: Standing["state"];
  directory: string;
  now: number;
}

/** The word to keep, or why it cannot be said. */
const WORDS = {
  resolve: ({ note }: Said, seen: Circumstances): Word | string =>
    resolutionOf(seen, fixHere(), note, seen.directory, seen.now),
  mute: (said: Said, { state, now }: Circumstances): Word | string =>
    state === "resolved" || state === "verified"
      ? "it is resolved, which says more than muted: reopen it first"
      : {
          ...wordOf(said, now),
          ...(said.days !== undefined && { until_time: new Date(now + said.days * DAY_MS).toISOString() }),
        },
  reopen: (said: Said, { state, now }: Circumstances): Word | string =>
    state === "open" ? "it is neither resolved nor muted" : wordOf(said, now),
  note: (said: Said, { now }: Circumstances): Word | string =>
    said.note === undefined ? "a note is a text" : wordOf(said, now),
};

const wordOf = ({ group, word, note }: Said, now: number): Word => ({
  ...{ at: new Date(now).toISOString(), group, word },
  ...(note !== undefined && { note }),
});

function saidIn(body: unknown): Said | string {
  const { group, word, note, days } = (body ?? {}) as Record<string, unknown>;
  if (typeof group !== "string" || !/^[0-9a-f]{16}$/.test(group)) return "a group has 16 hex digits";
  if (typeof word !== "string" || !Object.hasOwn(WORDS, word)) return "a word is resolve, mute, reopen or note";
  if (!isNote(note)) return "a note is a text";
  if (!isDays(days)) return "muted for 1 to 365 days";
  return { group, word: word as Said["word"], note, days };
}

const isNote = (note: unknown): note is string | undefined =>
  note === undefined || (typeof note === "string" && note.trim() !== "");

const isDays = (days: unknown): days is number | undefined =>
  days === undefined || (Number.isSafeInteger(days) && Number(days) > 0 && Number(days) <= 365);
