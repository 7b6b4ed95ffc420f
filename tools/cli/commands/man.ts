import type { Command } from "commander";
import type { CommandEntry } from "../command.ts";
import { teach } from "../examples.ts";
import { manualPage } from "../manual.ts";
import { addCommands, newCommand } from "../program.ts";
import { page } from "../run/pager.ts";
import type { Terminal } from "../terminal.ts";

export function define(command: Command, terminal: Terminal, table: readonly CommandEntry[]): void {
  command.action(async () => {
    const program = newCommand("12-factor-telemetry", "", terminal);
    for (const entry of table) await addCommands(program, [entry], [entry.name], terminal);
    const shown = table.filter(({ hidden }) => !hidden);
    const sections = [...new Set(shown.map(({ group }) => group))].map((heading) => ({
      heading,
      commands: program.commands.filter((one) =>
        shown.some(({ name, group }) => name === one.name() && group === heading),
      ),
    }));
    const about = "local error telemetry for AI agents";
    const text = manualPage(program.name(), about, sections, new Date().toISOString().slice(0, 10));
    if (terminal.stdout.isTTY !== true || !page(text, "man -l -", terminal.environment)) terminal.stdout.write(text);
  });
  teach(
    command,
    "On a terminal it is shown; in a pipe it is man(7) source.",
    "man",
    "man > ~/.local/share/man/man1/12-factor-telemetry.1",
  );
}
