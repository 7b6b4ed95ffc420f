// The texts of the user's own rules: rules.json in the data directory, and .telemetry/rules.json of each repository that the
// user trusts (config.json, "trusted_repos"). What they say is the report's to judge.

import { join } from "node:path";
import { readConfig, smallText } from "./config.ts";
import { pathsIn } from "./paths.ts";

export interface RuleText {
  path: string;
  text: string;
}

/** In this order; what is not there is left out. Throws StoreError when a file that is there cannot be read. */
export function ruleFiles(directory: string): RuleText[] {
  const config = readConfig(directory);
  const trusted = "problem" in config ? [] : config.trustedRepos;
  const paths = [pathsIn(directory).rules, ...trusted.map((repo) => join(repo, ".telemetry", "rules.json"))];
  return paths.flatMap((path) => {
    const text = smallText(path);
    return text === undefined ? [] : [{ path, text }];
  });
}
