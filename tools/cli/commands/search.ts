import type { TelemetryEvent } from "12-factor-telemetry/event";
import { readEvents } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { passes, type ReadOptions, withReadOptions } from "../options.ts";
import { eventLine } from "../screens/event.ts";
import { showText } from "../show-text.ts";
import { lookOf, printable, type Terminal } from "../terminal.ts";
import { isWithin, windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(
    command.argument("<text...>", "looked for in every field, in any case"),
    "30d",
    20,
    "events, the newest",
  ).action((words: string[], options: ReadOptions) => {
    const text = words.join(" ").toLowerCase();
    const window = windowOf(options);
    const found: TelemetryEvent[] = [];
    for (const event of readEvents(directoryOf(options, terminal))) {
      if (isWithin(window, event) && passes(event, options) && holds(event, text)) found.push(event);
    }
    found.sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
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

/** Every string of the event, its frames and causes too. */
function holds(event: TelemetryEvent, text: string): boolean {
  const { error_message, error_type, agent, repo, telemetry_id, context, stack = [], cause = [] } = event;
  if (`${error_message}\n${error_type}\n${agent}\n${repo}\n${telemetry_id}`.toLowerCase().includes(text)) return true;
  const more = [
    ...Object.entries(context).map(([key, value]) => `${key}=${value}`),
    ...stack,
    ...cause.map((part) => `${part.error_type}: ${part.error_message}`),
  ];
  return more.some((part) => part.toLowerCase().includes(text));
}
