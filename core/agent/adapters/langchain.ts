// LangChain.js: a callback handler, for `callbacks: [langchainHandler()]` of any call. Types: @langchain/core 1.4, BaseCallbackHandler.
//
// An error passes through every run around it, each with a handler call of its own: the same object is recorded once.

import { TelemetryCollector } from "../../telemetry/index.ts";
import { recordOnce } from "../once.ts";

type Serialized = { name?: string; id?: readonly string[] } | undefined;

export interface LangchainHandler {
  name: string;
  /** The handler must not be run in the background: the process may be about to end. */
  awaitHandlers: true;
  handleToolStart(
    tool: Serialized,
    input: string,
    runId: string,
    parent?: string,
    tags?: string[],
    metadata?: object,
    name?: string,
  ): void;
  handleToolError(error: unknown, runId: string): void;
  handleLLMError(error: unknown, runId: string): void;
  handleChainError(error: unknown, runId: string): void;
  handleRetrieverError(error: unknown, runId: string): void;
}

export function langchainHandler(telemetry: TelemetryCollector = new TelemetryCollector()): LangchainHandler {
  /** Names come only when a run starts. A run that never ends well or badly is forgotten with the oldest. */
  const tools = new Map<string, string>();
  const record = (operation: string) => (error: unknown, runId: string) => {
    const tool = tools.get(runId);
    recordOnce(telemetry, error, { agent: tool ?? "langchain", operation, tool });
  };
  return {
    name: "12-factor-telemetry",
    awaitHandlers: true,
    handleToolStart(tool, _input, runId, _parent, _tags, _metadata, name) {
      if (tools.size >= RUNS) tools.delete(tools.keys().next().value ?? "");
      tools.set(runId, name ?? tool?.name ?? tool?.id?.at(-1) ?? "tool");
    },
    handleToolError: record("tool"),
    handleLLMError: record("model"),
    handleChainError: record("chain"),
    handleRetrieverError: record("retriever"),
  };
}

const RUNS = 1000;
