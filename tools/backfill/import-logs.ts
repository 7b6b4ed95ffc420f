// Logs in, events out: each failure once, whatever files repeat it and however often they are read.

import type { Seen } from "12-factor-telemetry/collect";
import { instantOf } from "12-factor-telemetry/event";
import type { Checkpoints } from "./checkpoints.ts";
import { eventOf, idOf } from "./event-of.ts";
import type { Failure } from "./failure.ts";
import { LogFile, START } from "./log-file.ts";
import type { FoundLog } from "./log-files.ts";
import type { Source } from "./source.ts";

export interface Imported {
  seen: Seen & { telemetry_id: string };
  failure: Failure;
  file: string;
}

export interface LogError {
  file: string;
  problem: string;
}

export interface Question {
  source: Source;
  logs: readonly FoundLog[];
  /** undefined: every file from its start. */
  checkpoints: Checkpoints | undefined;
  /** Milliseconds since the epoch; earlier failures are left out. */
  since: number;
  /** Ids of events that the store has already; those that come are added. */
  known: Set<string>;
  /** Told before each file how many bytes are behind it, and all of them at the end. */
  onProgress(bytes: number): void;
}

/** A file that cannot be read is told of, and the others go on. */
export function* importLogs(question: Question): Generator<Imported | LogError> {
  const { logs, checkpoints, onProgress } = question;
  let bytes = 0;
  for (const found of logs) {
    onProgress(bytes);
    bytes += found.size;
    if (checkpoints?.isUnchanged(found)) continue;
    const log = new LogFile(found.path, checkpoints?.placeOf(found) ?? START);
    try {
      yield* newFailures(log, question);
    } catch (error) {
      // Of the file system or of SQLite: gone meanwhile, not ours to read, damaged.
      yield { file: found.path, problem: `${(error as Error).message}` };
      continue;
    }
    if (log.skipped > 0) yield { file: found.path, problem: `${log.skipped} lines over 16 MiB were skipped` };
    checkpoints?.set(found, log.read);
  }
  onProgress(bytes);
}

function* newFailures(log: LogFile, { source, since, known }: Question): Generator<Imported> {
  for (const failure of source.failures(log)) {
    if (!(instantOf(failure.timestamp) >= since)) continue;
    const telemetry_id = idOf(source.name, failure.key);
    if (known.has(telemetry_id)) continue;
    known.add(telemetry_id);
    yield { seen: { ...eventOf(failure, source.name), telemetry_id }, failure, file: log.path };
  }
}
