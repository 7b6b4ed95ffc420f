// One line onto the end of a file that other processes append to, clean and prepare at the same time.
//
// Promised: a call that returns has its whole line in the file that readers read, and no line glued to a torn one.
// Refused: a link, a FIFO, a device, a file of somebody else. The races, numbered: docs/concurrency.md.

import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { isOurs } from "./directory.ts";
import { StoreError } from "./store-error.ts";

/** `lines` are whole and end in a newline. Throws StoreError or the file system's own error when it is not on disk. */
export function append(path: string, lines: Buffer): void {
  // Every round but the last met a cleaner that had taken the file away; more than two in a row has not been seen.
  for (let round = 0; round < 8; round++) {
    if (appendOnce(path, lines)) return;
  }
  throw new StoreError("STORE_WRITE", `Cannot append to ${path}: it is replaced faster than it can be written.`);
}

const FLAGS =
  constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const NEWLINE = 0x0a;

/** False when the file was no longer the one at `path` after the write: nobody may ever read it. */
function appendOnce(path: string, lines: Buffer): boolean {
  const file = openSync(path, FLAGS, 0o600);
  try {
    const found = fstatSync(file);
    check(path, found);
    // A umask may have taken our own bits away, an older program may have left too many.
    if (process.platform !== "win32" && (found.mode & 0o777) !== 0o600) fchmodSync(file, 0o600);
    const bytes = endsInNewline(file, found.size) ? lines : Buffer.concat([Buffer.of(NEWLINE), lines]);
    const written = writeSync(file, bytes);
    // Never the rest: others may have written in between.
    if (written < bytes.length)
      throw new StoreError(
        "STORE_WRITE",
        `Only ${written} of ${bytes.length} bytes went into ${path}: the disk is full.`,
      );
    return statSync(path, { throwIfNoEntry: false })?.ino === found.ino;
  } finally {
    closeSync(file);
  }
}

function check(path: string, found: Stats): void {
  if (!found.isFile())
    throw new StoreError("STORE_REFUSED", `Cannot append to ${path}: it is not a regular file. Remove it.`);
  if (!isOurs(found.uid))
    throw new StoreError("STORE_REFUSED", `Cannot append to ${path}: it belongs to user ${found.uid}.`);
  if (found.nlink > 1)
    throw new StoreError("STORE_REFUSED", `Cannot append to ${path}: it has a second name (hard link). Remove it.`);
}

function endsInNewline(file: number, size: number): boolean {
  if (size === 0) return true;
  const last = Buffer.allocUnsafe(1);
  return readSync(file, last, 0, 1, size - 1) === 0 || last[0] === NEWLINE;
}
