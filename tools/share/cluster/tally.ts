// What a window of the events comes to, counted by the engine: only counts travel. Rows that arrived twice are one (FINAL), and a
// roll-up by materialized view is not there because it would count them twice.

import {
  type Catalogue,
  type Counted,
  EXACT_PER_DAY,
  MOST_NAMES,
  namelessOf,
  type Opinion,
  rememberingOpinions,
  type Tally,
  TEXT_CHARACTERS,
  tallying,
  tallyOf,
  type Window,
} from "12-factor-telemetry/report";
import { DAY_MS, StoreError } from "12-factor-telemetry/store";
import type { Connection } from "./connect.ts";
import { opinionFrom } from "./opinion-text.ts";
import { restFrom } from "./rest.ts";
import { tablesIn } from "./schema.ts";
import { type Sql, sql } from "./sql.ts";

/** Throws StoreError. */
export async function tallyIn(connection: Connection, window: Window, catalogue: Catalogue): Promise<Tally> {
  if (window.since >= window.until) return tallying(catalogue).empty();
  const many = await manyNamed(connection, window, catalogue);
  const [opinions, counted] = await Promise.all([
    opinionsIn(connection, window, catalogue, many),
    countedIn(connection, window, catalogue, many),
  ]);
  const tally = tallyOf(
    counted.map((row) => partOf(row, opinions) ?? fail(broken(connection))),
    many.flatMap((kind) => opinions.get(kind) ?? []),
  );
  if (tally === undefined) throw broken(connection);
  return tally;
}

function fail(error: Error): never {
  throw error;
}

const broken = ({ target }: Connection): StoreError =>
  new StoreError("STORE_UNREADABLE", `${target.url}: a row in it is none of ours. Whoever wrote it has to push again.`);

/** The days are the partitions. */
export const within = ({ since, until }: Window): Sql =>
  sql`day >= ${dateOf(since)} AND day <= ${dateOf(until)} AND at > ${since} AND at <= ${until}`;

// Type Date ends in 2105 before 20, and events of other centuries are not pushed.
const dateOf = (at: number): string =>
  new Date(Math.min(Math.max(at, 0), Date.UTC(2100, 0))).toISOString().slice(0, 10);

export const judgeOf = (catalogue: Catalogue): string => tallying(catalogue).version;

/** Opinions without names, where there are too many of them to tell apart (core's many-names.ts). */
async function manyNamed(connection: Connection, window: Window, catalogue: Catalogue): Promise<string[]> {
  const rows = await connection.rows<{ kind: string }>(sql`
    SELECT toString(nameless) AS kind FROM ${tablesIn(connection).events}
    WHERE ${within(window)} AND judge = ${judgeOf(catalogue)} AND opinion != nameless
    GROUP BY nameless HAVING uniqUpTo(${MOST_NAMES})(opinion) > ${MOST_NAMES}`);
  return rows.map(({ kind }) => kind);
}

/** What is counted as one: an opinion of ours, or what has to be judged anew. */
export const kindOf = (catalogue: Catalogue, many: readonly string[] = []): Sql =>
  sql`toString(if(judge = ${judgeOf(catalogue)}, if(toString(nameless) IN ${many}, nameless, opinion), judged))`;

interface OpinionRow {
  kind: string;
  ours: number;
  k: string;
  t: string;
  type: string;
  message: string;
  more: string;
}

