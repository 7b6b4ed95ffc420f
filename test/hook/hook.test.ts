// The hook as a coding agent runs it: the installed command, by a real shell, with the agent's payload on standard input.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SESSIONS, write } from "../backfill/logs.ts";
import { telemetry, temporaryFolder } from "../cli/agent.ts";

interface Sandbox {
  home: string;
  repo: string;
}

function sandbox(): Sandbox {
  const home = temporaryFolder();
  const repo = join(home, "work", "pin-citer");
  mkdirSync(join(repo, ".git"), { recursive: true });
  return { home, repo };
}

function install(agent: string, { home, repo }: Sandbox, ...flags: string[]): string {
  const { status, stderr, stdout } = telemetry(["hook", "install", agent, ...flags], {
    environment: { HOME: home },
    cwd: repo,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("+");
  return stdout;
}

/** Every command that stands in the file, run as the agent would. */
function run(command: string, payload: object | string, { home, repo }: Sandbox) {
  const { TELEMETRY_DIR: _dir, TELEMETRY_ENABLED: _on, DO_NOT_TRACK: _not, ...own } = process.env;
  const input = typeof payload === "string" ? payload : JSON.stringify(payload);
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
    input,
    cwd: repo,
    env: { ...own, HOME: home },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const SILENT = { status: 0, stdout: "", stderr: "" };

/** Of today and of the days before, which lie in the archive. */
function eventsIn({ home }: Sandbox): Record<string, unknown>[] {
  const directory = join(home, ".12-factor-telemetry");
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith("all_errors.jsonl"),
  );
  const lines = files.flatMap((path) => readFileSync(join(directory, path), "utf8").split("\n"));
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

const CLAUDE = {
  hook_event_name: "PostToolUseFailure",
  session_id: "s",
  transcript_path: "/x",
  tool_name: "Bash",
  tool_use_id: "t1",
};

test("Claude Code: a failed command is recorded with its line, in the agent's repository", () => {
  const place = sandbox();
  install("claude-code", place);
  const settings = JSON.parse(readFileSync(join(place.home, ".claude/settings.json"), "utf8"));
  const { command } = settings.hooks.PostToolUseFailure[0].hooks[0];
  const payload = {
    ...CLAUDE,
    cwd: place.repo,
    tool_input: { command: "git push canary" },
    error: "Exit code 128\ncanary\nfatal: no such remote",
    duration_ms: 40,
  };
  expect(run(command, payload, place)).toEqual(SILENT);
  expect(run(command, { ...payload, is_interrupt: true }, place)).toEqual(SILENT);
  expect(
    run(
      command,
      {
        ...CLAUDE,
        hook_event_name: "StopFailure",
        cwd: place.repo,
        error: "rate_limit",
        last_assistant_message: "canary",
      },
      place,
    ),
  ).toEqual(SILENT);
  expect(eventsIn(place)).toMatchObject([
    {
      repo: "pin-citer",
      agent: "claude-code/Bash",
      error_type: "GitError",
      error_message: "fatal: no such remote",
      source: "claude-code",
      context: { exit_code: 128, operation: "git push", class: "command_error", duration_ms: 40 },
    },
    { agent: "claude-code/api", error_type: "rate_limit", context: { class: "api_error" } },
  ]);
  expect(JSON.stringify(eventsIn(place))).not.toContain("canary");
});

test("an import does not record again what the hook has recorded", () => {
  const place = sandbox();
  install("claude-code", place);
  const [session] = SESSIONS["claude-code"] ?? [];
  write(place.home, session as NonNullable<typeof session>);
  const { command } = JSON.parse(readFileSync(join(place.home, ".claude/settings.json"), "utf8")).hooks
    .PostToolUseFailure[0].hooks[0];
  run(command, { ...CLAUDE, cwd: place.repo, tool_input: {}, error: "Exit code 128\nfatal: x" }, place);
  const { stdout } = telemetry(["import", "claude-code", "--json"], { environment: { HOME: place.home } });
  expect(JSON.parse(stdout).recorded).toBe((session?.expected.length ?? 0) - 1);
});

test("Codex: what is new in its log is recorded, once", () => {
  const place = sandbox();
  install("codex", place);
  const { command } = JSON.parse(readFileSync(join(place.home, ".codex/hooks.json"), "utf8")).hooks.PostToolUse[0]
    .hooks[0];
  const [session] = SESSIONS["codex"] ?? [];
  const transcript_path = write(place.home, session as NonNullable<typeof session>);
  for (let time = 0; time < 2; time++)
    expect(run(command, { hook_event_name: "PostToolUse", cwd: place.repo, transcript_path }, place)).toEqual(SILENT);
  expect(eventsIn(place).map(({ telemetry_id }) => telemetry_id)).toHaveLength(session?.expected.length ?? 0);
});

test("Gemini CLI, Copilot CLI and OpenCode: failures are recorded", () => {
  const place = sandbox();
  for (const agent of ["gemini", "copilot", "opencode"]) install(agent, place);
  const { command } = JSON.parse(readFileSync(join(place.home, ".gemini/settings.json"), "utf8")).hooks.AfterTool[0]
    .hooks[0];
  const shell = (name: string) => command.replace(/gemini$/, name);
  const common = { cwd: place.repo, session_id: "s" };
  expect(
    run(
      shell("gemini"),
      {
        ...common,
        hook_event_name: "AfterTool",
        tool_name: "edit",
        tool_input: {},
        tool_response: { error: "File not found: a.ts" },
      },
      place,
    ),
  ).toEqual(SILENT);
  expect(
    run(
      shell("gemini"),
      {
        ...common,
        hook_event_name: "AfterTool",
        tool_name: "run_shell_command",
        tool_input: { command: "tsx a" },
        tool_response: { llmContent: "Output: sh: 1: tsx: not found\nExit Code: 127" },
      },
      place,
    ),
  ).toEqual(SILENT);
  expect(
    run(
      shell("copilot"),
      { sessionId: "s", cwd: place.repo, toolName: "view", toolArgs: {}, error: "Path does not exist" },
      place,
    ),
  ).toEqual(SILENT);
  expect(
    run(
      shell("opencode"),
      {
        ...common,
        part: {
          id: "p",
          type: "tool",
          tool: "bash",
          state: { status: "completed", input: { command: "x" }, output: "fatal: y", metadata: { exit: 128 } },
        },
      },
      place,
    ),
  ).toEqual(SILENT);
  expect(eventsIn(place)).toMatchObject([
    { agent: "gemini/edit", error_type: "FileNotFound" },
    { agent: "gemini/run_shell_command", error_type: "CommandNotFound" },
    { agent: "copilot/view", error_type: "FileNotFound" },
    { agent: "opencode/bash", error_type: "GitError" },
  ]);
});

test("OpenCode's plugin hands failures to the hook, and only those", async () => {
  const place = sandbox();
  install("opencode", place, "--project");
  const path = join(place.repo, ".opencode/plugin/12-factor-telemetry.js");
  const code = `const { TwelveFactorTelemetry } = await import(${JSON.stringify(path)});
    const { event } = await TwelveFactorTelemetry({ directory: ${JSON.stringify(place.repo)} });
    await event({ event: { type: "message.part.updated", properties: { part: { id: "p1", sessionID: "s", type: "tool", tool: "read", state: { status: "error", error: "File not found: a" } } } } });
    await event({ event: { type: "message.part.updated", properties: { part: { id: "p2", type: "tool", tool: "bash", state: { status: "completed", metadata: { exit: 0 } } } } } });
    await event({ event: { type: "session.idle", properties: {} } });`;
  writeFileSync(join(place.repo, ".opencode/plugin/package.json"), '{"type":"module"}');
  expect(run(`"${process.execPath}" --input-type=module`, code, place)).toEqual(SILENT);
  expect(eventsIn(place)).toMatchObject([{ agent: "opencode/read", error_type: "FileNotFound" }]);
});

test.each(["", "{", "null", "[]", '{"hook_event_name":7}', `{"cwd":${JSON.stringify("/x".repeat(5000))}}`, "\u0000"])(
  "a hook that is handed %j says nothing and ends well",
  (payload) => {
    const place = sandbox();
    install("claude-code", place);
    const { command } = JSON.parse(readFileSync(join(place.home, ".claude/settings.json"), "utf8")).hooks.StopFailure[0]
      .hooks[0];
    for (const agent of ["claude-code", "codex", "gemini", "copilot", "opencode", "nobody"])
      expect(run(command.replace(/claude-code$/, agent), payload, place)).toEqual(SILENT);
    expect(eventsIn(place)).toEqual([]);
  },
);

test("a hook obeys the switch", () => {
  const place = sandbox();
  install("claude-code", place);
  const { command } = JSON.parse(readFileSync(join(place.home, ".claude/settings.json"), "utf8")).hooks.StopFailure[0]
    .hooks[0];
  writeFileSync(join(place.repo, ".env"), "TELEMETRY_ENABLED=false\n");
  expect(run(command, { ...CLAUDE, cwd: place.repo, error: "x" }, place)).toEqual(SILENT);
  expect(readdirSync(place.home)).not.toContain(".12-factor-telemetry");
});

test("install shows the difference first, twice changes nothing, uninstall leaves nothing of ours", () => {
  const place = sandbox();
  const environment = { HOME: place.home };
  expect(telemetry(["hook", "install", "claude-code", "--dry-run"], { environment }).stdout).toContain("+++");
  expect(existsSync(join(place.home, ".claude"))).toBe(false);
  install("claude-code", place);
  expect(telemetry(["hook", "install", "claude-code"], { environment }).stdout).toContain("Nothing to change");
  expect(telemetry(["hook", "uninstall", "claude-code"], { environment }).status).toBe(0);
  expect(existsSync(join(place.home, ".claude/settings.json"))).toBe(false);
  writeFileSync(join(place.home, ".claude/settings.json"), "{ broken");
  const { status, stderr } = telemetry(["hook", "install", "claude-code"], { environment });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^error: Cannot change .*settings\.json, line 1: /),
  });
});

