// How the collector itself is doing: what it had to drop and why, and how long recording took. Counted in memory, written rarely.

import type { Cause } from "../event.ts";
import type { HealthNote } from "../store/writing.ts";

/** Milliseconds between two notes of one process. */
const NOTE_MS = 60_000;
/** Events that a process must have recorded before their times are worth a line. */
const LEAST_EVENTS = 16;
/** Microseconds: upper bounds of the classes of times, half an octave each, up to a second. */
const BOUNDS: readonly number[] = Array.from({ length: 41 }, (_, step) => Math.round(2 ** (step / 2)));

export class Health {
  #dropped = new Map<string, number>();
  #lastError: Cause | undefined;
  #times = new Array<number>(BOUNDS.length).fill(0);
  #events = 0;
  /** Whether anything was counted since `isDue` was last asked: a suppressed error of a storm asks nothing. */
  hasNews = false;
  #triedAt = Number.NEGATIVE_INFINITY;

  took(milliseconds: number): void {
    const step = Math.ceil(2 * Math.log2(milliseconds * 1000));
    const index = Math.min(Math.max(step, 0), BOUNDS.length - 1);
    this.#times[index] = (this.#times[index] as number) + 1;
    this.#events++;
    this.hasNews = true;
  }

  /** Something went wrong, and so many events were lost by it: none by a cleaning that was not done. */
  failed(why: Cause, events: number): void {
    if (events > 0) this.#dropped.set(why.error_type, (this.#dropped.get(why.error_type) ?? 0) + events);
    this.#lastError = why;
    this.hasNews = true;
  }

  isDue(now: number): boolean {
    this.hasNews = false;
    return (this.#events >= LEAST_EVENTS || this.#lastError !== undefined) && Math.abs(now - this.#triedAt) >= NOTE_MS;
  }

  /** Has what was counted since the last note written by `append`; what it cannot write is counted on. */
  note(now: number, clean: (text: string) => string, append: (note: HealthNote) => boolean): void {
    this.#triedAt = now;
    const times = this.#times.flatMap((count, index) => (count === 0 ? [] : [[`${BOUNDS[index]}`, count] as const]));
    const isWritten = append({
      timestamp: new Date(now).toISOString(),
      dropped: Object.fromEntries([...this.#dropped].map(([type, count]) => [clean(type), count])),
      ...(this.#lastError !== undefined && {
        last_error: clean(`${this.#lastError.error_type}: ${this.#lastError.error_message}`),
      }),
      recorded_us: Object.fromEntries(times),
    });
    if (!isWritten) return;
    this.#dropped.clear();
    this.#lastError = undefined;
    this.#times.fill(0);
    this.#events = 0;
  }
}
