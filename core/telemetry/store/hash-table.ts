// Keys of 64 bits in one table of numbers: a day may have a million events.

import type { Key } from "./hash.ts";

/** Two halves a key; the lower one is 0 where there is none. */
type Table = Int32Array;

/** Keys that there is room for at first. */
const [FEWEST, MOST_AT_FIRST] = [1 << 9, 1 << 17];

/** Of so many events as a day has, two different ones are taken for each other once in 30 million days. */
export class HashSet {
  #table: Table;
  #size = 0;

  /** `keys`: about as many as there will be. */
  constructor(keys: number) {
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(4 * Math.min(Math.max(keys, FEWEST), MOST_AT_FIRST))));
  }

  /** True for the first of its kind. */
  add({ low, high }: Key): boolean {
    if (this.#size * 4 > this.#table.length) this.#grow();
    const place = placeOf(this.#table, low, high);
    if (this.#table[place] !== 0) return false;
    this.#table[place] = low;
    this.#table[place + 1] = high;
    this.#size++;
    return true;
  }

  #grow(): void {
    const table: Table = new Int32Array(this.#table.length * 2);
    for (let place = 0; place < this.#table.length; place += 2) {
      const [low, high] = [this.#table[place] as number, this.#table[place + 1] as number];
      if (low !== 0) table.set([low, high], placeOf(table, low, high));
    }
    this.#table = table;
  }
}

/** Of two keys that meet in one place the last one stays: what is asked for and not there is found out again. */
export class HashCache<T> {
  readonly #table: Table = new Int32Array(2 * PLACES);
  readonly #values: (T | undefined)[] = new Array(PLACES);

  get({ low, high }: Key): T | undefined {
    const place = low & (PLACES - 1);
    return this.#table[2 * place] === low && this.#table[2 * place + 1] === high ? this.#values[place] : undefined;
  }

  set({ low, high }: Key, value: T): void {
    const place = low & (PLACES - 1);
    this.#table[2 * place] = low;
    this.#table[2 * place + 1] = high;
    this.#values[place] = value;
  }
}

const PLACES = 1 << 16;

/** Where the key is, or where it belongs. */
function placeOf(table: Table, low: number, high: number): number {
  const mask = table.length - 2;
  for (let place = (low << 1) & mask; ; place = (place + 2) & mask)
    if (table[place] === 0 || (table[place] === low && table[place + 1] === high)) return place;
}
