// A real client of the server: the SDK's, over the standard input and output of a process of its own.

import { resolve } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { onTestFinished } from "vitest";

interface Answered {
  isError?: boolean | undefined;
  text: string;
  structured: Record<string, unknown>;
  bytes: number;
}

export interface Asking {
  client: Client;
  ask(tool: string, asked?: object): Promise<Answered>;
}

/** `watched`: a program, with its arguments, that runs the server and looks on. */
export async function asking(
  directory: string,
  watched: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Asking> {
  const words = [...watched, process.execPath, resolve("bin/agent"), "telemetry", "mcp", "--dir", directory, ...flags];
  const [command = "", ...args] = words;
  const transport = new StdioClientTransport({ command, args });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  onTestFinished(() => client.close());
  const ask = async (name: string, asked: object = {}): Promise<Answered> => {
    const result = await client.callTool({ name, arguments: { ...asked } });
    const [content] = result.content as { type: string; text: string }[];
    return {
      isError: result.isError,
      text: content?.text ?? "",
      structured: (result.structuredContent ?? {}) as Record<string, unknown>,
      bytes: Buffer.byteLength(JSON.stringify(result)),
    };
  };
  return { client, ask };
}

const FENCE = /^<<<UNTRUSTED ([0-9a-f]{32})\n(.*)\nUNTRUSTED \1>>>$/;

/** What stands in the fence of an answer, and what stands around it. Throws when there is not exactly one, or no JSON in it. */
export function taken(text: string): { outside: string; inside: string } {
  const at = text.indexOf("<<<UNTRUSTED ");
  const found = FENCE.exec(text.slice(at));
  if (found === null || text.split(found[1] as string).length !== 3) throw new Error(`no fence: ${text.slice(at)}`);
  JSON.parse(found[2] as string);
  return { outside: text.slice(0, at), inside: found[2] as string };
}
