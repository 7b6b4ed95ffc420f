// What coding agents' own tools say when they fail, are refused, or are stopped: fixed texts, each with what it means.
// Behind many of them stands what nobody may keep - the user's words, file text, a command line -, so only a first line,
// or fixed words, stay.

import type { Wrong } from "./failure.ts";

/** undefined when it is no failure: a person's decision, or what another failure took with it. */
export function toolFailure(output: string): Wrong | undefined {
  const said = output.replace(/^\s*<tool_use_error>|<\/tool_use_error>\s*$/g, "").trim();
  const known = TEXTS.find(({ starts }) => starts.test(said));
  if (known?.means === "no failure") return undefined;
  const line = firstLine(said);
  return {
    class: known?.means === "denied" ? "denied" : "tool_error",
    error_type: known?.type ?? "ToolError",
    error_message: known?.words ?? line,
  };
}

interface KnownText {
  starts: RegExp;
  means: "no failure" | "denied" | "failure";
  type: string;
  /** Stands instead of the first line, where that quotes what nobody may keep. */
  words?: string;
}

const noFailure = (starts: RegExp): KnownText => ({ starts, means: "no failure", type: "" });
const denied = (starts: RegExp, type: string, words: string): KnownText => ({ starts, means: "denied", type, words });
const failed = (starts: RegExp, type: string, words?: string): KnownText => ({
  starts,
  means: "failure",
  type,
  ...(words !== undefined && { words }),
});

const TEXTS: readonly KnownText[] = [
  noFailure(/^The user doesn't want to (?:proceed with this tool use|take this action)/),
  noFailure(/^\[?Request interrupted by user/),
  noFailure(
    /^(?:Error: )?(?:The )?[Uu]ser (?:has )?(?:rejected|dismissed|denied|declined|cancelled|canceled|aborted)\b/,
  ),
  noFailure(/^(?:Error: )?(?:Tool call |Operation )?(?:[Cc]ancelled|[Cc]anceled) by (?:the )?user/),
  noFailure(/^aborted by user\b/),
  noFailure(/^Sibling tool call errored/),
  noFailure(/^Cancelled: parallel tool call/),
  noFailure(/^Skipped due to (?:queued|pending) user message/),
  noFailure(/^\{"message":"Wait timed out\./),
  denied(
    /^Permission for this action (?:was|has been) denied/,
    "PermissionDenied",
    "Permission for this action was denied",
  ),
  denied(
    /^Permission to use \S+ .*has been denied|^Claude requested permissions to /,
    "PermissionDenied",
    "Permission to use the tool has been denied",
  ),
  denied(
    /^The user has specified a rule which prevents you/,
    "PermissionDenied",
    "A rule of the user prevents this tool call",
  ),
  denied(
    /^exec_command failed for [\s\S]*(?:Rejected|blocked by policy|rejected)/,
    "ExecRejected",
    "exec_command failed: rejected: blocked by policy",
  ),
  denied(
    /^(?:exec_command failed for )?[\s\S]{0,2000}?(?:SandboxDenied|Sandbox\(Denied)/,
    "SandboxDenied",
    "The sandbox denied the command",
  ),
  denied(/^PreToolUse:\S+ hook (?:error|blocked)/, "HookDenied", "A PreToolUse hook blocked the tool call"),
  denied(/^Blocked: /, "CommandBlocked", "Blocked: the command is not allowed"),
  failed(/^exec_command failed for /, "ExecFailed", "exec_command failed"),
  failed(/^(?:Error: )?File has not been read yet/, "FileNotRead"),
  failed(
    /^(?:Error: )?String to replace not found in file|^(?:Error: )?(?:oldString|old_string|old_str) not found/i,
    "EditStringNotFound",
  ),
  failed(/^(?:Error: )?Found \d+ matches of the string|^(?:Error: )?Found multiple matches for/, "EditStringNotUnique"),
  failed(/^(?:Error: )?(?:File|Path|Directory) (?:does not exist|not found)|^(?:Error: )?ENOENT\b/, "FileNotFound"),
  failed(/^(?:Error: )?File has been (?:unexpectedly )?modified since/, "FileModified"),
  failed(/^(?:Error: )?No changes to make/, "EditNoChange"),
  failed(/^(?:Error: )?EISDIR\b/, "IsADirectory"),
  failed(/^InputValidationError\b/, "InputValidationError"),
  failed(/^\d+ validation errors? for /, "ValidationError"),
  failed(/^Agent type '[^']*' not found/, "UnknownAgentType"),
  failed(/^Unknown skill\b/, "UnknownSkill"),
  failed(/^Working directory /, "WorkingDirectoryDeleted"),
  failed(/^Output does not match required schema/, "OutputSchemaMismatch"),
  failed(/^Unable to verify if domain /, "DomainNotVerified"),
  failed(/^apply_patch verification failed/, "ApplyPatchMismatch"),
  failed(/^failed to parse function arguments/, "ToolCallFailed"),
  failed(/^(?:write_stdin failed|collab spawn failed|timeout_ms must be)/, "ToolCallFailed"),
  failed(/^(?:Error: )?(?:The operation|Command|Tool call|Request) timed out\b/i, "Timeout"),
];

const firstLine = (said: string): string => (said.split(/\r?\n/, 1)[0] ?? "").trim() || "failed without a word";
