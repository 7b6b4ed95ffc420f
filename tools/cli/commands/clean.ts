import { clean, DAY_MS, RETENTION_DAYS, readConfig } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { type DirOptions, directoryOf, dirOption, jsonOption } from "../options.ts";
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
      const span = options.olderThan === undefined ? retentionOf(directory) : spanOf("--older-than", options.olderThan);
      const before = Date.now() - span;
      const { removed, files } = clean(directory, before, options.dryRun);
      const answer = { removed, files, before: new Date(before).toISOString(), dry_run: options.dryRun === true };
      if (options.json) printJson(terminal, answer);
      else {
        const events = removed === 1 ? "1 event" : `${removed} events`;
        terminal.stdout.write(
          `${options.dryRun ? "Would remove" : "Removed"} ${events} from before ${answer.before.slice(0, 10)}.\n`,
        );
      }
    });
  teach(
    command,
    "Happens by itself too, once a day, when a process first records.",
    "clean",
    "clean --older-than 7d --dry-run",
  );
}

function retentionOf(directory: string): number {
  const config = readConfig(directory);
  if ("problem" in config) throw new UsageError(config.problem);
  return (config.retentionDays ?? RETENTION_DAYS) * DAY_MS;
}
