// When agents failed in one repository, minute by minute: a month of a busy store has a million points, so a day is a page of numbers.

const MINUTE_MS = 60 * 1000;
const MINUTES_OF_DAY = 24 * 60;
const MINUTES_OF_HOUR = 60;
/** In a page, beside the numbers of agents. */
const [NOBODY, SEVERAL] = [0, 0xffffffff];

export class Busy {
  /** By day since the epoch: of each minute the only agent that failed in it, or that there were several. */
  readonly #pages = new Map<number, Uint32Array>();
  readonly #numbers = new Map<string, number>();
  /** By number of an agent: minutes in which it alone failed. Every cell asks, and there are thousands. */
  readonly #alone: number[] = [];
  readonly #hours = new Set<number>();
  #minutes = 0;

  /** `points`: instant, count, instant, count, ... */
  add(points: readonly number[], agent: string): void {
    const number = this.#numbers.get(agent) ?? this.#numbers.size + 1;
    this.#numbers.set(agent, number);
    for (let index = 0; index < points.length; index += 2) this.#addAt(minuteOf(points[index] as number), number);
  }

  #addAt(minute: number, agent: number): void {
    const page = this.#pages.get(dayOf(minute)) ?? new Uint32Array(MINUTES_OF_DAY);
    const place = placeOf(minute);
    const had = page[place] as number;
    if (had === agent || had === SEVERAL) return;
    page[place] = had === NOBODY ? agent : SEVERAL;
    if (had === NOBODY) {
      this.#pages.set(dayOf(minute), page);
      this.#minutes++;
      this.#hours.add(Math.floor(minute / MINUTES_OF_HOUR));
      this.#alone[agent] = (this.#alone[agent] ?? 0) + 1;
    } else this.#alone[had] = (this.#alone[had] ?? 0) - 1;
  }

  /** Instants among `points` with another agent's failure in their minute or a neighbour of it. */
  withOthers(points: readonly number[], agent: string): number {
    const number = this.#numbers.get(agent) ?? NOBODY;
    let count = 0;
    for (let index = 0; index < points.length; index += 2) {
      const minute = minuteOf(points[index] as number);
      if (this.#isOther(minute, number) || this.#isOther(minute - 1, number) || this.#isOther(minute + 1, number))
        count++;
    }
    return count;
  }

  #isOther(minute: number, agent: number): boolean {
    const there = this.#pages.get(dayOf(minute))?.[placeOf(minute)] ?? NOBODY;
    return there !== NOBODY && there !== agent;
  }

  /** Which part of the hours in which anything failed has another agent than this one near. */
  shareOfOthers(agent: string): number {
    const others = this.#minutes - (this.#alone[this.#numbers.get(agent) ?? NOBODY] ?? 0);
    return Math.min(1, (others * 3) / (this.#hours.size * MINUTES_OF_HOUR));
  }
}

const minuteOf = (at: number): number => Math.floor(at / MINUTE_MS);
const dayOf = (minute: number): number => Math.floor(minute / MINUTES_OF_DAY);
const placeOf = (minute: number): number => minute - dayOf(minute) * MINUTES_OF_DAY;
