// One client, over this process's standard input and output, until it closes them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { AnyQuestion } from "../load-report.ts";
import { packageFolder } from "../settings/package-folder.ts";
import { telemetryServer } from "./server.ts";

export function serveTelemetry(directory: string, from?: AnyQuestion["from"]): void {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as { version: string };
  serveStdio(() => telemetryServer(directory, version, from));
}
