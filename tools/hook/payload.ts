// What a coding agent hands to a hook, as a failure. One function an agent; the fields are those of the Claude Agent SDK
// 0.3.330, Gemini CLI 0.61, Copilot CLI hooks version 1 and OpenCode plugins 1.18.

import { commandFailure } from "../backfill/command-failure.ts";
import type { Failure, Wrong } from "../backfill/failure.ts";
import { geminiShellFailure } from "../backfill/gemini-shell.ts";
import { at, type Fields, integer, text } from "../backfill/record.ts";
import { shellFailure } from "../backfill/shell-failure.ts";
import { toolFailure } from "../backfill/tool-text.ts";

/** A failure at the moment when it happens. */
export interface Met extends Wrong, Pick<Failure, "key" | "tool"> {
  status_code?: number | undefined;
  duration_ms?: number | undefined;
  /** Where the agent works. */
  directory: string;
  session: string;
}

/** undefined when the payload tells of no failure: a call that went well, a person's decision. */
export const PAYLOADS: Readonly<Record<string, (payload: Fields) => Met | undefined>> = {
  "claude-code": ofClaudeCode,
  gemini: ofGemini,
  copilot: ofCopilot,
  opencode: ofOpenCode,
};

function ofClaudeCode(payload: Fields): Met | undefined {
  switch (payload["hook_event_name"]) {
    case "PostToolUseFailure":
      if (payload["is_interrupt"] === true) return undefined;
      return met(
        payload,
        text(payload["tool_use_id"]),
        text(payload["tool_name"]),
        shellFailure(text(payload["error"]), text(at(payload, "tool_input", "command"))),
      );
    case "StopFailure": {
      const kind = text(payload["error"]) || "unknown";
      const said = text(payload["error_details"]).split("\n", 1)[0] || `The API request failed: ${kind}`;
      return met(payload, "", "api", {
        class: "api_error",
        error_type: kind === "unknown" ? "ApiError" : kind,
        error_message: said,
      });
    }
    case "PermissionDenied":
      return met(payload, text(payload["tool_use_id"]), text(payload["tool_name"]), {
        class: "denied",
        error_type: "PermissionDenied",
        error_message: "Permission for this action was denied",
      });
    default:
      return undefined;
  }
}

function ofGemini(payload: Fields): Met | undefined {
  if (payload["hook_event_name"] !== "AfterTool") return undefined;
  const response = payload["tool_response"];
  const error = text(at(response, "error")) || text(at(response, "error", "message"));
  const answer = text(at(response, "llmContent"));
  const wrong =
    error === "" ? geminiShellFailure(answer, text(at(payload, "tool_input", "command"))) : toolFailure(error);
  return met(payload, "", text(payload["tool_name"]), wrong);
}

function ofCopilot(payload: Fields): Met | undefined {
  const error = text(payload["error"]) || text(at(payload, "error", "message"));
  if (error === "") return undefined;
  const tool = text(payload["toolName"]);
  const context = text(payload["errorContext"]);
  if (context === "user_input") return undefined;
  const wrong: Wrong | undefined =
    context === "model_call"
      ? {
          class: "api_error",
          error_type: text(at(payload, "error", "name")) || "ApiError",
          error_message: error.split("\n", 1)[0] ?? "",
        }
      : shellFailure(error, text(at(payload, "toolArgs", "command")));
  return met({ ...payload, session_id: payload["sessionId"] }, "", tool || context, wrong);
}

/** As our plugin writes it: the part of a message, or the session's error. */
function ofOpenCode(payload: Fields): Met | undefined {
  const state = at(payload, "part", "state");
  const tool = text(at(payload, "part", "tool"));
  const id = text(at(payload, "part", "id"));
  if (at(state, "status") === "error") return met(payload, id, tool, toolFailure(text(at(state, "error"))));
  const exitCode = integer(at(state, "metadata", "exit"));
  if (exitCode !== undefined && exitCode !== 0)
    return met(
      payload,
      id,
      tool,
      commandFailure({ command: text(at(state, "input", "command")), exitCode, output: text(at(state, "output")) }),
    );
  const name = text(at(payload, "error", "name"));
  if (name === "" || name === "MessageAbortedError") return undefined;
  const said = text(at(payload, "error", "data", "message")).split("\n", 1)[0] || name;
  return met(payload, "", "api", { class: "api_error", error_type: name, error_message: said });
}

function met(payload: Fields, key: string, tool: string, wrong: Wrong | undefined): Met | undefined {
  if (wrong === undefined) return undefined;
  return {
    ...wrong,
    key,
    tool,
    duration_ms: integer(payload["duration_ms"]),
    directory: text(payload["cwd"]),
    session: text(payload["session_id"]),
  };
}
