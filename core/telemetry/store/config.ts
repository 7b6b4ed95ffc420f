// config.json: the user's own switches. Every key is optional.

import { closeSync, readFileSync } from "node:fs";
import { openToRead } from "./lines.ts";
import { pathsIn } from "./paths.ts";

export interface Config {
  enabled: boolean | undefined;
  /** Whether finished tasks are recorded too. @default false */
  runs: boolean | undefined;
  /** Whether `recordUsage()` records. @default false */
  usage: boolean | undefined;
  /** Days, a positive number. */
  retentionDays: number | undefined;
  /** Megabytes, a positive number. */
  diskBudgetMb: number | undefined;
  /** Telemetry on or off for one repository, by name. */
  repos: ReadonlyMap<string, boolean>;
  /** Repositories that were linked by `telemetry link`: their roots, absolute. */
  links: readonly string[];
  /** Roots, absolute, of repositories whose own failure rules are read. */
  trustedRepos: readonly string[];
  /** The user's own AI command, which `telemetry advise` asks; off where there is none. */
  advise: Advise | undefined;
  /** Words to hide wherever they stand, besides what the rules find. */
  redact: readonly string[];
  /** Ids of redaction rules that shall not run. */
  relax: readonly string[];
}

/** A command with its arguments, or the name of a preset and a model for it. */
export interface Advise {
  command?: readonly string[];
  preset?: string;
  model?: string;
  /** Seconds that it may take. */
  seconds?: number;
}

const EMPTY: Config = {
  enabled: undefined,
  runs: undefined,
  usage: undefined,
  retentionDays: undefined,
  diskBudgetMb: undefined,
  repos: new Map(),
  links: [],
  trustedRepos: [],
  advise: undefined,
  redact: [],
  relax: [],
};

/** The configuration, or what is wrong with it and what to do. A missing file is an empty one. */
export function readConfig(directory: string): Config | { problem: string } {
  const path = pathsIn(directory).config;
  try {
    const text = smallText(path);
    return text === undefined ? EMPTY : checked(JSON.parse(text), path);
  } catch (error) {
    return {
      problem: `Cannot read ${path}: ${(error as Error).message} Mend it, or delete it to go back to the defaults.`,
    };
  }
}

/** A file of ours that is no lines; undefined when there is none. Throws StoreError when it cannot be read. */
export function smallText(path: string): string | undefined {
  const file = openToRead(path); // no link, no FIFO: either may be somebody else's
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

function checked(config: unknown, path: string): Config | { problem: string } {
  const wrong = (key: string, want: string) => ({ problem: `Cannot use ${path}: "${key}" must be ${want}.` });
  if (!isRecord(config)) return { problem: `Cannot use ${path}: it must hold one JSON object.` };
  const { enabled, runs, usage, retention_days: retentionDays, disk_budget_mb: diskBudgetMb } = config;
  const { repos = {}, links = [], trusted_repos: trustedRepos = [], advise, redact = [], relax = [] } = config;
  if (enabled !== undefined && typeof enabled !== "boolean") return wrong("enabled", "true or false");
  if (runs !== undefined && typeof runs !== "boolean") return wrong("runs", "true or false");
  if (usage !== undefined && typeof usage !== "boolean") return wrong("usage", "true or false");
  if (!isAmount(retentionDays)) return wrong("retention_days", "a number of days above 0");
  if (!isAmount(diskBudgetMb)) return wrong("disk_budget_mb", "a number of megabytes above 0");
  if (!isSwitches(repos)) return wrong("repos", 'an object like {"pin-citer": false}');
  if (!isListOfWords(links)) return wrong("links", 'a list of folders like ["/home/ada/pin-citer"]');
  if (!isListOfWords(trustedRepos)) return wrong("trusted_repos", 'a list of folders like ["/home/ada/pin-citer"]');
  if (!isAdvise(advise))
    return wrong("advise", 'an object like {"preset": "claude"} or {"command": ["my-ai", "--flag"]}');
  if (!isListOfWords(redact)) return wrong("redact", 'a list of words like ["Project Falcon"]');
  if (!isListOfWords(relax)) return wrong("relax", 'a list of rules like ["ipv4"]');
  return {
    enabled,
    runs,
    usage,
    retentionDays,
    diskBudgetMb,
    repos: new Map(Object.entries(repos)),
    links,
    trustedRepos,
    advise,
    redact,
    relax,
  };
}

function isAdvise(value: unknown): value is Advise | undefined {
  if (value === undefined) return true;
  if (!isRecord(value)) return false;
  const { command, preset, model, seconds } = value;
  const isCommand = Array.isArray(command) && command.length > 0 && command.every((word) => typeof word === "string");
  return (
    (command === undefined ? typeof preset === "string" : isCommand && command[0] !== "") &&
    (model === undefined || typeof model === "string") &&
    isAmount(seconds)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isAmount(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === "number" && value > 0);
}

function isSwitches(value: unknown): value is Record<string, boolean> {
  return isRecord(value) && Object.values(value).every((word) => typeof word === "boolean");
}

function isListOfWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((word) => typeof word === "string" && word.trim().length > 1);
}
