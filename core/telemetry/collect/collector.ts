// The write side, in one place: describe -> sanitize -> append.
//
// It runs inside somebody else's catch block, so it never throws: whatever goes wrong here is counted and dropped.
// `attempt` is the only catch-all of the project. Making a collector costs nothing; the first record looks around.

import type { SanitizedEvent } from "../event.ts";
import { sanitizeEvent, sanitizeRun, sanitizeText, sanitizeUsage } from "../sanitize/index.ts";
import { appendHealth, openStore, type Store } from "../store/writing.ts";
import { elapsedMs, now } from "./clock.ts";
import { describe, saidBy } from "./describe.ts";
import { draftOf, ownValue, plain, type Seen, text } from "./draft.ts";
import { repoRelative } from "./frames.ts";
import { processState } from "./process-state.ts";
import { hasStackRoom, tellsOfOverflow } from "./stack-room.ts";
import { type CollectorOptions, lookAround, type Surroundings } from "./surroundings.ts";

const NO_ROOM = new RangeError("No stack left to record in");
const NOT_AGAIN = new Error("A record inside of a record");

/** What `Where` says besides the context. */
const NAMES = { agent: undefined, source: undefined };

export interface Where {
  agent?: string | undefined;
  operation?: string | undefined;
  /** Who recorded it. @default "agent" */
  source?: string | undefined;
  [contextKey: string]: unknown;
}

export class Collector {
  /** How many events could not be stored, for whatever reason: it was kept from the host. */
  failures = 0;
  readonly #given: CollectorOptions;
  #surroundings: Surroundings | undefined;

  constructor(options: CollectorOptions = {}) {
    this.#given = options;
  }

