// One session of each coding agent, in its own format, written here: a command that fails, a tool that fails, what is no
// failure, and canaries wherever a log holds what nobody may take.

import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Stands in prompts, commands, arguments, file contents and answers. */
export const CANARY = "violet otter plans sixteen bridges";

export interface Session {
  /** Below the home directory. */
  path: string;
  /** Records as lines, or a document. */
  text: string;
  expected: readonly Expected[];
}

interface Expected {
  line: number;
  ref: string;
  agent: string;
  class: string;
  error_type: string;
  error_message: string;
  exit_code?: number;
}

const lines = (...records: object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join("");
const AT = "2026-11-20T10:00:00.000Z";
const CWD = "/srv/work/pin-citer";

const claude = (uuid: string, rest: object) => ({
  cwd: CWD,
  sessionId: "s1",
  version: "2.1.200",
  uuid,
  timestamp: AT,
  ...rest,
});
const claudeCall = (uuid: string, id: string, name: string, input: object) =>
  claude(uuid, { type: "assistant", message: { content: [{ type: "tool_use", id, name, input }] } });
const claudeResult = (uuid: string, id: string, content: string, is_error = true) =>
  claude(uuid, {
    type: "user",
    message: { content: [{ type: "tool_result", tool_use_id: id, content, is_error }] },
    toolUseResult: CANARY,
  });

const codex = (type: string, payload: object) => ({ timestamp: AT, type, payload });
const codexCall = (call_id: string, cmd: string) =>
  codex("response_item", {
    type: "function_call",
    name: "exec_command",
    arguments: JSON.stringify({ cmd, workdir: CWD }),
    call_id,
  });
const codexOutput = (call_id: string, output: string) =>
  codex("response_item", { type: "function_call_output", call_id, output });

const copilot = (type: string, id: string, data: object) => ({ type, data, id, timestamp: AT });

const GEMINI_CALL = (id: string, status: string, args: object, response: object) => ({
  id,
  name: "run_shell_command",
  args,
  status,
  timestamp: AT,
  result: [{ functionResponse: { response } }],
});

const opencodePart = (id: string, tool: string, state: object) => ({
  id,
  sessionID: "ses_1",
  messageID: "msg_1",
  type: "tool",
  callID: `call_${id}`,
  tool,
  state,
});

export const SESSIONS: Readonly<Record<string, readonly Session[]>> = {
  "claude-code": [
    {
      path: ".claude/projects/-srv-work-pin-citer/s1.jsonl",
      text: lines(
        claude("u0", { type: "user", message: { content: `please do it: ${CANARY}` } }),
        claudeCall("u1", "t1", "Bash", { command: `cat notes.md && git push origin '${CANARY}'` }),
        claudeResult("u2", "t1", "Exit code 128\nfatal: unable to access 'origin': not a repository"),
        claudeCall("u3", "t2", "Edit", { old_string: CANARY }),
        claudeResult(
          "u4",
          "t2",
          `<tool_use_error>String to replace not found in file.\nString: ${CANARY}</tool_use_error>`,
        ),
        claudeResult("u5", "t3", `The user doesn't want to proceed with this tool use. The user said:\n${CANARY}`),
        claudeResult("u6", "t4", "<tool_use_error>Sibling tool call errored</tool_use_error>"),
        claudeCall("u7", "t5", "Bash", { command: `grep -rn '${CANARY}' .` }),
        claudeResult("u8", "t5", "Exit code 1"),
        claudeResult("u9", "t6", `all fine: error: ${CANARY}`, false),
        claude("u10", {
          type: "system",
          subtype: "api_error",
          error: { formatted: "Unable to connect to API (ECONNRESET)" },
          retryAttempt: 1,
        }),
        claude("u11", {
          type: "system",
          subtype: "api_error",
          error: { formatted: "Unable to connect to API (ECONNRESET)" },
          retryAttempt: 2,
        }),
        claude("u12", {
          type: "assistant",
          isApiErrorMessage: true,
          error: "rate_limit",
          apiErrorStatus: 429,
          message: { content: [{ type: "text", text: `API Error: 429 slow down\n${CANARY}` }] },
        }),
        claude("u13", {
          type: "attachment",
          attachment: { type: "hook_non_blocking_error", stderr: "bash: ruff: command not found", exitCode: 127 },
        }),
      ),
      expected: [
        {
          line: 3,
          ref: "u2",
          agent: "claude-code/Bash",
          class: "command_error",
          error_type: "GitError",
          error_message: "fatal: unable to access 'origin': not a repository",
          exit_code: 128,
        },
        {
          line: 5,
          ref: "u4",
          agent: "claude-code/Edit",
          class: "tool_error",
          error_type: "EditStringNotFound",
          error_message: "String to replace not found in file.",
        },
        {
          line: 11,
          ref: "u10",
          agent: "claude-code/api",
          class: "api_error",
          error_type: "ApiError",
          error_message: "Unable to connect to API (ECONNRESET)",
        },
        {
          line: 13,
          ref: "u12",
          agent: "claude-code/api",
          class: "api_error",
          error_type: "rate_limit",
          error_message: "API Error: 429 slow down",
        },
        {
          line: 14,
          ref: "u13",
          agent: "claude-code/hook",
          class: "hook_error",
          error_type: "CommandNotFound",
          error_message: "bash: ruff: command not found",
        },
      ],
    },
  ],
  codex: [
    {
      path: ".codex/sessions/2026/11/20/rollout-2026-11-20T10-00-00-a.jsonl",
      text: lines(
        codex("session_meta", {
          id: "a",
          cwd: CWD,
          cli_version: "0.147.0",
          git: { repository_url: "git@github.com:ada/pin-citer.git", commit_hash: "1".repeat(40) },
          base_instructions: CANARY,
        }),
        codexCall("c1", `uv run agent.py --note '${CANARY}'`),
        codexOutput(
          "c1",
          `Chunk ID: 1\nWall time: 0.1 seconds\nProcess exited with code 1\nOriginal token count: 9\nOutput:\n${CANARY}\nTraceback (most recent call last):\n  File "a.py", line 1, in <module>\n    ${CANARY}\nValueError: no such plan\n`,
        ),
        codexCall("c2", "sleep 100"),
        codexOutput(
          "c2",
          `Chunk ID: 2\nWall time: 1 seconds\nProcess running with session ID 7\nOutput:\nerror: ${CANARY}`,
        ),
        codex("response_item", { type: "custom_tool_call", name: "apply_patch", call_id: "c3", input: CANARY }),
        codex("response_item", {
          type: "custom_tool_call_output",
          call_id: "c3",
          output: `apply_patch verification failed: Failed to find expected lines in src/a.ts:\n${CANARY}`,
        }),
        codexOutput(
          "c4",
          `exec_command failed for \`/bin/zsh -lc 'rm ${CANARY}'\`: CreateProcess { message: "Rejected(\\"blocked by policy\\")" }`,
        ),
        codexOutput("c5", "aborted by user after 3.1s"),
        codex("event_msg", {
          type: "mcp_tool_call_end",
          call_id: "c6",
          invocation: { server: "db", tool: "query", arguments: { sql: CANARY } },
          result: { Err: "tool call timed out" },
        }),
        codex("compacted", { message: `"function_call_output" Process exited with code 1 ${CANARY}` }),
      ),
      expected: [
        {
          line: 7,
          ref: "c3",
          agent: "codex/apply_patch",
          class: "tool_error",
          error_type: "ApplyPatchMismatch",
          error_message: "apply_patch verification failed: Failed to find expected lines in src/a.ts:",
        },
        {
          line: 8,
          ref: "c4",
          agent: "codex",
          class: "denied",
          error_type: "ExecRejected",
          error_message: "exec_command failed: rejected: blocked by policy",
        },
        {
          line: 10,
          ref: "c6",
          agent: "codex/query",
          class: "tool_error",
          error_type: "Timeout",
          error_message: "tool call timed out",
        },
        {
          line: 3,
          ref: "c1",
          agent: "codex/exec_command",
          class: "command_error",
          error_type: "ValueError",
          error_message: "ValueError: no such plan",
          exit_code: 1,
        },
      ],
    },
    {
      path: ".codex/sessions/2026/04/13/rollout-2026-04-13T10-00-00-b.jsonl",
      text: lines(
        codex("session_meta", { id: "b", cwd: CWD, cli_version: "0.120.0", base_instructions: CANARY }),
        codexCall("d1", "make test"),
        codexOutput(
          "d1",
          "Chunk ID: 1\nWall time: 0.1 seconds\nProcess exited with code 2\nOutput:\n--- FAIL: TestPlan (0.01s)\nmake: *** [test] Error 1\n",
        ),
        codex("event_msg", {
          type: "exec_command_end",
          call_id: "d1",
          command: ["/bin/zsh", "-lc", "make test"],
          aggregated_output: "--- FAIL: TestPlan (0.01s)\nmake: *** [test] Error 1\n",
          exit_code: 2,
        }),
      ),
      expected: [
        {
          line: 4,
          ref: "d1",
          agent: "codex/exec_command",
          class: "check_failed",
          error_type: "GoTestFailure",
          error_message: "--- FAIL: TestPlan (0.01s)",
          exit_code: 2,
        },
      ],
    },
  ],
  copilot: [
    {
      path: ".copilot/session-state/1/events.jsonl",
      text: lines(
        copilot("session.start", "e0", { copilotVersion: "1.0.72", context: { cwd: `${CWD}/docs`, gitRoot: CWD } }),
        copilot("user.message", "e1", { content: CANARY }),
        copilot("tool.execution_start", "e2", {
          toolCallId: "k1",
          toolName: "bash",
          arguments: { command: `npm run build -- '${CANARY}'` },
        }),
        copilot("tool.execution_complete", "e3", {
          toolCallId: "k1",
          success: true,
          result: { content: "npm error code ELSPROBLEMS\n<shellId: 0 completed with exit code 1>" },
          toolTelemetry: { metrics: { exit_code: 1 } },
        }),
        copilot("tool.execution_start", "e4", { toolCallId: "k2", toolName: "view", arguments: { path: CANARY } }),
        copilot("tool.execution_complete", "e5", {
          toolCallId: "k2",
          success: false,
          error: { message: "Path does not exist", code: "failure" },
        }),
        copilot("tool.execution_complete", "e6", {
          toolCallId: "k3",
          success: false,
          error: { message: "no", code: "rejected" },
        }),
        copilot("session.error", "e7", { errorType: "quota", message: "Quota exceeded" }),
        copilot("abort", "e8", { reason: "user_initiated" }),
      ),
      expected: [
        {
          line: 4,
          ref: "k1",
          agent: "copilot/bash",
          class: "command_error",
          error_type: "npm ELSPROBLEMS",
          error_message: "npm error code ELSPROBLEMS",
          exit_code: 1,
        },
        {
          line: 6,
          ref: "k2",
          agent: "copilot/view",
          class: "tool_error",
          error_type: "FileNotFound",
          error_message: "Path does not exist",
        },
        {
          line: 8,
          ref: "e7",
          agent: "copilot/session",
          class: "api_error",
          error_type: "quota",
          error_message: "Quota exceeded",
        },
      ],
    },
  ],
  gemini: [
    {
      path: ".gemini/tmp/pin/chats/session-2026-11-20T10-00-aaaaaaaa.jsonl",
      text: lines(
        { sessionId: "g", startTime: AT, kind: "main" },
        { id: "m1", timestamp: AT, type: "user", content: CANARY },
        { id: "m2", timestamp: AT, type: "gemini", content: CANARY, toolCalls: [] },
        {
          id: "m2",
          timestamp: AT,
          type: "gemini",
          content: CANARY,
          toolCalls: [
            GEMINI_CALL(
              "run-1",
              "success",
              { command: `node x.mjs '${CANARY}'` },
              { output: "Output: sh: 1: tsx: not found\nExit Code: 127" },
            ),
            GEMINI_CALL(
              "run-2",
              "error",
              { command: CANARY },
              { error: 'MCP tool "q" reported error: {"sql":"violet otter plans"}' },
            ),
            GEMINI_CALL("run-3", "cancelled", {}, { error: "[Operation Cancelled]" }),
            GEMINI_CALL("run-4", "success", {}, { output: "Error: (none)\nExit Code: 0\nSignal: 0" }),
          ],
        },
        { id: "m3", timestamp: AT, type: "error", content: "[API Error: 503 overloaded]" },
      ),
      expected: [
        {
          line: 4,
          ref: "run-1",
          agent: "gemini/run_shell_command",
          class: "command_error",
          error_type: "CommandNotFound",
          error_message: "sh: 1: tsx: not found",
          exit_code: 127,
        },
        {
          line: 4,
          ref: "run-2",
          agent: "gemini/run_shell_command",
          class: "tool_error",
          error_type: "ToolError",
          error_message: 'MCP tool "q" reported error:',
        },
        {
          line: 5,
          ref: "m3",
          agent: "gemini/api",
          class: "api_error",
          error_type: "ApiError",
          error_message: "[API Error: 503 overloaded]",
        },
      ],
    },
  ],
  opencode: [
    {
      path: "export.json",
      text: JSON.stringify(
        {
          info: { id: "ses_1", directory: CWD, version: "1.18.0" },
          messages: [
            {
              info: {
                id: "msg_1",
                role: "assistant",
                time: { created: Date.parse(AT) },
                error: { name: "APIError", data: { message: "Overloaded", statusCode: 529, responseBody: CANARY } },
              },
              parts: [
                { id: "prt_0", type: "text", text: CANARY },
                opencodePart("prt_1", "bash", {
                  status: "completed",
                  input: { command: `pnpm i '${CANARY}'` },
                  output: " ERR_PNPM_OUTDATED_LOCKFILE  Cannot install",
                  metadata: { exit: 1 },
                  time: { end: Date.parse(AT) },
                }),
                opencodePart("prt_2", "edit", {
                  status: "error",
                  input: { oldString: CANARY },
                  error: "oldString not found in content",
                  time: { end: Date.parse(AT) },
                }),
                opencodePart("prt_3", "bash", {
                  status: "error",
                  input: {},
                  error: "The user rejected permission to use this specific tool call.",
                  time: { end: 1 },
                }),
                opencodePart("prt_4", "bash", {
                  status: "completed",
                  input: { command: "true" },
                  output: "error",
                  metadata: { exit: 0 },
                  time: { end: 1 },
                }),
              ],
            },
          ],
        },
        null,
        2,
      ),
      expected: [
        {
          line: 10,
          ref: "msg_1",
          agent: "opencode/api",
          class: "api_error",
          error_type: "APIError",
          error_message: "Overloaded",
        },
        {
          line: 31,
          ref: "prt_1",
          agent: "opencode/bash",
          class: "command_error",
          error_type: "pnpm ERR_PNPM_OUTDATED_LOCKFILE",
          error_message: "ERR_PNPM_OUTDATED_LOCKFILE  Cannot install",
          exit_code: 1,
        },
        {
          line: 52,
          ref: "prt_2",
          agent: "opencode/edit",
          class: "tool_error",
          error_type: "EditStringNotFound",
          error_message: "oldString not found in content",
        },
      ],
    },
  ],
  pi: [
    {
      path: ".pi/agent/sessions/x/1.jsonl",
      text: lines(
        { type: "session", id: "p", cwd: CWD, version: 3 },
        {
          type: "message",
          id: "a1",
          timestamp: AT,
          message: {
            role: "assistant",
            content: [{ type: "toolCall", id: "tc1", name: "bash", arguments: { command: `cargo build # ${CANARY}` } }],
          },
        },
        {
          type: "message",
          id: "a2",
          timestamp: AT,
          message: {
            role: "toolResult",
            toolCallId: "tc1",
            toolName: "bash",
            isError: true,
            content: [{ type: "text", text: "error[E0425]: cannot find value `x`\n\nCommand exited with code 101" }],
          },
        },
        {
          type: "message",
          id: "a3",
          timestamp: AT,
          message: {
            role: "toolResult",
            toolName: "read",
            isError: true,
            details: { __synthetic: true },
            content: [{ type: "text", text: "Skipped" }],
          },
        },
        {
          type: "message",
          id: "a4",
          timestamp: AT,
          message: {
            role: "assistant",
            content: [],
            stopReason: "error",
            errorMessage: `500 internal error\n${CANARY}`,
          },
        },
        {
          type: "message",
          id: "a5",
          timestamp: AT,
          message: { role: "assistant", content: [], stopReason: "aborted", errorMessage: "aborted" },
        },
      ),
      expected: [
        {
          line: 3,
          ref: "a2",
          agent: "pi/bash",
          class: "command_error",
          error_type: "RustCompileError E0425",
          error_message: "error[E0425]: cannot find value `x`",
          exit_code: 101,
        },
        {
          line: 5,
          ref: "a4",
          agent: "pi/api",
          class: "api_error",
          error_type: "ApiError",
          error_message: "500 internal error",
        },
      ],
    },
  ],
  cursor: [
    {
      path: ".cursor/projects/srv-work-pin-citer/agent-transcripts/1/1.jsonl",
      text: lines(
        { role: "user", message: CANARY },
        { type: "turn_ended", status: "error", error: "[unavailable] PING timed out" },
        { type: "turn_ended", status: "error", error: "User aborted request" },
        { type: "turn_ended", status: "done" },
      ),
      expected: [
        {
          line: 2,
          ref: "",
          agent: "cursor/api",
          class: "api_error",
          error_type: "ApiError",
          error_message: "[unavailable] PING timed out",
        },
      ],
    },
  ],
  aider: [
    {
      path: "code/pin-citer/.aider.chat.history.md",
      text: `\n# aider chat started at 2026-11-20 10:00:00\n\n> Warning: Error in config\n#### ${CANARY}\n> litellm.RateLimitError: too many\n> Retrying in 0.2 seconds...\n> # 2 SEARCH/REPLACE blocks failed to match!\nError: ${CANARY}\n`,
      expected: [
        {
          line: 6,
          ref: "",
          agent: "aider",
          class: "api_error",
          error_type: "RateLimitError",
          error_message: "litellm.RateLimitError: too many",
        },
        {
          line: 8,
          ref: "",
          agent: "aider",
          class: "tool_error",
          error_type: "EditStringNotFound",
          error_message: "# 2 SEARCH/REPLACE blocks failed to match!",
        },
      ],
    },
  ],
};

/** Writes a session below `home` and answers its path. */
export function write(home: string, { path, text }: Pick<Session, "path" | "text">): string {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** The same session as OpenCode keeps it: an SQLite database. */
export function writeDatabase(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const Database = createRequire(import.meta.url)("libsql");
  const database = new Database(path);
  database.exec(
    "CREATE TABLE session (id TEXT, directory TEXT, version TEXT); CREATE TABLE message (id TEXT, session_id TEXT, time_created INTEGER, data TEXT); CREATE TABLE part (id TEXT, message_id TEXT, session_id TEXT, time_created INTEGER, data TEXT)",
  );
  const { info, messages } = JSON.parse(SESSIONS["opencode"]?.[0]?.text ?? "");
  database.prepare("INSERT INTO session VALUES (?, ?, ?)").run(info.id, info.directory, info.version);
  for (const message of messages) {
    database
      .prepare("INSERT INTO message VALUES (?, ?, ?, ?)")
      .run(message.info.id, info.id, Date.parse(AT), JSON.stringify(message.info));
    for (const part of message.parts)
      database
        .prepare("INSERT INTO part VALUES (?, ?, ?, ?, ?)")
        .run(part.id, message.info.id, info.id, Date.parse(AT), JSON.stringify(part));
  }
  database.close();
}
