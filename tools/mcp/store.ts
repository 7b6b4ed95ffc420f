// The store as tools ask it: a report is kept while nothing in the store changes, for agents ask several questions in a row.

import type { Filter } from "12-factor-telemetry/report";
import { changeOf, DAY_MS } from "12-factor-telemetry/store";
import { type LoadedReport, loadReport, type Question } from "../load-report.ts";

export interface Asked extends Filter {
  days: number;
}

/** Milliseconds after which the window has moved on. */
const STALE_MS = 60_000;
/** Reports kept. */
const KEPT = 8;

export class Store {
  readonly directory: string;
  readonly #kept = new Map<string, { report: LoadedReport; change: string; at: number }>();

  constructor(directory: string) {
    this.directory = directory;
  }

  question({ days, repo, agent, type }: Asked, now: number = Date.now()): Question {
    return { directory: this.directory, window: { since: now - days * DAY_MS, until: now }, repo, agent, type };
  }

  /** Throws StoreError when the store cannot be read. */
  report(asked: Asked): LoadedReport {
    const { days, repo, agent, type } = asked;
    const key = JSON.stringify([days, repo, agent, type]);
    const [now, change] = [Date.now(), changeOf(this.directory)];
    const had = this.#kept.get(key);
    if (had !== undefined && had.change === change && Math.abs(now - had.at) < STALE_MS) return had.report;
    const report = loadReport(this.question(asked, now));
    this.#kept.delete(key);
    this.#kept.set(key, { report, change, at: now });
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    return report;
  }
}
