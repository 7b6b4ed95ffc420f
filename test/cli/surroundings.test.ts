// Every command where a terminal, a home, a store or a stream is not as one expects: one clear line, the right exit code, no stack.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { groupOf } from "../../core/telemetry/report/index.ts";
import { TELEMETRY_COMMANDS } from "../../tools/cli/command.ts";
import { temporaryFolder } from "./agent.ts";
import { writeWeek } from "./week.ts";

const AGENT = resolve("bin/agent");

const LOCK = groupOf({
  error_type: "GitError",
  error_message: "fatal: Unable to create '.git/index.lock': File exists.",
});

interface Row {
  args: readonly string[];
  /** @default 0 */
  status?: number;
  /** Of a store that cannot be read. @default 2 */
  unreadable?: number;
}

/** What each command is asked, and how it ends. Servers, and what starts many processes, have tests of their own. */
const ASKED: Readonly<Record<string, Row | undefined>> = {
  summary: { args: [] },
  patterns: { args: [] },
  show: { args: ["git-index-lock"] },
  search: { args: ["index.lock"] },
  tail: undefined,
  report: { args: [] },
  dashboard: undefined,
  explain: { args: [], unreadable: 0 },
  rules: { args: ["list"], unreadable: 0 },
  resolve: { args: ["git-index-lock"] },
  mute: { args: ["git-index-lock"] },
  reopen: { args: ["git-index-lock"], status: 2 },
  note: { args: ["git-index-lock", "seen it"] },
  merge: { args: [LOCK, LOCK], status: 2 },
  split: { args: [LOCK, "--by", "repo"] },
  run: { args: ["--", "/bin/sh", "-c", "echo done"], unreadable: 0 },
  record: { args: [] },
  audit: { args: [], unreadable: 1 },
  scrub: { args: [], unreadable: 1 },
  clean: { args: [] },
  import: { args: ["--from", "/usr"] },
  hook: { args: ["install", "claude-code", "--dry-run"], unreadable: 0 },
  issue: { args: [LOCK] },
  advise: { args: [LOCK], status: 2 },
  export: { args: [] },
  push: { args: ["--to", "nonsense"], status: 2 },
  mcp: { args: [], unreadable: 0 },
  status: { args: [] },
  doctor: { args: [], status: 1 },
  "verify-offline": undefined,
  enable: { args: [], unreadable: 0 },
  disable: { args: [], unreadable: 0 },
  link: { args: ["--check"], unreadable: 0 },
  completion: { args: ["bash"], unreadable: 0 },
  man: { args: [], unreadable: 0 },
  demo: undefined,
  complete: { args: ["--", "search", "--repo", ""], unreadable: 0 },
};
const ROWS = Object.entries(ASKED).flatMap(([name, row]) => (row === undefined ? [] : [{ name, ...row }]));

test("every command is asked", () => {
  expect(Object.keys(ASKED).sort()).toEqual(TELEMETRY_COMMANDS.map(({ name }) => name).sort());
});

function storeOfWeek(): string {
  const dir = temporaryFolder();
  writeWeek(dir);
  chmodSync(join(dir, "all_errors.jsonl"), 0o600);
  return dir;
}

/** By a shell, which knows what to do with streams: `"$@"` is the command. */
function shell(line: string, { name, args }: Row & { name: string }, dir: string) {
  const { status, stdout, stderr } = spawnSync(
    "/bin/bash",
    ["--norc", "-c", `set -o pipefail; ${line}`, "bash", process.execPath, AGENT, "telemetry", name, ...args],
    { env: { TELEMETRY_DIR: dir }, cwd: temporaryFolder(), encoding: "utf8", input: "boom\n" },
  );
  return { status, stdout, stderr };
}

/** One line, that names what failed, or none. */
const ONE_LINE = /^(?:error: [^\n]+\n)?$/;

test.each(ROWS)("$name needs no TERM, no HOME and no PATH", (row) => {
  const { status, stderr } = shell('"$@"', row, storeOfWeek());
  expect({ status, stderr }).toEqual({ status: row.status ?? 0, stderr: expect.not.stringMatching(/^ +at /m) });
  if (status === 2) expect(stderr).toMatch(ONE_LINE);
});

test.each(ROWS)("$name of a store that cannot be read is one clear line", (row) => {
  const dir = temporaryFolder();
  mkdirSync(join(dir, "all_errors.jsonl"));
  const { status, stderr } = shell('"$@"', row, dir);
  expect({ status, stderr }).toEqual({ status: row.unreadable ?? 2, stderr: expect.not.stringMatching(/^ +at /m) });
  if (status === 2) expect(stderr).toMatch(ONE_LINE);
});

test.each(ROWS)(
  "$name into a reader that has gone, or into nothing, is no error; into a full disk it is one",
  (row) => {
    const status = row.status ?? 0;
    const gone = shell('"$@" | :', row, storeOfWeek());
    expect(gone.stderr).not.toMatch(/EPIPE|^ +at /m);
    const closed = shell('"$@" >&-', row, storeOfWeek());
    expect(closed).toEqual({ status, stdout: "", stderr: expect.not.stringMatching(/^ +at /m) });
    const full = shell('"$@" >/dev/full', row, storeOfWeek());
    if (status !== 2 && !SILENT.has(row.name)) expect(full).toMatchObject({ status: 2, stderr: FULL });
  },
);

/** They have nothing to say here, or it is another program that says it. */
const SILENT = new Set(["run", "mcp", "complete"]);
const FULL = "error: cannot write the answer: ENOSPC. Look at where the output goes.\n";

/** What waits, and ends as anything else does that is interrupted. */
const WAITING = [["record"], ["explain"], ["rules", "new"], ["tail"], ["mcp"], ["run", "--", "/bin/sleep", "60"]];

test.each(WAITING.map((words) => ({ words })))("an interrupt ends $words without a word", async ({ words }) => {
  const child = spawn(process.execPath, [AGENT, "telemetry", ...words], { env: { TELEMETRY_DIR: storeOfWeek() } });
  let said = "";
  child.stderr.on("data", (bytes: Buffer) => {
    said += String(bytes);
  });
  await new Promise((later) => setTimeout(later, 1_000));
  child.kill("SIGINT");
  const end = await new Promise((done) => child.on("close", (code, signal) => done(signal ?? code)));
  expect([end, said]).toEqual(["SIGINT", ""]);
});
