// state.jsonl: the user's word on groups, one line a word, in the order in which they were said. Only ever appended to, so that
// several terminals may speak at once and no word is lost; what holds today is worked out when reading (report/standing.ts).

import { closeSync } from "node:fs";
import { instantOf, type SanitizedWord, type Word } from "../event.ts";
import { append } from "./append.ts";
import type { Skipped } from "./chunk-events.ts";
import { prepareDirectory } from "./directory.ts";
import { asciiJson, parsed } from "./line.ts";
import { LONGEST_LINE_BYTES, linesIn } from "./lines.ts";
import { openAll } from "./open-all.ts";
import { pathsIn } from "./paths.ts";

/** In one write: all of them are said, or none. Throws StoreError or the file system's own error. */
export function appendWords(directory: string, words: readonly SanitizedWord[]): void {
  if (words.length === 0) return;
  prepareDirectory(directory);
  append(pathsIn(directory).state, words.map((word) => `${asciiJson(word)}\n`).join(""));
}

/** Every word, oldest first; of one instant, in the order of the file. Throws StoreError when it cannot be read. */
export function readWords(directory: string, skipped: Skipped = { torn: 0, foreign: 0 }): Word[] {
  const files = openAll(pathsIn(directory).state);
  const words = new Map<string, Word>(); // a word that a rewriter is just putting back stands there twice
  try {
    for (const file of files) {
      for (const line of linesIn(file, "utf8")) {
        const word = wordIn(line);
        if (word !== undefined) words.set(line, word);
        else if (line.length <= LONGEST_LINE_BYTES && parsed(line) !== undefined) skipped.foreign++;
        else skipped.torn++;
      }
    }
  } finally {
    for (const file of files) closeSync(file);
  }
  return [...words.values()].sort((a, b) => instantOf(a.at) - instantOf(b.at));
}

/** The word in a line; undefined when it holds none. */
export function wordIn(line: string): Word | undefined {
  const value = line.length > LONGEST_LINE_BYTES ? undefined : parsed(line);
  return isWord(value) ? value : undefined;
}

const GROUP = /^[0-9a-f]{16}$/;
const COMMIT = /^[0-9a-f]{40,64}$/;

const isGroup = (value: unknown): boolean => typeof value === "string" && GROUP.test(value);
const isMoment = (value: unknown): boolean => typeof value === "string" && !Number.isNaN(instantOf(value));
const isText = (value: unknown): boolean => typeof value === "string";
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** What a word cannot do without. */
const NEEDS: Record<Word["word"], Partial<Record<keyof Word, (value: unknown) => boolean>>> = {
  resolve: {},
  mute: {},
  reopen: {},
  note: { note: isText },
  merge: { into: isGroup },
  unmerge: {},
  split: { by: (value) => value === "repo" || value === "agent" },
  unsplit: {},
};

const OPTIONAL: Partial<Record<keyof Word, (value: unknown) => boolean>> = {
  note: isText,
  advised: (value) => typeof value === "boolean",
  commit: (value) => typeof value === "string" && COMMIT.test(value),
  repo: isText,
  family: (value) => typeof value === "string" && /^[a-z0-9-]{1,100}$/.test(value),
  seen: isCount,
  seen_since: isMoment,
  seen_by: (value) => Array.isArray(value) && value.every(isText),
  seen_runs: isCount,
  until_time: isMoment,
  until_count: isCount,
};

/** Of a newer version there may be words that this one does not know: those are foreign here, and stay in the file. */
function isWord(value: unknown): value is Word {
  const said = (value ?? {}) as Record<string, unknown>;
  const needs = typeof said["word"] === "string" && Object.hasOwn(NEEDS, said["word"]) ? said["word"] : undefined;
  if (needs === undefined || !isMoment(said["at"]) || !isGroup(said["group"])) return false;
  const isGiven = Object.entries(NEEDS[needs as Word["word"]]).every(([key, is]) => is(said[key]));
  return isGiven && Object.entries(OPTIONAL).every(([key, is]) => said[key] === undefined || is(said[key]));
}
