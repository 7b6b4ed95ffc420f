// An hour as on a busy machine: agents that fail, an import, `clean`, `doctor --repair` and `summary` as commands, a dashboard with a
// page open and an MCP server that is asked, all but the last two killed at random and started again. Then: is every event whose call
// returned an id there once, is anything private in a file or an answer, did the servers grow?
// `node test/soak.mjs [minutes]`; 60 by default.

import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { readEvents } from "../core/dist/telemetry/store/index.js";

const minutes = Number(process.argv[2] ?? 60);
const AGENT = fileURLToPath(new URL("../bin/agent", import.meta.url));
const WRITER = fileURLToPath(new URL("fixtures/soak-writer.mjs", import.meta.url));
const PRIVATE = /x9K2vQ7mZp4t|canaryw/;
const WRITERS = 5;
const folder = mkdtempSync(join(tmpdir(), "12-factor-soak-"));
const directory = join(folder, "telemetry");
const elsewhere = join(folder, "python");
const until = Date.now() + minutes * 60_000;
const killable = new Set();
const failures = [];
const leaks = [];
let kills = 0;
let answers = 0;
let busy = 0;
let imported = 0;

const pause = (ms) => new Promise((later) => setTimeout(later, ms));
const seen = (text, where) => PRIVATE.test(text) && leaks.push(`${where}: ${PRIVATE.exec(text)?.[0]}`);

/** Answers when it ends; "SIGKILL" is ours, and another may be cleaning at this moment; any other bad end is a failure. */
function run(args, mayBeKilled = true) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, HOME: folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    if (mayBeKilled) child.stdout.once("data", () => killable.add(child));
    child.stdout.on("data", (text) => (said += text));
    child.stderr.on("data", (text) => (said += text));
    child.on("close", (code, signal) => {
      killable.delete(child);
      seen(said, args.join(" "));
      if (said.includes("Cannot clean now: process ")) busy++;
      else if (signal !== "SIGKILL" && code !== 0)
        failures.push(`${args.join(" ")} ended with ${code}: ${said.slice(-400)}`);
      done(signal);
    });
  });
}

const command = (...words) => run([AGENT, "telemetry", ...words, "--dir", directory]);

async function keepWriting(name) {
  while (Date.now() < until) await run([WRITER, directory, name, String(until)]);
}

async function keepRunning(everyMs, work) {
  while (Date.now() < until) {
    await pause(Math.random() * 2 * everyMs);
    await work();
  }
}

/** Another framework's store grows, and is imported over and over. */
async function importMore() {
  mkdirSync(elsewhere, { recursive: true });
  const lines = Array.from({ length: 20 }, () => {
    const timestamp = new Date().toISOString();
    const error_message = `KeyError: 'canaryw@example.com' (soak import ${imported++})`;
    return JSON.stringify({ timestamp, repo: "cite-assist", agent: "Python", error_type: "KeyError", error_message });
  });
  appendFileSync(join(elsewhere, "all_errors.jsonl"), `${lines.join("\n")}\n`);
  await command("import", "--from", elsewhere);
}

async function killAtRandom() {
  while (Date.now() < until) {
    await pause(Math.random() * 6000);
    const victims = [...killable];
    if (victims[Math.floor(Math.random() * victims.length)]?.kill("SIGKILL")) kills++;
  }
}

const residentMb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

/** Memory of a server each half minute. */
const watched = { dashboard: [], mcp: [] };

async function watch(name, pid) {
  while (Date.now() < until) {
    await pause(Math.min(30_000, minutes * 3000));
    watched[name].push(Math.round(residentMb(pid)));
  }
}

