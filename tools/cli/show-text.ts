import { page } from "./run/pager.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a screen; one that is longer than the terminal goes through $PAGER, else less. Never in a pipe. */
export function showText({ stdin, stdout, environment }: Terminal, text: string): void {
  const pager = environment["PAGER"] ?? "less";
  const isLong = stdout.isTTY === true && (stdout.rows ?? 0) > 0 && text.split("\n").length > (stdout.rows ?? 0);
  const hasKeys = "isTTY" in stdin && stdin.isTTY === true;
  if (isLong && hasKeys && pager !== "" && pager !== "cat" && environment["TERM"] !== "dumb") {
    if (page(text, pager, environment)) return;
  }
  stdout.write(text);
}
