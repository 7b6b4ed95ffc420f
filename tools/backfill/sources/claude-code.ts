// Claude Code: one JSONL file a session under `projects/`, subagents in files of their own.
// Format: not published; read from logs of versions 2.0.64 to 2.1.235.

import { join } from "node:path";
import { commandFailure } from "../command-failure.ts";
import type { Failure, Wrong } from "../failure.ts";
import type { LogFile, LogLine } from "../log-file.ts";
import { at, type Fields, fields, integer, list, recordIn, text, texts } from "../record.ts";
import { Remembered } from "../remembered.ts";
import { repositoryName } from "../repository-name.ts";
import { shellFailure } from "../shell-failure.ts";
import type { Source } from "../source.ts";

export const claudeCode: Source = {
  name: "claude-code",
  folders: (home, environment) => {
    const given = [
      environment["CLAUDE_CONFIG_DIR"],
      ...(environment["CLAUDE_CONFIG_DIRS"] ?? "").split(/[,:](?![\\/])/),
    ];
    const named = given.filter((path) => path !== undefined && path !== "") as string[];
    const roots = named.length > 0 ? named : [join(home, ".claude"), join(home, ".config", "claude")];
    return [...roots.map((root) => join(root, "projects")), ...desktopFolders(home, environment["APPDATA"])];
  },
  isLog: (path) => path.endsWith(".jsonl") && !/[\\/]tool-results[\\/]/.test(path),
  failures,
};

function desktopFolders(home: string, appData: string | undefined): string[] {
  const parents = [join(home, "Library", "Application Support"), appData ?? "", join(home, ".config")];
  return parents.filter((path) => path !== "").map((path) => join(path, "Claude", "local-agent-mode-sessions"));
}

const SIGNS = [
  '"is_error":true',
  '"isApiErrorMessage":true',
  '"subtype":"api_error"',
  "hook_blocking_error",
  "hook_non_blocking_error",
  "hook_error_during_execution",
  '"hookErrors":["',
].map((sign) => Buffer.from(sign));
const CALL = Buffer.from('"type":"tool_use"');
const DIRECTORY = Buffer.from('"cwd":"');

function* failures(log: LogFile): Generator<Failure> {
  const calls = new Remembered();
  let began: string | undefined;
  for (const line of log.lines()) {
    if (began === undefined && line.bytes.includes(DIRECTORY)) began = text(recordIn(line.bytes)?.["cwd"]) || undefined;
    if (line.bytes.includes(CALL)) calls.add(line.bytes);
    if (!SIGNS.some((sign) => line.bytes.includes(sign))) continue;
    const record = recordIn(line.bytes);
    if (record !== undefined) yield* failuresIn(record, line, began ?? "", calls);
  }
}

function* failuresIn(record: Fields, line: LogLine, began: string, calls: Remembered): Generator<Failure> {
  const ref = text(record["uuid"]);
  const common = {
    line: line.number,
    ref,
    timestamp: text(record["timestamp"]),
    repo: repositoryName([began, text(record["cwd"])]),
    version: text(record["version"]) || undefined,
  };
  if (record["type"] === "user") {
    for (const { id, tool, wrong } of failedResults(record, calls)) yield { ...common, ...wrong, key: id || ref, tool };
    return;
  }
  const wrong = apiFailure(record) ?? retriedFailure(record) ?? hookFailure(record);
  if (wrong !== undefined) yield { ...common, ...wrong, key: ref, tool: wrong.class === "hook_error" ? "hook" : "api" };
}

function* failedResults(record: Fields, calls: Remembered): Generator<{ id: string; tool: string; wrong: Wrong }> {
  for (const block of list(at(record, "message", "content"))) {
    if (at(block, "type") !== "tool_result" || at(block, "is_error") !== true) continue;
    const id = text(at(block, "tool_use_id"));
    const call = callIn(calls.find(id), id);
    const wrong = shellFailure(texts(at(block, "content")), text(at(call, "input", "command")));
    if (wrong !== undefined) yield { id, tool: text(call?.["name"]), wrong };
  }
}

function callIn(bytes: Buffer | undefined, id: string): Fields | undefined {
  const blocks = bytes === undefined ? [] : list(at(recordIn(bytes), "message", "content"));
  return fields(blocks.find((block) => at(block, "id") === id));
}

/** `API Error: ...`, written by the program itself in the model's place. */
function apiFailure(record: Fields): (Wrong & { status_code?: number | undefined }) | undefined {
  if (record["isApiErrorMessage"] !== true) return undefined;
  const kind = text(record["error"]);
  return {
    class: "api_error",
    error_type: kind === "" || kind === "unknown" ? "ApiError" : kind,
    error_message: firstLine(texts(at(record, "message", "content"))),
    status_code: integer(record["apiErrorStatus"]),
  };
}

/** A chain of retries is one failure. */
function retriedFailure(record: Fields): (Wrong & { status_code?: number | undefined }) | undefined {
  if (record["subtype"] !== "api_error" || (integer(record["retryAttempt"]) ?? 1) !== 1) return undefined;
  const said = text(at(record, "error", "formatted")) || text(at(record, "error", "message"));
  return {
    class: "api_error",
    error_type: text(at(record, "error", "connection", "code")) || "ApiError",
    error_message: firstLine(said) || "The API did not answer",
    status_code: integer(at(record, "error", "status")),
  };
}

function hookFailure(record: Fields): Wrong | undefined {
  const told = list(record["hookErrors"])
    .map(text)
    .find((said) => said !== "");
  if (told !== undefined) return ofHook(told);
  const attachment = fields(record["attachment"]);
  if (!/^hook_(?:blocking_error|non_blocking_error|error_during_execution)$/.test(text(attachment?.["type"])))
    return undefined;
  return ofHook(
    text(at(attachment, "blockingError", "blockingError")) ||
      text(attachment?.["stderr"]) ||
      text(attachment?.["content"]),
  );
}

/** A hook is a command of the user's own. */
function ofHook(said: string): Wrong {
  const output = said.replace(/^Failed with (?:non-)?blocking status code:? ?(?:\d+:? ?)?/, "");
  const wrong = commandFailure({ command: "hook", exitCode: undefined, output });
  return {
    class: "hook_error",
    error_type: wrong?.error_type ?? "HookError",
    error_message: wrong?.error_message ?? "A hook failed",
  };
}

const firstLine = (said: string): string => (said.split("\n", 1)[0] ?? "").trim();
