// A message of a line or a few, for people: as wide as their terminal.

import { wrap } from "./columns.ts";
import { lookOf, type Terminal } from "./terminal.ts";

/** To standard output, or where the user shall be told beside it. */
export function tell(
  terminal: Terminal,
  lines: readonly string[],
  stream: NodeJS.WritableStream = terminal.stdout,
): void {
  const { width } = lookOf(terminal, false);
  for (const line of lines.flatMap((one) => wrap(one, width))) stream.write(`${line}\n`);
}
