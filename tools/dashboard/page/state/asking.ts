import { ask, Refused } from "./ask.ts";

/** Milliseconds between two questions, at least; and how many times longer than an answer took. */
const PAUSE_MS = 600;
const PAUSE_SHARE = 3;

/** One question, asked at once and again when it is poked: one at a time, and never more often than the server can answer. */
export class Asking<T> {
  readonly #path: string;
  readonly #tell: (answer: { value: T } | { problem: Refused }) => void;
  readonly #stop = new AbortController();
  #isBusy = false;
  #isPoked = false;

  constructor(path: string, tell: (answer: { value: T } | { problem: Refused }) => void) {
    this.#path = path;
    this.#tell = tell;
    this.poke();
  }

  poke(): void {
    this.#isPoked = true;
    if (!this.#isBusy) void this.#run();
  }

  stop(): void {
    this.#stop.abort();
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    while (this.#isPoked && !this.#stop.signal.aborted) {
      this.#isPoked = false;
      const begun = Date.now();
      await this.#ask();
      const pause = Math.max(PAUSE_MS, PAUSE_SHARE * (Date.now() - begun));
      await new Promise((later) => setTimeout(later, pause));
    }
    this.#isBusy = false;
  }

  async #ask(): Promise<void> {
    try {
      const value = await ask<T>(this.#path, this.#stop.signal);
      if (!this.#stop.signal.aborted) this.#tell({ value });
    } catch (error) {
      if (this.#stop.signal.aborted) return; // there is a newer question
      if (!(error instanceof Refused)) throw error;
      this.#tell({ problem: error });
    }
  }
}
