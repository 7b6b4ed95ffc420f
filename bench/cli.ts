// What the command line costs beside Node itself: whole processes, each in turn with `node -e 0`, so that the ratio holds when
// the machine's speed drifts. Run: npm run bench:cli

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROUNDS = 15;
const EVENTS = 10_000;
const folder = mkdtempSync(join(tmpdir(), "12-factor-bench-"));
const KINDS = [
  ["ENOENT", "ENOENT: no such file or directory, open '/Users/***/p/$.json'"],
  ["GitError", "fatal: Unable to create '.git/index.lock': File exists."],
  ["TimeoutError", "request $ timed out"],
  ["TypeError", "Cannot read properties of undefined (reading 'x$')"],
] as const;

const lines = Array.from({ length: EVENTS }, (_, index) => {
  const [error_type, message] = KINDS[index % KINDS.length] as (typeof KINDS)[number];
  const timestamp = new Date(Date.now() - (EVENTS - index) * 60_000).toISOString();
  const error_message = message.replace("$", String(index % 50));
  const names = { repo: ["pin-citer", "cite-assist", "article-analytics"][index % 3], agent: `A${index % 5}` };
  return JSON.stringify({
    timestamp,
    ...names,
    error_type,
    error_message,
    context: {},
    telemetry_id: index.toString(16).padStart(8, "0"),
  });
});
writeFileSync(join(folder, "all_errors.jsonl"), `${lines.join("\n")}\n`);

const AGENT = "bin/agent";
const COMMANDS: readonly (readonly [what: string, args: readonly string[]])[] = [
  ["telemetry --help", [AGENT, "telemetry", "--help"]],
  [`summary of ${EVENTS} events`, [AGENT, "telemetry", "summary", "--dir", folder]],
  ["run -- true", [AGENT, "telemetry", "run", "--dir", folder, "--", "true"]],
];

function millisecondsOf(args: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return performance.now() - started;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}: medians of ${ROUNDS} pairs\n`,
);
for (const [what, args] of COMMANDS) {
  const pairs = Array.from({ length: ROUNDS }, () => [millisecondsOf(args), millisecondsOf(["-e", "0"])] as const);
  const [ours, bare] = [median(pairs.map(([one]) => one)), median(pairs.map(([, other]) => other))];
  const ratio = median(pairs.map(([one, other]) => one / other));
  process.stdout.write(
    `${what.padEnd(26)}${ours.toFixed(0).padStart(6)} ms  node -e 0${bare.toFixed(0).padStart(6)} ms  ${ratio.toFixed(2)}x  +${(ours - bare).toFixed(0)} ms\n`,
  );
}
rmSync(folder, { recursive: true });
