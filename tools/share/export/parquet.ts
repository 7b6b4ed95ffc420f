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
    schema: schemaFromColumnData({ columnData: emptyColumns() }),
    createdBy: "12-factor-telemetry",
  });
  for (const columnData of groupsOf(events)) {
    writer.write({ columnData, rowGroupSize: GROUP });
    yield bytes.getBytes().slice();
    bytes.index = 0;
  }
  writer.finish();
  yield bytes.getBytes();
}

/** Values are put into their columns at once: of an event nothing else is kept. */
function* groupsOf(events: Iterable<SanitizedEvent>): Generator<ColumnSource[]> {
  let columns = emptyColumns();
  let size = 0;
  for (const event of events) {
    for (const { data, of } of columns) data.push(of(event));
    if (++size < GROUP) continue;
    yield columns;
    [columns, size] = [emptyColumns(), 0];
  }
  if (size > 0) yield columns;
}

const emptyColumns = () =>
  Object.entries(COLUMNS).map(([name, { nullable = false, ...column }]) => ({
    name,
    nullable,
    data: [] as unknown[],
    ...column,
  }));
