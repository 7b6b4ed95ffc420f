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
  // cyrb53 by bryc (public domain), both halves whole.
  state.low = 0xdeadbeef ^ copy;
  state.high = 0x41c6ce57;
  stir(event.telemetry_id);
  stir(event.timestamp);
  stir(event.repo);
  stir(event.error_type);
  stir(event.error_message);
  let { low, high } = state;
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return { low: low >>> 0 || 1, high: high >>> 0 };
}

const state: Identity = { low: 0, high: 0 };

function stir(text: string): void {
  let { low, high } = state;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  // Where a text ends matters: "ab" and "c" are not "a" and "bc".
  state.low = Math.imul(low ^ text.length, 2654435761);
  state.high = Math.imul(high ^ text.length, 1597334677);
}

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
