// JSON as commands print it: ASCII, so that text of an event cannot act on the terminal that it is printed on.

import { asciiJson, inAscii } from "12-factor-telemetry/store";
import type { Terminal } from "./terminal.ts";

/** One line a value, for `jq` and for people who pipe. */
export function printJson({ stdout }: Terminal, value: object): void {
  stdout.write(`${asciiJson(value)}\n`);
}

/** For people to read and to change. */
export const indentedJson = (value: object): string => `${inAscii(JSON.stringify(value, undefined, 2))}\n`;
