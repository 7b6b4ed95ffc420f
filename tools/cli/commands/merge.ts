import { aliasesOf, rootOf } from "12-factor-telemetry/report";
import { readWords } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { groupsNamed, type NamedGroup, shownGroup } from "../groups.ts";
import { type ShowOptions, withShowOptions } from "../options.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(
    command
      .argument("<into>", "the group that stays: the beginning of its id")
      .argument("<groups...>", "the groups that are the same failure"),
  ).action((into: string, named: string[], options: ShowOptions) => {
    const directory = directoryOf(options, terminal);
    const now = Date.now();
    const target = one(into, groupsNamed(into, directory, now));
    const parts = named.map((name) => one(name, groupsNamed(name, directory, now)));
    const { into: aliases } = aliasesOf(readWords(directory));
    const circle = parts.find(({ id }) => rootOf(target.id, aliases) === id);
    if (circle !== undefined)
      throw new UsageError(
        `${circle.id} cannot be merged into itself. Name the group that stays first, then the others.`,
      );
    const words = parts.map(({ id }) => ({
      at: new Date(now).toISOString(),
      group: id,
      word: "merge" as const,
      into: target.id,
    }));
    const lines = parts.map((part) => `Merged into ${target.id}: ${shownGroup(part)}`);
    say({ words, lines }, directory, options, terminal);
  });
  teach(command, "Nothing is rewritten: `split` takes it back.", "merge 67b8eaae457f126b 9d3762fe6951fcd2");
}

function one(named: string, groups: readonly NamedGroup[]): NamedGroup {
  const [group] = groups;
  if (group === undefined || groups.length > 1)
    throw new UsageError(
      `${named} is a pattern of ${groups.length} groups. Name one group by its id; \`patterns\` lists them.`,
    );
  return group;
}
