// Events as counts: what stays of them when only what failed, where, how often and when matters.
//
// Parts merge into what the whole would be, and no order matters. A tally knows no window: it counts the events it was given.

import type { TelemetryEvent } from "../event.ts";
import { Again } from "./again.ts";
import { hasNames, type Names, noteNames, placeOf, placesOfMany, withoutNames } from "./many-names.ts";
import { alikeIn, isOfAlike, keyOf, type Opinion, type Recognition } from "./opinion.ts";
import { forgetCells, recentCell, rememberCell } from "./recent-cells.ts";
import { Timeline } from "./timeline.ts";

/**
 * Cells kept. A store with more has no failures that repeat, but somebody's mistake (a number in every agent's name): what is
 * beyond is still counted.
 */
export const MOST_CELLS = 100_000;
/** Commits kept of a cell. */
export const MOST_COMMITS = 256;
/** Characters kept of a template and of an example's message. */
export const TEXT_CHARACTERS = 500;

export interface Tally {
  /** By id. */
  groups: Map<string, Group>;
  /** By `keyOfCell()`. */
  cells: Map<string, Cell>;
  /** Events of the cells that are not kept: in the total and nowhere else. */
  beyond: Timeline;
  /** What rules captured, until it is too much to tell apart. */
  names: Names;
}

/** One failure. Its events may have been told under several types, in other words, from other shared code: the smallest stands for all. */
export interface Group {
  id: string;
  template: string;
  /** Innermost first: shared code, if it failed there, then the repository's own. */
  frames: readonly string[];
}

/** One failure as the rules see it, in one place: what conditions and filters tell apart. */
export interface Cell {
  /** Id. */
  group: string;
  /** Id of the first rule that recognises it, else a hash of type and template. */
  family: string;
  recognitions: readonly Recognition[];
  repo: string;
  agent: string;
  /** `context.class`; "" where it is not known. */
  class: string;
  /** Error type. */
  type: string;
  times: Timeline;
  /** By commit, where it is known; undefined where it never is. */
  commits: Map<string, CommitCount> | undefined;
  /** The earliest event; undefined when its line was deleted, or when the cell was left out. */
  example: Example | undefined;
}

/** Instants in milliseconds since the epoch. */
export interface CommitCount {
  count: number;
  first: number;
  last: number;
}

interface Example {
  at: number;
  telemetry_id: string;
  message: string;
}

export const emptyTally = (): Tally => ({
  groups: new Map(),
  cells: new Map(),
  beyond: new Timeline(),
  names: new Map(),
});

/** `at`: the event's instant, in milliseconds since the epoch. Answers how those are counted that are alike, where all of them are. */
export function add(tally: Tally, event: TelemetryEvent, at: number, opinion: Opinion): Again | undefined {
  const { repo, agent, commit, telemetry_id, error_type, error_message, count = 1 } = event;
  const kind = event.context["class"];
  const place = { repo, agent, class: typeof kind === "string" ? kind : "", type: error_type };
  const { cell, isForAlike } = cellFor(tally, opinion, place);
  cell.times.add(at, count);
  if (commit !== undefined) countCommit(cell, commit, { count, first: at, last: at });
  const had = cell.example;
  if (had === undefined || at <= had.at) {
    const example = { at, telemetry_id, message: error_message.slice(0, TEXT_CHARACTERS) };
    if (had === undefined || isBefore(example, had)) cell.example = example;
  }
  const again = isForAlike ? new Again(alikeIn(opinion), cell, cell.commits?.get(commit ?? ""), count) : undefined;
  if (tally.cells.size > 1.25 * MOST_CELLS) settle(tally);
  return again;
}

interface Found {
  cell: Cell;
  /** Whether it is that of all messages that differ in numbers only. */
  isForAlike: boolean;
}

function cellFor(tally: Tally, opinion: Opinion, place: Place): Found {
  const alike = alikeIn(opinion);
  const ofAlike = recentCell(tally.cells, alike, place);
  if (ofAlike !== undefined) return { cell: ofAlike, isForAlike: isOfAlike(alike) };
  const own = alike === opinion ? undefined : recentCell(tally.cells, opinion, place);
  if (own !== undefined) return { cell: own, isForAlike: false };
  const { cell, isNamed } = cellAt(tally, opinion, place);
  keep(tally.groups, opinion);
  const isOwn = isNamed && alike !== opinion;
  rememberCell(tally.cells, isOwn ? opinion : alike, cell);
  return { cell, isForAlike: !isOwn && isOfAlike(alike) };
}

/** `isNamed`: its names tell it apart, for there were not too many of them. */
function cellAt(tally: Tally, opinion: Opinion, place: Place): { cell: Cell; isNamed: boolean } {
  const note = noteNames(tally.names, opinion);
  if (note === "now") joinAt(tally, placeOf(opinion));
  const isNamed = note === "few";
  const recognitions = isNamed ? opinion.recognitions : withoutNames(opinion.recognitions);
  const key = keyOfCell(keyOf(opinion.group, recognitions), place);
  return { cell: tally.cells.get(key) ?? begin(tally, key, { ...opinion, recognitions }, place), isNamed };
}

