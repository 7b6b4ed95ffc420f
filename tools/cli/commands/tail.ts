import { instantOf, type TelemetryEvent } from "12-factor-telemetry/event";
import { followEvents, readEvents } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import {
  type FilterOptions,
  limitOption,
  passes,
  type ShowOptions,
  withFilterOptions,
  withShowOptions,
} from "../options.ts";
import { eventLine } from "../screens/event.ts";
import { lookOf, type Terminal } from "../terminal.ts";

type TailOptions = ShowOptions & FilterOptions & { limit: number };

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(withFilterOptions(command).addOption(limitOption(10, "events from before"))).action(
    async (options: TailOptions) => {
      const directory = directoryOf(options, terminal);
      const show = (event: TelemetryEvent) => {
        if (options.json) printJson(terminal, event);
        else terminal.stdout.write(`${eventLine(event, lookOf(terminal, options.plain === true))}\n`);
      };
      const following = followEvents(directory);
      const last = lastEvents(directory, options);
      for (const event of last) show(event);
      if (terminal.stderr.isTTY) terminal.stderr.write("Waiting for errors; end with Ctrl-C.\n");
      for await (const event of following) {
        if (passes(event, options) && !last.some((shown) => isSame(shown, event))) show(event);
      }
    },
  );
  teach(
    command,
    "Shows the last events, then each one as it is recorded, also across midnight and beside `clean`. Ends with Ctrl-C.",
    "tail",
    "tail --repo pin-citer --type TimeoutError",
    "tail --json | jq -c '[.agent, .error_message]'",
  );
}

/** Design, section 5. One that came between the two looks is in both. */
function isSame(a: TelemetryEvent, b: TelemetryEvent): boolean {
  return a.telemetry_id === b.telemetry_id && a.timestamp === b.timestamp && a.repo === b.repo;
}

function lastEvents(directory: string, options: TailOptions): TelemetryEvent[] {
  let last: TelemetryEvent[] = [];
  for (const event of readEvents(directory)) {
    if (passes(event, options)) last.push(event);
    if (last.length > 2 * options.limit) last = newest(last, options.limit);
  }
  return newest(last, options.limit);
}

/** In order: an import adds what is old behind what is new. */
const newest = (events: readonly TelemetryEvent[], limit: number): TelemetryEvent[] =>
  events.toSorted((a, b) => instantOf(a.timestamp) - instantOf(b.timestamp)).slice(-limit);
