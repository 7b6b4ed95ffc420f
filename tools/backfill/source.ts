// One coding agent: where its logs lie, and how a failure stands in them.

import type { Failure } from "./failure.ts";
import type { LogFile } from "./log-file.ts";

export interface Source {
  name: string;
  /** Folders to look through, whether they are there or not. */
  folders(home: string, environment: Environment): string[];
  /** Folders below them that are looked into. @default 8 */
  depth?: number;
  /** Whether a file below them is a log; `path` is absolute. */
  isLog(path: string): boolean;
  /** The failures of one file, in its order. Lines that are no records are skipped. */
  failures(log: LogFile): Iterable<Failure>;
}

export type Environment = Readonly<Record<string, string | undefined>>;
