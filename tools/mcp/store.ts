// The store as tools ask it: a report is kept while nothing in the store changes, for agents ask several questions in a row.

import type { Filter } from "12-factor-telemetry/report";
import { changeOf, DAY_MS } from "12-factor-telemetry/store";
import { type AnyQuestion, askReport, type LoadedReport } from "../load-report.ts";

export interface Asked extends Filter {
  days: number;
}

/** Milliseconds after which the window has moved on. */
const STALE_MS = 60_000;
/** Reports kept. */
const KEPT = 8;

export class Store {
  readonly directory: string;
  readonly #from: AnyQuestion["from"];
  readonly #kept = new Map<string, { report: LoadedReport; change: string; at: number }>();

  /** `from`: a team's cluster that is asked instead. */
  constructor(directory: string, from?: AnyQuestion["from"]) {
    this.directory = directory;
    this.#from = from;
  }

  question({ days, repo, agent, type }: Asked, now: number = Date.now()): AnyQuestion {
    const window = { since: now - days * DAY_MS, until: now };
    return { directory: this.directory, window, repo, agent, type, from: this.#from };
  }

  /** Throws StoreError when the store or the cluster cannot be read. */
  async report(asked: Asked): Promise<LoadedReport> {
    const { days, repo, agent, type } = asked;
    const key = JSON.stringify([days, repo, agent, type]);
    const [now, change] = [Date.now(), changeOf(this.directory)];
    const had = this.#kept.get(key);
    if (had !== undefined && had.change === change && Math.abs(now - had.at) < STALE_MS) return had.report;
    const report = await askReport(this.question(asked, now));
    this.#kept.delete(key);
    this.#kept.set(key, { report, change, at: now });
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    return report;
  }
}
