// The door for writing: a directory that was looked at once, two files for every event, and what keeps them small.

import { instantOf, type SanitizedEvent, type SanitizedRun, type SanitizedUsage } from "../event.ts";
import { append, appendCopy } from "./append.ts";
import { prepareDay } from "./archive.ts";
import { BackOff } from "./back-off.ts";
import { DISK_BUDGET_MB, keepBudget } from "./budget.ts";
import { RETENTION_DAYS, retain } from "./clean.ts";
import { DAY_MS, dayOf } from "./day.ts";
import { prepareDirectory } from "./directory.ts";
import { releaseAll } from "./kept.ts";
import { asciiJson, toLine } from "./line.ts";
import { type Paths, pathsIn } from "./paths.ts";
import { QUICK_BYTES, rotate } from "./rotate.ts";
import { StoreError } from "./store-error.ts";

export interface Limits {
  /** @default 30 */
  retentionDays: number;
  /** Megabytes. @default 100 */
  diskBudgetMb: number;
}

const DEFAULTS: Limits = { retentionDays: RETENTION_DAYS, diskBudgetMb: DISK_BUDGET_MB };

/** Makes the directory where there is none. Throws StoreError when it cannot be trusted. */
export function openStore(directory: string, limits: Limits = DEFAULTS): Store {
  prepareDirectory(directory);
  return new Store(directory, limits);
}

/** Bytes between two looks at the disk budget. */
const STRIDE_BYTES = 1 << 20;
/** More than two in a row has not been seen outside of tests. */
const MOST_ROUNDS = 8;

export class Store {
  readonly #directory: string;
  readonly #limits: Limits;
  readonly #open: Paths;
  readonly #backOff = new BackOff();
  /** Days of old events whose folder was looked at. */
  readonly #prepared = new Map<string, Paths>();
  #turned = Number.NaN;
  #isFull = false;
  #unlooked = 0;

  constructor(directory: string, limits: Limits) {
    this.#directory = directory;
    this.#limits = limits;
    this.#open = pathsIn(directory);
  }

  /**
   * Throws StoreError or the file system's own error when the event is not on disk. That the copy by repository is missing is no
   * error: `repairRepoFiles()` makes it again.
   */
  append(event: SanitizedEvent): void {
    const line = toLine(event);
    this.#attempt(() => {
      const { all, repo } = this.#pathsOf(event.timestamp);
      this.#write(all, line);
      this.#copy(repo(event.repo), line);
    });
  }

  /** Throws as `append` does. */
  appendRun(run: SanitizedRun | SanitizedUsage): void {
    this.#attempt(() => this.#write(this.#pathsOf(run.timestamp).runs, `${asciiJson(run)}\n`));
  }

  /** Whether `maintain` should be called before the next append: the first time, on a new day, after every megabyte. */
  get isMaintenanceDue(): boolean {
    return this.#isFull || dayNumber() !== this.#turned;
  }

  /** Rotation, retention, disk budget. Throws StoreError or the file system's own error; then it is due again on the next day. */
  maintain(): void {
    const isNewDay = dayNumber() !== this.#turned;
    this.#turned = dayNumber();
    this.#isFull = false;
    this.#unlooked = 0;
    try {
      if (isNewDay && !this.#turn()) return;
      keepBudget(this.#directory, this.#limits.diskBudgetMb);
    } catch (error) {
      // Somebody else is at it.
      if (!(error instanceof StoreError && error.code === "STORE_LOCKED")) throw error;
    }
  }

  /** False when somebody else has seen to this day. */
  #turn(): boolean {
    releaseAll();
    if (!rotate(this.#directory, dayOf(Date.now()), QUICK_BYTES)) return false;
    retain(this.#directory, this.#limits.retentionDays);
    return true;
  }

  #attempt(work: () => void): void {
    this.#backOff.check();
    try {
      for (let round = 1; !this.#isDone(work, round); round++);
    } catch (error) {
      this.#backOff.note(error);
      throw error;
    }
  }

  /** False when a folder was deleted under us, which retention does to an old day's: it is made again. */
  #isDone(work: () => void, round: number): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || round === MOST_ROUNDS) throw error;
      this.#prepared.clear();
      prepareDirectory(this.#directory);
      return false;
    }
  }

  /** An event of another day goes to its own. */
  #pathsOf(timestamp: string): Paths {
    const today = dayOf(Date.now());
    const at = timestamp.startsWith(today) && timestamp.endsWith("Z") ? Number.NaN : instantOf(timestamp);
    if (Number.isNaN(at) || dayOf(at) === today) return this.#open;
    const day = dayOf(at);
    const paths = this.#prepared.get(day) ?? pathsIn(prepareDay(this.#directory, day));
    this.#prepared.set(day, paths);
    return paths;
  }

  #write(path: string, line: string): void {
    const { before, after } = append(path, line);
    this.#unlooked += line.length;
    // Whoever crosses a megabyte looks, so that many processes that each write little look too.
    if (Math.floor(before / STRIDE_BYTES) !== Math.floor(after / STRIDE_BYTES) || this.#unlooked > STRIDE_BYTES)
      this.#isFull = true;
  }

  #copy(path: string, line: string): void {
    try {
      appendCopy(path, line);
    } catch {
      // StoreError or the file system's: the truth is on disk, and the copy can be made again
    }
  }
}

const dayNumber = (): number => Math.floor(Date.now() / DAY_MS);
