import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import { audit } from "../audit/audit.ts";
import { type Scrubbed, scrub } from "../audit/scrub.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { type ShowOptions, withShowOptions } from "../options.ts";
import { progressOn } from "../progress.ts";
import { renderScrub } from "../screens/scrub.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { bytesIn, keep, rulesOf } from "./audit.ts";

/** What `scrub --json` prints. */
export interface ScrubAnswer extends Scrubbed {
  directory: string;
  dry_run: boolean;
  /** What an audit still finds; of a dry run, what it finds before. */
  findings: number;
}

interface ScrubOptions extends ShowOptions {
  dryRun?: true;
}

/** Design, section 9: done, and the answer is bad. */
const SOMETHING_LEFT = 1;

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(command.addOption(new Option("--dry-run", "only say what would be changed"))).action(
    async (options: ScrubOptions) => {
      const directory = directoryOf(options, terminal);
      const dryRun = options.dryRun === true;
      const answer: ScrubAnswer = { directory, dry_run: dryRun, ...(await scrubbed(directory, dryRun, terminal)) };
      if (options.json) printJson(terminal, answer);
      else terminal.stdout.write(renderScrub(answer, lookOf(terminal, options.plain === true)));
      if (!dryRun && answer.findings > 0) process.exitCode = SOMETHING_LEFT;
    },
  );
  teach(
    command,
    "Rewrites what `telemetry audit` finds, safely beside running agents, closes files to others, and audits again. Exit code 1 when something is left that it cannot put right.",
    "scrub --dry-run",
    "scrub",
  );
}

async function scrubbed(
  directory: string,
  dryRun: boolean,
  { stderr }: Terminal,
): Promise<Scrubbed & { findings: number }> {
  // Where nothing was ever recorded, no directory shall be made.
  if (!existsSync(directory)) return { files: 0, changed: 0, dropped: 0, repaired: 0, findings: 0 };
  const rules = rulesOf(directory);
  const bytes = bytesIn(directory);
  const done = await scrub(directory, rules, dryRun, progressOn(stderr, "scrub", bytes));
  const after = await audit(directory, rules, progressOn(stderr, "audit", bytes));
  if (!dryRun) keep(after, directory);
  return { ...done, findings: after.findings.reduce((sum, { count }) => sum + count, 0) };
}
