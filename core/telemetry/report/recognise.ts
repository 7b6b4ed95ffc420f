// Which known failures an error is: the rules that recognise it, the first of which is its family.
//
// One pass over the text leaves a few signs to look for; their rules are tried in the order of the catalogue until one holds,
// and after it only those that hold beside any other. What is long is cut, expressions are bounded: time is linear in the text.

import { type Looks, looksIn, looksOfBoth } from "./looks.ts";
import { better, needlesOf } from "./needles.ts";
import { once } from "./once.ts";
import { fileNeedles, type NeedleFiles, type Prefilter, prefilterOf } from "./prefilter.ts";
import type { Failure, FailureRule, Match, Sign } from "./rule.ts";

export interface Catalogue {
  rules: readonly FailureRule[];
  looks: Looks;
  /** Made with the first error: whoever asks for what was recognised before looks at none. */
  search(): Search;
}

interface Search {
  /** What can begin to tell of a rule: each sign of its `any`; where it has none, its `all` together. In the rules' order. */
  leads: readonly Lead[];
  /** Numbers of leads. */
  prefilter: Prefilter;
}

interface Lead {
  rule: FailureRule;
  /** Undefined: all of `all`. */
  sign: Sign | undefined;
}

export interface Recognition {
  rule: FailureRule;
  /** What the rule captured, by name. */
  names: Readonly<Record<string, string>>;
}

/** Of several rules that recognise an error, the first comes first. */
export function catalogueOf(
  rules: readonly FailureRule[],
  looks: Looks = looksIn(rules),
  needles: () => NeedleFiles = () => needlesIn(rules),
): Catalogue {
  return { rules, looks, search: once(() => ({ leads: leadsOf(rules), prefilter: prefilterOf(needles()) })) };
}

/** The rules of both; what is known of either is not found out again. */
export function catalogueOfBoth(first: Catalogue, then: Catalogue): Catalogue {
  return {
    rules: [...first.rules, ...then.rules],
    looks: looksOfBoth(first.looks, then.looks),
    search: once(() => searchOfBoth(first.search(), then.search())),
  };
}

const searchOfBoth = (first: Search, then: Search): Search => ({
  leads: [...first.leads, ...then.leads],
  prefilter: (text) => [...first.prefilter(text), ...then.prefilter(text).map((number) => first.leads.length + number)],
});

/** What `catalogueOf()` looks for. */
export const needlesIn = (rules: readonly FailureRule[]): NeedleFiles => fileNeedles(leadsOf(rules).map(needlesOfLead));

const leadsOf = (rules: readonly FailureRule[]): Lead[] =>
  rules.flatMap<Lead>((rule) => (rule.match.any ?? [undefined]).map((sign) => ({ rule, sign })));

function needlesOfLead({ rule, sign }: Lead): readonly string[] | undefined {
  if (sign !== undefined) return needlesOf(sign);
  return (rule.match.all ?? []).map(needlesOf).reduce(better, undefined);
}

export function recognise(failure: Failure, { search }: Catalogue): Recognition[] {
  const { leads, prefilter } = search();
  const text = textOf(failure);
  const found: Recognition[] = [];
  for (const number of prefilter(text.small)) {
    const { rule, sign } = leads[number] as Lead;
    if (found.length > 0 && (rule.always !== true || found.at(-1)?.rule === rule)) continue;
    const names = {};
    if (sign !== undefined && !holds(sign, text, names)) continue;
    if (restHolds(rule.match, text, names)) found.push({ rule, names });
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

function restHolds({ all = [], not = [] }: Match, text: Text, names: Record<string, string>): boolean {
  return all.every((sign) => holds(sign, text, names)) && !not.some((sign) => holds(sign, text, {}));
}

function holds(sign: Sign, { whole, small, message }: Text, names: Record<string, string>): boolean {
  if (typeof sign === "string") return small.includes(sign);
  if (!(sign instanceof RegExp)) return small.includes(sign.message, message);
  const found = sign.exec(whole);
  if (found === null) return false;
  if (found.groups !== undefined)
    for (const [name, value] of Object.entries(found.groups))
      if (value !== undefined) names[name] ??= value.slice(0, NAME_CHARACTERS);
  return true;
}
