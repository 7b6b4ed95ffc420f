// What `summary` costs on a month of a million events (or `node bench/dist/summary.js EVENTS`), first and again, beside the cheapest
// reader there is: a loop of JSON.parse over the same lines. Whole processes in turn, the median of three. Run: npm run bench -- summary

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMonth } from "./month.ts";

const PARSE_LOOP = "--parse-loop";

if (process.argv[2] === PARSE_LOOP) parseLoop(process.argv[3] as string);
else compare(Number(process.argv[2] ?? 1_000_000));

function parseLoop(directory: string): void {
  for (const path of linesFiles(directory))
    for (const line of readFileSync(path, "utf8").split("\n")) if (line !== "") JSON.parse(line);
}

function linesFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("all_errors.jsonl"))
    .map((name) => join(directory, name));
}

function compare(events: number): void {
  const directory = mkdtempSync(join(tmpdir(), "12-factor-month-"));
  writeMonth(directory, events, Date.now());
  const agent = resolve("bin/agent");
  const summary = ["telemetry", "summary", "--dir", directory, "--since"];
  const rows: Record<string, Cost[]> = { parse: [], first: [], again: [], "again, 7 days": [] };
  for (let round = 0; round < 3; round++) {
    forget(directory);
    rows["parse"]?.push(costOf([fileURLToPath(import.meta.url), PARSE_LOOP, directory]));
    rows["first"]?.push(costOf([agent, ...summary, "30d"]));
    rows["again"]?.push(costOf([agent, ...summary, "30d"]));
    rows["again, 7 days"]?.push(costOf([agent, ...summary, "7d"]));
  }
  rmSync(directory, { recursive: true });
  const parse = median(rows["parse"]?.map(({ cpu }) => cpu) ?? []);
  const lines = Object.entries(rows).map(([name, costs]) => {
    const [wall, cpu, mb] = (["wall", "cpu", "mb"] as const).map((part) =>
      median(costs.map((cost) => cost[part])),
    ) as Three;
    return `${name.padEnd(15)}${wall.toFixed(2).padStart(8)} s${cpu.toFixed(2).padStart(8)} s CPU${(cpu / parse).toFixed(2).padStart(7)}x${mb.toFixed(0).padStart(6)} MB`;
  });
  process.stdout.write(`${events} events, Node ${process.version}, ${process.platform}\n${lines.join("\n")}\n`);
}

type Three = [number, number, number];

/** Seconds, and the most memory. */
interface Cost {
  wall: number;
  cpu: number;
  mb: number;
}

function costOf(args: readonly string[]): Cost {
  const watched = ["-f", "%e %U %S %M", process.execPath, ...args];
  const { stderr } = spawnSync("/usr/bin/time", watched, { encoding: "utf8", maxBuffer: 1 << 28 });
  const [wall = 0, user = 0, system = 0, kb = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return { wall, cpu: user + system, mb: kb / 1024 };
}

function forget(directory: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" }))
    if (/(?:rollup[\w-]*|days)\.jsonl$/.test(name)) rmSync(join(directory, name));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
