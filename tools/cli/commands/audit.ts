import { lookAround } from "12-factor-telemetry/collect";
import type { Command } from "commander";
import { type Audit, audit } from "../audit/audit.ts";
import { type TodaysRules, todaysRules } from "../audit/todays-rules.ts";
import { printJson } from "../json.ts";
import { type DirOptions, directoryOf, dirOption, jsonOption, plainOption } from "../options.ts";
import { renderAudit } from "../screens/audit.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `audit --json` prints. */
export interface AuditAnswer extends Audit {
  directory: string;
  clean: boolean;
}

/** Design, section 9: done, and the answer is bad. */
const LEAK_FOUND = 1;

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(dirOption())
    .addOption(jsonOption())
    .addOption(plainOption())
    .addHelpText(
      "after",
      "\nLooks through every line with today's rules and with secretlint, and at modes and owners. Never prints what it finds.\nExit code 1 when it finds something.\n\nExample:\n  telemetry audit",
    )
    .action(async (options: DirOptions & { json?: true; plain?: true }) => {
      const directory = directoryOf(options, terminal);
      const found = await audit(directory, rulesOf(directory));
      const answer: AuditAnswer = { directory, clean: found.findings.length === 0, ...found };
      if (options.json) printJson(terminal, answer);
      else terminal.stdout.write(renderAudit(answer, lookOf(terminal, options.plain === true)));
      if (!answer.clean) process.exitCode = LEAK_FOUND;
    });
}

/** What would be hidden if it were recorded now; the user's own names and words too. */
export function rulesOf(directory: string): TodaysRules {
  const { consent, policy } = lookAround({ dir: directory });
  if (consent.problem !== undefined) throw new UsageError(consent.problem);
  return todaysRules(policy);
}
