import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { agent, telemetry, temporaryFolder } from "./agent.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const linesOf = (path: string) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("record takes events and plain text, names what it skips, and stores only what is clean", () => {
  const dir = join(temporaryFolder(), "telemetry");
  const input = [
    '{"repo":"pin-citer","agent":"Fetcher","error_type":"TimeoutError","error_message":"ada@example.com timed out","timestamp":"2026-11-20T12:30:00"}',
    "ValueError: token=abcd1234efgh is wrong",
    "",
    '{"torn": ',
    '{"agent":"A"}',
  ].join("\n");
  const { status, stdout, stderr } = telemetry(["record", "--dir", dir, "--repo", "shell", "--agent", "Cron"], {
    input,
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "Recorded 2 events.\n" });
  expect(stderr).toBe('Skipped 2 of 4 lines: line 4: not JSON; line 5: "error_message" is missing\n');
  const ofItsDay = join(dir, "archive", "2026-11-20", "all_errors.jsonl");
  expect([...linesOf(ofItsDay), ...linesOf(join(dir, "all_errors.jsonl"))]).toMatchObject([
    {
      repo: "pin-citer",
      agent: "Fetcher",
      error_type: "TimeoutError",
      error_message: "***EMAIL*** timed out",
      source: "import",
      timestamp: new Date("2026-11-20T12:30:00").toISOString(),
    },
    { repo: "shell", agent: "Cron", error_type: "ValueError", error_message: "token=***TOKEN*** is wrong" },
  ]);
  expect(readdirSync(dir).sort()).toEqual(["all_errors.jsonl", "archive", "shell_errors.jsonl"]);
  expect([ofItsDay, dir].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o700]);
});

test("record names every bad line to a program, and takes a line separator inside a string for what it is", () => {
  const dir = join(temporaryFolder(), "telemetry");
  const bad = Array.from({ length: 8 }, () => '{"half": \n').join("");
  const input = `${bad}{"error_message":"one\u2028event"}\r\n{"error_message":"${"x".repeat(2 << 20)}"}\n{"error_message":"last"}`;
  const { stdout, stderr } = telemetry(["record", "--json", "--dir", dir], { input });
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ recorded: 2, skipped: 9 });
  expect(answer.bad_lines.map(({ line }: { line: number }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10]);
  expect(answer.bad_lines.at(-1)).toEqual({ line: 10, problem: "longer than 1 MiB" });
  expect(stderr).toMatch(/^Skipped 9 of 11 lines: line 1: not JSON; .*; and 4 more/);
  expect(linesOf(join(dir, "all_errors.jsonl")).map(({ error_message }) => error_message)).toEqual([
    "one\u2028event",
    "last",
  ]);
});

test("record writes nothing when telemetry is off, and says who decided", () => {
  const home = temporaryFolder();
  const { status, stderr } = telemetry(["record"], {
    input: "boom\n",
    environment: { HOME: home, TELEMETRY_ENABLED: "false" },
  });
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: "Telemetry is off (environment: TELEMETRY_ENABLED=false): nothing recorded.\n",
  });
  expect(readdirSync(home)).toEqual([]);
});

