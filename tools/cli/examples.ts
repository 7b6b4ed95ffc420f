// What stands under the flags in a command's help: what it does in two sentences, and lines to copy.

import type { Command } from "commander";

interface Teaching {
  /** Sentences, wrapped by hand at 100 characters. */
  notes: string;
  /** Command lines without the program: `summary --since 24h`, or whole with `{}` where the program stands. */
  examples: readonly string[];
}

const TEACHINGS = new WeakMap<Command, Teaching>();

/** Adds notes and examples to the help of `command`; the examples can be pasted as they are printed. */
export function teach(command: Command, notes: string, ...examples: readonly string[]): Command {
  TEACHINGS.set(command, { notes, examples });
  return command.addHelpText("after", () => {
    const told = notes === "" ? [] : ["", notes];
    return [...told, "", examples.length === 1 ? "Example:" : "Examples:", ...examplesOf(command)].join("\n");
  });
}

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
