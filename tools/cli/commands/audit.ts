import { existsSync, statSync } from "node:fs";
import { lookAround } from "12-factor-telemetry/collect";
import { keepAudit, lineFiles } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { type Audit, audit } from "../audit/audit.ts";
import { type TodaysRules, todaysRules } from "../audit/todays-rules.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { type ShowOptions, withShowOptions } from "../options.ts";
import { progressOn } from "../progress.ts";
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
  withShowOptions(command).action(async (options: ShowOptions) => {
    const directory = directoryOf(options, terminal);
    const found = await audit(directory, rulesOf(directory), progressOn(terminal.stderr, "audit", bytesIn(directory)));
    const answer: AuditAnswer = { directory, clean: found.findings.length === 0, ...found };
    keep(found, directory);
    if (options.json) printJson(terminal, answer);
    else terminal.stdout.write(renderAudit(answer, lookOf(terminal, options.plain === true)));
    if (!answer.clean) process.exitCode = LEAK_FOUND;
  });
  teach(
    command,
    "Looks through every line with today's rules and with secretlint, and at modes and owners. Never prints what it finds. Exit code 1 when it finds something.",
    "audit",
  );
}

/** For `status`. Where nothing was ever recorded, no directory shall be made. */
export function keep({ lines, findings }: Audit, directory: string): void {
  if (!existsSync(directory)) return;
  const count = findings.reduce((sum, finding) => sum + finding.count, 0);
  keepAudit(directory, { at: new Date().toISOString(), lines, findings: count });
}

/** Of all lines. */
export function bytesIn(directory: string): number {
  return lineFiles(directory).reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** What would be hidden if it were recorded now; the user's own names and words too. */
export function rulesOf(directory: string): TodaysRules {
  const { consent, policy } = lookAround({ dir: directory });
  if (consent.problem !== undefined) throw new UsageError(consent.problem);
  return todaysRules(policy);
}
