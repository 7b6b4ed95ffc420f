// A tally as rows of JSON and back. What comes back may be anybody's file: it is checked to the last number, or refused.

import { noteNames, placesOfMany } from "./many-names.ts";
import { keyOf, type Recognition } from "./opinion.ts";
import { type Cell, type CommitCount, emptyTally, type Group, keyOfCell, settle, type Tally } from "./tally.ts";
import { Timeline, type TimelineJson } from "./timeline.ts";

/** Arrays instead of objects, and tables for what repeats: a third of the size. */
type Row =
  | { many: string[] }
  | { group: GroupJson }
  | { recognitions: RecognitionsJson }
  | { cell: CellJson }
  | { example: ExampleJson }
  | { beyond: TimelineJson };

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
  times: TimelineJson,
  commits: CommitJson[],
];
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
  const rows = [...cells.values()].map(
    (cell): CellJson => [
      groupRows.get(cell.group) ?? -1,
      cell.family,
      rowOf(cell.recognitions),
      cell.repo,
      cell.agent,
      cell.class,
      cell.type,
      cell.times.toJson(),
      [...(cell.commits ?? [])].map(([commit, { count, first, last }]) => [commit, count, first, last]),
    ],
  );
  const many = placesOfMany(names);
  return [
    ...(many.length === 0 ? [] : [{ many }]),
    ...[...groups.values()].map(({ id, template, frames }): Row => ({ group: [id, template, ...frames] })),
    ...[...recognitionRows.values()].map(({ json }): Row => ({ recognitions: json })),
    ...rows.map((cell): Row => ({ cell })),
    ...[...cells.values()].flatMap(({ example }, row): Row[] =>
      example === undefined ? [] : [{ example: [row, example.at, example.telemetry_id, example.message] }],
    ),
    ...(beyond.total === 0 ? [] : [{ beyond: beyond.toJson() }]),
  ];
}

/** Undefined when they are not what `toRows()` makes of a tally. */
export function fromRows(rows: readonly unknown[]): Tally | undefined {
  const read: Read = { tally: emptyTally(), groups: [], recognitions: [], cells: [] };
  return rows.every((row) => isTaken(read, row)) ? read.tally : undefined;
}

/** What was read before a row, by the numbers that the rows have. */
interface Read {
  tally: Tally;
  groups: Group[];
  recognitions: Recognition[][];
  cells: Cell[];
}

function isTaken({ tally, groups, recognitions, cells }: Read, row: unknown): boolean {
  const { many, group, recognitions: recognised, cell, example, beyond } = (row ?? {}) as Record<string, unknown>;
  if (isArrayOf(many, isText)) {
    for (const place of many) tally.names.set(place, undefined);
    return many.length > 0;
  }
  if (isGroup(group)) {
    const [id, template, ...frames] = group;
    tally.groups.set(id, { id, template, frames });
    return groups.push({ id, template, frames }) === tally.groups.size;
  }
  if (isRecognitions(recognised)) return recognitions.push(recognised.map(([rule, names]) => ({ rule, names }))) > 0;
  if (isCell(cell)) {
    const found = cellFrom(cell, groups, recognitions);
    const before = tally.cells.size;
    if (found === undefined) return false;
    const key = keyOf(found.group, found.recognitions);
    if (noteNames(tally.names, found) !== "few") return false;
    tally.cells.set(keyOfCell(key, found), found);
    cells.push(found);
    return tally.cells.size > before;
  }
  if (isExample(example)) return isExampleTaken(cells, example);
  const rest = Timeline.fromJson(beyond);
  if (rest !== undefined) tally.beyond.merge(rest);
  return rest !== undefined;
}

function isExampleTaken(cells: readonly Cell[], [number, at, telemetry_id, message]: ExampleJson): boolean {
  const cell = cells[number];
  if (cell === undefined || cell.example !== undefined) return false;
  cell.example = { at, telemetry_id, message };
  return true;
}

function cellFrom(row: CellJson, groups: Group[], known: Recognition[][]): Cell | undefined {
  const [group, family, recognised, repo, agent, kind, type, timesJson, commits] = row;
  const times = Timeline.fromJson(timesJson);
  const id = groups[group]?.id;
  const recognitions = known[recognised];
  if (times === undefined || id === undefined || recognitions === undefined) return undefined;
  const counts = commits.map(([commit, count, first, last]): [string, CommitCount] => [commit, { count, first, last }]);
  return {
    ...{ group: id, family, recognitions, repo, agent, class: kind, type, times },
    commits: counts.length === 0 ? undefined : new Map(counts),
    example: undefined,
  };
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
