// How many bytes of a store are behind, of those that have to be read: of a day that is kept none are, and which days those are turns
// out on the way.

/** Told of bytes that were read, and of how many there are. */
export type OnRead = (bytes: number, total: number) => void;

export class Unread {
  #days: () => Iterable<[day: string, bytes: number]>;
  #settled = new Set<string>();
  #left: Map<string, number> | undefined;
  #read = 0;
  #tell: OnRead;

  /** `days`: with their bytes; asked for when something is read, which mostly nothing has to be. */
  constructor(days: () => Iterable<[day: string, bytes: number]>, tell: OnRead) {
    this.#days = days;
    this.#tell = tell;
  }

  read(day: string, bytes: number): void {
    this.#read += bytes;
    this.#left ??= new Map([...this.#days()].filter(([name]) => !this.#settled.has(name)));
    this.#left.set(day, Math.max(0, (this.#left.get(day) ?? 0) - bytes));
    const left = [...this.#left.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.#tell(this.#read, this.#read + left);
  }

  /** All that was to be read of it. */
  settle(day: string): void {
    this.#settled.add(day);
    this.#left?.delete(day);
  }
}
