// Gemini CLI: one JSONL file a session since spring 2026, one JSON document before. A message is written again as it
// grows: the last one counts. The working directory is not in the file; `.project_root` beside it names it.
// Format: packages/core/src/services/chatRecordingService.ts.

import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Failure, Wrong } from "../failure.ts";
import { geminiShellFailure } from "../gemini-shell.ts";
import type { LogFile } from "../log-file.ts";
import { at, type Fields, fields, list, recordIn, text } from "../record.ts";
import { repositoryName } from "../repository-name.ts";
import type { Source } from "../source.ts";
import { toolFailure } from "../tool-text.ts";
import { lineOf, wholeText } from "../whole-document.ts";

export const gemini: Source = {
  name: "gemini",
  folders: (home, environment) => [join(environment["GEMINI_CLI_HOME"] || home, ".gemini", "tmp")],
  isLog: (path) => /[\\/]chats[\\/].*\.jsonl?$/.test(path),
  failures,
};

function* failures(log: LogFile): Generator<Failure> {
  const repo = repositoryName([projectRoot(log.path)]);
  if (log.path.endsWith(".json")) yield* documentFailures(wholeText(log), repo);
  else
    for (const { message, line } of lastMessages(log))
      for (const failure of failuresIn(message, repo)) yield { ...failure, line };
}

function* documentFailures(document: string, repo: string): Generator<Failure> {
  for (const message of list(recordIn(document)?.["messages"])) {
    for (const failure of failuresIn(fields(message), repo)) yield { ...failure, line: lineOf(document, failure.ref) };
  }
}

function lastMessages(log: LogFile): Iterable<{ message: Fields; line: number }> {
  const last = new Map<string, { message: Fields; line: number }>();
  for (const { bytes, number } of log.lines()) {
    const record = recordIn(bytes);
    for (const message of [record, ...list(at(record, "$set", "messages")).map(fields)]) {
      const id = text(message?.["id"]);
      if (id !== "" && message !== undefined) last.set(id, { message, line: number });
    }
  }
  return last.values();
}

function* failuresIn(message: Fields | undefined, repo: string): Generator<Failure> {
  const ref = text(message?.["id"]);
  const common = { line: 0, repo };
  if (message?.["type"] === "error") {
    const said = text(message["content"]).split("\n", 1)[0] ?? "";
    const wrong = { class: "api_error", error_type: "ApiError", error_message: said } as const;
    if (said !== "") yield { ...common, ...wrong, ref, key: ref, tool: "api", timestamp: text(message["timestamp"]) };
  }
  for (const call of list(message?.["toolCalls"])) {
    const wrong = callFailure(fields(call) ?? {});
    const id = text(at(call, "id"));
    if (wrong === undefined) continue;
    yield {
      ...common,
      ...wrong,
      ref: id || ref,
      key: id || ref,
      tool: text(at(call, "name")),
      timestamp: text(at(call, "timestamp")) || text(message?.["timestamp"]),
    };
  }
}

function callFailure(call: Fields): Wrong | undefined {
  const response = at(list(call["result"])[0], "functionResponse", "response");
  if (call["status"] === "error")
    return toolFailure(withoutCall(text(at(response, "error")) || "the tool failed without a word"));
  return geminiShellFailure(text(at(response, "output")), text(at(call, "args", "command")));
}

/** An error of an MCP tool may repeat the whole call as JSON; what its server said stands inside. */
function withoutCall(said: string): string {
  return /"message":\s*"((?:[^"\\]|\\.){1,500})"/.exec(said)?.[1] ?? said.replace(/[{[][\s\S]*$/, "").trim();
}

function projectRoot(path: string): string {
  const project = dirname(path.replace(/([\\/]chats)[\\/].*$/, "$1"));
  try {
    return readFileSync(join(project, ".project_root"), "utf8").trim();
  } catch {
    return basename(project); // there is none: ENOENT
  }
}
