// Vercel AI SDK 7: its tracing channel, which needs neither the SDK nor a change to the application.
//
// A tool that fails is no error of the channel: it ends well, with an output of type "tool-error". An error of the model arrives three
// times, as the same object: from the call, the step and the generation around it.

import { tracingChannel } from "node:diagnostics_channel";
import { TelemetryCollector } from "../../telemetry/index.ts";
import { recordOnce } from "../once.ts";

interface Message {
  type?: string;
  event?: {
    functionId?: string;
    modelId?: string;
    provider?: string;
    toolCall?: { toolName?: string };
    toolName?: string;
  };
  error?: unknown;
  result?: { output?: { type?: string; error?: unknown; toolName?: string } } | undefined;
}

/** Listens until the function that it answers is called. */
export function listenToVercelAi(telemetry: TelemetryCollector = new TelemetryCollector()): () => void {
  const record = (failure: unknown, { type, event }: Message, toolName?: string) => {
    const tool = toolName ?? event?.toolCall?.toolName ?? event?.toolName;
    recordOnce(telemetry, failure, {
      agent: event?.functionId ?? tool ?? "vercel-ai",
      operation: type,
      tool,
      model: event?.modelId,
      provider: event?.provider,
    });
  };
  const listeners = {
    error: (message: unknown) => record((message as Message).error, message as Message),
    asyncEnd: (message: unknown) => {
      const output = (message as Message).result?.output;
      if (output?.type === "tool-error") record(output.error, message as Message, output.toolName);
    },
  };
  const channel = tracingChannel("ai:telemetry");
  const subscribed = listeners as Parameters<typeof channel.subscribe>[0];
  channel.subscribe(subscribed);
  return () => {
    channel.unsubscribe(subscribed);
  };
}