test("with --advise it answers with the known fix, once a session and never with text of the failure", () => {
  const place = sandbox();
  install("claude-code", place, "--advise");
  const { hooks } = JSON.parse(readFileSync(join(place.home, ".claude/settings.json"), "utf8"));
  const { command, async: isAsync } = hooks.PostToolUseFailure[0].hooks[0];
  expect(isAsync).toBeUndefined(); // an answer must be waited for
  const payload = {
    ...CLAUDE,
    cwd: place.repo,
    tool_input: {},
    error: "Exit code 128\nfatal: Unable to create '/srv/canary/.git/index.lock': File exists.",
  };
  const { status, stdout, stderr } = run(command, payload, place);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { hookSpecificOutput } = JSON.parse(stdout);
  expect(hookSpecificOutput.hookEventName).toBe("PostToolUseFailure");
  expect(hookSpecificOutput.additionalContext).toContain("Add git lock detection and retry");
  expect(stdout).not.toContain("canary");
  expect(run(command, { ...payload, tool_use_id: "t2" }, place)).toEqual(SILENT);
  expect(run(command, { ...payload, tool_use_id: "t3", session_id: "another" }, place).stdout).toContain("retry");
  expect(
    run(
      command,
      { ...payload, tool_use_id: "t4", session_id: "third", error: "Exit code 3\nthe moon is wrong" },
      place,
    ),
  ).toEqual(SILENT);
  expect(eventsIn(place)).toHaveLength(4);
});
