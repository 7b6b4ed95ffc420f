// Codex: one rollout a session under `sessions/`, cold ones compressed.
// Format: codex-rs/protocol, RolloutItem; read from logs of versions 0.118 to 0.147.

import { join } from "node:path";
import { commandFailure, hiddenFailure } from "../command-failure.ts";
import type { Failure, Wrong } from "../failure.ts";
import type { LogFile, LogLine } from "../log-file.ts";
import { at, type Fields, fields, integer, list, recordIn, text, texts } from "../record.ts";
import { Remembered } from "../remembered.ts";
import { repositoryName } from "../repository-name.ts";
import type { Source } from "../source.ts";
import { toolFailure } from "../tool-text.ts";

export const codex: Source = {
  name: "codex",
  folders: (home, environment) => {
    const root = environment["CODEX_HOME"] || join(home, ".codex");
    return [join(root, "sessions"), join(root, "archived_sessions"), join(home, ".trae", "cli", "sessions")];
  },
  isLog: (path) => /[\\/]rollout-[^\\/]+\.jsonl(?:\.zst)?$/.test(path),
  failures,
};

/** Lines that hold a result, a call, or where the session works. Copies of whole sessions (`compacted`) hold none of them as their own type. */
const RESULTS = ['_call_output"', '"exec_command_end"', '"mcp_tool_call_end"', '"patch_apply_end"'].map((sign) =>
  Buffer.from(sign),
);
const CALLS = ['"function_call"', '"custom_tool_call"', '"local_shell_call"'].map((sign) => Buffer.from(sign));
const COPIES = ['"type":"compacted"', '"type":"world_state"'].map((sign) => Buffer.from(sign));
/** Bytes from the start of a line in which its type stands. */
const TYPE_BYTES = 120;

function* failures(log: LogFile): Generator<Failure> {
  const session = new Session();
  for (const line of log.lines()) {
    const start = line.bytes.subarray(0, TYPE_BYTES);
    if (COPIES.some((sign) => start.includes(sign))) continue;
    if (start.includes('"type":"session_meta"')) session.begin(recordIn(line.bytes));
    else if (CALLS.some((sign) => line.bytes.includes(sign)) && !start.includes('_output"'))
      session.calls.add(line.bytes);
    else if (RESULTS.some((sign) => line.bytes.includes(sign))) yield* session.result(line);
  }
  yield* session.end();
}

/** Results that are waited for when the same failure may stand in the log again. */
const HELD = 64;

class Session {
  readonly calls = new Remembered();
  #meta: Fields | undefined;
  /** Older versions tell of every command's end in a record of its own: then outputs repeat what is known. */
  #tellsEnds = false;
  #held: Failure[] = [];
  readonly #told = new Set<string>();

  /** The first is the session's own; later ones are of the session that it was forked from. */
  begin(record: Fields | undefined): void {
    this.#meta ??= fields(record?.["payload"]);
  }

