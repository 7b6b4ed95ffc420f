// The door: recording, and asking what was recorded. The report is loaded only when it is asked for.

import { Collector, describe } from "./collect/index.ts";
import type { ErrorSummary, Suggestion } from "./report/index.ts";
import { DAY_MS, digestOf, readRuns } from "./store/index.ts";

export type { CollectorOptions, Consent, Where } from "./collect/index.ts";
export type { ContextValue, TelemetryEvent } from "./event.ts";
export type { ErrorSummary, Pattern, Suggestion, Trend } from "./report/index.ts";

/** Days that a summary covers when nobody says otherwise; specification, Output Example. */
const SUMMARY_DAYS = 7;

export class TelemetryCollector extends Collector {
  /**
   * What failed since `since`, in all repositories: totals, top types, patterns with suggestions, trend.
   * @default since seven days ago. Throws StoreError when the store cannot be read.
   */
  async getErrorSummary({ since }: { since?: Date } = {}): Promise<ErrorSummary> {
    const { comparisonOf, reportRuns, summaryOf, tallying, windowsOf } = await import("./report/index.ts");
    const until = Date.now();
    const window = { since: since?.getTime() ?? until - SUMMARY_DAYS * DAY_MS, until };
    const { directory } = this.surroundings;
    const tallies = digestOf(directory, windowsOf(window), tallying());
    return summaryOf(comparisonOf(window, tallies), reportRuns(readRuns(directory), window).count);
  }

  /**
   * What to do about everything that was found, or about one error at hand: a thrown value, or its message.
   * Throws StoreError when the store cannot be read.
   */
  async suggestFixes(thrownOrMessage?: unknown): Promise<Suggestion[]> {
    const summary = await this.getErrorSummary();
    if (thrownOrMessage === undefined) return summary.suggestions;
    const { suggestionsFor } = await import("./report/index.ts");
    return suggestionsFor(describe(thrownOrMessage), summary.patterns);
  }
}
