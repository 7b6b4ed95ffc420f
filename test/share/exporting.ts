// `export` in this process, on a store of lines as another program may have left them.

import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { TELEMETRY_COMMANDS } from "../../tools/cli/command.ts";
import { addCommands, newCommand, runProgram } from "../../tools/cli/program.ts";
import type { Terminal } from "../../tools/cli/terminal.ts";

export interface Exported {
  code: number;
  stdout: Buffer;
  stderr: string;
}

export async function exporting(directory: string, ...args: string[]): Promise<Exported> {
  const [stdout, stderr] = [sink(), sink()];
  const terminal: Terminal = { stdin: Readable.from([]), stdout, stderr, environment: {} };
  const argv = ["export", "--dir", directory, ...args];
  const program = newCommand("telemetry", "", terminal);
  await addCommands(program, TELEMETRY_COMMANDS, argv, terminal);
  const code = await runProgram(program, argv, terminal);
  return { code, stdout: stdout.all(), stderr: stderr.all().toString() };
}

function sink(): Writable & { all(): Buffer } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, { all: () => Buffer.concat(chunks) });
}

/** Into the open file, or into the archive of a day. */
export function store(directory: string, events: readonly object[], day?: string): void {
  const path = join(directory, ...(day === undefined ? [] : ["archive", day]), "all_errors.jsonl");
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, events.map((event) => `${JSON.stringify(event)}\n`).join(""));
}

export const MOMENT = new Date(Date.now() - 60 * 60 * 1000).toISOString();

export const event = (parts: object = {}): object => ({
  timestamp: MOMENT,
  repo: "pin-citer",
  agent: "Fetcher",
  error_type: "TimeoutError",
  error_message: "timed out",
  context: {},
  telemetry_id: "a3f4b2c1",
  ...parts,
});
