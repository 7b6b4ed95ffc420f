// What the user wrote: config.json, and rules of their own.

import { catalogueWith } from "12-factor-telemetry/report";
import { type RuleText, readConfig, ruleFiles, StoreError } from "12-factor-telemetry/store";
import { bad, counted, type Finding, ok } from "./finding.ts";

/** `told`: a problem that is told already, where config.json was to decide on consent. */
export function lookAtUserFiles(directory: string, told: string | undefined): Finding[] {
  return [...lookAtConfig(directory, told), ...lookAtRules(directory)];
}

/** A louder voice may decide on consent: what else config.json says is lost all the same. */
function lookAtConfig(directory: string, told: string | undefined): Finding[] {
  const config = readConfig(directory);
  if (!("problem" in config) || config.problem === told) return [];
  return [bad("config", "config.json is not used: none of its settings holds", config.problem)];
}

function lookAtRules(directory: string): Finding[] {
  const files = filesOrProblem(directory);
  if ("problem" in files) return [bad("rules", "rules of your own are not used", files.problem)];
  const { sources, problems } = catalogueWith(files.texts);
  return [
    ...(sources.size === 0 ? [] : [ok("rules", `${counted(sources.size, "rule")} of your own`)]),
    ...problems.map(({ path, line, field, problem }) =>
      bad(
        "rules",
        `${path}, line ${line}${field === "" ? "" : `, ${field}`}: ${problem}`,
        "mend it, then `telemetry rules test`",
      ),
    ),
  ];
}

function filesOrProblem(directory: string): { texts: RuleText[] } | { problem: string } {
  try {
    return { texts: ruleFiles(directory) };
  } catch (error) {
    if (error instanceof StoreError) return { problem: error.message };
    throw error;
  }
}