test("explain answers each line with one line, and writes nothing", () => {
  const home = temporaryFolder();
  const input = `{"error_type":"Error","error_message":"ENOENT: no such file or directory, open '/Users/ada/a.txt'","context":{"tool":"read","prompt":"secret"}}\nall is lost\n`;
  const { status, stdout } = telemetry(["explain", "--json"], { input, environment: { HOME: home } });
  const [known, unknown, ...more] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(known).toEqual({
    error_type: "Error",
    error_message: "ENOENT: no such file or directory, open '/Users/***/a.txt'",
    context: { tool: "read" },
    template: "ENOENT: no such file or directory, open '<path>'",
    group: expect.stringMatching(/^[0-9a-f]{16}$/),
    key: { version: 3, type: "", words: "enoent no such file or directory", frames: [], dropped: [] },
    family: "file-not-found",
    rules: ["file-not-found"],
    suggestion: "Add file existence checks before operations",
    redactions: [
      { rule: "posix-home", count: 1 },
      { rule: "context-key", count: 1 },
    ],
  });
  expect(unknown).toMatchObject({ rules: [], suggestion: "", family: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect(more).toEqual([]);
  expect(readdirSync(home)).toEqual([]);
});

test("clean deletes what is older than 30 days, and --dry-run only says so", () => {
  const dir = temporaryFolder();
  const write = (days: number, id: string) =>
    appendFileSync(
      join(dir, "all_errors.jsonl"),
      `${JSON.stringify({ timestamp: new Date(Date.now() - days * DAY_MS).toISOString(), repo: "r", agent: "a", error_type: "E", error_message: "m", context: {}, telemetry_id: id })}\n`,
    );
  write(31, "00000001");
  write(29, "00000002");
  const before = readFileSync(join(dir, "all_errors.jsonl"), "utf8");
  expect(telemetry(["clean", "--dir", dir, "--dry-run"]).stdout).toMatch(
    /^Would remove 1 event from before \d{4}-\d\d-\d\d\.\n$/,
  );
  expect(readFileSync(join(dir, "all_errors.jsonl"), "utf8")).toBe(before);
  expect(JSON.parse(telemetry(["clean", "--dir", dir, "--json"]).stdout)).toMatchObject({ removed: 1, dry_run: false });
  expect(linesOf(join(dir, "all_errors.jsonl")).map(({ telemetry_id }) => telemetry_id)).toEqual(["00000002"]);
  expect(readdirSync(dir)).toEqual(["all_errors.jsonl"]);
  expect(telemetry(["clean", "--dir", dir, "--older-than", "7d"]).stdout).toMatch(/^Removed 1 event /);
});

test("status says whether telemetry is on, who decided, and where it lies", () => {
  const home = temporaryFolder();
  const cwd = join(temporaryFolder(), "pin-citer");
  mkdirSync(join(cwd, ".git"), { recursive: true });
  const status = (environment: Record<string, string> = {}) =>
    JSON.parse(telemetry(["status", "--json"], { cwd, environment: { HOME: home, ...environment } }).stdout);
  expect(status()).toMatchObject({
    enabled: true,
    decided_by: "default: on",
    repo: "pin-citer",
    directory: join(home, ".12-factor-telemetry"),
    retention_days: 30,
    files: [],
    links: [],
    score: { suggestions: { patterns: 0, suggested: 0 }, first_week: { common: 0, found: 0 }, audit: null },
  });
  expect(status({ DO_NOT_TRACK: "1" })).toMatchObject({ enabled: false, decided_by: "environment: DO_NOT_TRACK=1" });
  writeFileSync(join(cwd, ".env"), "TELEMETRY_ENABLED=false\n");
  expect(status()).toMatchObject({ enabled: false, decided_by: ".env of the repository: TELEMETRY_ENABLED is off" });
  expect(existsSync(join(home, ".12-factor-telemetry"))).toBe(false);
});

function sister(files: Record<string, string>): string {
  const root = join(temporaryFolder(), "cite-assist");
  mkdirSync(join(root, ".git"), { recursive: true });
  mkdirSync(join(root, "agents"));
  mkdirSync(join(root, "node_modules"));
  symlinkSync(resolve("core"), join(root, "node_modules", "12-factor-telemetry"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, "agents", name), text);
  return root;
}

const BASE = 'import { BaseAgent } from "12-factor-telemetry";\n';

test("agent run prints the answer, records failures under the sister's name, and tells them by its exit code", () => {
  const cwd = sister({
    "echo.mjs": `${BASE}export class EchoAgent extends BaseAgent { async executeTaskImpl(task) { return { success: true, data: task }; } }`,
    "says-no.mjs": `${BASE}export class NoAgent extends BaseAgent { async executeTaskImpl() { return { success: false, error: "the index is empty" }; } }`,
    "throws.mjs": `${BASE}export class ThrowingAgent extends BaseAgent { async executeTaskImpl() { throw new RangeError("too far"); } }`,
    "broken.mjs": 'import "agents";\n',
  });
  const dir = join(temporaryFolder(), "telemetry");
  const run = (module: string) =>
    agent(["run", `agents/${module}.mjs`, "count to three"], { cwd, environment: { TELEMETRY_DIR: dir } });
  expect(run("echo")).toEqual({ status: 0, stdout: '{"success":true,"data":"count to three"}\n', stderr: "" });
  expect(existsSync(dir)).toBe(false);
  expect(run("says-no")).toMatchObject({ status: 1, stdout: '{"success":false,"error":"the index is empty"}\n' });
  expect(run("throws")).toMatchObject({
    status: 1,
    stdout: "",
    stderr: "error: ThrowingAgent failed: RangeError: too far\n",
  });
  expect(run("broken")).toMatchObject({ status: 1, stderr: expect.stringContaining("Cannot find package 'agents'") });
  expect(linesOf(join(dir, "cite-assist_errors.jsonl"))).toMatchObject([
    { agent: "NoAgent", error_type: "ToolResponseError", error_message: "the index is empty" },
    { agent: "ThrowingAgent", error_type: "RangeError", error_message: "too far" },
    { agent: "broken", error_type: "ERR_MODULE_NOT_FOUND", context: { operation: "import" } },
  ]);
  expect(readFileSync(join(dir, "all_errors.jsonl"), "utf8")).not.toContain("count to three");
});

test("agent list shows what each module holds, and what cannot be loaded", () => {
  const cwd = sister({
    "echo.mjs": `${BASE}export class EchoAgent extends BaseAgent { async executeTaskImpl(task) { return { success: true, data: task }; } }`,
    "broken.mjs": 'import "agents";\n',
    "notes.md": "# no module",
  });
  const { status, stdout } = agent(["list", "--json"], { cwd });
  expect(status).toBe(0);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { module: "agents/broken.mjs", agents: [], problem: expect.stringContaining("Cannot find package 'agents'") },
    { module: "agents/echo.mjs", agents: ["EchoAgent"] },
  ]);
});
