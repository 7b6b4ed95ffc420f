// Lines onto the end of a file that other processes append to, move, clean and prepare at the same time.
//
// Promised: a call that returns has its whole lines in a file that readers read, and none glued to a torn one.
// Refused: a link, a FIFO, a device, a file of somebody else. The races, numbered: docs/concurrency.md.

import { readSync, statSync, writeSync } from "node:fs";
import { type Kept, release, releaseAll, take } from "./kept.ts";
import { StoreError } from "./store-error.ts";

/**
 * `lines` are ASCII, or bytes as latin1, whole, and end in a newline. Answers the file's size before and after, in bytes. Throws
 * StoreError or the file system's own error when they are not on disk.
 */
export function append(path: string, lines: string): { before: number; after: number } {
  // Every round but the last met somebody who had taken the file away; more than two in a row has not been seen.
  for (let round = 0; round < 8; round++) {
    const { kept, before } = appendOnce(path, lines);
    if (isStillAt(path, kept)) return { before, after: before + lines.length };
    releaseAll(); // who moved this one moves its neighbours too
  }
  throw new StoreError("STORE_WRITE", `Cannot append to ${path}: it is replaced faster than it can be written.`);
}

/** Of these in a row, one is looked after. */
const COPIES = 16;

/**
 * As `append`, for what stands elsewhere and can be made again: a copy that goes into a file which was just taken away is only
 * missed. The look would cost a quarter of it.
 */
export function appendCopy(path: string, lines: string): void {
  const { kept } = appendOnce(path, lines);
  if (kept.appends % COPIES === 1 && !isStillAt(path, kept)) {
    release(path);
    append(path, lines);
  }
}

/** It may be that nobody ever reads it, for the file may no longer be the one at `path`. */
function appendOnce(path: string, lines: string): { kept: Kept; before: number } {
  const kept = take(path);
  const before = kept.size;
  // What we left ends in our newline; what others wrote since, or were killed in, may not.
  const text = before === kept.leftAt || endsInNewline(kept.file, before) ? lines : `\n${lines}`;
  const written = writeSync(kept.file, text, null, "latin1");
  // Never the rest: others may have written in between.
  if (written < text.length) {
    throw new StoreError("STORE_WRITE", `Only ${written} of ${text.length} bytes went into ${path}: the disk is full.`);
  }
  kept.leftAt = before + written;
  kept.appends++;
  return { kept, before };
}

const NEWLINE = 0x0a;

function endsInNewline(file: number, size: number): boolean {
  if (size === 0) return true;
  const last = Buffer.allocUnsafe(1);
  return readSync(file, last, 0, 1, size - 1) === 0 || last[0] === NEWLINE;
}

const OR_NOTHING = { throwIfNoEntry: false } as const;

function isStillAt(path: string, { ino, dev }: Kept): boolean {
  try {
    const found = statSync(path, OR_NOTHING);
    return found !== undefined && found.ino === ino && found.dev === dev;
  } catch {
    return true; // EIO, EACCES, ...: the lines are whole in the file that was opened, and nothing says that it has gone
  }
}
