// Parquet, row group by row group: only one of them is in memory. `context` and `cause` are columns of JSON, which engines look into.

import { instantOf, type SanitizedEvent } from "12-factor-telemetry/event";
import type { BasicType, ColumnSource } from "hyparquet-writer";

/** Events: some 10 MB of memory, and few enough groups for an engine to skip by. */
const GROUP = 20_000;

interface Column {
  type: BasicType;
  nullable?: boolean;
  of(event: SanitizedEvent): unknown;
}

const COLUMNS: Record<string, Column> = {
  timestamp: { type: "TIMESTAMP", of: ({ timestamp }) => new Date(instantOf(timestamp)) },
  repo: { type: "STRING", of: ({ repo }) => repo },
  agent: { type: "STRING", of: ({ agent }) => agent },
  error_type: { type: "STRING", of: ({ error_type }) => error_type },
  error_message: { type: "STRING", of: ({ error_message }) => error_message },
  count: { type: "INT64", of: ({ count = 1 }) => BigInt(count) },
  telemetry_id: { type: "STRING", of: ({ telemetry_id }) => telemetry_id },
  source: { type: "STRING", nullable: true, of: ({ source }) => source },
  commit: { type: "STRING", nullable: true, of: ({ commit }) => commit },
  context: { type: "JSON", of: ({ context }) => context },
  stack: { type: "STRING", nullable: true, of: ({ stack }) => stack?.join("\n") },
  cause: { type: "JSON", nullable: true, of: ({ cause }) => cause },
};

/** The bytes of a file, piece by piece. */
export async function* parquetOf(events: Iterable<SanitizedEvent>): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: columnsOf([]) }),
    createdBy: "12-factor-telemetry",
  });
  for (const group of groupsOf(events)) {
    writer.write({ columnData: columnsOf(group), rowGroupSize: GROUP });
    yield bytes.getBytes().slice();
    bytes.index = 0;
  }
  writer.finish();
  yield bytes.getBytes();
}

function* groupsOf(events: Iterable<SanitizedEvent>): Generator<SanitizedEvent[]> {
  let group: SanitizedEvent[] = [];
  for (const event of events) {
    group.push(event);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function columnsOf(events: readonly SanitizedEvent[]): ColumnSource[] {
  return Object.entries(COLUMNS).map(([name, { type, nullable = false, of }]) => ({
    name,
    type,
    nullable,
    data: events.map(of),
  }));
}
