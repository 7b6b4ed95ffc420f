import type { Command } from "commander";
import { teach } from "../examples.ts";
import { defineSwitch } from "../switch.ts";
import type { Terminal } from "../terminal.ts";

export function define(command: Command, terminal: Terminal): void {
  defineSwitch(command, terminal, false);
  teach(
    command,
    "Writes config.json of the data directory: running agents go on until they start again. What is recorded stays; `clean` deletes it.",
    "disable",
    "disable --repo pin-citer",
    "disable --runs",
    "disable --trust-rules ../pin-citer",
  );
}
