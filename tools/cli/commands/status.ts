import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lookAround } from "12-factor-telemetry/collect";
import { DISK_BUDGET_MB, readConfig, unreadable } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { type SelfScore, selfScoreOf } from "../../score/self-score.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { check, type LinkState } from "../link.ts";
import { givenDirectory, type ShowOptions, withShowOptions } from "../options.ts";
import { whileReading } from "../progress.ts";
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
  disk_budget_mb: number;
  /** Whether finished tasks are recorded too. */
  runs: boolean;
  usage: boolean;
  files: { name: string; bytes: number }[];
  links: LinkState[];
  score: SelfScore;
}

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(command).action(async (options: ShowOptions) => {
    const { consent, repository, directory, retentionDays } = lookAround(givenDirectory(options));
    const config = readConfig(directory);
    if (consent.problem !== undefined) throw new UsageError(consent.problem);
    if ("problem" in config) throw new UsageError(config.problem);
    const status: Status = {
      enabled: consent.enabled,
      decided_by: consent.decidedBy,
      repo: repository.name,
      directory,
      retention_days: retentionDays,
      disk_budget_mb: config.diskBudgetMb ?? DISK_BUDGET_MB,
      runs: config.runs === true,
      usage: config.usage === true,
      files: filesIn(directory),
      links: config.links.map((root) => check(root)),
      score: await whileReading(terminal, (onRead) => selfScoreOf(directory, Date.now(), onRead)),
    };
    if (options.json) printJson(terminal, status);
    else terminal.stdout.write(renderStatus(status, lookOf(terminal, options.plain === true)));
  });
  teach(
    command,
    "The first of these that speaks decides: code, TELEMETRY_ENABLED, a repository's .env, config.json, DO_NOT_TRACK.",
    "status",
  );
}

/** Lines and caches, the archive's too. */
function filesIn(directory: string): Status["files"] {
  return namesIn(directory).flatMap((name) => {
    const found = lstatSync(join(directory, name), { throwIfNoEntry: false });
    return found?.isFile() ? [{ name, bytes: found.size }] : [];
  });
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: "utf8" }).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw unreadable(directory, `${code}`, error);
  }
}
