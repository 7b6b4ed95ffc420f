// ClickHouse's stand-in on loopback: for what a server says when something is wrong. Real ones are asked in test/cluster/.

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../cli/agent.ts";

interface How {
  version?: number;
  fail?: { html?: true; deaf?: true; query?: string; code?: number; after?: number };
}

interface Server {
  port: string;
  address: string;
  /** Rows that it took. */
  rows(): Record<string, unknown>[];
}

export async function clickHouse(how: How = {}, log: string = join(temporaryFolder(), "rows")): Promise<Server> {
  const script = resolve("test/fixtures/clickhouse-stand-in.mjs");
  const child = spawn(process.execPath, [script, log, JSON.stringify(how)], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  const port = await new Promise<string>((told, failed) => {
    child.stdout.once("data", (chunk: Buffer) => told(String(chunk).trim()));
    child.once("exit", (code) => failed(new Error(`the stand-in ended with ${code}`)));
  });
  const rows = () =>
    existsSync(log)
      ? readFileSync(log, "utf8")
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line))
      : [];
  return { port, address: `http://127.0.0.1:${port}/team`, rows };
}
