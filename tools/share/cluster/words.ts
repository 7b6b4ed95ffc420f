// What people said of groups, from every machine that has pushed: lines of state.jsonl, which only ever grow.

import { instantOf, type Word } from "12-factor-telemetry/event";
import { wordIn } from "12-factor-telemetry/store";
import type { Connection } from "./connect.ts";
import { tablesIn } from "./schema.ts";
import { sql } from "./sql.ts";

/** Oldest first. `own`: what is said here counts here, also before it is pushed. Throws StoreError. */
export async function wordsIn(connection: Connection, own: readonly Word[]): Promise<Word[]> {
  const rows = await connection.rows<{ line: string }>(
    sql`SELECT line FROM ${tablesIn(connection).words} ORDER BY at, identity`,
  );
  const words = [...own, ...rows.flatMap(({ line }) => wordIn(line) ?? [])];
  const once = new Map(words.map((word) => [`${word.at} ${word.group} ${word.word}`, word]));
  return [...once.values()].sort((a, b) => instantOf(a.at) - instantOf(b.at));
}
