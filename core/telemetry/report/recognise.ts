// Which known failures an error is: the rules that recognise it, the first of which is its family.
//
// One pass over the text leaves a few rules to try; they are tried in the order of the catalogue until one holds, and after it
// only those that hold beside any other. What is long is cut, expressions are bounded: time is linear in the text.

import { needlesOfMatch } from "./needles.ts";
import { type Prefilter, prefilterOf } from "./prefilter.ts";
import type { Failure, FailureRule, Match, Sign } from "./rule.ts";

export interface Catalogue {
  rules: readonly FailureRule[];
  prefilter: Prefilter;
}

export interface Recognition {
  rule: FailureRule;
  /** What the rule captured, by name. */
  names: Readonly<Record<string, string>>;
}

/** Of several rules that recognise an error, the first comes first. */
export const catalogueOf = (rules: readonly FailureRule[]): Catalogue => ({
  rules,
  prefilter: prefilterOf(rules.map(({ match }) => needlesOfMatch(match))),
});

export function recognise(failure: Failure, { rules, prefilter }: Catalogue): Recognition[] {
  const text = textOf(failure);
  const found: Recognition[] = [];
  for (const index of prefilter(text.small)) {
    const rule = rules[index] as FailureRule;
    if (found.length > 0 && rule.always !== true) continue;
    const names = captured(rule.match, text);
    if (names !== undefined) found.push({ rule, names });
  }
  return found;
}

/** Characters. A stored message is as long; a type is a name. */
const MESSAGE_CHARACTERS = 4096;
const TYPE_CHARACTERS = 200;
/** Characters of a captured name: a suggestion stays a line. */
const NAME_CHARACTERS = 60;

interface Text {
  /** Type, line feed, message. */
  whole: string;
  /** In small letters. */
  small: string;
  /** Where the message begins in `small`. */
  message: number;
}

function textOf({ error_type, error_message }: Failure): Text {
  const type = error_type.slice(0, TYPE_CHARACTERS).replace(SPACES, " ");
  const message = error_message.slice(0, MESSAGE_CHARACTERS).replace(SPACES, " ");
  const head = `${type.toLowerCase()}\n`; // which need not be as long as the type
  return { whole: `${type}\n${message}`, small: head + message.toLowerCase(), message: head.length };
}

/** All but single spaces. */
const SPACES = /[^\S ]\s*| \s+/g;

function captured({ any = [], all = [], not = [] }: Match, text: Text): Record<string, string> | undefined {
  const names: Record<string, string> = {};
  for (const sign of all) if (!holds(sign, text, names)) return undefined;
  if (any.length > 0 && !any.some((sign) => holds(sign, text, names))) return undefined;
  return not.some((sign) => holds(sign, text, {})) ? undefined : names;
}

function holds(sign: Sign, { whole, small, message }: Text, names: Record<string, string>): boolean {
  if (typeof sign === "string") return small.includes(sign);
  if (!(sign instanceof RegExp)) return small.includes(sign.message, message);
  const found = sign.exec(whole);
  if (found === null) return false;
  for (const [name, value] of Object.entries(found.groups ?? {}))
    if (value !== undefined) names[name] ??= value.slice(0, NAME_CHARACTERS);
  return true;
}
