// What was run, how it was looked at, and which traces of a network were found.

import type { OfflineAnswer } from "../commands/verify-offline.ts";
import { type Look, printable } from "../terminal.ts";

export function renderVerification({ offline, checks, missing }: OfflineAnswer, { colors, pretty }: Look): string {
  const marks = pretty ? (["✓", "✗"] as const) : (["ok", "!!"] as const);
  const width = Math.max(...checks.map(({ what }) => what.length)) + 2;
  const lines = [
    ...checks.map(({ what, how, found }) => {
      const mark = found.length === 0 ? colors.green(marks[0]) : colors.red(marks[1]);
      const told = found.length === 0 ? "no network" : printable(found.join(", "));
      return `${mark} ${what.padEnd(width)}${told} ${colors.dim(`(${how})`)}`;
    }),
    ...missing.map((what) => colors.yellow(`Not shown here: ${what}.`)),
    "",
    offline
      ? colors.green("Nothing reached for the network.")
      : colors.red("Something reached for the network: see above."),
  ];
  return `${lines.join("\n")}\n`;
}
