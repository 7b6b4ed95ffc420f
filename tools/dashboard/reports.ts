// Reports for the page, each read once and kept for the next view: a live page asks again and again, and reading takes as long as
// the store is large. A report is fresh while nothing changed, and at least as long as four times what it took to read.

import { changeOf } from "12-factor-telemetry/store";
import { type AnyQuestion, askReport, type LoadedReport } from "../load-report.ts";
import { questionOf, type ViewQuestion } from "./question.ts";

export interface Answered {
  report: LoadedReport;
  /** What it answers. */
  question: ViewQuestion;
}

interface Kept {
  report: LoadedReport;
  change: string;
  /** Milliseconds since the epoch: the window's end, unless the question names one. */
  now: number;
  tookMs: number;
}

/** Windows and filters that somebody may go back to. */
const MOST_KEPT = 8;
/** Milliseconds after which a window that ends now has moved on. */
const STALE_MS = 60_000;
const READ_SHARE = 4;

export class Reports {
  readonly #directory: string;
  readonly #from: AnyQuestion["from"];
  readonly #kept = new Map<string, Kept>();

  /** `from`: a team's cluster that is asked instead. */
  constructor(directory: string, from?: AnyQuestion["from"]) {
    this.#directory = directory;
    this.#from = from;
  }

  /** Throws StoreError when the store or the cluster cannot be read. */
  async get(asked: URLSearchParams): Promise<Answered | { problem: string }> {
    const now = Date.now();
    const question = questionOf(asked, now);
    if ("problem" in question) return question;
    const key = JSON.stringify(["since", "until", "repo", "agent", "type"].map((name) => asked.get(name)));
    const kept = this.#kept.get(key);
    const change = changeOf(this.#directory);
    if (kept !== undefined && isFresh(kept, change, now)) {
      const same = questionOf(asked, kept.now);
      return { report: kept.report, question: "problem" in same ? question : same };
    }
    const { window, repo, agent, type } = question;
    const report = await askReport({ directory: this.#directory, window, repo, agent, type, from: this.#from });
    this.#kept.delete(key);
    this.#kept.set(key, { report, change, now, tookMs: Date.now() - now });
    for (const oldest of [...this.#kept.keys()].slice(0, -MOST_KEPT)) this.#kept.delete(oldest);
    return { report, question };
  }

  /** The user's word shows at once. */
  forget(): void {
    this.#kept.clear();
  }
}

function isFresh(kept: Kept, change: string, now: number): boolean {
  const age = now - kept.now;
  return age >= 0 && age < STALE_MS && (kept.change === change || age < READ_SHARE * kept.tookMs);
}
