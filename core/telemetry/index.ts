// The door: recording, and asking what was recorded. The report is loaded only when it is asked for.

import { Collector } from "./collect/index.ts";
import type { ErrorSummary, Suggestion } from "./report/index.ts";

export type { CollectorOptions, Consent, Where } from "./collect/index.ts";
export type { ContextValue, TelemetryEvent } from "./event.ts";
export type { ErrorSummary, Pattern, Suggestion, Trend } from "./report/index.ts";

export class TelemetryCollector extends Collector {
  /**
   * What failed since `since` (a Date, an ISO 8601 time or milliseconds), in all repositories: totals, top types, patterns with
   * suggestions, trend.
   * @default since seven days ago. Throws StoreError when the store cannot be read, RangeError when `since` is no time.
   */
  async getErrorSummary({ since }: { since?: Date | string | number } = {}): Promise<ErrorSummary> {
    const { readSnapshot, SUMMARY_MS } = await import("./snapshot.ts");
    const until = Date.now();
    const start = since === undefined ? until - SUMMARY_MS : new Date(since).getTime();
    if (Number.isNaN(start))
      throw new RangeError(`since: ${since} is no time. Give a Date, an ISO 8601 time or milliseconds.`);
    return (await readSnapshot(this.surroundings.directory, { since: start, until })).summary;
  }

  /**
   * What to do about everything that was found, or about one error at hand: a thrown value, or its message. The user's own fix
   * that held comes first. The first time it reads the store; then an answer takes less than a millisecond and is at most two
   * seconds old. Throws StoreError when the store cannot be read.
   */
  async suggestFixes(thrownOrMessage?: unknown): Promise<Suggestion[]> {
    const { NOTHING_KNOWN, suggestionsFor, snapshotOf } = await import("./snapshot.ts");
    const snapshot = await snapshotOf(this.surroundings.directory);
    if (thrownOrMessage === undefined) return snapshot?.summary.suggestions ?? [];
    return suggestionsFor(this.eventOf(thrownOrMessage), snapshot ?? NOTHING_KNOWN);
  }

  /**
   * The first of these suggestions, in words, for whoever has just failed; undefined when there is none and when telemetry is off.
   * A large store is not read for it: then it comes from the catalogue alone. Never throws.
   */
  async suggestionFor(thrown: unknown): Promise<string | undefined> {
    return await this.attemptLater(async () => {
      const { consent, directory } = this.surroundings;
      if (!consent.enabled) return undefined;
      const { NOTHING_KNOWN, suggestionsFor, snapshotOf } = await import("./snapshot.ts");
      const known = (await snapshotOf(directory, true)) ?? NOTHING_KNOWN;
      const suggestions = suggestionsFor(this.eventOf(thrown), known);
      // What an AI proposed may repeat what an error said: it is for people.
      return suggestions.find(({ source }) => source !== "advised")?.suggestion;
    });
  }

  /** Puts the suggestion for `failure` on what a task answered, as `suggestion`, unless it has one. Never throws. */
  async advise(response: object, failure: unknown): Promise<void> {
    await this.attemptLater(async () => {
      if (Object.hasOwn(response, "suggestion")) return;
      const value = await this.suggestionFor(failure);
      if (value === undefined) return;
      // Which answers false, and does not throw, where the host has frozen it.
      Reflect.defineProperty(response, "suggestion", { value, configurable: true, enumerable: true, writable: true });
    });
  }
}
