// The program around the commands: help, wrong usage, exit codes. This is the command line's edge: what the user can
// put right is said in one line; anything else is a bug of ours and keeps its stack.

import { Command, CommanderError } from "commander";
import type { CommandEntry } from "./command.ts";
import { printable, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Exit codes; design, section 9. */
const WRONG_USAGE = 2;

export function newCommand(name: string, about: string, { stdout, stderr }: Terminal): Command {
  return new Command(name)
    .description(about)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => write(`${oneLine(text)} Add --help to see what there is.\n`),
    })
    .enablePositionalOptions()
    .helpCommand(false);
}

/** "error: unknown option '--jsn'. Did you mean --json?" What was typed may come from a script and hold anything. */
function oneLine(text: string): string {
  const line = printable(text.trimEnd().replace(/\n\((Did you mean .+)\)$/, ". $1"));
  return /[.?]$/.test(line) ? line : `${line}.`;
}

/** Adds the commands of a table to `parent`; only the one that `argv` names is loaded, for the others a line of help will do. */
export async function addCommands(
  parent: Command,
  entries: readonly CommandEntry[],
  argv: readonly string[],
  terminal: Terminal,
): Promise<void> {
  const called = argv.find((word) => !word.startsWith("-"));
  for (const { name, about, group, hidden = false, load } of entries) {
    const command = newCommand(name, about, terminal).helpGroup(group);
    if (name === called) (await load()).define(command, terminal, entries);
    parent.addCommand(command, { hidden });
  }
}

/** `help show` asks what `show --help` asks. */
export function helpFirst(argv: readonly string[]): string[] {
  const at = argv[0] === "telemetry" ? 1 : 0;
  return argv[at] === "help" ? [...argv.slice(0, at), ...argv.slice(at + 1, at + 2), "--help"] : [...argv];
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
    if (error instanceof UsageError || isOfTheStore(error) || isOfTheSystem(error)) {
      stderr.write(`error: ${printable(error.message)}\n`);
      return WRONG_USAGE;
    }
    throw error;
  }
}

/** By its name: the store is not loaded for a help text. */
const isOfTheStore = (error: unknown): error is Error => error instanceof Error && error.name === "StoreError";

/** The operating system's word: no permission, no space, no such file. It names call and path, which says enough. */
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}
