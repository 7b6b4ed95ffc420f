// Claude Agent SDK: hooks, for `query({ options: { hooks: claudeAgentHooks() } })`. Types: @anthropic-ai/claude-agent-sdk 0.3.331.
// The tool's input, the transcript and the model's last words are left alone; an interruption is a person's decision.

import { TelemetryCollector } from "../../telemetry/index.ts";

interface HookInput {
  hook_event_name: string;
  tool_name?: string;
  error?: unknown;
  error_details?: string;
  is_interrupt?: boolean;
  duration_ms?: number;
  agent_type?: string;
}

type Hook = (input: HookInput) => Promise<Record<string, never>>;

export function claudeAgentHooks(
  telemetry: TelemetryCollector = new TelemetryCollector(),
): Record<"PostToolUseFailure" | "StopFailure", { hooks: Hook[] }[]> {
  const hook: Hook = async ({
    hook_event_name,
    tool_name,
    error,
    error_details,
    is_interrupt,
    duration_ms,
    agent_type,
  }) => {
    if (is_interrupt === true) return {};
    const isTool = hook_event_name === "PostToolUseFailure";
    const said = typeof error === "string" ? error : "";
    const failure = isTool
      ? { name: "ToolError", message: said }
      : { name: said || "StopFailure", message: error_details ?? `The request failed: ${said}` };
    telemetry.record(failure, {
      agent: agent_type ?? tool_name ?? "claude-agent",
      operation: isTool ? "tool" : "model",
      tool: tool_name,
      duration_ms,
    });
    return {};
  };
  return { PostToolUseFailure: [{ hooks: [hook] }], StopFailure: [{ hooks: [hook] }] };
}
