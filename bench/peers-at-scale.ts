// One store, three questions, three programs: ours, DuckDB's read_ndjson and jq, on a month of a million events (or `node
// bench/dist/peers-at-scale.js EVENTS`). Whole processes in turn, the median of three; one of each where a round takes a quarter of an
// hour. Ours cleans every event that it exports, which the others do not. Run: npm run bench -- peers-at-scale

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMonth } from "./month.ts";

const DUCKDB = "--duckdb";
const LOOKED_FOR = "index.lock";
/** Events. */
const MOST_THRICE = 2_000_000;

if (process.argv[2] === DUCKDB) await ask(process.argv.slice(3));
else compare(Number(process.argv[2] ?? 1_000_000));

/** DuckDB with its answer on standard output, as its command line has it. */
async function ask(statements: readonly string[]): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };
  const connection = await (await DuckDBInstance.create(":memory:", offline)).connect();
  for (const statement of statements) {
    const answer = await connection.runAndReadAll(statement);
    process.stdout.write(`${JSON.stringify(answer.getRowObjectsJson())}\n`);
  }
}

function compare(events: number): void {
  const directory = mkdtempSync(join(tmpdir(), "12-factor-scale-"));
  const out = mkdtempSync(join(tmpdir(), "12-factor-out-"));
  try {
    writeMonth(directory, events, Date.now());
    const rows = questions(directory, out);
    const costs = rows.map(() => [] as Cost[]);
    const rounds = events > MOST_THRICE ? 1 : 3;
    const first = costOf((rows[0] as Row).command);
    for (let round = 0; round < rounds; round++)
      for (const [index, { command }] of rows.entries()) costs[index]?.push(costOf(command));
    process.stdout.write(`${events} events, Node ${process.version}, ${process.platform}\n`);
    process.stdout.write(lineOf("summary for the first time", [first]));
    for (const [index, { name }] of rows.entries()) process.stdout.write(lineOf(name, costs[index] ?? []));
  } finally {
    for (const folder of [directory, out]) rmSync(folder, { recursive: true, force: true });
  }
}

interface Row {
  name: string;
  command: readonly string[];
}

function questions(directory: string, out: string): Row[] {
  const node = process.execPath;
  const ours = (...words: string[]) => [node, resolve("bin/agent"), "telemetry", ...words, "--dir", directory];
  const files = linesFiles(directory);
  const duckdb = (...statements: string[]) => [node, fileURLToPath(import.meta.url), DUCKDB, ...statements];
  const jq = (flags: string, program: string) => ["jq", flags, program, ...files];
  const events = `read_ndjson('${directory}/**/all_errors.jsonl')`;
  const columns = "timestamp, repo, agent, error_type, error_message, context, telemetry_id, source, commit, stack";
  return [
    { name: "summary, ours", command: ours("summary", "--since", "30d") },
    { name: "summary, 7 days, ours", command: ours("summary", "--since", "7d") },
    // With all that is remarkable about each pattern besides what it is.
    { name: "summary as JSON, ours", command: ours("summary", "--since", "30d", "--json") },
    {
      name: "summary, DuckDB",
      command: duckdb(
        `SELECT error_type, count(*) FROM ${events} GROUP BY 1 ORDER BY 2 DESC LIMIT 5`,
        `SELECT repo, count(*) FROM ${events} GROUP BY 1`,
        `SELECT error_type, error_message, count(*), min(timestamp), max(timestamp) FROM ${events} GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 20`,
      ),
    },
    {
      name: "summary, jq",
      command: jq("-nc", "reduce inputs as $e ({}; .types[$e.error_type] += 1 | .repos[$e.repo] += 1)"),
    },
    { name: "search, ours", command: ours("search", LOOKED_FOR, "--json") },
    {
      name: "search, DuckDB",
      command: duckdb(
        `SELECT * FROM ${events} WHERE error_message ILIKE '%${LOOKED_FOR}%' ORDER BY timestamp DESC LIMIT 20`,
      ),
    },
    { name: "search, jq", command: jq("-c", `select(.error_message | ascii_downcase | contains("${LOOKED_FOR}"))`) },
    { name: "export CSV, ours", command: ours("export", "--format", "csv", "--force", "--out", join(out, "ours.csv")) },
    { name: "export CSV, DuckDB", command: duckdb(`COPY (SELECT ${columns} FROM ${events}) TO '${out}/duck.csv'`) },
    {
      name: "export CSV, jq",
      command: jq(
        "-r",
        "[.timestamp, .repo, .agent, .error_type, .error_message, (.context | tojson), .telemetry_id, .source, .commit, (.stack | tojson)] | @csv",
      ),
    },
    {
      name: "export Parquet, ours",
      command: ours("export", "--format", "parquet", "--force", "--out", join(out, "ours.parquet")),
    },
    {
      name: "export Parquet, DuckDB",
      command: duckdb(`COPY (SELECT ${columns} FROM ${events}) TO '${out}/duck.parquet' (FORMAT parquet)`),
    },
    {
      name: "export OTLP, ours",
      command: ours("export", "--format", "otlp-jsonl", "--force", "--out", join(out, "ours.otlp.jsonl")),
    },
  ];
}

function linesFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("all_errors.jsonl"))
    .map((name) => join(directory, name));
}

/** Seconds, and the most memory. */
interface Cost {
  wall: number;
  cpu: number;
  mb: number;
}

function costOf(command: readonly string[]): Cost {
  const watched = ["-f", "%e %U %S %M", ...command];
  const { stderr, status } = spawnSync("/usr/bin/time", watched, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [wall = 0, user = 0, system = 0, kb = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  if (status !== 0) throw new Error(`${command.slice(0, 4).join(" ")} failed: ${stderr}`);
  return { wall, cpu: user + system, mb: kb / 1024 };
}

function lineOf(name: string, costs: readonly Cost[]): string {
  const [wall, cpu, mb] = (["wall", "cpu", "mb"] as const).map((part) => median(costs.map((cost) => cost[part])));
  return `${name.padEnd(28)}${wall?.toFixed(2).padStart(8)} s${cpu?.toFixed(2).padStart(8)} s CPU${mb?.toFixed(0).padStart(7)} MB\n`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
