// The list of groups: which of them a question lets through, in which order, and what a row tells.

import { type Cell, cellsByGroup, type Standing, type Trend, trendOf } from "12-factor-telemetry/report";
import type { LoadedReport } from "../load-report.ts";
import { type Axis, barsOf } from "./bars.ts";
import { familyTitles, ranked, timelinesOf } from "./overview.ts";
import type { Sort, ViewQuestion } from "./question.ts";

export interface GroupRow {
  id: string;
  type: string;
  template: string;
  family: string;
  family_title: string;
  classes: string[];
  repos: string[];
  agents: string[];
  count: number;
  trend: Trend;
  first_seen: string;
  last_seen: string;
  state: "new" | "ongoing" | Exclude<Standing["state"], "open">;
  /** Events over the window, in equal slices, oldest first. */
  slices: number[];
}

export interface GroupList {
  /** Groups that the question lets through; of them at most `MOST_ROWS` are sent. */
  total: number;
  events: number;
  rows: GroupRow[];
}

const MOST_ROWS = 200;
const SLICES = 24;

export function groupListOf(report: LoadedReport, question: ViewQuestion): GroupList {
  const titles = familyTitles(report);
  const wanted = groupsIn(report, question);
  const sorted = wanted.sort((a, b) => ORDERS[question.sort](a, b) || (a.id < b.id ? -1 : 1));
  const axis = sliced(question);
  return {
    total: sorted.length,
    events: sorted.reduce((sum, { count }) => sum + count, 0),
    rows: sorted.slice(0, MOST_ROWS).map((group) => rowOf(group, report, titles, axis)),
  };
}

export interface Grouped {
  id: string;
  cells: Cell[];
  count: number;
  first: number;
  last: number;
  before: number;
  state: GroupRow["state"];
}

/** Groups seen in the window, by the cells that the question lets through. */
function groupsIn({ tally, previous, standings }: LoadedReport, question: ViewQuestion): Grouped[] {
  const said = new Map(standings.map((standing) => [standing.group, standing]));
  const before = cellsByGroup(previous.cells.values());
  return [...cellsByGroup([...tally.cells.values()].filter((cell) => isAsked(cell, question)))]
    .map(([id, cells]) => groupedOf(id, cells, before.get(id) ?? [], said.get(id)))
    .filter(({ state }) => question.state === undefined || state === question.state)
    .filter(({ id, cells }) => holds(question.text, [id, tally.groups.get(id)?.template ?? "", ...namesOf(cells)]));
}

export function groupedOf(id: string, cells: Cell[], previous: readonly Cell[], said: Standing | undefined): Grouped {
  const before = countOf(previous);
  const isOpen = said === undefined || said.state === "open";
  return {
    ...{ id, cells, before, count: countOf(cells) },
    first: Math.min(...cells.map(({ times }) => times.first)),
    last: Math.max(...cells.map(({ times }) => times.last)),
    state: isOpen ? (before > 0 ? "ongoing" : "new") : (said.state as GroupRow["state"]),
  };
}

export function rowOf(
  { id, cells, count, before, first, last, state }: Grouped,
  { tally }: LoadedReport,
  titles: ReadonlyMap<string, string>,
  axis: Axis,
): GroupRow {
  const [type = ""] = ranked(cells, (cell) => cell.type);
  const [family = ""] = ranked(cells, (cell) => cell.family);
  return {
    ...{ id, type, family, count, state },
    template: tally.groups.get(id)?.template ?? "",
    family_title: titles.get(family) ?? family,
    classes: ranked(cells, (cell) => cell.class).filter((name) => name !== ""),
    repos: ranked(cells, ({ repo }) => repo),
    agents: ranked(cells, ({ agent }) => agent),
    trend: trendOf(count, before),
    first_seen: new Date(first).toISOString(),
    last_seen: new Date(last).toISOString(),
    slices: barsOf(timelinesOf(cells), axis),
  };
}

export const sliced = ({ window: { since, until } }: Pick<ViewQuestion, "window">): Axis => ({
  start: since,
  step: (until - since) / SLICES,
  bars: SLICES,
});

const ORDERS: Record<Sort, (a: Grouped, b: Grouped) => number> = {
  count: (a, b) => b.count - a.count,
  last: (a, b) => b.last - a.last,
  first: (a, b) => b.first - a.first,
  repos: (a, b) => reposOf(b) - reposOf(a) || b.count - a.count,
  change: (a, b) => b.count - b.before - (a.count - a.before),
};

const reposOf = ({ cells }: Grouped): number => new Set(cells.map(({ repo }) => repo)).size;

const isAsked = (cell: Cell, asked: ViewQuestion): boolean =>
  (asked.family === undefined || asked.family === cell.family) &&
  (asked.class === undefined || asked.class === cell.class);

const namesOf = (cells: readonly Cell[]): string[] => cells.flatMap(({ type, repo, agent }) => [type, repo, agent]);

const holds = (text: string | undefined, fields: readonly string[]): boolean =>
  text === undefined || fields.some((field) => field.toLowerCase().includes(text));

const countOf = (cells: readonly Cell[]): number => cells.reduce((sum, { times }) => sum + times.total, 0);
