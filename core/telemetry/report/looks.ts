// What rules look for, in short: it changes when events would be taken for something else.

import { hash } from "./group.ts";
import type { FailureRule } from "./rule.ts";

export interface Looks {
  version: string;
  /** That a rule speaks of, of two digits or more. */
  numbers: readonly string[];
}

export function looksIn(rules: readonly FailureRule[]): Looks {
  const texts = rules.map(({ id, always, match }) =>
    JSON.stringify([id, always, match], (_key, value) => (value instanceof RegExp ? String(value) : value)),
  );
  return { version: hash(texts), numbers: [...new Set(texts.join(" ").match(/\d{2,}/g))] };
}

export const looksOfBoth = (a: Looks, b: Looks): Looks => ({
  version: hash([a.version, b.version]),
  numbers: [...a.numbers, ...b.numbers],
});
