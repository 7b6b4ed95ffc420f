// Codex tells a hook neither exit code nor error: what is new in its log does.

import { TelemetryCollector } from "12-factor-telemetry";
import { lookAround } from "12-factor-telemetry/collect";
import { Checkpoints } from "../backfill/checkpoints.ts";
import { importLogs } from "../backfill/import-logs.ts";
import { namedLog } from "../backfill/log-files.ts";
import { codex } from "../backfill/sources/codex.ts";

/** Records the failures that `path` did not hold at the last look. Throws the file system's error when it is not there. */
export function recordNewOf(path: string): void {
  const { directory, consent } = lookAround({});
  if (path === "" || !consent.enabled) return;
  const found = namedLog(path);
  const checkpoints = new Checkpoints(directory);
  const behind = checkpoints.placeOf(found)?.lines ?? 0;
  const collector = new TelemetryCollector();
  for (const imported of importLogs({
    source: codex,
    logs: [found],
    checkpoints,
    since: Number.NEGATIVE_INFINITY,
    known: new Set(),
    onProgress: () => {},
  })) {
    if ("seen" in imported && imported.failure.line > behind) collector.recordEvent(imported.seen);
  }
  checkpoints.save();
}
