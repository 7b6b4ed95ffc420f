// How each framework fails, with its own code and nobody behind it. `fail` answers what its user sees.

import { RunnableLambda } from "@langchain/core/runnables";
import { tool as langchainTool } from "@langchain/core/tools";
import { FakeListChatModel } from "@langchain/core/utils/testing";
import { McpServer } from "@modelcontextprotocol/server";
import {
  Agent,
  addTraceProcessor,
  type Model,
  type ModelResponse,
  tool as openaiTool,
  Runner,
  setTraceProcessors,
  setTracingDisabled,
  Usage,
} from "@openai/agents";
import { BasicTracerProvider } from "@opentelemetry/sdk-trace-base";
import type { TelemetryCollector, TelemetryEvent } from "12-factor-telemetry";
import { z } from "zod";
import { claudeAgentHooks } from "../../core/agent/adapters/claude-agent.ts";
import { langchainHandler } from "../../core/agent/adapters/langchain.ts";
import { withTelemetry } from "../../core/agent/adapters/mcp-server.ts";
import { openaiAgentsProcessor, toolErrorFunction } from "../../core/agent/adapters/openai-agents.ts";
import { logRecordProcessor, spanProcessor } from "../../core/agent/adapters/opentelemetry.ts";

interface Failing {
  what: string;
  /** Without a collector it runs as if there were no adapter. */
  fail(telemetry: TelemetryCollector | undefined): Promise<unknown>;
  expected: Partial<TelemetryEvent>;
}

class PlanError extends Error {
  override name = "PlanError";
}
const broken = (): never => {
  throw new PlanError("no such plan");
};
const PLAN = { error_type: "PlanError", error_message: "no such plan" };
const said = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => value,
    (error) => `${error}`,
  );

const langchain: readonly Failing[] = [
  {
    what: "a failing tool inside of a chain",
    fail: async (telemetry) => {
      const reader = langchainTool(broken, { name: "reader", schema: z.object({}) });
      const chain = RunnableLambda.from(() => ({})).pipe(reader);
      return said(chain.invoke({}, callbacksOf(telemetry)));
    },
    expected: { ...PLAN, agent: "reader", context: { operation: "tool", tool: "reader" } },
  },
  {
    what: "a failing model",
    fail: async (telemetry) => {
      const model = new FakeListChatModel({ responses: ["x"] });
      model._generate = async () => broken();
      return said(model.invoke("hello", callbacksOf(telemetry)));
    },
    expected: { ...PLAN, agent: "langchain", context: { operation: "model" } },
  },
  {
    what: "arguments that a tool does not take",
    fail: async (telemetry) => {
      const reader = langchainTool(() => "fine", { name: "reader", schema: z.object({ path: z.string() }) });
      const chain = RunnableLambda.from(() => ({})).pipe(reader as never);
      return said(chain.invoke({}, callbacksOf(telemetry)));
    },
    expected: { agent: "langchain", error_type: "ToolInputParsingException", context: { operation: "chain" } },
  },
];

const callbacksOf = (telemetry: TelemetryCollector | undefined) => ({
  callbacks: telemetry === undefined ? [] : [langchainHandler(telemetry)],
});

/** Answers one call of the tool, then a last word. */
class ScriptedModel implements Model {
  #turns = 0;
  async getResponse(): Promise<ModelResponse> {
    const call = { type: "function_call", callId: "1", name: "reader", status: "completed", arguments: "{}" } as const;
    const word = {
      type: "message",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: "done" }],
    } satisfies ModelResponse["output"][number];
    return { output: [this.#turns++ === 0 ? call : word], usage: new Usage() };
  }
  // biome-ignore lint/correctness/useYield: nobody streams here
  async *getStreamedResponse(): AsyncGenerator<never> {
    broken();
  }
}

const openaiAgents: readonly Failing[] = [
  {
    what: "a failing tool, whose span tells nothing of it",
    fail: async (telemetry) => {
      setTracingDisabled(false);
      setTraceProcessors([]);
      if (telemetry !== undefined) addTraceProcessor(openaiAgentsProcessor(telemetry) as never);
      const own = telemetry === undefined ? {} : { errorFunction: toolErrorFunction("reader", telemetry) };
      const reader = openaiTool({
        name: "reader",
        description: "reads",
        parameters: z.object({}),
        execute: broken,
        ...own,
      });
      const agent = new Agent({ name: "Librarian", instructions: "", model: new ScriptedModel(), tools: [reader] });
      const { finalOutput } = await new Runner().run(agent, "hello");
      return finalOutput;
    },
    expected: { ...PLAN, agent: "reader", context: { operation: "function", tool: "reader" } },
  },
];

