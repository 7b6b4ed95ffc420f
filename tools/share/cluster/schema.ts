// The tables: made on the first push, and looked at before every other. A row is one event with what the report thinks of it, so
// that the engine can count; an opinion names the version whose it is, and another version judges anew.

import { StoreError } from "12-factor-telemetry/store";
import type { Connection } from "./connect.ts";
import { named, type Sql, sql } from "./sql.ts";

/** Of the tables. A newer one is left alone. */
const SCHEMA = 1;

export const tablesIn = ({ target: { database } }: Connection): Record<"events" | "words" | "schema", Sql> => ({
  events: sql`${named(database)}.events`,
  words: sql`${named(database)}.words`,
  schema: sql`${named(database)}.schema`,
});

/** False when there is none yet. Throws StoreError when its tables are those of a newer version. */
export async function hasSchema(connection: Connection): Promise<boolean> {
  const { database } = connection.target;
  const there = await connection.rows(
    sql`SELECT name FROM system.tables WHERE database = ${database} AND name = 'schema'`,
  );
  if (there.length === 0) return false;
  const [found] = await connection.rows<{ version: number }>(
    sql`SELECT max(version) AS version FROM ${tablesIn(connection).schema}`,
  );
  if (Number(found?.version) > SCHEMA)
    throw new StoreError(
      "STORE_UNREADABLE",
      `${connection.target.url}: the tables are of version ${found?.version}, and this program knows version ${SCHEMA}. Update it.`,
    );
  return true;
}

interface Wanted {
  /** Name of a cluster of the server's: tables on each of its shards, and one over all of them. */
  cluster: string | undefined;
  retentionDays: number;
}

/** Makes what is missing. Throws StoreError. */
export async function makeSchema(connection: Connection, wanted: Wanted): Promise<void> {
  const { database } = connection.target;
  const { modern, keeper } = await abilitiesOf(connection);
  const everywhere = wanted.cluster !== undefined && keeper ? sql`ON CLUSTER ${named(wanted.cluster)}` : sql``;
  const make = (table: string, columns: Sql, rest: Sql) =>
    connection.run(
      sql`CREATE TABLE IF NOT EXISTS ${named(database)}.${named(table)} ${everywhere} (${columns}) ENGINE = ${rest}`,
    );
  await connection.run(sql`CREATE DATABASE IF NOT EXISTS ${named(database)} ${everywhere}`);
  for (const { name, columns, order, version, shard } of TABLES) {
    const fields = columns(modern ? sql`LowCardinality(String)` : sql`String`);
    const ttl = modern && name === "events" ? sql`TTL day + INTERVAL ${wanted.retentionDays} DAY` : sql``;
    const how = sql`PARTITION BY day ORDER BY (${order}) ${ttl}`;
    const replacing =
      everywhere.text === ""
        ? sql`ReplacingMergeTree(${version})`
        : sql`ReplicatedReplacingMergeTree(${`/clickhouse/tables/{shard}/${database}/${name}`}, '{replica}', ${version})`;
    if (wanted.cluster === undefined) await make(name, fields, sql`${replacing} ${how}`);
    else {
      await make(`${name}_shard`, fields, sql`${replacing} ${how}`);
      const over = sql`Distributed(${named(wanted.cluster)}, ${named(database)}, ${named(`${name}_shard`)}, ${shard})`;
      await make(name, fields, over);
    }
  }
  await connection.run(
    sql`CREATE VIEW IF NOT EXISTS ${tablesIn(connection).schema} ${everywhere} AS SELECT ${SCHEMA} AS version`,
  );
}

interface Table {
  name: string;
  /** `word`: the type of a text that comes again and again. */
  columns(word: Sql): Sql;
  order: Sql;
  version: Sql;
  /** Where a row goes: the same row always to the same shard, for only there two of it become one. */
  shard: Sql;
}

const TABLES: readonly Table[] = [
  {
    name: "events",
    columns: (word) => sql`day Date, at Int64, identity UInt64, machine ${word}, pushed Int64,
      repo ${word}, agent ${word}, class ${word}, error_type ${word}, error_message String, telemetry_id String,
      commit ${word}, count UInt32, rest String, details String,
      judge ${word}, group_id ${word}, family ${word}, opinion UInt64, nameless UInt64, key ${word}, told ${word}, judged UInt64`,
    // With the day in it engines since 24 put the rows of each partition together by themselves.
    order: sql`repo, day, at, identity`,
    version: sql`pushed`,
    shard: sql`identity`,
  },
  {
    name: "words",
    columns: (word) => sql`day Date, at Int64, identity UInt64, machine ${word}, pushed Int64, line String`,
    order: sql`at, identity`,
    version: sql`pushed`,
    shard: sql`identity`,
  },
];

/** `modern`: dictionaries and TTL, which 19 brought. `keeper`: something that keeps replicas together. */
async function abilitiesOf(connection: Connection): Promise<{ modern: boolean; keeper: boolean }> {
  const [found] = await connection.rows<{ version: string; keeper: string }>(
    sql`SELECT version() AS version, toString(count()) AS keeper FROM system.tables WHERE database = 'system' AND name = 'zookeeper'`,
  );
  return { modern: Number.parseInt(found?.version ?? "", 10) >= 20, keeper: found?.keeper !== "0" };
}

/** Of inserts: rows are on their shard when one is answered, and not in a queue. Throws StoreError. */
export async function settingsOf(connection: Connection): Promise<Record<string, number>> {
  const [found] = await connection.rows<{ engine: string }>(
    sql`SELECT engine FROM system.tables WHERE database = ${connection.target.database} AND name = 'events'`,
  );
  return found?.engine === "Distributed" ? { insert_distributed_sync: 1 } : {};
}

/** Before 20 no table forgets by itself: whole days are dropped on this server. Throws StoreError. */
export async function forgetBefore(connection: Connection, day: string): Promise<void> {
  if ((await abilitiesOf(connection)).modern) return;
  const { database } = connection.target;
  const old = await connection.rows<{ table: string; partition: string }>(
    sql`SELECT DISTINCT table, partition FROM system.parts WHERE database = ${database} AND active AND table IN ${["events", "events_shard"]} AND partition < ${day}`,
  );
  for (const { table, partition } of old)
    await connection.run(sql`ALTER TABLE ${named(database)}.${named(table)} DROP PARTITION ${partition}`);
}