/** What has too many names in either of them is counted as one in both. */
export function joinAlike(a: Tally, b: Tally): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    for (const place of placesOfMany(other.names)) joinNames(one, place);
}

function joinNames(tally: Tally, place: string): void {
  if (tally.names.has(place) && tally.names.get(place) === undefined) return;
  tally.names.set(place, undefined);
  joinAt(tally, place);
}

/** Makes one of the cells that only names tell apart. */
function joinAt(tally: Tally, place: string): void {
  forgetCells(tally.cells);
  for (const [key, cell] of tally.cells) {
    if (cell.group !== place.slice(0, cell.group.length) || !hasNames(cell) || placeOf(cell) !== place) continue;
    tally.cells.delete(key);
    const recognitions = withoutNames(cell.recognitions);
    mergeCell(tally, keyOfCell(keyOf(cell.group, recognitions), cell), { ...cell, recognitions });
    cell.example = undefined; // nothing is added to it any more
  }
}

/** Adds `from` to `into`; `from` stays as it is. */
export function merge(into: Tally, from: Tally): void {
  into.beyond.merge(from.beyond);
  for (const { id, ...group } of from.groups.values()) keep(into.groups, { group: id, ...group });
  for (const place of placesOfMany(from.names)) joinNames(into, place);
  for (const [key, part] of from.cells) {
    const note = noteNames(into.names, part);
    if (note === "now") joinAt(into, placeOf(part));
    if (note === "few") mergeCell(into, key, part);
    else {
      const recognitions = withoutNames(part.recognitions);
      mergeCell(into, keyOfCell(keyOf(part.group, recognitions), part), { ...part, recognitions });
    }
  }
  if (into.cells.size > MOST_CELLS) settle(into);
}

function mergeCell({ cells }: Tally, key: string, part: Cell): void {
  const cell = cells.get(key) ?? { ...part, times: new Timeline(), commits: undefined };
  cells.set(key, cell);
  cell.times.merge(part.times);
  for (const [commit, counted] of part.commits ?? []) countCommit(cell, commit, counted);
  if (part.example !== undefined && (cell.example === undefined || isBefore(part.example, cell.example)))
    cell.example = part.example;
}

/** Events. */
export function totalOf({ cells, beyond }: Tally): number {
  let total = beyond.total;
  for (const { times } of cells.values()) total += times.total;
  return total;
}

/** Leaves the MOST_CELLS cells with the smallest keys: a choice that any order of events and parts comes to. */
export function settle(tally: Tally): void {
  if (tally.cells.size <= MOST_CELLS) return;
  forgetCells(tally.cells);
  for (const key of [...tally.cells.keys()].sort().slice(MOST_CELLS)) {
    const cell = tally.cells.get(key) as Cell;
    tally.beyond.merge(cell.times);
    tally.cells.delete(key);
    cell.example = undefined; // nothing is added to it any more
  }
  const groups = new Set([...tally.cells.values()].map(({ group }) => group));
  for (const id of tally.groups.keys()) if (!groups.has(id)) tally.groups.delete(id);
}

export type Place = Pick<Cell, "repo" | "agent" | "class" | "type">;

/** The lengths keep two names from being taken for two others. */
export const keyOfCell = (opinion: string, { repo, agent, class: kind, type }: Place): string =>
  `${opinion} ${repo.length} ${agent.length} ${type.length} ${repo}${agent}${type}${kind}`;

function begin(tally: Tally, key: string, opinion: Opinion, place: Place): Cell {
  const { group, family, recognitions } = opinion;
  const cell = { group, family, recognitions, ...place, times: new Timeline(), commits: undefined, example: undefined };
  tally.cells.set(key, cell);
  return cell;
}

type Kept = Pick<Opinion, "group" | "template" | "frames">;

function keep(groups: Map<string, Group>, { group: id, template, frames }: Kept): void {
  const had = groups.get(id);
  const cut = template.slice(0, TEXT_CHARACTERS);
  if (had !== undefined && (had.template < cut || (had.template === cut && !isLess(frames, had.frames)))) return;
  groups.set(id, { id, template: cut, frames });
}

const isLess = (a: readonly string[], b: readonly string[]): boolean => a !== b && a.join("\n") < b.join("\n");

function countCommit(cell: Cell, commit: string, { count, first, last }: CommitCount): void {
  cell.commits ??= new Map();
  const had = cell.commits.get(commit);
  if (had === undefined) cell.commits.set(commit, { count, first, last });
  else {
    had.count += count;
    had.first = Math.min(had.first, first);
    had.last = Math.max(had.last, last);
  }
  if (cell.commits.size > MOST_COMMITS) cell.commits.delete([...cell.commits.keys()].sort().at(-1) ?? "");
}

function isBefore(a: Example, b: Example): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.telemetry_id !== b.telemetry_id) return a.telemetry_id < b.telemetry_id;
  return a.message < b.message;
}
