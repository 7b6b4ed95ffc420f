// `node --import 12-factor-telemetry/register app.js`: what ends a process is recorded, and nothing else about it changes.
//
// Only the monitor is listened to: a listener for `uncaughtException` or `unhandledRejection` would keep the process alive.
// It sees rejections too, and must be synchronous: one that throws turns exit code 1 into 7.

import { TelemetryCollector } from "../telemetry/index.ts";

const telemetry = new TelemetryCollector();

process.on("uncaughtExceptionMonitor", (error, origin) => {
  telemetry.record(error, { agent: programName(), operation: origin, source: "process" });
});

/** Its file's name tells more than "node", and nothing about a person. */
function programName(): string {
  const script = process.argv[1] ?? "";
  return script.replace(/^.*[\\/]/, "") || "node";
}
