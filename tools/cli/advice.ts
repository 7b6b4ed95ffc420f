// What there is to do about a failure besides its one line: a rule's steps and documentation, and groups that may be the same.

import { type FailureRule, type Near, nearDuplicates, type Pattern, worded } from "12-factor-telemetry/report";
import type { LoadedReport } from "../load-report.ts";

export interface Advice {
  /** [] where no rule knows any. */
  steps: string[];
  /** Official documentation. */
  docs?: string;
  /** Of whom it tells more than of the agent's code. */
  noise?: NonNullable<FailureRule["noise"]>;
  /** Nearest first. */
  near_duplicates: NearGroup[];
}

interface NearGroup {
  /** One of the groups in question, and the one that may be the same failure: `merge` takes them in this order. */
  into: string;
  group: string;
  template: string;
  /** Edits from one template to the other, as a share of their mean length. */
  distance: number;
}

/** Near-duplicates that are told of one failure. */
const MOST_NEAR = 3;

/** Answers for as many failures as are asked about; the pairs are looked for once. */
export function advising({ tally, known }: LoadedReport): (ruleId: string, groups: readonly string[]) => Advice {
  const near = nearDuplicates(tally.groups.values()).filter(({ groups: [a, b] }) => !areParts(a, b));
  return (ruleId, groups) => {
    const rule = known.catalogue.rules.find(({ id }) => id === ruleId);
    const names = rule === undefined ? {} : namesIn(tally, rule.id, groups);
    return {
      steps: (rule?.steps ?? []).map((step) => worded(step, names)),
      ...(rule?.docs !== undefined && { docs: rule.docs }),
      ...(rule?.noise !== undefined && { noise: rule.noise }),
      near_duplicates: near.flatMap((pair) => nearTo(groups, pair, tally)).slice(0, MOST_NEAR),
    };
  };
}

export type AdvisedPattern = Pattern & Advice;

export function advised(patterns: readonly Pattern[], report: LoadedReport): AdvisedPattern[] {
  const advice = advising(report);
  return patterns.map((pattern) => ({ ...pattern, ...advice(pattern.id, pattern.groups) }));
}

/** The parts of a split share half of their ids: the user wants them apart. */
const areParts = (a: string, b: string): boolean => a.slice(0, 8) === b.slice(0, 8);

/** What the rule captured, as far as it is the same of all. */
function namesIn({ cells }: LoadedReport["tally"], ruleId: string, groups: readonly string[]): Record<string, string> {
  const own = [...cells.values()].filter(({ group }) => groups.includes(group));
  const [first = {}, ...others] = own.flatMap(({ recognitions }) =>
    recognitions.filter(({ rule }) => rule === ruleId).map(({ names }) => names),
  );
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => others.every((names) => names[name] === value)),
  );
}

function nearTo(own: readonly string[], { groups: [a, b], distance }: Near, tally: LoadedReport["tally"]): NearGroup[] {
  const [into, group] = own.includes(a) ? [a, b] : [b, a];
  const template = tally.groups.get(group)?.template;
  return own.includes(into) && template !== undefined ? [{ into, group, template, distance }] : [];
}
