// What a period came to, kept: a head, and rows. `archive/<day>/rollup.jsonl` is a day's and may outlive its lines,
// `archive/<day>/rollup_<slot>_<slot>.jsonl` that of a part of it, `archive/<day>/rollup_<slot>.jsonl` that of a slot in moments,
// `archive/rollup_<day>_<day>.jsonl` that of several days.

import { existsSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFolder } from "./asides.ts";
import { readCache, writeCache } from "./cache-file.ts";
import { isFolder } from "./segments.ts";

/** How a `T` is kept. */
export interface Rows<T> {
  /** Changes when the same events would become something else. */
  version: string;
  /** A row with text of an event has it as its `example`: it goes when the lines of the day do. */
  toRows(digested: T): (object | string)[];
  /** Undefined when they are not what `toRows` made: they come from a file. */
  fromRows(rows: unknown[]): T | undefined;
}

export interface RollUp<T> {
  digested: T;
  /** Lines that are no events, by slot. */
  skipped: [slot: string, torn: number, foreign: number][];
}

export const rollUpIn = (folder: string): string => join(folder, "rollup.jsonl");

/** By its first and its last day or slot, in the folder of the day or, of several days, in that of the archive. */
export const partIn = (folder: string, first: string, last: string): string =>
  join(folder, `rollup_${first}_${last}.jsonl`);

/** Of a slot that a window cut, in the folder of its day. */
export const cutIn = (folder: string, slot: string): string => join(folder, `rollup_${slot}.jsonl`);

/** `places`: which bytes it has to be of; undefined when its lines are gone. Undefined when there is none that holds. */
export function readRollUp<T>(path: string, places: string | undefined, digest: Rows<T>): RollUp<T> | undefined {
  const [head, ...rows] = readCache(path) ?? [];
  const kept = (head ?? {}) as Record<"version" | "places" | "skipped" | "rows", unknown>;
  if (kept.version !== digest.version || kept.rows !== rows.length) return undefined;
  if (kept.places !== (places ?? kept.places) || !areSkipped(kept.skipped)) return undefined;
  const digested = digest.fromRows(rows);
  return digested === undefined ? undefined : { digested, skipped: kept.skipped };
}

/** Where it cannot be written nothing is changed, else the oldest parts beside it go. A link above would lead to somebody else's. */
export function writeRollUp<T>(path: string, places: string, { digested, skipped }: RollUp<T>, digest: Rows<T>): void {
  const above = dirname(dirname(path));
  if (existsSync(above) && !isFolder(above)) return;
  const rows = digest.toRows(digested);
  const head = { version: digest.version, places, skipped, rows: rows.length };
  if (writeCache(path, [head, ...rows])) trimParts(dirname(path));
}

const areSkipped = (value: unknown): value is RollUp<unknown>["skipped"] =>
  Array.isArray(value) &&
  value.every(
    (row) => Array.isArray(row) && typeof row[0] === "string" && row.length === 3 && row.slice(1).every(isCount),
  );

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Parts kept in a folder: a report's window and the one before it, of a few lengths. */
const MOST_PARTS = 8;

function trimParts(folder: string): void {
  const parts = partsIn(folder).map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { path } of parts.sort((a, b) => b.at - a.at).slice(MOST_PARTS)) rmSync(path, { force: true });
}

/**
 * When the lines of a day are gone: their text goes too, which is in the rows that have an `example`. The counters of the day stay,
 * its parts and what it is a part of do not.
 */
export function forgetExamples(folder: string): void {
  for (const path of [...partsIn(folder), ...partsIn(dirname(folder))]) rmSync(path, { force: true });
  const path = rollUpIn(folder);
  if (!existsSync(path)) return;
  const [head, ...rows] = (readCache(path) ?? []) as object[];
  const kept = rows.filter((row) => !Object.hasOwn(row, "example"));
  if (head !== undefined && kept.length === rows.length) return;
  const isWritten = head !== undefined && writeCache(path, [{ ...head, rows: kept.length }, ...kept]);
  if (!isWritten) rmSync(path, { force: true });
}

const partsIn = (folder: string): string[] =>
  listFolder(folder)
    .filter((name) => PART.test(name))
    .map((name) => join(folder, name));

const PART = /^rollup(?:_[\dT-]+){1,2}\.jsonl$/;
