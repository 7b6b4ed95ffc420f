// The write side, in one place: describe -> sanitize -> append.
//
// It runs inside somebody else's catch block, so it never throws: whatever goes wrong here is counted and dropped.
// `attempt` is the only catch-all of the project. Making a collector costs nothing; the first record looks around.

import { sanitizeEvent, sanitizeRun } from "../sanitize/index.ts";
import { openStore, type Store } from "../store/index.ts";
import { describe } from "./describe.ts";
import { draftOf, plain, type Seen } from "./draft.ts";
import { repoRelative } from "./frames.ts";
import { hasStackRoom, tellsOfOverflow } from "./stack-room.ts";
import { type CollectorOptions, lookAround, type Surroundings } from "./surroundings.ts";

const NO_ROOM = new RangeError("No stack left to record in");

export interface Where {
  agent?: string | undefined;
  operation?: string | undefined;
  [contextKey: string]: unknown;
}

export class Collector {
  /** How often something went wrong in here and was kept from the host: an event not recorded, a cleaning not done. */
  failures = 0;
  readonly #given: CollectorOptions;
  #surroundings: Surroundings | undefined;
  #store: Store | undefined;

  constructor(options: CollectorOptions = {}) {
    this.#given = options;
  }

  /**
   * Records one failure. Returns its telemetry_id; "" when telemetry is off or the event had to be dropped.
   * An empty `repoName` stands for the repository of the working directory. Never throws.
   */
  recordError(
    repoName: string,
    agentName: string,
    errorType: string,
    errorMessage: string,
    context: Record<string, unknown> = {},
  ): string {
    return this.recordEvent({
      repo: repoName,
      agent: agentName,
      error_type: errorType,
      error_message: errorMessage,
      context,
    });
  }

  /** Records any thrown value with its type, message, stack and causes. Returns as `recordError` does. Never throws. */
  record(thrown: unknown, where: Where = {}): string {
    const id = this.#attempt(() => {
      const { agent, ...context } = plain(where);
      const { context: details, ...description } = describe(thrown);
      const { error_message, cause } = description;
      if (tellsOfOverflow(error_message, ...cause.map((part) => part.error_message)) && !hasStackRoom()) throw NO_ROOM;
      return this.#append({ ...description, agent, context: { ...details, ...context } });
    });
    return id ?? "";
  }

  /** Records an event in the specification's form. Returns as `recordError` does. Never throws. */
  recordEvent(seen: Seen): string {
    const id = this.#attempt(() => {
      if (tellsOfOverflow(seen.error_message) && !hasStackRoom()) throw NO_ROOM;
      return this.#append(seen);
    });
    return id ?? "";
  }

  /** Success telemetry, only when config.json says `"runs": true`: one line for a task that ended. Never throws. */
  recordRun(run: { agent: string; ok: boolean; duration_ms?: number }): void {
    this.#attempt(() => {
      const { consent, repository, policy, keepsRuns } = this.surroundings;
      if (!consent.enabled || !keepsRuns) return;
      this.#tendedStore().appendRun(
        sanitizeRun({ timestamp: new Date().toISOString(), repo: repository.name, ...run }, policy),
      );
    });
  }

  /** What this collector found around it, at its first look. */
  protected get surroundings(): Surroundings {
    this.#surroundings ??= lookAround(this.#given);
    return this.#surroundings;
  }

  #attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      this.failures++;
      return undefined;
    }
  }

  #append(seen: Seen): string {
    const { consent, repository, policy } = this.surroundings;
    if (!consent.enabled) return "";
    const { name, root, commit } = repository;
    const isHere = !seen.repo || seen.repo === name;
    const draft = draftOf(seen, { repo: name, source: "agent", commit: isHere ? commit : undefined });
    if (draft.stack !== undefined) draft.stack = repoRelative(draft.stack, root);
    this.#tendedStore().append(sanitizeEvent(draft, new Map(), policy));
    return draft.telemetry_id;
  }

  /** Rotation, retention and the disk budget need no daemon: whoever records sees to them, when it is time. */
  #tendedStore(): Store {
    this.#store ??= openStore(this.surroundings.directory, this.surroundings);
    const store = this.#store;
    if (store.isMaintenanceDue) this.#attempt(() => store.maintain());
    return store;
  }
}
