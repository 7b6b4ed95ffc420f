// Pi and Oh My Pi: one JSONL file a session, its first records say where it works.
// Format: packages/coding-agent/docs/session.md, version 3.

import { join } from "node:path";
import { commandFailure } from "../command-failure.ts";
import type { Failure, Wrong } from "../failure.ts";
import type { LogFile, LogLine } from "../log-file.ts";
import { at, type Fields, fields, list, recordIn, text, texts } from "../record.ts";
import { Remembered } from "../remembered.ts";
import { repositoryName } from "../repository-name.ts";
import type { Source } from "../source.ts";
import { toolFailure } from "../tool-text.ts";

export const pi: Source = {
  name: "pi",
  folders: (home, environment) => [
    join(environment["PI_CODING_AGENT_DIR"] || join(home, ".pi", "agent"), "sessions"),
    join(home, ".omp", "agent", "sessions"),
  ],
  isLog: (path) => path.endsWith(".jsonl"),
  failures,
};

const HEADER = Buffer.from('"type":"session"');
const SIGNS = ['"isError":true', '"stopReason":"error"'].map((sign) => Buffer.from(sign));
const CALL = Buffer.from('"toolCall"');

function* failures(log: LogFile): Generator<Failure> {
  const calls = new Remembered();
  let header: Fields | undefined;
  for (const line of log.lines()) {
    if (header === undefined && line.bytes.includes(HEADER)) header = recordIn(line.bytes);
    if (line.bytes.includes(CALL)) calls.add(line.bytes);
    if (!SIGNS.some((sign) => line.bytes.includes(sign))) continue;
    const failure = failureIn(line, header, calls);
    if (failure !== undefined) yield failure;
  }
}

function failureIn({ bytes, number }: LogLine, header: Fields | undefined, calls: Remembered): Failure | undefined {
  const record = recordIn(bytes);
  const message = fields(record?.["message"]);
  if (record === undefined || message === undefined) return undefined;
  const wrong = message["role"] === "toolResult" ? resultFailure(message, calls) : modelFailure(message);
  if (wrong === undefined) return undefined;
  const ref = text(record["id"]);
  return {
    ...wrong,
    line: number,
    ref,
    key: `${text(header?.["id"])} ${ref}`,
    timestamp: text(record["timestamp"]),
    tool: text(message["toolName"]) || "api",
    repo: repositoryName([text(header?.["cwd"])]),
  };
}

function resultFailure(message: Fields, calls: Remembered): Wrong | undefined {
  if (message["isError"] !== true || at(message, "details", "__synthetic") === true) return undefined;
  const said = texts(message["content"]);
  const [, output, code] = /^([\s\S]*?)\s*\[?Command exited with code (\d+)\]?\s*$/.exec(said) ?? [];
  const timeout = /\[?Command timed out after [\d.]+ \w+\]?\s*$/.exec(said)?.[0];
  if (timeout !== undefined)
    return { class: "command_error", error_type: "Timeout", error_message: timeout.replace(/[[\]]/g, "").trim() };
  return code === undefined
    ? toolFailure(said)
    : commandFailure({ command: commandOf(message, calls), exitCode: Number(code), output: output ?? "" });
}

function commandOf(message: Fields, calls: Remembered): string {
  const id = text(message["toolCallId"]);
  const blocks = list(at(recordIn(calls.find(id) ?? ""), "message", "content"));
  return text(
    at(
      blocks.find((block) => at(block, "id") === id),
      "arguments",
      "command",
    ),
  );
}

function modelFailure(message: Fields): Wrong | undefined {
  if (message["role"] !== "assistant" || message["stopReason"] !== "error") return undefined;
  const said = text(message["errorMessage"]).split("\n", 1)[0] || "The model ended with an error";
  return { class: "api_error", error_type: "ApiError", error_message: said };
}
