// What surrounds a subject: the window, and who else was busy when.

import type { Comparison, Window } from "../fold.ts";
import type { Standing } from "../standing.ts";
import type { Group } from "../tally.ts";

export const MINUTE_MS: number = 60 * 1000;
export const HOUR_MS: number = 60 * MINUTE_MS;
export const DAY_MS: number = 24 * HOUR_MS;

export class Scene {
  readonly window: Window;
  readonly groups: ReadonlyMap<string, Group>;
  /** How groups stand after the user's word, by id. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly #comparison: Comparison;
  #busy: Map<string, Busy> | undefined;
  #hours: readonly number[] | undefined;

  constructor(comparison: Comparison, standings: ReadonlyMap<string, Standing>) {
    this.window = comparison.window;
    this.groups = comparison.current.groups;
    this.standings = standings;
    this.#comparison = comparison;
  }

  /** When agents failed in a repository, whatever it was; undefined where none did. */
  busyIn(repo: string): Busy | undefined {
    this.#busy ??= busyByRepo(this.#comparison);
    return this.#busy.get(repo);
  }

  /** Events of the window by hour of the day (UTC), all subjects together. */
  get hours(): readonly number[] {
    this.#hours ??= hoursOf(this.#comparison);
    return this.#hours;
  }
}

export class Busy {
  /** By minute since the epoch: the only agent that failed in it, or that there were several. */
  readonly #agents = new Map<number, string | typeof SEVERAL>();
  /** By agent: minutes in which it alone failed. Every cell asks, and there are thousands. */
  readonly #alone = new Map<string, number>();
  readonly #hours = new Set<number>();

  add(at: number, agent: string): void {
    const minute = Math.floor(at / MINUTE_MS);
    const had = this.#agents.get(minute);
    if (had === agent || had === SEVERAL) return;
    this.#agents.set(minute, had === undefined ? agent : SEVERAL);
    if (had === undefined) {
      this.#hours.add(Math.floor(at / HOUR_MS));
      this.#alone.set(agent, this.#aloneIn(agent) + 1);
    } else this.#alone.set(had, this.#aloneIn(had) - 1);
  }

  /** Whether another agent failed in this minute or a neighbour of it. */
  hasOther(at: number, agent: string): boolean {
    const minute = Math.floor(at / MINUTE_MS);
    for (let near = minute - 1; near <= minute + 1; near++) {
      const there = this.#agents.get(near);
      if (there !== undefined && there !== agent) return true;
    }
    return false;
  }

  /** Which part of the hours in which anything failed has another agent than this one near. */
  shareOfOthers(agent: string): number {
    const others = this.#agents.size - this.#aloneIn(agent);
    return Math.min(1, (others * 3) / (this.#hours.size * 60));
  }

  #aloneIn(agent: string): number {
    return this.#alone.get(agent) ?? 0;
  }
}

const SEVERAL = Symbol("several agents");

function busyByRepo({ current }: Comparison): Map<string, Busy> {
  const repos = new Map<string, Busy>();
  for (const { repo, agent, times } of current.cells.values()) {
    const busy = repos.get(repo) ?? new Busy();
    repos.set(repo, busy);
    for (const { at } of times.points()) busy.add(at, agent);
  }
  return repos;
}

function hoursOf({ current }: Comparison): number[] {
  const hours = new Array<number>(24).fill(0);
  for (const { times } of current.cells.values())
    for (const { at, count } of times.points()) countHour(hours, at, count);
  return hours;
}

/** By hour of the day (UTC): a habit keeps its hour in every time zone that a machine may be set to. */
export function countHour(hours: number[], at: number, count: number): void {
  const hour = Math.floor((((at % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);
  hours[hour] = (hours[hour] ?? 0) + count;
}
