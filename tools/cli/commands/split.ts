import type { Word } from "12-factor-telemetry/event";
import { aliasesOf } from "12-factor-telemetry/report";
import { readWords } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { groupsNamed, shownGroup } from "../groups.ts";
import { type ShowOptions, withShowOptions } from "../options.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface SplitOptions extends ShowOptions {
  by?: "repo" | "agent";
  undo?: true;
}

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(
    command
      .argument("<group>", "the beginning of a group's id")
      .addOption(new Option("--by <what>", "one failure for each of them").choices(["repo", "agent"]))
      .addOption(new Option("--undo", "take back an earlier split").conflicts("by")),
  ).action((named: string, options: SplitOptions) => {
    const directory = directoryOf(options, terminal);
    const at = new Date().toISOString();
    const [group] = groupsNamed(named, directory, Date.parse(at));
    if (group === undefined) return; // never: it throws
    const { into, split } = aliasesOf(readWords(directory));
    const merged = [...into].filter(([, target]) => target === group.id).map(([part]) => part);
    const word = (id: string, rest: Pick<Word, "word" | "by">): Word => ({ at, group: id, ...rest });
    if (options.by !== undefined)
      return say(
        {
          words: [word(group.id, { word: "split", by: options.by })],
          lines: [`Split, one for each ${options.by}: ${shownGroup(group)}`],
        },
        directory,
        options,
        terminal,
      );
    if (options.undo === true) {
      if (!split.has(group.id))
        throw new UsageError(`${shownGroup(group)} is not split: there is nothing to take back.`);
      const words = [word(group.id, { word: "unsplit" })];
      return say({ words, lines: [`One group again: ${shownGroup(group)}`] }, directory, options, terminal);
    }
    if (merged.length === 0)
      throw new UsageError(
        `${shownGroup(group)} was not merged. Say by what it shall be split: --by repo or --by agent.`,
      );
    const words = merged.map((id) => word(id, { word: "unmerge" }));
    say({ words, lines: merged.map((id) => `On its own again: ${id}`) }, directory, options, terminal);
  });
  teach(
    command,
    "Without a flag it takes apart what `merge` put together. Nothing is rewritten.",
    "split 67b8eaae",
    "split 67b8eaae --by repo",
    "split 67b8eaae --undo",
  );
}
