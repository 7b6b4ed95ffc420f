// GitHub Copilot CLI: `events.jsonl` of each session. A shell command that failed has `success: true` there; its exit code tells.
// Format: not published; read from logs of versions 1.0.7x.

import { join } from "node:path";
import { commandFailure } from "../command-failure.ts";
import type { Failure, Wrong } from "../failure.ts";
import type { LogFile, LogLine } from "../log-file.ts";
import { at, type Fields, fields, integer, recordIn, text, texts } from "../record.ts";
import { Remembered } from "../remembered.ts";
import { repositoryName } from "../repository-name.ts";
import type { Source } from "../source.ts";
import { toolFailure } from "../tool-text.ts";

export const copilot: Source = {
  name: "copilot",
  folders: (home, environment) => {
    const root = environment["COPILOT_HOME"] || join(home, ".copilot");
    return [join(root, "session-state"), join(root, "history-session-state")];
  },
  isLog: (path) => path.endsWith(".jsonl"),
  failures,
};

const START = Buffer.from('"session.start"');
const CALL = Buffer.from('"tool.execution_start"');
const RESULTS = ['"tool.execution_complete"', '"session.error"', '"session.warning"'].map((sign) => Buffer.from(sign));

function* failures(log: LogFile): Generator<Failure> {
  const calls = new Remembered();
  let start: Fields | undefined;
  for (const line of log.lines()) {
    if (start === undefined && line.bytes.includes(START)) start = fields(recordIn(line.bytes)?.["data"]);
    else if (line.bytes.includes(CALL)) calls.add(line.bytes);
    else if (RESULTS.some((sign) => line.bytes.includes(sign))) {
      const failure = failureIn(line, start, calls);
      if (failure !== undefined) yield failure;
    }
  }
}

function failureIn(line: LogLine, start: Fields | undefined, calls: Remembered): Failure | undefined {
  const record = recordIn(line.bytes);
  const data = fields(record?.["data"]);
  if (record === undefined || data === undefined) return undefined;
  const id = text(data["toolCallId"]);
  const call = id === "" ? undefined : fields(recordIn(calls.find(id) ?? "")?.["data"]);
  const isCall = record["type"] === "tool.execution_complete";
  const wrong = isCall ? resultFailure(data, call) : sessionFailure(text(record["type"]), data);
  if (wrong === undefined) return undefined;
  const context = at(start, "context");
  return {
    ...wrong,
    line: line.number,
    ref: id || text(record["id"]),
    key: id || text(record["id"]),
    timestamp: text(record["timestamp"]),
    tool: isCall ? text(call?.["toolName"]) || text(at(data, "toolTelemetry", "properties", "command")) : "session",
    repo: repositoryName([text(at(context, "gitRoot")) || text(at(context, "cwd"))], text(at(context, "repository"))),
    commit: text(at(context, "headCommit")) || undefined,
    version: text(start?.["copilotVersion"]) || undefined,
  };
}

function resultFailure(data: Fields, call: Fields | undefined): Wrong | undefined {
  if (data["success"] === false) {
    return text(at(data, "error", "code")) === "rejected" ? undefined : toolFailure(text(at(data, "error", "message")));
  }
  const output = texts(at(data, "result", "content"));
  const said = /<(?:shellId: \S+ )?(?:command )?(?:completed|exited) with exit code (-?\d+)>/.exec(output)?.[1];
  const exitCode =
    integer(at(data, "toolTelemetry", "metrics", "exit_code")) ?? (said === undefined ? undefined : Number(said));
  if (exitCode === undefined || exitCode === 0) return undefined;
  return commandFailure({
    command: text(at(call, "arguments", "command")),
    exitCode,
    output: output.replace(/\n?<[^<>]*exit code -?\d+>\s*$/, ""),
  });
}

function sessionFailure(type: string, data: Fields): Wrong | undefined {
  const message = text(data["message"]).split("\n", 1)[0] ?? "";
  if (message === "") return undefined;
  if (type === "session.error")
    return { class: "api_error", error_type: text(data["errorType"]) || "ApiError", error_message: message };
  const isServer = text(data["warningType"]) === "mcp";
  return isServer ? { class: "tool_error", error_type: "McpServerConnectFailed", error_message: message } : undefined;
}
