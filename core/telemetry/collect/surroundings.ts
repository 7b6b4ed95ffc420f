// What a collector finds when it looks around, once: which repository, which directory, and whether it may record.

import { type Literal, NO_POLICY, type Policy, RULE_IDS } from "../sanitize/index.ts";
import { type Config, chooseDirectory, DISK_BUDGET_MB, ownerOf, RETENTION_DAYS, readConfig } from "../store/writing.ts";
import { type Consent, consentOf } from "./consent.ts";
import { readEnvFile } from "./env-file.ts";
import { ownLiterals } from "./own-literals.ts";
import { type Repository, repositoryOf } from "./repository.ts";

export interface Surroundings {
  repository: Repository;
  /** The data directory; nothing says that it exists. */
  directory: string;
  consent: Consent;
  retentionDays: number;
  diskBudgetMb: number;
  /** Whether finished tasks are recorded too. */
  keepsRuns: boolean;
  /** Whether uses of features are recorded. */
  keepsUsage: boolean;
  /** What is hidden besides what the rules find. */
  policy: Policy;
}

/** What the program says of itself; everything else is found. */
export interface CollectorOptions {
  /** Data directory, absolute. @default TELEMETRY_DIR, else ~/.12-factor-telemetry */
  dir?: string | undefined;
  /** Name of the repository. @default found from the working directory */
  repo?: string | undefined;
  /** Overrules every other switch. @default as docs/privacy.md says under "Switching it off" */
  enabled?: boolean | undefined;
}

export function lookAround(given: CollectorOptions): Surroundings {
  const found = repositoryOf(workingDirectory());
  const repository = given.repo === undefined ? found : { ...found, name: given.repo };
  const directory = chooseDirectory(given.dir, process.env);
  const config = checked(readConfig(directory));
  const consent = consentOf({
    code: given.enabled,
    environment: process.env,
    envFile: readEnvFile(repository.root),
    config,
    repo: repository.name,
  });
  const limits = { retentionDays: RETENTION_DAYS, diskBudgetMb: DISK_BUDGET_MB };
  const around = { repository, directory, consent };
  if ("problem" in config) return { ...around, ...limits, keepsRuns: false, keepsUsage: false, policy: NO_POLICY };
  const literals = [...wordsOf(config), ...ownLiterals(process.env, ownerOf(), repository.root)];
  return {
    ...around,
    retentionDays: config.retentionDays ?? limits.retentionDays,
    diskBudgetMb: config.diskBudgetMb ?? limits.diskBudgetMb,
    keepsRuns: config.runs === true,
    keepsUsage: config.usage === true,
    policy: { literals, relaxed: new Set(config.relax) },
  };
}

function checked(config: Config | { problem: string }): Config | { problem: string } {
  const unknown = "problem" in config ? undefined : config.relax.find((id) => !RULE_IDS.has(id));
  if (unknown === undefined) return config;
  return {
    problem: `Cannot use config.json: "relax" names "${unknown}", which is no rule. \`telemetry explain\` shows the rules that touch a text.`,
  };
}

/** What the user has named is hidden, however short or common. */
function wordsOf({ redact }: Config): Literal[] {
  return redact.map((word) => ({ value: word.trim().toLowerCase(), placeholder: "***CONTENT***", rule: "own-word" }));
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/"; // the directory was deleted under us: ENOENT
  }
}
