// Which events were seen: 64 bits each in one table, for a day may have a million. Of so many, two different ones are taken for
// each other once in 30 million days.

import type { TelemetryEvent } from "../event.ts";

export class Identities {
  #slots = new Uint32Array(1 << 11);
  #size = 0;

  /** True for the first of its kind. */
  add({ low, high }: Identity): boolean {
    if (this.#size * 4 > this.#slots.length) this.#grow();
    if (!put(this.#slots, low, high)) return false;
    this.#size++;
    return true;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    for (let slot = 0; slot < this.#slots.length; slot += 2) {
      const low = this.#slots[slot] as number;
      if (low !== 0) put(slots, low, this.#slots[slot + 1] as number);
    }
    this.#slots = slots;
  }
}

/** Two halves of 32 bits; `low` is never 0, which marks an empty slot. */
export interface Identity {
  low: number;
  high: number;
}

/**
 * The design's identity is (telemetry_id, timestamp, repo); type and message are told apart too, for another program may give one
 * id to many events. `copy` tells apart events that have no id.
 */
export function identityOf(event: TelemetryEvent, copy = 0): Identity {
  begin(copy);
  stir(event.telemetry_id);
  stir(event.timestamp);
  stir(event.repo);
  stir(event.error_type);
  stir(event.error_message);
  return ended();
}

/** Of an event whose parts stand in a line as they are: the same, and a report reads millions of them. */
export function identityIn(
  line: string,
  { repo, error_type }: Pick<TelemetryEvent, "repo" | "error_type">,
  at: Parts,
): Identity {
  begin(0);
  stir(line, at.telemetry_id, at.telemetry_id + 8);
  stir(line, at.timestamp, at.timestamp + 24);
  stir(repo);
  stir(error_type);
  stir(line, at.message, at.messageEnd);
  return ended();
}

/** Where they begin. */
interface Parts {
  telemetry_id: number;
  timestamp: number;
  message: number;
  messageEnd: number;
}

function begin(copy: number): void {
  // After cyrb53 by bryc (public domain), both halves whole.
  state.low = 0xdeadbeef ^ copy;
  state.high = 0x41c6ce57;
}

function ended(): Identity {
  let { low, high } = state;
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return { low: low >>> 0 || 1, high: high >>> 0 };
}

const state: Identity = { low: 0, high: 0 };

function stir(text: string, start = 0, end: number = text.length): void {
  let { low, high } = state;
  // Two units at a time. They are turned, else the second of them would never reach the lower half.
  for (let index = start; index < end; index += 2) {
    const second = index + 1 < end ? text.charCodeAt(index + 1) : 0;
    const units = text.charCodeAt(index) ^ (second << 16);
    low = turned(Math.imul(low ^ units, 2654435761));
    high = turned(Math.imul(high ^ units, 1597334677));
  }
  // Where a text ends matters: "ab" and "c" are not "a" and "bc".
  state.low = Math.imul(low ^ (end - start), 2654435761);
  state.high = Math.imul(high ^ (end - start), 1597334677);
}

const turned = (half: number): number => (half << 13) | (half >>> 19);

function put(slots: Uint32Array, low: number, high: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let at = low & mask; ; at = (at + 1) & mask) {
    const there = slots[2 * at] as number;
    if (there === 0) {
      slots[2 * at] = low;
      slots[2 * at + 1] = high;
      return true;
    }
    if (there === low && slots[2 * at + 1] === high) return false;
  }
}
