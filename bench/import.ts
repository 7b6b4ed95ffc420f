// What reading a coding agent's logs costs, beside a bare scan of the same lines with JSON.parse of those that may hold a failure; and what
// the hook costs a coding agent that waits for it, beside a Node that does nothing. Whole processes, in turn. The logs are those of
// ../shared/data/transcripts repeated with new ids, where they are there, else made here. Run: npm run bench; BENCH_MB=1000 for a gigabyte.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const MEGABYTES = Number(process.env["BENCH_MB"] ?? 200);
const HOOK_ROUNDS = 15;
const AGENT = resolve("bin/agent");
const HOOK = resolve("tools/dist/hook/main.js");
const TRANSCRIPTS = resolve("../shared/data/transcripts/raw/claude-code");

/** Reads the file names that it is given on standard input; prints how many lines may hold a failure. */
const BARE_SCAN = `
const { openSync, readSync, readFileSync } = require("node:fs");
const signs = ['"is_error":true', '"isApiErrorMessage":true', '"subtype":"api_error"', "hook_blocking_error", '"hookErrors":["'].map((sign) => Buffer.from(sign));
let parsed = 0;
for (const path of readFileSync(0, "utf8").trim().split("\\n")) {
  const file = openSync(path);
  const piece = Buffer.allocUnsafe(1 << 20);
  let rest = Buffer.alloc(0);
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
    const bytes = Buffer.concat([rest, piece.subarray(0, read)]);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      const line = bytes.subarray(start, end);
      if (signs.some((sign) => line.includes(sign))) { JSON.parse(line.toString()); parsed++; }
      start = end + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
  }
}
process.stdout.write(String(parsed));`;

const home = mkdtempSync(join(tmpdir(), "12-factor-bench-"));
const paths = writeLogs(join(home, ".claude", "projects", "bench"));
const environment = { ...process.env, HOME: home, TELEMETRY_DIR: join(home, "telemetry"), TELEMETRY_ENABLED: "true" };

const bare = run(["-e", BARE_SCAN], paths.join("\n"));
const first = run([AGENT, "telemetry", "import", "claude-code", "--json"], "");
const again = run([AGENT, "telemetry", "import", "claude-code", "--json"], "");
const { bytes, recorded } = JSON.parse(first.stdout);
const speed = (seconds: number): string => `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`.padStart(10);
const payload = JSON.stringify({
  hook_event_name: "PostToolUseFailure",
  tool_name: "Bash",
  tool_input: { command: "git push" },
  error: "Exit code 128\nfatal: no such remote",
  cwd: home,
});
const hooks = Array.from(
  { length: HOOK_ROUNDS },
  () => [run(["-e", "0"], ""), run([HOOK, "claude-code"], payload)] as const,
);
const [nothing, hook] = [0, 1].map((which) => median(hooks.map((pair) => pair[which as 0 | 1].seconds))) as [
  number,
  number,
];

process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}: ${(bytes / 1e6).toFixed(0)} MB of Claude Code logs, ${recorded} failures\n` +
    `bare scan      ${speed(bare.seconds)}\n` +
    `first import   ${speed(first.seconds)}  ${(bare.seconds / first.seconds).toFixed(2)}x of the scan's speed, ${first.mebibytes} MiB at most\n` +
    `second import  ${again.seconds.toFixed(2)} s, ${JSON.parse(again.stdout).recorded} failures\n` +
    `hook           ${(hook * 1000).toFixed(0)} ms, ${(hook / nothing).toFixed(2)}x of bare Node's ${(nothing * 1000).toFixed(0)} ms (medians of ${HOOK_ROUNDS})\n`,
);
rmSync(home, { recursive: true });

function run(args: readonly string[], input: string) {
  const memory = `data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(process.env.PEAK,String(process.resourceUsage().maxRSS)))`;
  const peak = join(home, "peak");
  const flags = args[0]?.startsWith("-") || args[0] === HOOK ? [] : ["--import", memory];
  const started = performance.now();
  const { stdout, status, stderr } = spawnSync(process.execPath, [...flags, ...args], {
    input,
    env: { ...environment, PEAK: peak },
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return { stdout, seconds, mebibytes: existsSync(peak) ? Math.round(Number(readFileSync(peak, "utf8")) / 1024) : 0 };
}

function writeLogs(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const sessions = realSessions() ?? [madeSession()];
  const written: string[] = [];
  for (let total = 0, number = 0; total < MEGABYTES * 1e6; number++) {
    const session = sessions[number % sessions.length] as string;
    const id = number.toString(16).padStart(8, "0");
    const text = session.replace(/"uuid":"[0-9a-f]{8}/g, `"uuid":"${id}`).replaceAll("toolu_", `toolu_${id}`);
    written.push(join(folder, `${number}.jsonl`));
    writeFileSync(written.at(-1) as string, text);
    total += text.length;
  }
  return written;
}

function realSessions(): string[] | undefined {
  if (!existsSync(TRANSCRIPTS)) return undefined;
  const files = readdirSync(TRANSCRIPTS, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".jsonl"),
  );
  return files.map((path) => readFileSync(join(TRANSCRIPTS, path), "utf8"));
}

/** A call in ten fails; the others are file contents of some kilobytes. */
function madeSession(): string {
  const lines = Array.from({ length: 2000 }, (_, index) => {
    const common = {
      cwd: "/srv/work/pin-citer",
      uuid: `00000000-${index}`,
      timestamp: new Date(Date.now() - index * 1000).toISOString(),
    };
    const isFailed = index % 10 === 0;
    const content = isFailed ? "Exit code 1\nfatal: no such remote" : "const x = 1;\n".repeat(300);
    return JSON.stringify({
      ...common,
      type: "user",
      message: { content: [{ type: "tool_result", tool_use_id: `toolu_${index}`, is_error: isFailed, content }] },
    });
  });
  return `${lines.join("\n")}\n`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
