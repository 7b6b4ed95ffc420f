import type { Command } from "commander";
import { findEvents } from "../../find-events.ts";
import type { Found } from "../../share/cluster/index.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { clusterOf, type FromOptions, fromOption } from "../from.ts";
import { printJson } from "../json.ts";
import { type ReadOptions, withReadOptions } from "../options.ts";
import { eventLine } from "../screens/event.ts";
import { showText } from "../show-text.ts";
import { tell } from "../tell.ts";
import { lookOf, printable, type Terminal } from "../terminal.ts";
import { windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(
    command.argument("<text...>", "looked for in every field, in any case").addOption(fromOption()),
    "30d",
    20,
    "events, the newest",
  ).action(async (words: string[], options: ReadOptions & FromOptions) => {
    const { repo, agent, type, limit } = options;
    const [directory, window] = [directoryOf(options, terminal), windowOf(options)];
    const from = await clusterOf(options, terminal);
    const found = await findEvents(words.join(" "), { directory, window, repo, agent, type, limit, from });
    answer(found, words.join(" "), options, terminal);
  });
  teach(
    command,
    "The oldest comes first, as in a log. `--json` prints one event a line.",
    "search index.lock",
    "search timed out --repo pin-citer --since yesterday",
    "search ENOENT --json | jq -r .agent | sort | uniq -c",
  );
}

function answer({ events: shown, total }: Found, text: string, options: ReadOptions, terminal: Terminal): void {
  if (options.json) {
    for (const event of shown) printJson(terminal, event);
    return;
  }
  const look = lookOf(terminal, options.plain === true);
  if (total === 0) {
    const next = options.since === "30d" ? "Write less of it" : "Look further back with --since 30d";
    tell(terminal, [`No event since ${options.since} holds "${printable(text)}". ${next}.`]);
    return;
  }
  const more =
    total > shown.length
      ? look.colors.dim(`The newest ${shown.length} of ${total}; --limit ${total} shows all.\n`)
      : "";
  showText(terminal, shown.map((event) => `${eventLine(event, look)}\n`).join("") + more);
}
