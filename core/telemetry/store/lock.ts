// Maintenance, one process at a time. The lock saves work; that nothing is lost does not rest on it (rewrite.ts),
// so a stale one may simply be taken over. Appends never look at it.

import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { isAlive } from "./asides.ts";
import { lines } from "./rewrite.ts";
import { StoreError } from "./store-error.ts";

/** Throws StoreError STORE_LOCKED while another living process holds the lock. */
export function withLock<T>(lock: string, work: () => T): T {
  take(lock);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): void {
  for (let round = 0; round < 2; round++) {
    const file = create(lock);
    if (file !== undefined) {
      writeSync(file, `${process.pid}\n`);
      closeSync(file);
      return;
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

function create(lock: string): number | undefined {
  try {
    return openSync(lock, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  }
}