/** Two ends of a wire inside this process. */
function wire() {
  const end = () => ({
    onmessage: undefined as ((message: unknown) => void) | undefined,
    start: async () => {},
    close: async () => {},
    send: async (_message: unknown) => {},
  });
  const [server, client] = [end(), end()];
  const answers: unknown[] = [];
  server.send = async (message) => {
    answers.push(message);
  };
  return { server, client, answers, ask: (message: object) => server.onmessage?.({ jsonrpc: "2.0", ...message }) };
}

async function mcpAnswer(telemetry: TelemetryCollector | undefined, params: object): Promise<unknown> {
  const { server: transport, answers, ask } = wire();
  const server = new McpServer({ name: "s", version: "1" });
  server.registerTool("reader", { description: "reads", inputSchema: z.object({ path: z.string() }) }, broken);
  await server.connect((telemetry === undefined ? transport : withTelemetry(transport, telemetry)) as never);
  ask({
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "c", version: "1" } },
  });
  ask({ method: "notifications/initialized" });
  ask({ id: 2, method: "tools/call", params });
  while (!answers.some((answer) => (answer as { id?: number }).id === 2))
    await new Promise((resolve) => setTimeout(resolve, 5));
  await server.close();
  return answers;
}

const mcp: readonly Failing[] = [
  {
    what: "a tool that throws",
    fail: (telemetry) => mcpAnswer(telemetry, { name: "reader", arguments: { path: "a" } }),
    expected: { agent: "reader", error_type: "McpToolError", error_message: "no such plan" },
  },
  {
    what: "arguments that a tool does not take",
    fail: (telemetry) => mcpAnswer(telemetry, { name: "reader", arguments: {} }),
    expected: { agent: "reader", context: { operation: "tools/call", tool: "reader" } },
  },
  {
    what: "a tool that is not there",
    fail: (telemetry) => mcpAnswer(telemetry, { name: "writer", arguments: {} }),
    expected: { agent: "writer" },
  },
];

async function spanAnswer(
  telemetry: TelemetryCollector | undefined,
  work: (span: import("@opentelemetry/sdk-trace-base").Span) => void,
): Promise<unknown> {
  const provider = new BasicTracerProvider({
    spanProcessors: telemetry === undefined ? [] : [spanProcessor(telemetry) as never],
  });
  const span = provider.getTracer("t").startSpan("execute_tool reader", {
    attributes: { "gen_ai.tool.name": "reader", "gen_ai.operation.name": "execute_tool" },
  });
  work(span as never);
  span.end();
  await provider.shutdown();
  return (span as { name?: string }).name;
}

const opentelemetry: readonly Failing[] = [
  {
    what: "a span with an exception",
    fail: (telemetry) =>
      spanAnswer(telemetry, (span) => {
        span.recordException(new PlanError("no such plan"));
        span.setStatus({ code: 2, message: "no such plan" });
      }),
    expected: { ...PLAN, agent: "reader", context: { operation: "execute_tool", tool: "reader" } },
  },
  {
    what: "a span that only says that it failed",
    fail: (telemetry) => spanAnswer(telemetry, (span) => span.setStatus({ code: 2, message: "no such plan" })),
    expected: { error_type: "SpanError", error_message: "no such plan", agent: "reader" },
  },
  {
    what: "an exception that is a log record",
    fail: async (telemetry) => {
      const attributes = {
        "exception.type": "PlanError",
        "exception.message": "no such plan",
        "gen_ai.agent.name": "Librarian",
      };
      if (telemetry !== undefined) logRecordProcessor(telemetry).onEmit({ eventName: "gen_ai.exception", attributes });
      return "emitted";
    },
    expected: { ...PLAN, agent: "Librarian" },
  },
];

const claudeAgent: readonly Failing[] = [
  {
    what: "a failed tool, without its input",
    fail: async (telemetry) => {
      const input = {
        hook_event_name: "PostToolUseFailure",
        tool_name: "Bash",
        tool_input: { command: "canary" },
        error: "Exit code 1: no such plan",
      };
      return telemetry === undefined ? {} : claudeAgentHooks(telemetry).PostToolUseFailure[0]?.hooks[0]?.(input);
    },
    expected: { agent: "Bash", error_type: "ToolError", error_message: "Exit code 1: no such plan" },
  },
  {
    what: "a request that failed",
    fail: async (telemetry) => {
      const input = { hook_event_name: "StopFailure", error: "rate_limit", last_assistant_message: "canary" };
      return telemetry === undefined ? {} : claudeAgentHooks(telemetry).StopFailure[0]?.hooks[0]?.(input);
    },
    expected: { agent: "claude-agent", error_type: "rate_limit" },
  },
];

export const FRAMEWORKS: readonly { name: string; failures: readonly Failing[] }[] = [
  { name: "LangChain.js", failures: langchain },
  { name: "OpenAI Agents SDK", failures: openaiAgents },
  { name: "MCP server", failures: mcp },
  { name: "OpenTelemetry", failures: opentelemetry },
  { name: "Claude Agent SDK", failures: claudeAgent },
];
