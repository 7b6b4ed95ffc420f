// A tally as rows of JSON and back. What comes back may be anybody's file: it is checked to the last number, or refused.

import { noteNames, placesOfMany } from "./many-names.ts";
import { keyOf, type Recognition } from "./opinion.ts";
import { type Cell, type CommitCount, emptyTally, type Group, keyOfCell, settle, type Tally } from "./tally.ts";
import { Timeline } from "./timeline.ts";

/**
 * Arrays instead of objects, and tables for what repeats: a third of the size. The points of a timeline stand before the row
 * that has it, as text: they are most of all rows, and most questions do not look into them.
 */
export type Row =
  | string
  | { many: string[] }
  | { group: GroupJson }
  | { recognitions: RecognitionsJson }
  | { cell: CellJson }
  | { example: ExampleJson }
  | { beyond: TimesJson };

type GroupJson = [id: string, template: string, ...frames: string[]];
type RecognitionsJson = [rule: string, names: Record<string, string>][];
/** `group` and `recognitions` are numbers of rows. */
type CellJson = [
  group: number,
  family: string,
  recognitions: number,
  repo: string,
  agent: string,
  kind: string,
  type: string,
  times: TimesJson,
  commits: CommitJson[],
];
type TimesJson = [total: number, first: number, last: number, ...crowded: number[]];
type CommitJson = [commit: string, count: number, first: number, last: number];
/** `cell` is the number of a row. In rows of their own: their text goes when the lines of the day do, the counters stay. */
type ExampleJson = [cell: number, at: number, telemetryId: string, message: string];

export function toRows(tally: Tally): Row[] {
  settle(tally);
  const { groups, cells, beyond, names } = tally;
  const groupRows = new Map([...groups.keys()].map((id, row) => [id, row]));
  const recognitionRows = new Map<string, { row: number; json: RecognitionsJson }>();
  const rowOf = (recognitions: readonly Recognition[]): number => {
    const key = keyOf("", recognitions);
    const known = recognitionRows.get(key) ?? {
      row: recognitionRows.size,
      json: recognitions.map(({ rule, names }) => [rule, names]),
    };
    recognitionRows.set(key, known);
    return known.row;
  };
  const cellRows = [...cells.values()].flatMap((cell): Row[] => {
    const { times, points } = apart(cell.times);
    const commits = [...(cell.commits ?? [])].map(
      ([commit, { count, first, last }]): CommitJson => [commit, count, first, last],
    );
    const { group, family, recognitions, repo, agent, class: kind, type } = cell;
    const row = groupRows.get(group) ?? -1;
    return [points, { cell: [row, family, rowOf(recognitions), repo, agent, kind, type, times, commits] }];
  });
  const many = placesOfMany(names);
  const rest = beyond.total === 0 ? undefined : apart(beyond);
  return [
    ...(many.length === 0 ? [] : [{ many }]),
    ...[...groups.values()].map(({ id, template, frames }): Row => ({ group: [id, template, ...frames] })),
    ...[...recognitionRows.values()].map(({ json }): Row => ({ recognitions: json })),
    ...cellRows,
    ...[...cells.values()].flatMap(({ example }, row): Row[] =>
      example === undefined ? [] : [{ example: [row, example.at, example.telemetry_id, example.message] }],
    ),
    ...(rest === undefined ? [] : [rest.points, { beyond: rest.times }]),
  ];
}

function apart(timeline: Timeline): { times: TimesJson; points: string } {
  const [total, first, last, points, ...crowded] = timeline.toJson();
  return { times: [total, first, last, ...crowded], points };
}

/** Undefined when they are not what `toRows()` makes of a tally. */
export function fromRows(rows: readonly unknown[]): Tally | undefined {
  const read: Read = { tally: emptyTally(), groups: [], recognitions: [], cells: [], points: undefined };
  return rows.every((row) => isTaken(read, row)) && read.points === undefined ? read.tally : undefined;
}

/** What was read before a row, by the numbers that the rows have. */
interface Read {
  tally: Tally;
  groups: Group[];
  recognitions: Recognition[][];
  cells: Cell[];
  /** Of the row that comes next. */
  points: string | undefined;
}

