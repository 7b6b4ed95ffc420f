import type { TelemetryEvent } from "12-factor-telemetry/event";
import type { Command } from "commander";
import { searchEvents } from "../../search-events.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { type ReadOptions, withReadOptions } from "../options.ts";
import { eventLine } from "../screens/event.ts";
import { showText } from "../show-text.ts";
import { lookOf, printable, type Terminal } from "../terminal.ts";
import { windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(
    command.argument("<text...>", "looked for in every field, in any case"),
    "30d",
    20,
    "events, the newest",
  ).action((words: string[], options: ReadOptions) => {
    const { repo, agent, type } = options;
    const question = { directory: directoryOf(options, terminal), window: windowOf(options), repo, agent, type };
    const found = searchEvents(words.join(" "), question);
    answer(found, found.slice(-options.limit), words.join(" "), options, terminal);
  });
  teach(
    command,
    "The oldest comes first, as in a log. `--json` prints one event a line.",
    "search index.lock",
    "search timed out --repo pin-citer --since yesterday",
    "search ENOENT --json | jq -r .agent | sort | uniq -c",
  );
}

function answer(
  found: readonly TelemetryEvent[],
  shown: readonly TelemetryEvent[],
  text: string,
  options: ReadOptions,
  terminal: Terminal,
): void {
  if (options.json) {
    for (const event of shown) printJson(terminal, event);
    return;
  }
  const look = lookOf(terminal, options.plain === true);
  if (found.length === 0) {
    terminal.stdout.write(
      `No event since ${options.since} holds "${printable(text)}". Look further back with --since 30d.\n`,
    );
    return;
  }
  const more =
    found.length > shown.length
      ? look.colors.dim(`The newest ${shown.length} of ${found.length}; --limit ${found.length} shows all.\n`)
      : "";
  showText(terminal, shown.map((event) => `${eventLine(event, look)}\n`).join("") + more);
}
