// After a full or read-only disk the next try would fail too: for some seconds nobody waits for it.

import { StoreError } from "./store-error.ts";

const BACK_OFF_MS = 3000;

/** Codes of the file system that do not pass within milliseconds; UNKNOWN is what Node 20 makes of EDQUOT. */
const LASTING = new Set(["ENOSPC", "EDQUOT", "UNKNOWN", "EIO", "EROFS", "EACCES", "EPERM", "STORE_WRITE"]);

export class BackOff {
  #until = Number.NEGATIVE_INFINITY;
  #cause: unknown;

  /** Throws StoreError STORE_WAITING, whose cause is what went wrong last, while it is too early. */
  check(): void {
    if (this.#cause === undefined) return;
    if (now() < this.#until)
      throw new StoreError("STORE_WAITING", `Nothing is written for ${BACK_OFF_MS / 1000} s after an error.`, {
        cause: this.#cause,
      });
    this.#cause = undefined;
  }

  /** To be told of every error. */
  note(error: unknown): void {
    if (!LASTING.has(`${(error as NodeJS.ErrnoException).code}`)) return;
    this.#cause = error;
    this.#until = now() + BACK_OFF_MS;
  }
}

// As it was when this was loaded: a test's fake timers may stand still.
const { hrtime } = process;
const now = (): number => Number(hrtime.bigint() / 1_000_000n);
