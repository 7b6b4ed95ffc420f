// The data directory that a command reads. Apart from the flags, for it loads the store, which `run` shall not wait for.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { chooseDirectory } from "12-factor-telemetry/store";
import type { DirOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

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