  /**
   * Records one failure. Returns its telemetry_id; "" when telemetry is off or the event had to be dropped. Of a storm of equal
   * errors, those that are folded into one line return the id of that line. An empty `repoName` stands for the repository of the
   * working directory. Never throws.
   */
  recordError(
    repoName: string,
    agentName: string,
    errorType: string,
    errorMessage: string,
    context: Record<string, unknown> = {},
  ): string {
    return this.#record(() => {
      const seen = { repo: repoName, agent: agentName, error_type: errorType, error_message: errorMessage, context };
      return this.#fold(seen) ?? this.#append(seen, true);
    });
  }

  /** Records any thrown value with its type, message, stack and causes. Returns as `recordError` does. Never throws. */
  record(thrown: unknown, where: Where = {}): string {
    return this.#record(() => {
      const said = saidBy(thrown);
      const folded = this.#fold({ ...said, agent: ownValue(where, "agent") });
      if (folded !== undefined) return folded;
      const own = plain(where);
      const { error_type, error_message, stack, cause, context } = describe(thrown, said);
      if (cause.some((part) => tellsOfOverflow(part.error_message)) && !hasStackRoom()) throw NO_ROOM;
      const { agent, source } = own;
      Object.assign(context, own, NAMES);
      return this.#append({ error_type, error_message, stack, cause, agent, source, context }, true);
    });
  }

  /** Records an event in the specification's form, and never folds it. Returns as `recordError` does. Never throws. */
  recordEvent(seen: Seen): string {
    return this.#record(() => {
      if (tellsOfOverflow(seen.error_message) && !hasStackRoom()) throw NO_ROOM;
      return this.#append(seen, false);
    });
  }

  /** Success telemetry, only when config.json says `"runs": true`: one line for a task that ended. Never throws. */
  recordRun(run: { agent: string; ok: boolean; duration_ms?: number; operation?: string }): void {
    this.#attempt(() => {
      const { consent, repository, policy, keepsRuns } = this.surroundings;
      if (!consent.enabled || !keepsRuns) return;
      this.#store().appendRun(
        sanitizeRun({ timestamp: new Date().toISOString(), repo: repository.name, ...run }, policy),
      );
    });
  }

  /** Counts a use of a feature, only when config.json says `"usage": true`. `feature` is a name of the program's own. Never throws. */
  recordUsage(feature: string): void {
    this.#attempt(() => {
      const { consent, repository, policy, keepsUsage } = this.surroundings;
      if (!consent.enabled || !keepsUsage) return;
      this.#store().appendRun(
        sanitizeUsage({ timestamp: new Date().toISOString(), repo: repository.name, usage: feature }, policy),
      );
    });
  }

  /** The event that recording `thrown` would store. */
  protected eventOf(thrown: unknown): SanitizedEvent {
    const { context: _details, ...description } = describe(thrown);
    return this.#eventFrom(description);
  }

  /** Work that waits, of which nothing but its answer may reach the host. No event depends on it. */
  protected attemptLater<T>(work: () => Promise<T>): Promise<T | undefined> {
    return work().then(undefined, (error) => this.#noteFailure(error, 0));
  }

  /** What this collector found around it, at its first look. */
  protected get surroundings(): Surroundings {
    this.#surroundings ??= lookAround(this.#given);
    return this.#surroundings;
  }

  #record(work: () => string): string {
    const state = processState();
    const id = this.#attempt(() => {
      if (state.isRecording) throw NOT_AGAIN;
      state.isRecording = true;
      try {
        return work();
      } finally {
        state.isRecording = false;
      }
    });
    if (state.health.hasNews && state.health.isDue(now())) this.#attempt(() => this.#noteHealth(), 0);
    return id ?? "";
  }

  /** `events` are lost when this fails. */
  #attempt<T>(work: () => T, events = 1): T | undefined {
    try {
      return work();
    } catch (error) {
      return this.#noteFailure(error, events);
    }
  }

  #noteFailure(error: unknown, events: number): undefined {
    this.failures += events;
    processState().health.failed(saidBy(error), events);
  }

  /** The id of the line that stands for this error too, when it is one of a storm. Costs less than a microsecond. */
  #fold(seen: Seen): string | undefined {
    if (tellsOfOverflow(seen.error_message) && !hasStackRoom()) throw NO_ROOM;
    const { consent, directory, repository } = this.surroundings;
    if (!consent.enabled) return "";
    return processState().storms.fold({
      directory,
      repo: text(seen.repo, "") || repository.name,
      agent: text(seen.agent, ""),
      error_type: text(seen.error_type, ""),
      error_message: text(seen.error_message, ""),
    });
  }

  #append(seen: Seen, mayRepeat: boolean): string {
    if (!this.surroundings.consent.enabled) return "";
    const started = elapsedMs();
    const { storms, health } = processState();
    const event = this.#eventFrom(seen);
    this.#store().append(event);
    if (mayRepeat) storms.recorded(event, (copy, isLast) => this.#appendCopy(copy, isLast));
    health.took(elapsedMs() - started);
    return event.telemetry_id;
  }

  #eventFrom(seen: Seen): SanitizedEvent {
    const { repository, policy } = this.surroundings;
    const { name, root, commit } = repository;
    const isHere = !seen.repo || seen.repo === name;
    const draft = draftOf(seen, { repo: name, source: "agent", commit: isHere ? commit : undefined });
    if (draft.stack !== undefined) draft.stack = repoRelative(draft.stack, root);
    return sanitizeEvent(draft, new Map(), policy);
  }

  #appendCopy(copy: SanitizedEvent, isLast: boolean): boolean {
    const append = () => {
      this.#store().append(copy);
      return true;
    };
    return this.#attempt(append, isLast ? (copy.count ?? 1) : 0) ?? false;
  }

  /** Rotation, retention and the disk budget need no daemon: whoever records sees to them, when it is time. */
  #store(): Store {
    const { directory } = this.surroundings;
    const { stores } = processState();
    const store = stores.get(directory) ?? openStore(directory, this.surroundings);
    stores.set(directory, store);
    if (store.isMaintenanceDue) this.#attempt(() => store.maintain(), 0);
    return store;
  }

  #noteHealth(): void {
    const { directory, consent, policy } = this.surroundings;
    if (!consent.enabled) return;
    const clean = (words: string) => sanitizeText(words, new Map(), HEALTH_CHARACTERS, policy);
    processState().health.note(now(), clean, (note) => appendHealth(directory, note));
  }
}

/** Characters of a text in health.jsonl. */
const HEALTH_CHARACTERS = 300;
