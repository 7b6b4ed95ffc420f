// What was made of a text, kept for when it comes again. It is compared with the few that look like it and came last: most often it
// is one of them, and comparing takes a quarter of what hashing does.

/** Texts kept; with more it begins anew. */
const MOST = 5000;
/** Lists of texts that look alike. */
const LISTS = 512;
/** Texts of a list. */
const LAST = 6;

interface Entry<T> {
  text: string;
  value: T;
}

export class Lately<T> {
  readonly #all = new Map<string, Entry<T>>();
  #lists = Array.from({ length: LISTS }, (): Entry<T>[] => []);

  get(text: string): T | undefined {
    const list = this.#lists[lookOf(text)] as Entry<T>[];
    for (let index = 0; index < list.length; index++) {
      const entry = list[index] as Entry<T>;
      if (entry.text === text) return entry.value;
    }
    const entry = this.#all.get(text);
    if (entry !== undefined) this.#list(entry);
    return entry?.value;
  }

  /** `text` is of latin1; what is kept of it is a copy. */
  keep(text: string, value: T): void {
    if (this.#all.size >= MOST) {
      this.#all.clear();
      this.#lists = this.#lists.map(() => []);
    }
    const entry = { text: Buffer.from(text, "latin1").toString("latin1"), value };
    this.#all.set(entry.text, entry);
    this.#list(entry);
  }

  #list(entry: Entry<T>): void {
    const list = this.#lists[lookOf(entry.text)] as Entry<T>[];
    list.unshift(entry);
    if (list.length > LAST) list.pop();
  }
}

/** By its length and two of its units. */
function lookOf(text: string): number {
  const { length } = text;
  return ((length + 37 * text.charCodeAt(length >> 1) + 11 * text.charCodeAt(length - 4)) % LISTS) | 0;
}
