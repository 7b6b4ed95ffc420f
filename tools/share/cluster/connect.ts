// A ClickHouse server over HTTP: the one place that loads its client, and only when somebody names a server.

import { StoreError } from "12-factor-telemetry/store";
import { again, isHungUp, told } from "./failure.ts";
import type { Sql } from "./sql.ts";
import type { Target } from "./target.ts";

/** What it is tried with. */
const CLIENT = "@clickhouse/client@1.23.1";
/** Milliseconds: a report over a large window may take its time. */
const PATIENCE_MS = 300_000;

export interface Connection {
  target: Target;
  /** Throws StoreError: one line that says what failed and what to do. */
  rows<Row>(query: Sql): Promise<Row[]>;
  /** Throws StoreError. */
  run(query: Sql): Promise<void>;
  /** `lines`: a row each, as JSON. Tried again while there is hope: a row that arrives twice is one. Throws StoreError. */
  insert(table: Sql, lines: readonly string[], settings: Record<string, number>): Promise<void>;
}

/** Opens nothing yet. Throws StoreError when the client is not installed. */
export async function connectTo(target: Target): Promise<Connection> {
  const { createClient, ClickHouseLogLevel } = await clientModule();
  const { url, username, password } = target;
  const client = createClient({
    ...{ url, username, password, request_timeout: PATIENCE_MS },
    compression: { request: { codec: "gzip", level: 1 } },
    // A row that is inserted is JSON already.
    json: { parse: JSON.parse, stringify: String },
    log: { level: ClickHouseLogLevel.OFF },
    // A command that is done ends: no socket waits for more.
    keep_alive: { enabled: false },
  });
  const telling = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw told(error, target);
    }
  };
  return {
    target,
    rows: <Row>(query: Sql) =>
      telling(async () => (await client.query({ query: query.text, format: "JSONEachRow" })).json<Row>()),
    run: (query) => telling(async () => void (await client.command({ query: query.text }))),
    insert: (table, lines, clickhouse_settings) =>
      telling(() =>
        again(async () => {
          try {
            await client.insert({ table: table.text, values: lines, format: "JSONEachRow", clickhouse_settings });
          } catch (error) {
            // Who refuses hangs up before all rows are heard, and the reason is lost on the way; of no rows it is not.
            if (isHungUp(error)) await client.command({ query: `INSERT INTO ${table.text} FORMAT JSONEachRow` });
            throw error;
          }
        }),
      ),
  };
}

async function clientModule(): Promise<typeof import("@clickhouse/client")> {
  try {
    return await import("@clickhouse/client");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    const how = `Install it beside this program: npm install ${CLIENT}`;
    throw new StoreError("STORE_REFUSED", `The client for ClickHouse is not installed. ${how}`, { cause: error });
  }
}
