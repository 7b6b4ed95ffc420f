// Takes lines out of a file that others append to, and loses none of theirs.
//
// Own by rename: the file is moved aside, where no new writer finds it; what stays is appended to a fresh one by the
// writers' own protocol; then the aside is deleted. A writer that still had the old file open notices after its write
// and writes again. A rewriter that is killed leaves its aside: readers still read it, the next one puts it back.

import { closeSync, existsSync, renameSync, unlinkSync } from "node:fs";
import { append } from "./append.ts";
import { asidesOf, isOrphan, newAside } from "./asides.ts";
import { linesIn, openToRead } from "./lines.ts";

/** `keep` sees each line without its newline, as latin1. Returns how many lines went. */
export function rewrite(path: string, keep: (line: string) => boolean): number {
  for (const orphan of asidesOf(path).filter(isOrphan)) putBack(orphan, path);
  if (!existsSync(path)) return 0;
  const aside = newAside(path);
  renameSync(path, aside);
  return move(aside, path, keep);
}

/** What a dead rewriter left, without what it had already put back. */
function putBack(orphan: string, path: string): void {
  const there = new Set(lines(path));
  move(orphan, path, (line) => !there.has(line));
}

/** Bytes appended in one write. */
const BATCH_BYTES = 64 * 1024;

function move(aside: string, path: string, keep: (line: string) => boolean): number {
  let removed = 0;
  let batch = "";
  const flush = () => {
    if (batch !== "") append(path, Buffer.from(batch, "latin1"));
    batch = "";
  };
  for (const line of lines(aside)) {
    if (keep(line)) batch += `${line}\n`;
    else removed++;
    if (batch.length > BATCH_BYTES) flush();
  }
  flush();
  unlinkSync(aside);
  return removed;
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
