// An MCP server: its transport, wrapped, for `server.connect(withTelemetry(transport))`. Works with the TypeScript SDK 1 and 2.
//
// What a tool throws becomes `isError: true` and reaches no error handler; bad arguments and unknown tools reach no tool. All of them
// pass through `send`.

import { TelemetryCollector } from "../../telemetry/index.ts";

interface Message {
  id?: unknown;
  method?: unknown;
  params?: { name?: unknown } | undefined;
  result?: { isError?: unknown; content?: unknown } | undefined;
  error?: { code?: unknown; message?: unknown } | undefined;
}

/** The same transport; `send` and `onmessage` are looked through, and their answers are those of the transport. */
export function withTelemetry<Transport extends object>(
  transport: Transport,
  telemetry: TelemetryCollector = new TelemetryCollector(),
): Transport {
  /** Tools that were called and have not answered. */
  const called = new Map<unknown, string>();
  return new Proxy(transport, {
    get(target, key) {
      const value = Reflect.get(target, key, target);
      if (key === "send")
        return (message: Message, ...rest: unknown[]) => {
          meet(message, called, telemetry);
          return Reflect.apply(value as Send, target, [message, ...rest]);
        };
      return typeof value === "function" ? value.bind(target) : value;
    },
    set(target, key, value) {
      const handler = value as ((message: Message, ...rest: unknown[]) => unknown) | undefined;
      if (key !== "onmessage" || handler === undefined) return Reflect.set(target, key, value, target);
      return Reflect.set(
        target,
        key,
        (message: Message, ...rest: unknown[]) => {
          const name = message?.params?.name;
          if (message?.method === "tools/call" && typeof name === "string" && called.size < CALLS)
            called.set(message.id, name);
          return handler(message, ...rest);
        },
        target,
      );
    },
  });
}

type Send = (message: Message, ...rest: unknown[]) => unknown;
const CALLS = 1000;

function meet({ id, result, error }: Message, called: Map<unknown, string>, telemetry: TelemetryCollector): void {
  const tool = called.get(id);
  called.delete(id);
  const where = { agent: tool ?? "mcp-server", operation: "tools/call", tool };
  if (error !== undefined)
    telemetry.record({ name: "McpError", message: String(error.message), code: error.code }, where);
  else if (result?.isError === true) telemetry.record({ name: "McpToolError", message: textOf(result.content) }, where);
}

function textOf(content: unknown): string {
  const texts = Array.isArray(content)
    ? content.map((block) => block?.text).filter((text) => typeof text === "string")
    : [];
  return texts.join("\n") || "The tool failed without a word";
}
