// New events as they are recorded, to every open page, by server-sent events: in batches, so that a thousand a second are four
// messages a second. What a page shows of them it asks for itself.

import type { ServerResponse } from "node:http";
import type { TelemetryEvent } from "12-factor-telemetry/event";
import { changeOf, followEvents, StoreError } from "12-factor-telemetry/store";
import { HEADERS } from "./headers.ts";

export interface Batch {
  /** Events since the last batch. */
  count: number;
  /** The newest of them, newest first. */
  newest: Pick<TelemetryEvent, "timestamp" | "repo" | "agent" | "error_type" | "error_message" | "telemetry_id">[];
}

/** Milliseconds between two batches. */
const BATCH_MS = 250;
/** Milliseconds after which a quiet line says that it is alive. */
const QUIET_MS = 15_000;
/** Milliseconds after which a report of somewhere else is read again (reports.ts). */
const ELSEWHERE_MS = 60_000;
const MOST_NEWEST = 12;
/** Characters of a message in the feed. */
const MESSAGE_CHARACTERS = 300;
/** Bytes that wait for a page that does not read: it is let go, and comes again. */
const MOST_WAITING = 1 << 18;

export class Live {
  readonly #directory: string;
  readonly #isElsewhere: boolean;
  readonly #pages = new Set<ServerResponse>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #batch: Batch = { count: 0, newest: [] };
  #change = "";
  #quietMs = 0;

  /** `isElsewhere`: what is shown is not what is recorded here; a page then looks again every minute. */
  constructor(directory: string, isElsewhere: boolean) {
    this.#directory = directory;
    this.#isElsewhere = isElsewhere;
  }

  join(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream; charset=utf-8" });
    response.write(": here\n\n");
    this.#pages.add(response);
    response.on("close", () => this.#pages.delete(response));
    if (this.#timer === undefined) this.#begin();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#stop.abort();
  }

  /** With the first page, and then for all. */
  #begin(): void {
    if (this.#isElsewhere) {
      this.#timer = setInterval(() => this.#send("changed", {}), ELSEWHERE_MS);
      return;
    }
    this.#change = changeOf(this.#directory);
    this.#timer = setInterval(() => this.#tell(), BATCH_MS);
    this.#read(followEvents(this.#directory, this.#stop.signal)).catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error; // the page's own questions are told what is wrong
    });
  }

  async #read(following: AsyncGenerator<TelemetryEvent>): Promise<void> {
    for await (const { timestamp, repo, agent, error_type, error_message, telemetry_id, count = 1 } of following) {
      this.#batch.count += count;
      const message = error_message.slice(0, MESSAGE_CHARACTERS);
      this.#batch.newest.unshift({ timestamp, repo, agent, error_type, error_message: message, telemetry_id });
      if (this.#batch.newest.length > MOST_NEWEST) this.#batch.newest.pop();
    }
  }

  #tell(): void {
    if (this.#batch.count > 0) {
      this.#send("errors", this.#batch);
      this.#batch = { count: 0, newest: [] };
    }
    const change = changeOf(this.#directory);
    if (change !== this.#change) this.#send("changed", {});
    this.#change = change;
    this.#quietMs += BATCH_MS;
    if (this.#quietMs >= QUIET_MS) this.#write(": still here\n\n");
  }

  #send(event: string, data: object): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    this.#quietMs = 0;
    for (const page of this.#pages) {
      if (page.writableLength > MOST_WAITING) page.destroy();
      else page.write(text);
    }
  }
}
