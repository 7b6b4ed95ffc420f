// docs/from-python.md, as printed: the writer is copied, used, and its errors are in the store.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./cli/agent.ts";

const BLOCKS = [...readFileSync("docs/from-python.md", "utf8").matchAll(/^```python\n(.+?)^```/gms)].map(
  ([, text = ""]) => text,
);
const HAS_PYTHON = spawnSync("python3", ["--version"]).status === 0;

test("the Python writer has at most 60 lines", () => {
  expect(BLOCKS[0]?.split("\n").length).toBeLessThanOrEqual(61); // and its last newline
});

function python(program: string, environment: Record<string, string> = {}): { dir: string; status: number | null } {
  const [folder, dir] = [temporaryFolder(), join(temporaryFolder(), "telemetry")];
  writeFileSync(join(folder, "telemetry.py"), BLOCKS[0] ?? "");
  writeFileSync(join(folder, "agent.py"), program);
  const command = `"${process.execPath}" "${resolve("bin/agent")}" telemetry`;
  const env = { ...process.env, TELEMETRY_DIR: dir, TELEMETRY_COMMAND: command, ...environment };
  const { status } = spawnSync("python3", ["agent.py"], { cwd: folder, env, encoding: "utf8" });
  return { dir, status };
}

test.runIf(HAS_PYTHON)("its errors are stored, sanitized, with frames and causes", () => {
  const chain = `
try:
    try:
        {}["key"]
    except KeyError as error:
        raise ValueError("mail ada@example.com") from error
except ValueError as error:
    telemetry.record(error)
raise SystemExit(3)
`;
  const { dir, status } = python((BLOCKS[1] ?? "") + chain);
  expect(status).toBe(3);
  const lines = readFileSync(join(dir, "all_errors.jsonl"), "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      agent: "IssueProcessorAgent",
      error_type: "FileNotFoundError",
      error_message: "[Errno 2] No such file or directory: '/Users/***/no-such-file.txt'",
      context: { operation: "read", retry_count: 0 },
      source: "python",
      stack: [expect.stringContaining("agent.py:5")],
    },
    { error_type: "ValueError", error_message: "mail ***EMAIL***", cause: [{ error_type: "KeyError" }] },
  ]);
});

test.runIf(HAS_PYTHON)("a telemetry command that is not there leaves the program alone", () => {
  expect(python(BLOCKS[1] ?? "", { TELEMETRY_COMMAND: "/nonexistent/telemetry" }).status).toBe(0);
});
