import type { Command } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { groupsNamed, shownGroup } from "../groups.ts";
import { type ShowOptions, withShowOptions } from "../options.ts";
import { say } from "../say.ts";
import { printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(
    command
      .argument("<group>", "the beginning of a group's id, or a pattern's id for all of its groups")
      .option("--note <text>", "why"),
  ).action((named: string, options: ShowOptions & { note?: string }) => {
    const directory = directoryOf(options, terminal);
    const now = Date.now();
    const groups = groupsNamed(named, directory, now).filter(({ standing }) => (standing?.state ?? "open") !== "open");
    if (groups.length === 0)
      throw new UsageError(`${printable(named)} is neither resolved nor muted: there is nothing to reopen.`);
    const words = groups.map(({ id }) => ({
      at: new Date(now).toISOString(),
      group: id,
      word: "reopen" as const,
      ...(options.note !== undefined && { note: options.note }),
    }));
    say({ words, lines: groups.map((group) => `Reopened: ${shownGroup(group)}`) }, directory, options, terminal);
  });
  teach(command, "", "reopen 67b8eaae", "reopen git-index-lock");
}
