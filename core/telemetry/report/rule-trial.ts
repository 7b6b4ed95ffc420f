// A rule put to the test of its own samples.

import { type Catalogue, recognise } from "./recognise.ts";
import { type FailureRule, failureOf } from "./rule.ts";

export interface FailedSample {
  rule: string;
  sample: string;
  /** What happened instead. */
  problem: string;
}

/** Samples that must match and are taken by no rule or by another first; and near misses that are taken by it. */
export function failedSamples(rule: FailureRule, catalogue: Catalogue): FailedSample[] {
  const { match, noMatch } = rule.samples;
  const families = (sample: string) => recognise(failureOf(sample), catalogue).map((found) => found.rule.id);
  const missed = match.flatMap((sample) => {
    const [first] = families(sample);
    if (first === rule.id) return [];
    return [
      { rule: rule.id, sample, problem: first === undefined ? "is not recognised" : `is recognised as ${first}` },
    ];
  });
  const wrong = noMatch.filter((sample) => families(sample).includes(rule.id));
  return [...missed, ...wrong.map((sample) => ({ rule: rule.id, sample, problem: "is recognised, and must not be" }))];
}
