// What surrounds a subject: the window, and who else was busy when.

import type { Comparison, Window } from "../fold.ts";
import type { Standing } from "../standing.ts";
import type { Group } from "../tally.ts";
import { Busy } from "./busy.ts";

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

function busyByRepo({ current }: Comparison): Map<string, Busy> {
  const repos = new Map<string, Busy>();
  for (const { repo, agent, times } of current.cells.values()) {
    const busy = repos.get(repo) ?? new Busy();
    repos.set(repo, busy);
    busy.add(times.flat, agent);
  }
  return repos;
}

function hoursOf({ current }: Comparison): number[] {
  const hours = new Array<number>(24).fill(0);
  for (const { times } of current.cells.values()) {
    const { flat } = times;
    for (let index = 0; index < flat.length; index += 2)
      countHour(hours, flat[index] as number, flat[index + 1] as number);
  }
  return hours;
}

/** By hour of the day (UTC): a habit keeps its hour in every time zone that a machine may be set to. */
export function countHour(hours: number[], at: number, count: number): void {
  const hour = Math.floor((((at % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);
  hours[hour] = (hours[hour] ?? 0) + count;
}
