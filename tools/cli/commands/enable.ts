import type { Command } from "commander";
import { teach } from "../examples.ts";
import { defineSwitch } from "../switch.ts";
import type { Terminal } from "../terminal.ts";

export function define(command: Command, terminal: Terminal): void {
  defineSwitch(command, terminal, true);
  teach(
    command,
    "Writes config.json of the data directory. Code, TELEMETRY_ENABLED and a repository's .env speak louder.",
    "enable",
    "enable --repo pin-citer",
    "enable --runs",
    "enable --trust-rules ../pin-citer",
  );
}
