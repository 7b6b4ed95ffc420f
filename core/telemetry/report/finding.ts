// What a rule knows of a window: its cells, gathered by the rule and what it captured.

import type { Comparison } from "./fold.ts";
import type { Recognition } from "./opinion.ts";
import type { FailureRule } from "./rule.ts";
import type { Cell } from "./tally.ts";

/** The events of one rule that are the same failure. */
export interface Finding {
  rule: FailureRule;
  names: Recognition["names"];
  /** Of the window; never none. */
  cells: Cell[];
  /** Of the window before. */
  before: Cell[];
}

export function findingsIn({ current, previous }: Comparison, catalogue: readonly FailureRule[]): Finding[] {
  const rules = new Map(catalogue.map((rule) => [rule.id, rule]));
  const before = byRecognition(previous.cells.values(), rules);
  return [...byRecognition(current.cells.values(), rules)].map(([key, finding]) => ({
    ...finding,
    before: before.get(key)?.cells ?? [],
  }));
}

/** Events of some cells. */
export const eventsOf = (cells: readonly Cell[]): number => cells.reduce((sum, { times }) => sum + times.total, 0);

type Recognised = Pick<Finding, "rule" | "names" | "cells">;

function byRecognition(cells: Iterable<Cell>, rules: ReadonlyMap<string, FailureRule>): Map<string, Recognised> {
  const found = new Map<string, Recognised>();
  for (const cell of cells) {
    for (const { rule: id, names } of cell.recognitions) {
      const rule = rules.get(id);
      if (rule === undefined) continue;
      const key = JSON.stringify([id, rule.scope.counts === "all" ? {} : names]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { rule, names, cells: [cell] });
      else {
        known.names = shared(known.names, names);
        known.cells.push(cell);
      }
    }
  }
  return found;
}

/** What was captured of both. */
const shared = (a: Finding["names"], b: Finding["names"]): Finding["names"] =>
  Object.fromEntries(Object.entries(a).filter(([name, value]) => b[name] === value));
