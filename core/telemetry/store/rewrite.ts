// Takes lines out of a file that others append to, or changes them, and loses none of theirs.
//
// Own by rename: the file is moved aside, where no new writer finds it; what stays is appended to a fresh one by the
// writers' own protocol; then the aside is deleted. A writer that still had the old file open notices after its write
// and writes again. A rewriter that is killed leaves its aside: readers still read it, the next one puts it back.

import { closeSync, existsSync, renameSync, unlinkSync } from "node:fs";
import { append } from "./append.ts";
import { asidesOf, isOrphan, newAside } from "./asides.ts";
import { linesIn, openToRead } from "./lines.ts";

/** What stands in place of a line; undefined when it goes. It sees each line without its newline, as latin1. */
export type Revise = (line: string) => string | undefined;

/** `reviser` makes a fresh function for every walk, for one may remember the line before. */
export function rewrite(path: string, reviser: () => Revise): void {
  for (const orphan of asidesOf(path).filter(isOrphan)) putBack(orphan, path, reviser());
  if (!existsSync(path)) return;
  const aside = newAside(path);
  renameSync(path, aside);
  move(aside, path, reviser());
}

/** What a dead rewriter left, without what it had already put back, as it was or as it had become. */
function putBack(orphan: string, path: string, revise: Revise): void {
  const there = new Set(lines(path));
  move(orphan, path, (line) => (there.has(line) || there.has(revise(line) ?? "") ? undefined : line));
}

/** Bytes appended in one write. */
const BATCH_BYTES = 64 * 1024;

function move(aside: string, path: string, revise: Revise): void {
  let batch = "";
  const flush = () => {
    if (batch !== "") append(path, Buffer.from(batch, "latin1"));
    batch = "";
  };
  for (const line of lines(aside)) {
    const revised = revise(line);
    if (revised !== undefined) batch += `${revised}\n`;
    if (batch.length > BATCH_BYTES) flush();
  }
  flush();
  unlinkSync(aside);
}

export function* lines(path: string): Generator<string> {
  const file = openToRead(path);
  if (file === undefined) return;
  try {
    yield* linesIn(file, "latin1");
  } finally {
    closeSync(file);
  }
}
