// What a pattern is about: a family of failures, in this window and in the one before it.

import { compare } from "../compare.ts";
import { eventsOf } from "../finding.ts";
import type { Cell } from "../tally.ts";
import type { Point } from "../timeline.ts";

export class Subject {
  /** Of the window; never none. */
  readonly cells: readonly Cell[];
  /** Of the window before. */
  readonly before: readonly Cell[];
  readonly count: number;
  readonly previous: number;
  readonly repos: string[];
  readonly agents: string[];
  #points: Point[] | undefined;

  constructor(cells: readonly Cell[], before: readonly Cell[]) {
    this.cells = cells;
    this.before = before;
    this.count = eventsOf(cells);
    this.previous = eventsOf(before);
    this.repos = distinct(cells, "repo");
    this.agents = distinct(cells, "agent");
  }

  get first(): number {
    return Math.min(...this.cells.map(({ times }) => times.first));
  }

  get last(): number {
    return Math.max(...this.cells.map(({ times }) => times.last));
  }

  /** Of the window, in order. */
  get points(): readonly Point[] {
    this.#points ??= pointsOf(this.cells);
    return this.#points;
  }
}

/** In order; what different cells saw at the same instant stays apart. */
export function pointsOf(cells: readonly Cell[]): Point[] {
  const points = cells.flatMap(({ times }) => times.points());
  return points.sort((a, b) => a.at - b.at);
}

export const distinct = (cells: readonly Cell[], key: "repo" | "agent" | "group"): string[] =>
  [...new Set(cells.map((cell) => cell[key]))].sort(compare);