function isTaken(read: Read, row: unknown): boolean {
  if (isText(row)) {
    const isAlone = read.points === undefined;
    read.points = row;
    return isAlone;
  }
  const { many, group, recognitions, cell, example, beyond } = (row ?? {}) as Record<string, unknown>;
  if (isCell(cell)) return isCellTaken(read, cell);
  if (isExample(example)) return isExampleTaken(read, example);
  if (isGroup(group)) return isGroupTaken(read, group);
  if (isRecognitions(recognitions))
    return read.recognitions.push(recognitions.map(([rule, names]) => ({ rule, names }))) > 0;
  if (isArrayOf(many, isText)) {
    for (const place of many) read.tally.names.set(place, undefined);
    return many.length > 0;
  }
  const rest = timesFrom(read, beyond);
  if (rest !== undefined) read.tally.beyond.merge(rest);
  return rest !== undefined;
}

function timesFrom(read: Read, row: unknown): Timeline | undefined {
  const { points } = read;
  if (!Array.isArray(row)) return undefined;
  read.points = undefined;
  const [total, first, last, ...crowded] = row as unknown[];
  return Timeline.fromJson([total, first, last, points, ...crowded]);
}

function isGroupTaken({ tally, groups }: Read, [id, template, ...frames]: GroupJson): boolean {
  tally.groups.set(id, { id, template, frames });
  return groups.push({ id, template, frames }) === tally.groups.size;
}

function isCellTaken(read: Read, row: CellJson): boolean {
  const { tally, cells } = read;
  const cell = cellFrom(read, row);
  if (cell === undefined || noteNames(tally.names, cell) !== "few") return false;
  tally.cells.set(keyOfCell(keyOf(cell.group, cell.recognitions), cell), cell);
  return cells.push(cell) === tally.cells.size;
}

function cellFrom(read: Read, row: CellJson): Cell | undefined {
  const [group, family, recognised, repo, agent, kind, type, timesRow, commits] = row;
  const times = timesFrom(read, timesRow);
  const id = read.groups[group]?.id;
  const recognitions = read.recognitions[recognised];
  if (times === undefined || id === undefined || recognitions === undefined) return undefined;
  const counts = commits.map(([commit, count, first, last]): [string, CommitCount] => [commit, { count, first, last }]);
  return {
    group: id,
    family,
    recognitions,
    repo,
    agent,
    class: kind,
    type,
    times,
    commits: counts.length === 0 ? undefined : new Map(counts),
    example: undefined,
  };
}

function isExampleTaken({ cells }: Read, [number, at, telemetry_id, message]: ExampleJson): boolean {
  const cell = cells[number];
  if (cell === undefined || cell.example !== undefined) return false;
  cell.example = { at, telemetry_id, message };
  return true;
}

const isArrayOf = <T>(value: unknown, is: (part: unknown) => part is T): value is T[] =>
  Array.isArray(value) && value.every(is);
const isText = (value: unknown): value is string => typeof value === "string";
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);

const isGroup = (row: unknown): row is GroupJson => isArrayOf(row, isText) && row.length >= 2;

const isRecognitions = (row: unknown): row is RecognitionsJson =>
  isArrayOf(row, (part): part is RecognitionsJson[number] => {
    if (!Array.isArray(part) || part.length !== 2 || !isText(part[0])) return false;
    const names: unknown = part[1];
    return typeof names === "object" && names !== null && isArrayOf(Object.values(names), isText);
  });

function isCell(row: unknown): row is CellJson {
  if (!Array.isArray(row) || row.length !== 9) return false;
  const [group, family, recognised, repo, agent, kind, type, , commits] = row as unknown[];
  return (
    isInteger(group) &&
    isInteger(recognised) &&
    isArrayOf([family, repo, agent, kind, type], isText) &&
    isArrayOf(commits, isCommit)
  );
}

function isCommit(row: unknown): row is CommitJson {
  return Array.isArray(row) && row.length === 4 && isText(row[0]) && row.slice(1).every(isInteger);
}

function isExample(row: unknown): row is ExampleJson {
  return Array.isArray(row) && row.length === 4 && row.slice(0, 2).every(isInteger) && isArrayOf(row.slice(2), isText);
}
