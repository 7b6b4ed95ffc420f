// Maintenance, one process at a time. The lock saves work; that nothing is lost does not rest on it (rewrite.ts),
// so a stale one may simply be taken over. Appends never look at it.

import { closeSync, fstatSync, openSync, rmSync, writeSync } from "node:fs";
import { isAlive } from "./asides.ts";
import { lines } from "./rewrite.ts";
import { StoreError } from "./store-error.ts";

/**
 * `work` is told the time, in milliseconds since the epoch, as the file system has it: a host's clock may be a test's.
 * Throws StoreError STORE_LOCKED while another living process holds the lock.
 */
export function withLock<T>(lock: string, work: (now: number) => T): T {
  const now = take(lock);
  try {
    return work(now);
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): number {
  for (let round = 0; round < 2; round++) {
    const file = create(lock);
    if (file !== undefined) {
      try {
        sign(file);
        return fstatSync(file).mtimeMs;
      } finally {
        closeSync(file);
      }
    }
    const [holder] = [...lines(lock)].map(Number);
    // Our own number is an earlier process's: in a container every first process has the same.
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
      throw new StoreError(
        "STORE_LOCKED",
        `Cannot clean now: process ${holder} holds ${lock}. Wait for it, or delete the file if it is stuck.`,
      );
    }
    rmSync(lock, { force: true });
  }
  throw new StoreError("STORE_LOCKED", `Cannot clean now: others are taking ${lock}. Try again.`);
}

function sign(file: number): void {
  try {
    writeSync(file, `${process.pid}\n`);
  } catch {
    // ENOSPC: the lock is nobody's, and others may take it over; but cleaning is what such a disk needs
  }
}

function create(lock: string): number | undefined {
  try {
    return openSync(lock, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  }
}