async function lookAtDashboard() {
  const child = spawn(process.execPath, [AGENT, "telemetry", "dashboard", "--no-open", "--store", directory], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.once("exit", (code) => Date.now() < until && failures.push(`the dashboard ended with ${code}`));
  const address = await new Promise((done) => {
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:\d+\/#[0-9a-f]{64}/.exec(said)?.[0];
      if (found !== undefined) done(found);
    });
  });
  const { origin, hash } = new URL(address);
  const headers = { authorization: `Bearer ${hash.slice(1)}` };
  const page = new AbortController();
  const live = await fetch(`${origin}/api/live`, { headers, signal: page.signal });
  const reading = (async () => {
    for await (const chunk of live.body) seen(Buffer.from(chunk).toString(), "live");
  })().catch((error) => {
    if (error.name !== "AbortError") throw error;
  });
  const watching = watch("dashboard", child.pid);
  await keepRunning(5000, async () => {
    const asked = await fetch(`${origin}/api/${Math.random() < 0.5 ? "overview" : "groups"}`, { headers });
    const text = await asked.text();
    if (!asked.ok) failures.push(`the dashboard answered ${asked.status}: ${text.slice(0, 200)}`);
    seen(text, "dashboard");
    answers++;
  });
  await watching;
  page.abort();
  await reading;
  child.kill("SIGINT");
}

async function askServer() {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [AGENT, "telemetry", "mcp", "--dir", directory],
  });
  const client = new Client({ name: "soak", version: "1" });
  await client.connect(transport);
  const watching = watch("mcp", transport.pid);
  await keepRunning(5000, async () => {
    const name = ["summary", "patterns", "runs"][answers % 3];
    const answer = await client.callTool({ name, arguments: {} });
    if (answer.isError) failures.push(`${name}: ${JSON.stringify(answer.content).slice(0, 300)}`);
    seen(JSON.stringify(answer), `mcp ${name}`);
    answers++;
  });
  await watching;
  await client.close();
}

const started = performance.now();
await Promise.all([
  ...Array.from({ length: WRITERS }, (_, index) => keepWriting(`w${index}`)),
  keepRunning(20_000, importMore),
  keepRunning(15_000, () => command("clean")),
  keepRunning(20_000, () => command("doctor", "--repair")),
  keepRunning(10_000, () => command("summary")),
  keepRunning(10_000, () => command("search", "soak")),
  killAtRandom(),
  lookAtDashboard(),
  askServer(),
]);
await run([AGENT, "telemetry", "import", "--from", elsewhere, "--dir", directory], false);

const copies = new Map();
const skipped = { torn: 0, foreign: 0 };
for (const { telemetry_id, error_message } of readEvents(directory, skipped)) {
  const mark = /\(soak import \d+\)/.exec(error_message)?.[0] ?? telemetry_id;
  copies.set(mark, (copies.get(mark) ?? 0) + 1);
}
const told = readdirSync(folder)
  .filter((name) => name.startsWith("telemetry.told-"))
  .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"));
const marks = [...told, ...Array.from({ length: imported }, (_, number) => `(soak import ${number})`)];
for (const name of readdirSync(directory, { recursive: true })) {
  const path = join(directory, name);
  if (statSync(path).isFile()) seen(readFileSync(path, "utf8"), name);
}
rmSync(folder, { recursive: true });

const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
/** The median of the last quarter beside that of the second one: the first is warming up. */
const growth = (values) => {
  const quarter = values.length >> 2;
  return Math.round((100 * middle(values.slice(-quarter))) / middle(values.slice(quarter, 2 * quarter)) - 100);
};
const answer = {
  minutes: Math.round((performance.now() - started) / 6000) / 10,
  told: told.length,
  ...{ imported, kills, answers, busy },
  lost: marks.filter((mark) => !copies.has(mark)).length,
  double: marks.filter((mark) => (copies.get(mark) ?? 0) > 1).length,
  ...skipped,
  leaks: leaks.length,
  memory: Object.entries(watched).map(([name, values]) => `${name} ${middle(values)} MB, ${growth(values)} % growth`),
  failures: [...leaks, ...failures].slice(0, 8),
};
process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
process.exitCode = answer.lost + answer.double + answer.leaks + failures.length === 0 ? 0 : 1;
