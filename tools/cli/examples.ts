// What stands under the flags in a command's help: what it does in two sentences, as wide as the help, and lines to copy.

import type { Command } from "commander";

interface Teaching {
  /** Sentences. */
  notes: string;
  /** Command lines without the program: `summary --since 24h`, or whole with `{}` where the program stands. */
  examples: readonly string[];
}

const TEACHINGS = new WeakMap<Command, Teaching>();

/** Adds notes and examples to the help of `command`; the examples can be pasted as they are printed. */
export function teach(command: Command, notes: string, ...examples: readonly string[]): Command {
  TEACHINGS.set(command, { notes, examples });
  return command.addHelpText("after", () => {
    const told = notes === "" ? [] : ["", command.createHelp().boxWrap(notes, widthOf(command))];
    return [...told, "", examples.length === 1 ? "Example:" : "Examples:", ...examplesOf(command)].join("\n");
  });
}

/** Columns, as commander has it for the flags; wider lines are hard to read. */
const widthOf = (command: Command): number => Math.min(command.configureOutput().getOutHelpWidth?.() ?? 80, 100);

/** For the manual page. */
export function notesOf(command: Command): string {
  return TEACHINGS.get(command)?.notes ?? "";
}

/** Each line is indented by two. */
export function examplesOf(command: Command): string[] {
  const program = programOf(command);
  const lines = TEACHINGS.get(command)?.examples ?? [];
  return lines.map((line) => `  ${line.includes("{}") ? line.replace("{}", program) : `${program} ${line}`}`);
}

/** `./bin/agent telemetry`, or the installed name. */
function programOf(command: Command): string {
  const names: string[] = [];
  const isProgram = command.commands.length > 0;
  for (let at = isProgram ? command : command.parent; at !== null; at = at.parent) names.unshift(at.name());
  return names.join(" ");
}
