// The events that a server does not have yet. Of a day it has the first so many as long as they are what they were; where a day was
// rewritten or cut short, it is sent whole, and its rows take the place of the old ones.

import { hash } from "node:crypto";
import { instantOf, type TelemetryEvent } from "12-factor-telemetry/event";
import { dayOf, readEvents } from "12-factor-telemetry/store";
import type { Sent } from "./checkpoint.ts";

export interface Unsent {
  event: TelemetryEvent;
  /** Milliseconds since the epoch. */
  at: number;
  day: string;
  /** A number below 2^64: the same for the same event from whatever machine, also after a scrub. */
  identity: string;
  /** What the server has of the day with this one; undefined while events before it are still to come again. */
  sent: Sent | undefined;
}

/** Day by day. Throws StoreError when the store cannot be read. */
export function* unsent(directory: string, known: Readonly<Record<string, Sent>>): Generator<Unsent> {
  let day: Day | undefined;
  for (const event of readEvents(directory)) {
    const name = dayOf(instantOf(event.timestamp));
    if (day?.name !== name) {
      yield* cutShort(directory, day);
      day = new Day(name, known[name]);
    }
    yield* day.next(event, directory);
  }
  yield* cutShort(directory, day);
}

/** A day that has fewer events than were sent. */
function* cutShort(directory: string, day: Day | undefined): Generator<Unsent> {
  if (day?.isBehind) yield* day.whole(directory);
}

class Day {
  readonly name: string;
  readonly #known: Sent | undefined;
  readonly #identities = new Set<string>();
  #events = 0;
  #sum = 0n;

  constructor(name: string, known?: Sent) {
    this.name = name;
    this.#known = known;
  }

  get isBehind(): boolean {
    return this.#known !== undefined && this.#events < this.#known.events;
  }

  *next(event: TelemetryEvent, directory: string): Generator<Unsent> {
    const unsent = this.#take(event);
    if (this.isBehind) return;
    const known = this.#known;
    if (known?.events === this.#events) {
      if (known.sum !== unsent.sent.sum) yield* this.whole(directory);
    } else yield unsent;
  }

  /** All events so far. */
  *whole(directory: string): Generator<Unsent> {
    const again = new Day(this.name);
    let left = this.#events;
    for (const event of readEvents(directory, { torn: 0, foreign: 0 }, { first: this.name, last: this.name })) {
      const { sent, ...unsent } = again.#take(event);
      yield { ...unsent, sent: left === 1 ? sent : undefined };
      if (--left === 0) return;
    }
  }

  #take(event: TelemetryEvent): Unsent & { sent: Sent } {
    this.#events++;
    this.#sum = BigInt.asUintN(64, this.#sum + BigInt(`0x${hashOf(JSON.stringify(event))}`));
    const sum = this.#sum.toString(16).padStart(16, "0");
    const at = instantOf(event.timestamp);
    return { event, at, day: this.name, identity: this.#identityOf(event), sent: { events: this.#events, sum } };
  }

  /** The design's, and a number where one id was given to several events. */
  #identityOf({ telemetry_id, timestamp, repo }: TelemetryEvent): string {
    for (let copy = 0; ; copy++) {
      const identity = hashOf(JSON.stringify([telemetry_id, timestamp, repo, copy]));
      if (this.#identities.has(identity)) continue;
      this.#identities.add(identity);
      return BigInt(`0x${identity}`).toString();
    }
  }
}

/** 16 hex digits. */
const hashOf = (text: string): string => hash("sha1", text).slice(0, 16);
