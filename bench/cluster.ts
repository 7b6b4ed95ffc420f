// A month of a million events (or `node bench/dist/cluster.js EVENTS`) to a ClickHouse server, and the month's report from there, beside
// the same report from the local store's roll-ups. Whole processes in turn. The server is CLICKHOUSE, http://127.0.0.1:8123; its
// database bench_<time> is made and dropped. Run: CLICKHOUSE=... npm run bench -- cluster

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeMonth } from "./month.ts";

const server = process.env["CLICKHOUSE"];
const events = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 3;

if (server === undefined) process.stdout.write("Skipped: CLICKHOUSE names no server.\n");
else await measure(server);

async function measure(url: string): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "12-factor-cluster-"));
  const database = `bench_${Date.now()}`;
  const address = `${url}/${database}`;
  const now = Date.now();
  writeMonth(directory, events, now);
  const [version] = (await asked(url, "SELECT version()")).split("\n");
  process.stdout.write(`${events} events, ClickHouse ${version}, Node ${process.version}, ${process.platform}\n`);
  const pushed = secondsOf(["push", "--to", address, "--yes", "--dir", directory]);
  const again = secondsOf(["push", "--to", address, "--dir", directory]);
  const sizes = `FROM system.parts WHERE active AND database = '${database}' AND table = 'events'`;
  const bytes = Number(await asked(url, `SELECT sum(bytes_on_disk) / sum(rows) ${sizes}`));
  line("push", `${pushed.toFixed(1)} s, ${Math.round(events / pushed)} events a second`);
  line("push of nothing new", `${again.toFixed(1)} s`);
  line("on disk", `${bytes.toFixed(0)} bytes an event`);
  const summary = ["summary", "--json", "--since", "30d", "--until", new Date(now).toISOString(), "--dir", directory];
  const first = secondsOf(summary);
  const local = Array.from({ length: ROUNDS }, () => secondsOf(summary));
  const remote = Array.from({ length: ROUNDS }, () => secondsOf([...summary, "--from", address]));
  const [here, there] = [Math.min(...local), Math.min(...remote)];
  line("report, local", `${here.toFixed(2)} s from roll-ups, ${first.toFixed(2)} s the first time`);
  line("report, engine", `${there.toFixed(2)} s, ${(there / here).toFixed(1)}x`);
  await asked(url, `DROP DATABASE ${database}`);
  rmSync(directory, { recursive: true });
}

function line(what: string, figures: string): void {
  process.stdout.write(`${what.padEnd(21)}${figures}\n`);
}

function secondsOf(words: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [resolve("bin/agent"), "telemetry", ...words], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${words[0]}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

async function asked(url: string, query: string): Promise<string> {
  const answer = await fetch(url, { method: "POST", body: query });
  return await answer.text();
}
