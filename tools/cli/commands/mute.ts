import type { Word } from "12-factor-telemetry/event";
import { type Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { groupsNamed, shownGroup } from "../groups.ts";
import { type ShowOptions, withShowOptions } from "../options.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { momentAfter } from "../window.ts";

interface MuteOptions extends ShowOptions {
  until?: string;
  untilCount?: number;
  note?: string;
}

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(
    command
      .argument("<group>", "the beginning of a group's id, or a pattern's id for all of its groups")
      .addOption(new Option("--until <when>", "speak again then: 7d, 2026-12-01"))
      .addOption(new Option("--until-count <count>", "speak again when it was seen so often").argParser(countOf))
      .addOption(new Option("--note <text>", "why")),
  ).action((named: string, options: MuteOptions) => {
    const directory = directoryOf(options, terminal);
    const now = Date.now();
    const until = options.until === undefined ? undefined : momentAfter("--until", options.until, now);
    const groups = groupsNamed(named, directory, now);
    const fixed = groups.find(({ standing }) => standing?.state === "resolved" || standing?.state === "verified");
    if (fixed !== undefined)
      throw new UsageError(`${shownGroup(fixed)} is resolved, which says more than muted. \`reopen\` it first.`);
    const words = groups.map(
      ({ id }): Word => ({
        at: new Date(now).toISOString(),
        group: id,
        word: "mute",
        ...(options.note !== undefined && { note: options.note }),
        ...(until !== undefined && { until_time: new Date(until).toISOString() }),
        ...(options.untilCount !== undefined && { until_count: options.untilCount }),
      }),
    );
    const limits = [
      ...(until === undefined ? [] : [`until ${new Date(until).toISOString().slice(0, 10)}`]),
      ...(options.untilCount === undefined ? [] : [`until seen ${options.untilCount} times`]),
    ];
    const how = ["Muted", limits.join(" or ") || "until reopened"].join(" ");
    say({ words, lines: groups.map((group) => `${how}: ${shownGroup(group)}`) }, directory, options, terminal);
  });
  teach(
    command,
    "It is still recorded and counted, and `patterns` shows it last.",
    "mute 67b8eaae",
    "mute rate-limit --until 7d --until-count 100",
  );
}

function countOf(words: string): number {
  if (/^[1-9]\d{0,8}$/.test(words)) return Number(words);
  throw new UsageError(`--until-count ${words} is no count. Write a whole number above 0.`);
}
