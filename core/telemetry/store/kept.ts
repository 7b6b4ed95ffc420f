// The descriptors of the files that are appended to, kept while there is something to append: opening and closing would cost as
// much as the write. A host may close what it did not open and get the same number for a file of its own, so each use looks whether
// the number still is our file. After a second without use they are closed: no test runner or container finds one left over.

import { closeSync, constants, fchmodSync, fstatSync, openSync, type Stats } from "node:fs";
import { isOurs } from "./directory.ts";
import { StoreError } from "./store-error.ts";

export interface Kept {
  readonly file: number;
  readonly dev: number;
  readonly ino: number;
  /** Bytes, when it was taken. */
  size: number;
  /** Its size after our last write; then its last byte is our newline. */
  leftAt: number;
  /** How often we appended to it. */
  appends: number;
}

/** A regular file of our own at `path`, made when there is none, mode 0600. Throws StoreError or the file system's own error. */
export function take(path: string): Kept {
  const kept = files.get(path);
  const found = kept === undefined ? undefined : stillOurs(kept);
  if (kept === undefined || found === undefined || found.nlink === 0) {
    release(path);
    return opened(path);
  }
  checkLinks(path, found);
  kept.size = found.size;
  isInUse = true;
  return kept;
}

/** Closes what is kept for `path`. */
export function release(path: string): void {
  const kept = files.get(path);
  if (kept === undefined) return;
  files.delete(path);
  if (stillOurs(kept) === undefined) return; // the number is somebody else's by now
  try {
    closeSync(kept.file);
  } catch {
    // EIO, ENOSPC: whether the lines are on disk was said by their write
  }
}

/** Closes all: the paths lead to other files from now on. */
export function releaseAll(): void {
  for (const path of [...files.keys()]) release(path);
}

const files = new Map<string, Kept>();
/** The central file, some repositories, runs. An import of old events goes through many: the oldest is closed. */
const MOST_FILES = 8;
const IDLE_MS = 1000;
const FLAGS =
  constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function opened(path: string): Kept {
  const file = openSync(path, FLAGS, 0o600);
  try {
    const found = fstatSync(file);
    if (!found.isFile())
      throw new StoreError("STORE_REFUSED", `Cannot append to ${path}: it is not a regular file. Remove it.`);
    if (!isOurs(found.uid))
      throw new StoreError("STORE_REFUSED", `Cannot append to ${path}: it belongs to user ${found.uid}.`);
    checkLinks(path, found);
    // A umask may have taken our own bits away, an older program may have left too many.
    if (process.platform !== "win32" && (found.mode & 0o777) !== 0o600) fchmodSync(file, 0o600);
    return keep(path, { file, dev: found.dev, ino: found.ino, size: found.size, leftAt: -1, appends: 0 });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function checkLinks(path: string, { nlink }: Stats): void {
  if (nlink > 1)
    throw new StoreError("STORE_REFUSED", `Cannot append to ${path}: it has a second name (hard link). Remove it.`);
}

/** What the descriptor is now; undefined when it is no longer our file. */
function stillOurs({ file, dev, ino }: Kept): Stats | undefined {
  try {
    const found = fstatSync(file);
    return found.ino === ino && found.dev === dev ? found : undefined;
  } catch {
    return undefined; // EBADF: it was closed under us
  }
}

// As they were when this was loaded: a test's fake timers would never close anything.
const { setTimeout: later } = globalThis;
let isInUse = false;
let isWatched = false;

function keep(path: string, kept: Kept): Kept {
  for (const oldest of files.keys()) if (files.size >= MOST_FILES) release(oldest);
  files.set(path, kept);
  isInUse = true;
  if (!isWatched) watch();
  return kept;
}

function watch(): void {
  isWatched = true;
  later(() => {
    isWatched = false;
    if (isInUse) watch();
    else releaseAll();
    isInUse = false;
  }, IDLE_MS).unref();
}
