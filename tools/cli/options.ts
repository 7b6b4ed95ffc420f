// The flags that commands share: the same word means the same everywhere.

import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { UsageError } from "./usage-error.ts";
import type { WindowWords } from "./window.ts";

export interface DirOptions {
  dir?: string;
}

export interface ShowOptions extends DirOptions {
  json?: true;
  plain?: true;
}

export interface FilterOptions {
  repo?: string;
  agent?: string;
  type?: string;
}

export interface ReadOptions extends ShowOptions, FilterOptions, WindowWords {
  limit: number;
}

export const jsonOption = (): Option => new Option("--json", "print JSON, for programs");
export const plainOption = (): Option => new Option("--plain", "ASCII only: no colours, no emoji");
export const dirOption = (): Option =>
  new Option("--dir <directory>", "data directory (default: TELEMETRY_DIR, else ~/.12-factor-telemetry)");

/** For commands that show what they find. */
export function withShowOptions(command: Command): Command {
  return command.addOption(dirOption()).addOption(jsonOption()).addOption(plainOption());
}

/** For commands that read events. `since` and `limit` are the defaults; `what` is counted by the limit. */
export function withReadOptions(command: Command, since: string, limit: number, what: string): Command {
  return withShowOptions(withAskOptions(command, since).addOption(limitOption(limit, what)));
}

/** Which events. `since` is the default. */
export function withAskOptions(command: Command, since: string): Command {
  command
    .addOption(new Option("--since <when>", "from then on: 7d, 12h, yesterday, 2026-11-01").default(since, since))
    .addOption(new Option("--until <when>", "up to then (default: now)"));
  return withFilterOptions(command);
}

export function withFilterOptions(command: Command): Command {
  return command
    .addOption(new Option("--repo <name>", "only this repository"))
    .addOption(new Option("--agent <name>", "only this agent"))
    .addOption(new Option("--type <name>", "only this error type"));
}

export function limitOption(limit: number, what: string): Option {
  return new Option("--limit <count>", `at most so many ${what}`).default(limit).argParser((words) => {
    if (/^[1-9]\d{0,8}$/.test(words)) return Number(words);
    throw new UsageError(`--limit ${words} is no count. Write a whole number above 0.`);
  });
}

/** Where the collector shall look: `--dir` may be relative, the collector's is not. */
export function givenDirectory({ dir }: DirOptions): { dir: string | undefined } {
  return { dir: dir === undefined ? undefined : resolve(dir) };
}

/** Whether an event is one that the flags ask for. */
export function passes(
  { repo, agent, error_type }: { repo: string; agent: string; error_type: string },
  asked: FilterOptions,
): boolean {
  return (
    (asked.repo === undefined || asked.repo === repo) &&
    (asked.agent === undefined || asked.agent === agent) &&
    (asked.type === undefined || asked.type === error_type)
  );
}
