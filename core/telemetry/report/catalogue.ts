// The rules that a report goes by: the user's own before the built-in ones.

import { type Catalogue, catalogueOf, catalogueOfBoth } from "./recognise.ts";
import type { FailureRule } from "./rule.ts";
import { CATALOGUE } from "./rules/index.ts";
import { type RuleProblem, readUserRules } from "./user-rules.ts";

export interface RuleFile {
  path: string;
  text: string;
}

export interface OwnCatalogue {
  catalogue: Catalogue;
  /** The file of each rule of the user's own, by id. */
  sources: ReadonlyMap<string, string>;
  /** What was left out of the files, and why. */
  problems: (RuleProblem & { path: string })[];
}

export function catalogueWith(files: readonly RuleFile[]): OwnCatalogue {
  const taken = new Set(CATALOGUE.rules.map(({ id }) => id));
  const sources = new Map<string, string>();
  const own: FailureRule[] = [];
  const problems: OwnCatalogue["problems"] = [];
  for (const { path, text } of files) {
    const read = readUserRules(text, taken);
    for (const rule of read.rules) {
      own.push(rule);
      taken.add(rule.id);
      sources.set(rule.id, path);
    }
    problems.push(...read.problems.map((problem) => ({ path, ...problem })));
  }
  return { catalogue: own.length === 0 ? CATALOGUE : catalogueOfBoth(catalogueOf(own), CATALOGUE), sources, problems };
}
