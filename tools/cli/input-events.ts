// Standard input as events: JSON objects in the specification's form, or plain text, one a line.

import type { Seen } from "12-factor-telemetry/collect";
import { linesOf } from "./input-lines.ts";
import type { Terminal } from "./terminal.ts";

export interface InputLine {
  /** Counted from 1. */
  number: number;
  /** Bytes of the input that are behind. */
  bytes: number;
  /** The event; undefined when the line is none, and `problem` says why. */
  seen: Seen | undefined;
  problem: string;
}

/** Empty lines are left out. */
export async function* inputEvents({ stdin, stderr }: Terminal): AsyncGenerator<InputLine> {
  if ("isTTY" in stdin && stdin.isTTY) stderr.write("Reading errors from the terminal, one a line; end with Ctrl-D.\n");
  for await (const { number, text, isTooLong, bytes } of linesOf(stdin)) {
    if (isTooLong) yield { number, bytes, seen: undefined, problem: "longer than 1 MiB" };
    else if (text.trim() !== "") yield { number, bytes, ...eventIn(text) };
  }
}

function eventIn(line: string): { seen: Seen | undefined; problem: string } {
  if (!line.trimStart().startsWith("{")) return { seen: fromText(line), problem: "" };
  try {
    const seen = JSON.parse(line) as Seen;
    if (typeof seen.error_message === "string") return { seen, problem: "" };
    return { seen: undefined, problem: '"error_message" is missing' };
  } catch {
    return { seen: undefined, problem: "not JSON" }; // SyntaxError, and its message may quote the line
  }
}

/** "ValueError: no such thing" says its own type. */
export function fromText(line: string): Pick<Seen, "error_type" | "error_message"> {
  const [, error_type, error_message] =
    /^([A-Za-z_][\w.]{0,100}(?:Error|Exception|Warning)): (.+)$/.exec(line.trim()) ?? [];
  return error_type === undefined ? { error_message: line.trim() } : { error_type, error_message };
}
