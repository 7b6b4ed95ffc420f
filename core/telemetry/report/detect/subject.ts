// What a pattern is about: a family of failures, in this window and in the one before it.

import { compare } from "../compare.ts";
import { eventsOf } from "../finding.ts";
import { keyOf } from "../opinion.ts";
import type { Cell } from "../tally.ts";
import type { Point } from "../timeline.ts";

/** A point, and where it was. */
export interface Sighting extends Point {
  repo: string;
}

export class Subject {
  /** Of the window; never none. In an order of their own: whichever a detector meets first, no order of events matters. */
  readonly cells: readonly Cell[];
  /** Of the window before. */
  readonly before: readonly Cell[];
  readonly count: number;
  readonly previous: number;
  readonly repos: string[];
  readonly agents: string[];
  #points: Sighting[] | undefined;
  #course: readonly Sighting[] | undefined;

  constructor(cells: readonly Cell[], before: readonly Cell[]) {
    this.cells = inOrder(cells);
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
  get points(): readonly Sighting[] {
    this.#points ??= pointsOf(this.cells);
    return this.#points;
  }

  /** Of both windows, in order: the one before ends where this one begins. */
  get course(): readonly Sighting[] {
    this.#course ??= this.previous === 0 ? this.points : [...pointsOf(this.before), ...this.points];
    return this.#course;
  }
}

const inOrder = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => comparePlaces(a, b) || compareNames(a, b));

function comparePlaces(a: Cell, b: Cell): number {
  return (
    compare(a.group, b.group) ||
    compare(a.repo, b.repo) ||
    compare(a.agent, b.agent) ||
    compare(a.type, b.type) ||
    compare(a.class, b.class)
  );
}

const compareNames = (a: Cell, b: Cell): number => compare(keyOf("", a.recognitions), keyOf("", b.recognitions));

/** In order; what different cells saw at the same instant stays apart. */
export function pointsOf(cells: readonly Cell[]): Sighting[] {
  const points: Sighting[] = [];
  for (const { repo, times } of cells) {
    const { flat } = times;
    for (let index = 0; index < flat.length; index += 2)
      points.push({ at: flat[index] as number, count: flat[index + 1] as number, repo });
  }
  return points.sort((a, b) => a.at - b.at);
}

export const distinct = (cells: readonly Cell[], key: "repo" | "agent" | "group"): string[] =>
  [...new Set(cells.map((cell) => cell[key]))].sort(compare);