/** Of every kind in the window; those of another version are judged here. */
export async function opinionsIn(
  connection: Connection,
  window: Window,
  catalogue: Catalogue,
  many: readonly string[] = [],
): Promise<Map<string, Opinion>> {
  const isOurs = sql`judge = ${judgeOf(catalogue)}`;
  const rows = await connection.rows<OpinionRow>(sql`
    SELECT ${kindOf(catalogue, many)} AS kind, max(${isOurs}) AS ours, any(key) AS k, min(told) AS t, any(error_type) AS type,
      any(if(${isOurs}, '', error_message)) AS message, any(if(${isOurs}, '{}', rest)) AS more
    FROM ${tablesIn(connection).events} WHERE ${within(window)} GROUP BY kind`);
  const joined = new Set(many);
  const opinionOf = rememberingOpinions(catalogue);
  return new Map(
    rows.map(({ kind, ours, k, t, type, message, more }) => {
      const event = { ...restFrom(more), error_type: type, error_message: message };
      const opinion = ours ? opinionFrom(k, t) : opinionOf(event);
      if (opinion === undefined) throw broken(connection);
      return [kind, joined.has(kind) ? namelessOf(opinion) : opinion];
    }),
  );
}

/** Arrays by day: instants and how many, to the minute where a day is crowded (core's timeline.ts). */
interface CountedRow {
  kind: string;
  repo: string;
  agent: string;
  class: string;
  type: string;
  commit: string;
  total: number | string;
  first: number | string;
  last: number | string;
  instants: (number | string)[][];
  counts: (number | string)[][];
  crowded: (number | string)[];
  earliest: string;
}

function countedIn(
  connection: Connection,
  window: Window,
  catalogue: Catalogue,
  many: readonly string[],
): Promise<CountedRow[]> {
  const place = sql`kind, repo, agent, class, type, commit`;
  const isCrowded = sql`uniqUpTo(${EXACT_PER_DAY})(at) > ${EXACT_PER_DAY}`;
  const one = sql`concat(toString(at), ${"\0"}, telemetry_id, ${"\0"}, substringUTF8(error_message, 1, ${TEXT_CHARACTERS}))`;
  return connection.rows(sql`
    SELECT ${place}, sum(n) AS total, min(a) AS first, max(z) AS last,
      groupArray(i) AS instants, groupArray(c) AS counts, arrayFilter(d -> d >= 0, groupArray(crowd)) AS crowded, min(e) AS earliest
    FROM (
      SELECT ${kindOf(catalogue, many)} AS kind, repo, agent, class, error_type AS type, commit, intDiv(at, ${DAY_MS}) AS date,
        sum(count) AS n, min(at) AS a, max(at) AS z, min(${one}) AS e,
        sumMap([intDiv(at, 60000) * 60000], [toUInt64(count)]) AS minutes,
        if(${isCrowded}, minutes.1, groupArray(at)) AS i, if(${isCrowded}, minutes.2, groupArray(toUInt64(count))) AS c,
        if(${isCrowded}, toInt64(date), toInt64(-1)) AS crowd
      FROM ${tablesIn(connection).events} FINAL WHERE ${within(window)} GROUP BY ${place}, date)
    GROUP BY ${place} ORDER BY first, ${place}`);
}

function partOf(row: CountedRow, opinions: ReadonlyMap<string, Opinion>): Counted | undefined {
  const { repo, agent, class: kind, type, commit, instants, counts } = row;
  const opinion = opinions.get(row.kind);
  const [total, first, last] = [row.total, row.first, row.last].map(Number) as [number, number, number];
  if (opinion === undefined) return undefined;
  const [at, telemetry_id = "", ...message] = row.earliest.split("\0");
  return {
    ...{ opinion, repo, agent, class: kind, type, total, first, last },
    points: pointsOf(instants.flat().map(Number), counts.flat().map(Number)),
    crowded: row.crowded.map(Number),
    commits: new Map(commit === "" ? [] : [[commit, { count: total, first, last }]]),
    example: { at: Number(at), telemetry_id, message: message.join("\0").slice(0, TEXT_CHARACTERS) },
  };
}

/** In order, instant and count in turn, each instant once. */
function pointsOf(instants: readonly number[], counts: readonly number[]): number[] {
  const points = new Map<number, number>();
  for (const [index, at] of instants.entries()) points.set(at, (points.get(at) ?? 0) + (counts[index] ?? 0));
  return [...points].sort(([a], [b]) => a - b).flat();
}
