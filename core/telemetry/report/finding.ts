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
  const before = byRecognition(previous.cells.values());
  return [...byRecognition(current.cells.values())].flatMap(([key, { recognition, cells }]) => {
    const rule = rules.get(recognition.rule);
    if (rule === undefined) return [];
    return [{ rule, names: recognition.names, cells, before: before.get(key)?.cells ?? [] }];
  });
}

/** Events of some cells. */
export const eventsOf = (cells: readonly Cell[]): number => cells.reduce((sum, { times }) => sum + times.total, 0);

interface Recognised {
  recognition: Recognition;
  cells: Cell[];
}

function byRecognition(cells: Iterable<Cell>): Map<string, Recognised> {
  const found = new Map<string, Recognised>();
  for (const cell of cells) {
    for (const recognition of cell.recognitions) {
      const key = JSON.stringify([recognition.rule, recognition.names]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { recognition, cells: [cell] });
      else known.cells.push(cell);
    }
  }
  return found;
}
