// A word typed before anything leaves the machine.

import { linesOf } from "./input-lines.ts";
import { printable, type Terminal } from "./terminal.ts";

/** Whether the next line of the input is `word`. */
export async function typed(word: string, question: string, { stdin, stderr }: Terminal): Promise<boolean> {
  stderr.write(`${question} Type ${printable(word)} to go on: `);
  for await (const { text } of linesOf(stdin)) return text.trim() === word;
  stderr.write("\n");
  return false;
}
