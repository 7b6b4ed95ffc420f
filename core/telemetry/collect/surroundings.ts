// What a collector finds when it looks around, once: which repository, which directory, and whether it may record.

import { chooseDirectory, RETENTION_DAYS, readConfig } from "../store/index.ts";
import { type Consent, consentOf } from "./consent.ts";
import { readEnvFile } from "./env-file.ts";
import { type Repository, repositoryOf } from "./repository.ts";

export interface Surroundings {
  repository: Repository;
  /** The data directory; nothing says that it exists. */
  directory: string;
  consent: Consent;
  retentionDays: number;
}

export interface Given {
  dir?: string | undefined;
  repo?: string | undefined;
  enabled?: boolean | undefined;
}

export function lookAround(given: Given): Surroundings {
  const found = repositoryOf(workingDirectory());
  const repository = given.repo === undefined ? found : { ...found, name: given.repo };
  const directory = chooseDirectory(given.dir, process.env);
  const config = readConfig(directory);
  const consent = consentOf({
    code: given.enabled,
    environment: process.env,
    envFile: readEnvFile(repository.root),
    config,
    repo: repository.name,
  });
  const retentionDays = ("problem" in config ? undefined : config.retentionDays) ?? RETENTION_DAYS;
  return { repository, directory, consent, retentionDays };
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/"; // the directory was deleted under us: ENOENT
  }
}
