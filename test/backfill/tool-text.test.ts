import { expect, test } from "vitest";
import { toolFailure } from "../../tools/backfill/tool-text.ts";

const SECRET = "what nobody may keep";

test.each([
  `The user doesn't want to proceed with this tool use. The user said:\n${SECRET}`,
  "[Request interrupted by user for tool use]",
  "The user rejected permission to use this specific tool call.",
  "User denied permission",
  "<tool_use_error>Sibling tool call errored</tool_use_error>",
  "Cancelled: parallel tool call Bash errored",
  "Skipped due to queued user message.",
  "aborted by user after 2.0s",
  '{"message":"Wait timed out."}',
])("%j is no failure", (said) => expect(toolFailure(said)).toBeUndefined());

test.each([
  [`Permission to use Bash with command ${SECRET} has been denied.`, "PermissionDenied"],
  ["Permission for this action was denied by the Claude Code auto mode classifier", "PermissionDenied"],
  [`exec_command failed for \`/bin/zsh -lc '${SECRET}'\`: Rejected("blocked by policy")`, "ExecRejected"],
  [`PreToolUse:Edit hook error: ${SECRET}`, "HookDenied"],
  [`Blocked: sleep 30 followed by: ${SECRET}`, "CommandBlocked"],
])("%j is denied, in words of our own", (said, error_type) => {
  const wrong = toolFailure(said);
  expect(wrong).toMatchObject({ class: "denied", error_type });
  expect(wrong?.error_message).not.toContain(SECRET);
});

test.each([
  ["File has not been read yet. Read it first before writing to it.", "FileNotRead"],
  [`String to replace not found in file.\nString: ${SECRET}`, "EditStringNotFound"],
  [`Found 2 matches of the string to replace, but replace_all is false.\nString: ${SECRET}`, "EditStringNotUnique"],
  ["File does not exist.", "FileNotFound"],
  ["EISDIR: illegal operation on a directory, read", "IsADirectory"],
  ["Agent type 'reviewer' not found. Available agents: Bash", "UnknownAgentType"],
  [`apply_patch verification failed: Failed to find expected lines in a.ts:\n${SECRET}`, "ApplyPatchMismatch"],
  ["a tool that nobody knows broke", "ToolError"],
])("%j keeps its first line", (said, error_type) => {
  expect(toolFailure(said)).toEqual({ class: "tool_error", error_type, error_message: said.split("\n")[0] });
});
