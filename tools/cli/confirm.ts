// The user's word before anything leaves the machine: typed at a terminal, or said beforehand. What comes through a pipe is no word
// of the user's: any program can write it.

import { Option } from "commander";
import { wrap } from "./columns.ts";
import { linesOf } from "./input-lines.ts";
import { lookOf, printable, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface Confirming {
  yes?: true;
}

export const yesOption = (): Option => new Option("--yes", "send without asking");

/** Returns when the user agrees to what `question` tells. Throws UsageError when they do not, or cannot be asked. */
export async function confirmed(
  word: string,
  question: string,
  { yes }: Confirming,
  terminal: Terminal,
): Promise<void> {
  if (yes || (await typed(word, question, terminal))) return;
  throw new UsageError("Nothing was sent.");
}

async function typed(word: string, question: string, terminal: Terminal): Promise<boolean> {
  const { stdin, stderr } = terminal;
  if (!("isTTY" in stdin) || !stdin.isTTY)
    throw new UsageError("Nothing was sent: there is no terminal to ask at. Read what is shown, then say --yes.");
  const asked = wrap(`${question} Type ${printable(word)} to go on:`, lookOf(terminal, false).width);
  stderr.write(`${asked.join("\n")} `);
  for await (const { text } of linesOf(stdin)) return text.trim() === word;
  stderr.write("\n");
  return false;
}
