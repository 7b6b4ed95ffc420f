// More events like one that was added: they differ in their time, their id and what tells nothing, so that nobody needs to look at them.

import type { Opinion } from "./opinion.ts";
import type { Cell, CommitCount } from "./tally.ts";

export class Again {
  /** What is thought of all of them. */
  readonly of: Opinion;
  readonly #cell: Cell;
  readonly #commit: CommitCount | undefined;
  readonly #count: number;

  /** `commit`: the cell's. `count`: what the line of each stands for. */
  constructor(of: Opinion, cell: Cell, commit: CommitCount | undefined, count: number) {
    this.of = of;
    this.#cell = cell;
    this.#commit = commit;
    this.#count = count;
  }

  /** `at`: its instant. False when it has to be looked at after all: it is the earliest, or its cell was left out. */
  add(at: number): boolean {
    const { example, times } = this.#cell;
    if (example === undefined || at <= example.at) return false;
    times.add(at, this.#count);
    const commit = this.#commit;
    if (commit !== undefined) {
      commit.count += this.#count;
      if (at > commit.last) commit.last = at;
      if (at < commit.first) commit.first = at;
    }
    return true;
  }
}
