// Whether to record, and who decided: the first that speaks wins. Order: design, section 8; docs/privacy.md.

import type { Config } from "../store/writing.ts";
import { type EnvFile, meansOff } from "./env-file.ts";

export interface Consent {
  enabled: boolean;
  /** The line that won, for people. */
  decidedBy: string;
  /** What could not be read, and what to do: it might say no, so telemetry is off. */
  problem?: string;
}

export interface Voices {
  /** What the program said: `telemetryEnabled`, `enabled`. */
  code: boolean | undefined;
  environment: Readonly<Record<string, string | undefined>>;
  envFile: EnvFile;
  config: Config | { problem: string };
  repo: string;
}

export function consentOf({ code, environment, envFile, config, repo }: Voices): Consent {
  if (code !== undefined) return { enabled: code, decidedBy: `code: enabled is ${code}` };
  const variable = environment["TELEMETRY_ENABLED"];
  if (variable !== undefined) {
    return { enabled: !meansOff(variable), decidedBy: `environment: TELEMETRY_ENABLED=${variable}` };
  }
  if (envFile.says === "off") return { enabled: false, decidedBy: ".env of the repository: TELEMETRY_ENABLED is off" };
  if (envFile.says === "broken") return unreadable(envFile.problem);
  if ("problem" in config) return unreadable(config.problem);
  const repoWord = config.repos.get(repo);
  if (repoWord !== undefined) return { enabled: repoWord, decidedBy: `config.json: ${repo} is ${onOff(repoWord)}` };
  if (config.enabled !== undefined) {
    return { enabled: config.enabled, decidedBy: `config.json: telemetry is ${onOff(config.enabled)}` };
  }
  const doNotTrack = environment["DO_NOT_TRACK"];
  if (doNotTrack !== undefined && !meansOff(doNotTrack)) {
    return { enabled: false, decidedBy: `environment: DO_NOT_TRACK=${doNotTrack}` };
  }
  return { enabled: true, decidedBy: "default: on" };
}

const unreadable = (problem: string): Consent => ({ enabled: false, decidedBy: problem, problem });

const onOff = (enabled: boolean): string => (enabled ? "on" : "off");
