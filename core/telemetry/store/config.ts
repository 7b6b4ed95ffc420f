// config.json: the user's own switches. Every key is optional.

import { readFileSync } from "node:fs";
import { pathsIn } from "./paths.ts";

export interface Config {
  enabled: boolean | undefined;
  /** Days, a positive number. */
  retentionDays: number | undefined;
  /** Telemetry on or off for one repository, by name. */
  repos: ReadonlyMap<string, boolean>;
}

/** The configuration, or what is wrong with it and what to do. A missing file is an empty one. */
export function readConfig(directory: string): Config | { problem: string } {
  const path = pathsIn(directory).config;
  try {
    return checked(JSON.parse(readFileSync(path, "utf8")), path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR")
      return { enabled: undefined, retentionDays: undefined, repos: new Map() };
    return { problem: `Cannot read ${path}: ${code ?? message}. Mend it, or delete it to go back to the defaults.` };
  }
}

function checked(config: unknown, path: string): Config | { problem: string } {
  const wrong = (key: string, want: string) => ({ problem: `Cannot use ${path}: "${key}" must be ${want}.` });
  if (typeof config !== "object" || config === null || Array.isArray(config)) {
    return { problem: `Cannot use ${path}: it must hold one JSON object.` };
  }
  const { enabled, retention_days: retentionDays, repos = {} } = config as Record<string, unknown>;
  if (enabled !== undefined && typeof enabled !== "boolean") return wrong("enabled", "true or false");
  if (retentionDays !== undefined && !(typeof retentionDays === "number" && retentionDays > 0)) {
    return wrong("retention_days", "a number of days above 0");
  }
  if (
    typeof repos !== "object" ||
    repos === null ||
    Array.isArray(repos) ||
    Object.values(repos).some((word) => typeof word !== "boolean")
  ) {
    return wrong("repos", 'an object like {"pin-citer": false}');
  }
  return { enabled, retentionDays, repos: new Map(Object.entries(repos)) };
}
