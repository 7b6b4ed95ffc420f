import type { Word } from "12-factor-telemetry/event";
import type { Command } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { groupsNamed, shownGroup } from "../groups.ts";
import { type ShowOptions, withShowOptions } from "../options.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(
    command
      .argument("<group>", "the beginning of a group's id, or a pattern's id for all of its groups")
      .argument("<text...>", "what to remember; the last note counts"),
  ).action((named: string, words: string[], options: ShowOptions) => {
    const note = words.join(" ").trim();
    if (note === "") throw new UsageError('A note needs a text. Write: note 67b8eaae "seen since the new proxy".');
    const directory = directoryOf(options, terminal);
    const now = Date.now();
    const groups = groupsNamed(named, directory, now);
    const at = new Date(now).toISOString();
    say(
      {
        words: groups.map(({ id }): Word => ({ at, group: id, word: "note", note })),
        lines: groups.map((group) => `Noted: ${shownGroup(group)}`),
      },
      directory,
      options,
      terminal,
    );
  });
  teach(
    command,
    "It is cleaned as an error is, stands in `show`, and is offered as a suggestion once a fix of the group held.",
    'note 67b8eaae "seen since the new proxy"',
  );
}
