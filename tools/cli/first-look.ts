// Said once, on a terminal only: what is recorded, where, how to switch it off.

import { existsSync } from "node:fs";
import { lastLook, markLook } from "12-factor-telemetry/store";
import { wrap } from "./columns.ts";
import { lookOf, printable, type Terminal } from "./terminal.ts";

/** When the user last looked at the summary; undefined at the first time, and in a pipe, which is nobody's look. */
export function lookedBefore(directory: string, terminal: Terminal, now: number): number | undefined {
  const { stdout, stderr } = terminal;
  if (stdout.isTTY !== true || !existsSync(directory)) return undefined;
  const before = lastLook(directory);
  markLook(directory, now);
  if (before === undefined) stderr.write(`${wrap(told(directory), lookOf(terminal, false).width).join("\n")}\n\n`);
  return before;
}

const told = (directory: string): string =>
  `Errors of the agents on this machine are recorded in ${printable(directory)}, cleaned of everything private, for 30 days, and go ` +
  "nowhere else. `telemetry audit` looks for leaks, `telemetry disable` switches it off. (This is said once.)";
