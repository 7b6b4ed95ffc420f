import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agent, telemetry, temporaryFolder } from "./agent.ts";

const WRONG: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
  ["an unknown command", ["telemetry", "nosuch"], /unknown command 'nosuch'/],
  ["a misspelt command", ["telemetry", "sumary"], /Did you mean summary\?/],
  ["an unknown flag", ["telemetry", "summary", "--jsn"], /unknown option '--jsn'[\s\S]*Did you mean --json\?/],
  [
    "a directory that is not there",
    ["telemetry", "summary", "--dir", "/nonexistent"],
    /--dir \/nonexistent: there is no such directory/,
  ],
  ["a directory that is a file", ["telemetry", "patterns", "--dir", "/etc/passwd"], /Cannot read \/etc\/passwd\//],
  ["a directory to record into that is a file", ["telemetry", "record", "--dir", "/etc/passwd"], /\/etc\/passwd/],
  ["a span without a unit", ["telemetry", "summary", "--since", "7"], /--since 7 is no span of time/],
  ["a date that does not exist", ["telemetry", "summary", "--since", "2026-02-30"], /--since 2026-02-30 is no moment/],
  [
    "a window that ends before it begins",
    ["telemetry", "summary", "--since", "1d", "--until", "2d"],
    /is not before --until 2d/,
  ],
  ["a negative span", ["telemetry", "clean", "--older-than=-3d"], /--older-than -3d is no span of time/],
  ["a module that is not there", ["run", "nosuch.mjs", "task"], /there is no module nosuch\.mjs/],
  ["a module without a task", ["run", "nosuch.mjs"], /missing required argument 'task'/],
  ["a folder without agents", ["list", "nosuch"], /there is no folder nosuch/],
];

test.each(WRONG)("%s is said in a line and ends with exit code 2", (_, args, says) => {
  const { status, stdout, stderr } = agent(args, { input: "boom\n" });
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(says);
  expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(3);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each([
  [".env", "TELEMETRY_ENABLED: false\n", /\.env, line 1/],
  [".env", 'A=1\nTELEMETRY_ENABLED="false\n', /\.env, line 2/],
  [".env", "TELEMETRY_ENABLED=false\0", /\.env: it is not a text file/],
])("a broken %s is named with its line by status and by record", (name, text, says) => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, ".git"));
  writeFileSync(join(cwd, name), text);
  for (const command of ["status", "record"]) {
    const { status, stderr } = telemetry([command], { cwd, input: "boom\n" });
    expect({ command, status }).toEqual({ command, status: 2 });
    expect(stderr).toMatch(says);
  }
});

test("a broken config.json is named with its key", () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, "config.json"), '{"retention_days": "30"}');
  for (const command of ["status", "record", "clean"]) {
    const { status, stderr } = telemetry([command, "--dir", dir], { input: "boom\n" });
    expect({ command, status }).toEqual({ command, status: 2 });
    expect(stderr).toMatch(/config\.json: "retention_days" must be a number of days above 0/);
  }
});

test("a checkout that is not built says what to do", async () => {
  const { spawnSync } = await import("node:child_process");
  const { cpSync } = await import("node:fs");
  const folder = temporaryFolder();
  cpSync("bin", join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "bin/agent")], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toContain("npm ci");
});
