// The flags that commands share: the same word means the same everywhere.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { chooseDirectory } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import type { WindowWords } from "./window.ts";

export interface DirOptions {
  dir?: string;
}

export interface ReadOptions extends DirOptions, WindowWords {
  repo?: string;
  json?: true;
  plain?: true;
}

export const jsonOption = (): Option => new Option("--json", "print JSON, for programs");
export const plainOption = (): Option => new Option("--plain", "ASCII only: no colours, no emoji");
export const dirOption = (): Option =>
  new Option("--dir <directory>", "data directory (default: TELEMETRY_DIR, else ~/.12-factor-telemetry)");

/** For commands that read events. */
export function withReadOptions(command: Command): Command {
  return command
    .addOption(new Option("--since <when>", "from then on: 7d, 12h, yesterday, 2026-11-01").default("7d"))
    .addOption(new Option("--until <when>", "up to then (default: now)"))
    .addOption(new Option("--repo <name>", "only this repository"))
    .addOption(dirOption())
    .addOption(jsonOption())
    .addOption(plainOption());
}

/** Where the collector shall look: `--dir` may be relative, the collector's is not. */
export function givenDirectory({ dir }: DirOptions): { dir: string | undefined } {
  return { dir: dir === undefined ? undefined : resolve(dir) };
}

/** The data directory to read. One that was named must be there: a typing error is not an empty store. */
export function directoryOf({ dir }: DirOptions, { environment }: Terminal): string {
  if (dir === undefined) return chooseDirectory(undefined, environment);
  const directory = resolve(dir);
  if (!existsSync(directory))
    throw new UsageError(
      `--dir ${dir}: there is no such directory. Check the path, or leave --dir out for the usual one.`,
    );
  return directory;
}
