// A catalogue as JSON, for the bundle: read so, the built-in rules take a third of the time that their source takes, and every command
// waits for them. Their expressions are made when somebody looks, and their needles with the first error.

import type { Looks } from "./looks.ts";
import { once } from "./once.ts";
import { type Catalogue, catalogueOf, needlesIn } from "./recognise.ts";
import type { FailureRule, Match } from "./rule.ts";

export interface CatalogueJson {
  /** JSON, as `needles` is. */
  rules: string;
  needles: string;
  looks: Looks;
}

export function catalogueToJson({ rules, looks }: Catalogue): CatalogueJson {
  return { rules: JSON.stringify(rules, withSources), needles: JSON.stringify(needlesIn(rules)), looks };
}

/** Of what `catalogueToJson` made. */
export function catalogueFromJson({ rules, needles, looks }: CatalogueJson): Catalogue {
  const read: FailureRule[] = JSON.parse(rules);
  return catalogueOf(read.map(withExpressions), looks, () => JSON.parse(needles));
}

const withSources = (_key: string, value: unknown): unknown =>
  value instanceof RegExp ? { [EXPRESSION]: [value.source, value.flags] } : value;

const EXPRESSION = "expression";

function withExpressions(rule: FailureRule): FailureRule {
  const { match } = rule;
  return Object.defineProperty(rule, "match", { get: once(() => revived(match)), enumerable: true });
}

function revived(match: Match): Match {
  const signs = Object.entries(match).map(([key, some]) => [key, some?.map(signOf)]);
  return Object.fromEntries(signs);
}

function signOf(sign: object | string) {
  if (typeof sign === "string" || !(EXPRESSION in sign)) return sign;
  const [source, flags] = sign[EXPRESSION] as [string, string];
  return new RegExp(source, flags);
}
