import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { lookAround } from "12-factor-telemetry/collect";
import type { Command } from "commander";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { givenDirectory, type ShowOptions, withShowOptions } from "../options.ts";
import { renderStatus } from "../screens/status.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `status --json` prints. */
export interface Status {
  enabled: boolean;
  decided_by: string;
  repo: string;
  directory: string;
  retention_days: number;
  files: { name: string; bytes: number }[];
}

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(command).action((options: ShowOptions) => {
    const { consent, repository, directory, retentionDays } = lookAround(givenDirectory(options));
    if (consent.problem !== undefined) throw new UsageError(consent.problem);
    const status: Status = {
      enabled: consent.enabled,
      decided_by: consent.decidedBy,
      repo: repository.name,
      directory,
      retention_days: retentionDays,
      files: filesIn(directory),
    };
    if (options.json) printJson(terminal, status);
    else terminal.stdout.write(renderStatus(status, lookOf(terminal, options.plain === true)));
  });
  teach(command, "", "status");
}

function filesIn(directory: string): Status["files"] {
  try {
    const names = readdirSync(directory).filter((name) => name.endsWith(".jsonl"));
    return names.sort().map((name) => ({ name, bytes: statSync(join(directory, name)).size }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw new UsageError(
      `Cannot read ${directory}: ${code}. Repair it, or name another directory with --dir or TELEMETRY_DIR.`,
    );
  }
}
