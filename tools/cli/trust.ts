// `enable --trust-rules DIR`: a repository's own failure rules are read, because the user says so and not the repository.

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { catalogueWith } from "12-factor-telemetry/report";
import { ruleFiles, updateConfig } from "12-factor-telemetry/store";
import { printJson } from "./json.ts";
import { rootOf } from "./link.ts";
import { tellRuleProblems } from "./rule-problems.ts";
import { tell } from "./tell.ts";
import { printable, type Terminal } from "./terminal.ts";

interface Trust {
  directory: string;
  /** As it was typed. One that is gone may be distrusted, too. */
  folder: string;
  on: boolean;
  json: boolean;
}

/** Throws UsageError when what shall be trusted is no folder. */
export function trustRules({ directory, folder, on, json }: Trust, terminal: Terminal): void {
  const repo = on || existsSync(folder) ? rootOf(folder) : resolve(folder);
  updateConfig(directory, (config) => {
    const others = ((config["trusted_repos"] ?? []) as string[]).filter((other) => other !== repo);
    return { ...config, trusted_repos: on ? [...others, repo] : others };
  });
  const path = join(repo, ".telemetry", "rules.json");
  const { sources, problems } = catalogueWith(ruleFiles(directory));
  const rules = [...sources.values()].filter((source) => source === path).length;
  tellRuleProblems(problems, terminal);
  const shown = printable(repo);
  const what = existsSync(path) ? `${rules} rule${rules === 1 ? "" : "s"}` : "none there yet: .telemetry/rules.json";
  const told = on ? `Rules of ${shown} are read (${what}).` : `Rules of ${shown} are not read any more.`;
  if (json) printJson(terminal, { trusted: on, repo, rules });
  else tell(terminal, [told]);
}
