// A directory in the specification's format, as the Python framework writes it: `all_errors.jsonl`, and of later versions
// `all_workflow_events.jsonl`, in which errors, failed agents and gaps are some kinds of event among many.

import type { Failure } from "../failure.ts";
import type { LogFile } from "../log-file.ts";
import { at, type Fields, fields, recordIn, text } from "../record.ts";
import type { Source } from "../source.ts";

/** The files of one such directory. */
export function directorySource(directory: string): Source {
  return {
    name: "directory",
    folders: () => [directory],
    depth: 0,
    isLog: (path) => /[\\/]all_(?:errors|workflow_events)\.jsonl$/.test(path),
    failures,
  };
}

function* failures(log: LogFile): Generator<Failure> {
  for (const { bytes, number } of log.lines()) {
    const record = recordIn(bytes);
    const wrong = record === undefined ? undefined : wrongIn(record);
    if (record === undefined || wrong === undefined) continue;
    const ref = text(record["telemetry_id"]) || text(record["event_id"]);
    const timestamp = text(record["timestamp"]);
    yield {
      line: number,
      ref,
      key: `${ref} ${timestamp} ${text(record["repo"])} ${wrong.error_message}`,
      timestamp,
      repo: text(record["repo"]) || "unknown",
      tool: "",
      agent: text(record["agent"]) || "unknown",
      class: "agent_error",
      ...wrong,
      context: {
        duration_ms: record["duration_ms"],
        issue: text(record["message"]).match(/issue #(\w{1,20})/)?.[1],
        ...fields(record["context"]),
      },
    };
  }
}

function wrongIn(record: Fields): { error_type: string; error_message: string } | undefined {
  const said = text(record["error_message"]);
  if (said !== "") return { error_type: text(record["error_type"]) || "Error", error_message: said };
  const message = text(record["message"]);
  switch (record["event_type"]) {
    case "error":
      return typed(message);
    case "agent_failure":
      return typed(
        / with error: ([\s\S]+)$/.exec(message)?.[1] ??
          text(at(record, "context", "error")) ??
          "The agent failed without saying why",
      );
    case "implementation_gap":
      return { error_type: "ImplementationGap", error_message: message };
    case "workflow_end":
      return record["success"] === false ? { error_type: "WorkflowFailed", error_message: message } : undefined;
    default:
      return undefined;
  }
}

/** `ValueError: no such thing` says its own type. */
function typed(message: string): { error_type: string; error_message: string } {
  const [, error_type, error_message] = /^([A-Za-z_][\w.]{0,100}): ([\s\S]+)$/.exec(message) ?? [];
  return error_type === undefined || error_message === undefined
    ? { error_type: "Error", error_message: message || "failed without a word" }
    : { error_type, error_message };
}
