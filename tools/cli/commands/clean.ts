import {
  clean,
  DAY_MS,
  DISK_BUDGET_MB,
  type Evicted,
  evictedFrom,
  keepBudget,
  RETENTION_DAYS,
  readConfig,
} from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { type DirOptions, dirOption, jsonOption } from "../options.ts";
import { tell } from "../tell.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { spanOf } from "../window.ts";

interface CleanOptions extends DirOptions {
  olderThan?: string;
  dryRun?: true;
  json?: true;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(
      new Option(
        "--older-than <span>",
        `how old, like 30d (default: retention_days of config.json, else ${RETENTION_DAYS}d)`,
      ),
    )
    .addOption(new Option("--dry-run", "only say what would be removed"))
    .addOption(dirOption())
    .addOption(jsonOption())
    .action((options: CleanOptions) => {
      const directory = directoryOf(options, terminal);
      const { retentionDays, diskBudgetMb } = limitsOf(directory);
      const span = options.olderThan === undefined ? retentionDays * DAY_MS : spanOf("--older-than", options.olderThan);
      const before = Date.now() - span;
      const { removed, files } = clean(directory, before, options.dryRun);
      if (!options.dryRun) keepBudget(directory, diskBudgetMb);
      const evicted = evictedFrom(directory);
      const answer = {
        removed,
        files,
        before: new Date(before).toISOString(),
        dry_run: options.dryRun === true,
        evicted,
      };
      if (options.json) printJson(terminal, answer);
      else {
        const done = options.dryRun ? "Would remove" : "Removed";
        tell(terminal, [
          `${done} ${eventsOf(removed)} from before ${answer.before.slice(0, 10)}.`,
          ...(evicted.last === undefined ? [] : [evictionOf(evicted, evicted.last, diskBudgetMb)]),
        ]);
      }
    });
  teach(
    command,
    "Happens by itself too, once a day, when a process first records.",
    "clean",
    "clean --older-than 7d --dry-run",
  );
}

const eventsOf = (count: number): string => (count === 1 ? "1 event" : `${count} events`);

function evictionOf({ events, bytes }: Evicted, last: string, budgetMb: number): string {
  return `To stay under ${budgetMb} MB, ${eventsOf(events)} (${(bytes / 1e6).toFixed(1)} MB) had to go so far, the last on ${last.slice(0, 10)}: raise disk_budget_mb in config.json to keep more.`;
}

function limitsOf(directory: string): { retentionDays: number; diskBudgetMb: number } {
  const config = readConfig(directory);
  if ("problem" in config) throw new UsageError(config.problem);
  const { retentionDays = RETENTION_DAYS, diskBudgetMb = DISK_BUDGET_MB } = config;
  return { retentionDays, diskBudgetMb };
}