  *result(line: LogLine): Generator<Failure> {
    const record = recordIn(line.bytes);
    const payload = fields(record?.["payload"]);
    if (record === undefined || payload === undefined) return;
    const id = text(payload["call_id"]);
    const type = text(payload["type"]);
    if (type === "exec_command_end") {
      this.#tellsEnds = true;
      this.#held = this.#held.filter((held) => held.ref !== id);
      const command = list(payload["command"]).map(text);
      const output = text(payload["aggregated_output"]) || `${text(payload["stdout"])}\n${text(payload["stderr"])}`;
      const wrong = commandFailure({ command: command.at(-1) ?? "", exitCode: integer(payload["exit_code"]), output });
      return yield* this.#tell(this.#failure(line, text(record["timestamp"]), id, "exec_command", wrong));
    }
    const call = callIn(this.calls.find(id), id);
    const wrong = failureOf(type, payload, call);
    const tool =
      text(call?.["name"]) ||
      text(at(payload, "invocation", "tool")) ||
      (type === "patch_apply_end" ? "apply_patch" : "");
    const failure = this.#failure(line, text(record["timestamp"]), id, tool, wrong);
    if (failure?.exit_code === undefined) return yield* this.#tell(failure);
    if (this.#tellsEnds) return;
    this.#held.push(failure);
    if (this.#held.length > HELD) yield* this.#tell(this.#held.shift());
  }

  *end(): Generator<Failure> {
    if (!this.#tellsEnds) for (const failure of this.#held) yield* this.#tell(failure);
  }

  *#tell(failure: Failure | undefined): Generator<Failure> {
    if (failure === undefined || this.#told.has(failure.ref)) return;
    this.#told.add(failure.ref);
    yield failure;
  }

  #failure(line: LogLine, timestamp: string, ref: string, tool: string, wrong: Wrong | undefined): Failure | undefined {
    if (wrong === undefined) return undefined;
    return {
      ...wrong,
      line: line.number,
      ref,
      key: ref,
      timestamp,
      tool,
      repo: repositoryName([text(this.#meta?.["cwd"])], text(at(this.#meta, "git", "repository_url"))),
      commit: text(at(this.#meta, "git", "commit_hash")) || undefined,
      version: text(this.#meta?.["cli_version"]) || undefined,
    };
  }
}

function callIn(bytes: Buffer | undefined, id: string): Fields | undefined {
  const payload = bytes === undefined ? undefined : fields(at(recordIn(bytes), "payload"));
  return payload?.["call_id"] === id ? payload : undefined;
}

function failureOf(type: string, payload: Fields, call: Fields | undefined): Wrong | undefined {
  switch (type) {
    case "mcp_tool_call_end": {
      const failed = text(at(payload, "result", "Err"));
      const said =
        at(payload, "result", "Ok", "isError") === true ? texts(at(payload, "result", "Ok", "content")) : failed;
      return said === "" ? undefined : toolFailure(said);
    }
    case "patch_apply_end":
      return payload["success"] === false ? toolFailure(text(payload["stderr"]) || "apply_patch failed") : undefined;
    case "function_call_output":
    case "custom_tool_call_output":
    case "local_shell_call_output":
      return outputFailure(payload["output"], call);
    default:
      return undefined;
  }
}

function outputFailure(output: unknown, call: Fields | undefined): Wrong | undefined {
  const said = texts(output) || text(at(output, "content"));
  const command = commandOf(call);
  const [, code, rest] =
    /^(?:Command: [^\n]*\n)?(?:Chunk ID: [^\n]*\n)?(?:Wall time: [^\n]*\n)?Process exited with code (-?\d+)\n(?:Original token count: \d+\n)?(?:Output:\n)?([\s\S]*)$/.exec(
      said,
    ) ?? [];
  if (code !== undefined) return commandFailure({ command, exitCode: Number(code), output: rest ?? "" });
  if (/^(?:Command: [^\n]*\n)?(?:Chunk ID|Wall time|Process running with session ID)/.test(said)) return undefined; // not over yet
  if (said.startsWith("{")) return jsonFailure(said, command);
  const [, patchCode, patchOutput] =
    /^Exit code: (\d+)\n(?:Wall time: [^\n]*\n)?(?:Output:\n)?([\s\S]*)$/.exec(said) ?? [];
  if (patchCode !== undefined)
    return patchCode === "0"
      ? undefined
      : commandFailure({ command, exitCode: Number(patchCode), output: patchOutput ?? "" });
  if (/^Script (?:completed|failed|running)/.test(said)) return scriptFailure(said, text(call?.["input"]));
  return isToolFailure(said) ? toolFailure(said) : undefined;
}

/** A tool that does its work says what it likes; one that fails says so at once. */
const isToolFailure = (said: string): boolean =>
  /^(?:apply_patch verification failed|failed to parse function arguments|exec_command failed|write_stdin failed|collab spawn failed|timeout_ms must|unsupported call|aborted by user|tool call error|Error(?:\b|:)|error: |execution error)/.test(
    said,
  );

/** Shells of older versions: `{"output":"...","metadata":{"exit_code":1}}`. */
function jsonFailure(said: string, command: string): Wrong | undefined {
  const answer = recordIn(said);
  const exitCode = integer(at(answer, "metadata", "exit_code"));
  if (exitCode === undefined || exitCode === 0) return undefined;
  return commandFailure({ command, exitCode, output: text(answer?.["output"]) });
}

/** Code mode: a script calls the tools, and prints of their answers what it likes; mostly the exit code is lost. */
function scriptFailure(said: string, script: string): Wrong | undefined {
  const output = said.replace(/^Script \w+[^\n]*\n(?:Wall time[^\n]*\n)?(?:Output:\n?)?/, "");
  const problem = /^Script failed/.test(said) ? /(?:^|\n)Script error:\n?([\s\S]*)$/.exec(output)?.[1] : undefined;
  if (problem !== undefined) return toolFailure(problem);
  const command = /\bcmd"?\s*:\s*(["'`])((?:[^\\]|\\[\s\S])*?)\1/.exec(script)?.[2] ?? "";
  const code = /"exit_code"\s*:\s*([1-9]\d{0,2})\b/.exec(output)?.[1];
  if (code !== undefined)
    return commandFailure({ command, exitCode: Number(code), output: text(recordIn(output)?.["output"]) || output });
  return hiddenFailure(command, output);
}

function commandOf(call: Fields | undefined): string {
  const given = fields(call?.["action"]) ?? recordIn(text(call?.["arguments"]));
  const command = given?.["cmd"] ?? given?.["command"];
  return typeof command === "string" ? command : text(list(command).at(-1));
}
