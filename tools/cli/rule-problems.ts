// What was left out of the user's own rules: said beside every answer that would have gone by them.

import type { OwnCatalogue } from "12-factor-telemetry/report";
import { printable, type Terminal } from "./terminal.ts";

export function tellRuleProblems(problems: OwnCatalogue["problems"], { stderr }: Terminal): void {
  for (const { path, line, field, problem } of problems)
    stderr.write(`${printable(`${path}, line ${line}${field === "" ? "" : `, ${field}`}: ${problem}`)}\n`);
}
