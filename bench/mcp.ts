// What a coding agent waits for: every tool of `telemetry mcp`, asked in turn by a real client over standard input and output, in a
// store that is empty, that has one line of 64 KiB, and that has 100,000 events of today's file. Beside them: reading and parsing all
// those lines once, which no answer can be quicker than when it comes first.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

/** What is asked of an answer: bytes on the wire, and milliseconds. */
const [MOST_BYTES, MOST_MS] = [25_000, 1000];

const STORES: readonly (readonly [what: string, events: number, words: string])[] = [
  ["empty", 0, ""],
  ["one line of 64 KiB", 1, "x".repeat(60_000)],
  ["100,000 events", 100_000, "failed"],
];

const QUESTIONS: readonly (readonly [tool: string, asked: Record<string, unknown>])[] = [
  ["summary", {}],
  ["patterns", { limit: 25 }],
  ["search", { text: "failed", limit: 25 }],
  ["runs", {}],
  ["verify", {}],
  ["suggest", { error_message: "y".repeat(20_000) }],
];

for (const [what, events, words] of STORES) {
  const directory = mkdtempSync(join(tmpdir(), "12-factor-bench-"));
  try {
    const file = join(directory, "all_errors.jsonl");
    if (events > 0) writeFileSync(file, linesOf(events, words));
    const floor =
      events < 1000
        ? 0
        : took(() =>
            readFileSync(file, "utf8")
              .trim()
              .split("\n")
              .map((line) => JSON.parse(line)),
          );
    await measure(what, directory, floor);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(what: string, directory: string, floor: number): Promise<void> {
  const client = new Client({ name: "bench", version: "1" });
  const args = ["bin/agent", "telemetry", "mcp", "--dir", directory];
  await client.connect(new StdioClientTransport({ command: process.execPath, args }));
  for (const [name, asked] of QUESTIONS) {
    const begun = performance.now();
    const answer = await client.callTool({ name, arguments: asked });
    const [ms, bytes] = [performance.now() - begun, Buffer.byteLength(JSON.stringify(answer))];
    const ratio = floor === 0 ? "" : `  ${(ms / floor).toFixed(1)}x of parsing the lines`;
    const verdict = ms < MOST_MS && bytes < MOST_BYTES ? "" : "  MORE THAN WANTED";
    process.stdout.write(
      `${what.padEnd(20)}${name.padEnd(10)}${ms.toFixed(0).padStart(6)} ms ${String(bytes).padStart(6)} bytes${ratio}${verdict}\n`,
    );
  }
  await client.close();
}

function linesOf(count: number, words: string): string {
  const now = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const event = {
      timestamp: new Date(now - (count - index) * 500).toISOString(),
      ...{ repo: `repo-${index % 40}`, agent: `Agent${index % 25}`, error_type: `Type${index % 300}Error` },
      error_message: `${words} in step ${["a", "b", "c"][index % 3]}`,
      context: {},
      telemetry_id: index.toString(16).padStart(8, "0"),
    };
    return `${JSON.stringify(event)}\n`;
  }).join("");
}

function took(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
