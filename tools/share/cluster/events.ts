// Single events from the cluster, the newest of those that were asked for.

import type { TelemetryEvent } from "12-factor-telemetry/event";
import { type Aliases, aliasOf, type Catalogue, type Cell, type Filter, type Window } from "12-factor-telemetry/report";
import type { Connection } from "./connect.ts";
import { EVENT_COLUMNS, type EventRow, eventOf } from "./rest.ts";
import { tablesIn } from "./schema.ts";
import { named, Sql, sql } from "./sql.ts";
import { kindOf, opinionsIn, within } from "./tally.ts";

interface Asked extends Filter {
  window: Window;
  limit: number;
}

export interface Found {
  /** Oldest first, the newest of them. */
  events: TelemetryEvent[];
  /** Also of those that are not among them. */
  total: number;
  /** Of what happened: an event may stand for several. */
  count: number;
  repos: string[];
  agents: string[];
  /** ISO 8601; "" when there is none. */
  first_seen: string;
  last_seen: string;
}

/** That hold a text in any field, in any case. Throws StoreError. */
export function eventsHolding(connection: Connection, text: string, asked: Asked): Promise<Found> {
  const fields = sql`concat(error_message, '\n', error_type, '\n', agent, '\n', repo, '\n', telemetry_id)`;
  return found(connection, asked, sql`positionCaseInsensitiveUTF8(concat(${fields}, ${"\0"}, details), ${text}) > 0`);
}

/** Whose id begins so. Throws StoreError. */
export const eventsNamed = (connection: Connection, beginning: string, asked: Asked): Promise<Found> =>
  found(connection, asked, sql`substring(telemetry_id, 1, ${beginning.length}) = ${beginning}`);

interface Known {
  aliases: Aliases;
  catalogue: Catalogue;
}

/** Of each group that has cells, by what the user calls it. `cells`: of the same question. Throws StoreError. */
export async function eventsOfGroups(
  connection: Connection,
  cells: readonly Cell[],
  { aliases, catalogue }: Known,
  asked: Asked,
): Promise<Map<string, Found>> {
  const wanted = new Set(cells.map(({ group }) => group));
  const conditions = new Map<string, Sql>();
  const kind = kindOf(catalogue);
  for (const [group, kinds] of await kindsByGroup(connection, catalogue, asked)) {
    for (const { alias, where } of partsOf(group, aliases, cells)) {
      const before = conditions.get(alias) ?? sql`0`;
      if (wanted.has(alias)) conditions.set(alias, sql`${before} OR (${kind} IN ${kinds} ${where})`);
    }
  }
  const groups = new Map<string, Found>();
  for (const [group, condition] of conditions) groups.set(group, await found(connection, asked, sql`(${condition})`));
  return groups;
}

async function kindsByGroup(
  connection: Connection,
  catalogue: Catalogue,
  { window }: Asked,
): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for (const [kind, { group }] of await opinionsIn(connection, window, catalogue))
    groups.set(group, [...(groups.get(group) ?? []), kind]);
  return groups;
}

/** What a group is called after merges and splits, and what tells a part of it. */
function partsOf(group: string, aliases: Aliases, cells: readonly Cell[]): { alias: string; where: Sql }[] {
  const by = aliases.split.get(group);
  if (by === undefined) return [{ alias: aliasOf({ group, repo: "", agent: "" }, aliases), where: sql`` }];
  return [...new Set(cells.map((cell) => cell[by]))].map((name) => ({
    alias: aliasOf({ group, repo: name, agent: name }, aliases),
    where: sql`AND ${named(by)} = ${name}`,
  }));
}

async function found(connection: Connection, { window, limit, ...filter }: Asked, condition: Sql): Promise<Found> {
  const { events } = tablesIn(connection);
  const where = sql`WHERE ${within(window)} ${passing(filter)} AND ${condition}`;
  const [all] = await connection.rows<CountedRow>(
    sql`SELECT toString(count()) AS total, toString(sum(count)) AS happened, groupUniqArray(repo) AS repos,
      groupUniqArray(agent) AS agents, toString(min(at)) AS first, toString(max(at)) AS last FROM ${events} FINAL ${where}`,
  );
  const total = Number(all?.total ?? 0);
  if (all === undefined || total === 0)
    return { events: [], total: 0, count: 0, repos: [], agents: [], first_seen: "", last_seen: "" };
  const rows = await connection.rows<EventRow>(
    sql`SELECT ${new Sql(EVENT_COLUMNS)} FROM ${events} FINAL ${where} ORDER BY at DESC, identity DESC LIMIT ${limit}`,
  );
  return {
    events: rows.reverse().map(eventOf),
    ...{ total, count: Number(all.happened), repos: all.repos.sort(), agents: all.agents.sort() },
    ...{ first_seen: new Date(Number(all.first)).toISOString(), last_seen: new Date(Number(all.last)).toISOString() },
  };
}

interface CountedRow {
  total: string;
  happened: string;
  repos: string[];
  agents: string[];
  first: string;
  last: string;
}

const passing = ({ repo, agent, type }: Filter): Sql =>
  sql`${only(sql`repo`, repo)} ${only(sql`agent`, agent)} ${only(sql`error_type`, type)}`;

const only = (column: Sql, wanted: string | undefined): Sql =>
  wanted === undefined ? sql`` : sql`AND ${column} = ${wanted}`;
