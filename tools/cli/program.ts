// The program around the commands: help, wrong usage, exit codes. This is the command line's edge: what the user can
// put right is said in one line; anything else is a bug of ours and keeps its stack.

import { StoreError } from "12-factor-telemetry/store";
import { Command, CommanderError } from "commander";
import type { CommandEntry } from "./command.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Exit codes; design, section 9. */
const WRONG_USAGE = 2;

export function newCommand(name: string, about: string, { stdout, stderr }: Terminal): Command {
  return new Command(name)
    .description(about)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .showHelpAfterError("Add --help to see what there is.")
    .helpCommand(false);
}

/** Adds the commands of a table to `parent`; only those that `argv` names are loaded, for the others a line of help will do. */
export async function addCommands(
  parent: Command,
  entries: readonly CommandEntry[],
  argv: readonly string[],
  terminal: Terminal,
): Promise<void> {
  for (const { name, about, load } of entries) {
    const command = newCommand(name, about, terminal);
    if (argv.includes(name)) (await load()).define(command, terminal);
    parent.addCommand(command);
  }
}

/** Runs the program and answers its exit code. */
export async function runProgram(program: Command, argv: readonly string[], { stderr }: Terminal): Promise<number> {
  try {
    await program.parseAsync(argv, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // `agent` alone shows the help, which is what was asked for.
    if (error instanceof CommanderError)
      return error.exitCode === 0 || error.code === "commander.help" ? 0 : WRONG_USAGE;
    if (error instanceof UsageError || error instanceof StoreError) {
      stderr.write(`error: ${error.message}\n`);
      return WRONG_USAGE;
    }
    throw error;
  }
}
