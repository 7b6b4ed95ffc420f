// OpenAI Agents SDK: a trace processor, for `addTraceProcessor(openaiAgentsProcessor())`. Types: @openai/agents 0.20, TracingProcessor.
//
// A tool that fails does not fail its run, and its span says no more than "Tool execution failed": for the error itself give the
// tool `errorFunction: toolErrorFunction()`.

import { TelemetryCollector } from "../../telemetry/index.ts";
import { recordOnce } from "../once.ts";

interface Span {
  error: { message: string; data?: Record<string, unknown> | undefined } | null;
  spanData: { type: string; name?: string };
}

export interface OpenaiAgentsProcessor {
  onTraceStart(): Promise<void>;
  onTraceEnd(): Promise<void>;
  onSpanStart(): Promise<void>;
  onSpanEnd(span: Span): Promise<void>;
  shutdown(): Promise<void>;
  forceFlush(): Promise<void>;
}

export function openaiAgentsProcessor(telemetry: TelemetryCollector = new TelemetryCollector()): OpenaiAgentsProcessor {
  const nothing = async () => {};
  return {
    onTraceStart: nothing,
    onTraceEnd: nothing,
    onSpanStart: nothing,
    shutdown: nothing,
    forceFlush: nothing,
    async onSpanEnd({ error, spanData: { type, name } }) {
      if (error === null || (type === "function" && name !== undefined && known.delete(name))) return;
      const failure = { name: `${type}SpanError`, message: error.message };
      recordOnce(
        telemetry,
        failure,
        { agent: name ?? type, operation: type, tool: type === "function" ? name : undefined },
        error,
      );
    },
  };
}

/** Records the error that the span will not tell, then answers the model as the SDK's own default does. */
export function toolErrorFunction(
  name: string,
  telemetry: TelemetryCollector = new TelemetryCollector(),
): (context: unknown, error: unknown) => string {
  return (_context, error) => {
    recordOnce(telemetry, error, { agent: name, operation: "function", tool: name });
    known.add(name);
    return `An error occurred while running the tool. Please try again. Error: ${error}`;
  };
}

/** Tools whose next failed span is known already. */
const known = new Set<string>();
