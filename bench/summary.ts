// What `summary` costs on a month of a million events (or `node bench/dist/summary.js EVENTS`), first and again, beside the cheapest
// reader there is: a loop of JSON.parse over the same lines. Whole processes in turn, the median of three. With TIMES=10 as well on a
// month of ten times as many events, once, 3.4 GB on disk: what that costs of the first. Run: npm run bench -- summary

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMonth } from "./month.ts";

const PARSE_LOOP = "--parse-loop";

if (process.argv[2] === PARSE_LOOP) parseLoop(process.argv[3] as string);
else {
  const events = Number(process.argv[2] ?? 1_000_000);
  const times = Number(process.env["TIMES"] ?? 1);
  const first = compare(events, 3);
  if (times > 1) {
    const more = compare(events * times, 1);
    process.stdout.write(`first, with ${times} times the events: ${(more / first).toFixed(2)}x\n`);
  }
}

function parseLoop(directory: string): void {
  for (const path of linesFiles(directory))
    for (const line of readFileSync(path, "utf8").split("\n")) if (line !== "") JSON.parse(line);
}

function linesFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("all_errors.jsonl"))
    .map((name) => join(directory, name));
}

/** Answers seconds of CPU for the first summary. */
function compare(events: number, rounds: number): number {
  const directory = mkdtempSync(join(tmpdir(), "12-factor-month-"));
  const rows: Record<string, Cost[]> = { parse: [], first: [], again: [], "again, 7 days": [] };
  try {
    writeMonth(directory, events, Date.now());
    const summary = [resolve("bin/agent"), "telemetry", "summary", "--dir", directory, "--since"];
    for (let round = 0; round < rounds; round++) {
      forget(directory);
      rows["parse"]?.push(costOf([fileURLToPath(import.meta.url), PARSE_LOOP, directory]));
      rows["first"]?.push(costOf([...summary, "30d"]));
      rows["again"]?.push(costOf([...summary, "30d"]));
      costOf([...summary, "7d"]); // the first time it puts its days together
      rows["again, 7 days"]?.push(costOf([...summary, "7d"]));
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  const parse = middle(rows["parse"] ?? []);
  process.stdout.write(`${events} events, Node ${process.version}, ${process.platform}\n`);
  for (const [name, costs] of Object.entries(rows)) {
    const { wall, cpu, mb } = middle(costs);
    process.stdout.write(
      `${name.padEnd(15)}${seconds(wall, parse.wall)}${seconds(cpu, parse.cpu)} CPU${mb.toFixed(0).padStart(6)} MB\n`,
    );
  }
  return middle(rows["first"] ?? []).cpu;
}

function seconds(cost: number, parse: number): string {
  return `${cost.toFixed(2).padStart(8)} s${(cost / parse).toFixed(2).padStart(7)}x`;
}

function middle(costs: readonly Cost[]): Cost {
  const of = (part: keyof Cost): number => median(costs.map((cost) => cost[part]));
  return { wall: of("wall"), cpu: of("cpu"), mb: of("mb") };
}

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
