// Other programs' SQLite databases, read-only: by Node's own module where it has one (22.5 and later), else by libsql.

import { createRequire } from "node:module";

export interface Database {
  rows(query: string, ...values: number[]): Iterable<Record<string, unknown>>;
  close(): void;
}

/** Throws the library's error when the file is no database or cannot be opened. */
export function openDatabase(path: string): Database {
  const require = createRequire(import.meta.url);
  const own = process.getBuiltinModule("node:sqlite") as NodeSqlite | undefined;
  const database =
    own === undefined
      ? new (require("libsql") as Libsql)(path, { readonly: true, fileMustExist: true })
      : new own.DatabaseSync(path, { readOnly: true });
  return {
    rows: (query, ...values) => database.prepare(query).iterate(...values) as Iterable<Record<string, unknown>>,
    close: () => database.close(),
  };
}

interface Opened {
  prepare(query: string): { iterate(...values: number[]): Iterable<unknown> };
  close(): void;
}
interface NodeSqlite {
  DatabaseSync: new (path: string, options: { readOnly: boolean }) => Opened;
}
type Libsql = new (path: string, options: { readonly: boolean; fileMustExist: boolean }) => Opened;
