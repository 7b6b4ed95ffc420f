// Which rules are worth trying on a text: one pass over it, whatever the number of rules.
//
// Every needle is filed under three of its characters, rare ones; where three characters of the text name a file, its needles
// are compared. A rule without needles is always tried. What is left out cannot match: the answer is that of trying all.

import { SHORTEST_NEEDLE } from "./needles.ts";

/** The rules to try on `text`, which is in small letters: their indexes, ascending. */
export type Prefilter = (text: string) => number[];

interface Filed {
  needle: string;
  /** Where its three characters stand in it. */
  offset: number;
  rules: number[];
}

/** `needles`: of each rule; undefined for one that is always tried. */
export function prefilterOf(needles: readonly (readonly string[] | undefined)[]): Prefilter {
  const always = needles.flatMap((some, rule) => (some === undefined ? [rule] : []));
  const numbers = new Int16Array(CODES);
  const files: Filed[][] = [[]];
  for (const [code, file] of filesOf(needles)) numbers[code] = files.push(file) - 1;
  return (text) => {
    const found = new Set(always);
    let code = 0;
    for (let at = 0; at < text.length; at++) {
      code = ((code << 5) | (text.charCodeAt(at) & 31)) & (CODES - 1);
      const number = numbers[code] as number;
      if (number !== 0) compare(files[number] as Filed[], text, at - (SHORTEST_NEEDLE - 1), found);
    }
    return [...found].sort((a, b) => a - b);
  };
}

function compare(file: readonly Filed[], text: string, at: number, found: Set<number>): void {
  for (const { needle, offset, rules } of file)
    if (text.startsWith(needle, at - offset)) for (const rule of rules) found.add(rule);
}

/** Three times five bits. */
const CODES = 1 << 15;

const codeAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);

function filesOf(needles: readonly (readonly string[] | undefined)[]): Map<number, Filed[]> {
  const rulesOf = new Map<string, number[]>();
  for (const [rule, some] of needles.entries())
    for (const needle of some ?? []) rulesOf.set(needle, [...(rulesOf.get(needle) ?? []), rule]);
  const common = new Map<number, number>();
  for (const needle of rulesOf.keys())
    for (const code of codesIn(needle)) common.set(code, (common.get(code) ?? 0) + 1);
  const files = new Map<number, Filed[]>();
  for (const [needle, rules] of rulesOf) {
    const codes = codesIn(needle);
    const offset = codes.reduce(
      (best, code, at) => (rank(code, common) < rank(codes[best] as number, common) ? at : best),
      0,
    );
    const code = codes[offset] as number;
    files.set(code, [...(files.get(code) ?? []), { needle, offset, rules }]);
  }
  return files;
}

const codesIn = (needle: string): number[] =>
  Array.from({ length: needle.length - SHORTEST_NEEDLE + 1 }, (_, at) => codeAt(needle, at));

/** What stands in many needles stands in many texts. */
const rank = (code: number, common: ReadonlyMap<number, number>): number => common.get(code) ?? 0;
