// Which signs are worth looking for in a text: one pass over it, whatever their number.
//
// Every needle is filed under three of its characters, rare ones; where three characters of the text name a file, its needles
// are compared. A sign without needles is always looked for. What is left out cannot be there: the answer is that of trying all.

import { SHORTEST_NEEDLE } from "./needles.ts";

/** The signs to look for in `text`, which is in small letters: their numbers, ascending. */
export type Prefilter = (text: string) => readonly number[];

/** What a prefilter is made of: JSON, which takes longer to find out than to read. */
export interface NeedleFiles {
  /** Signs that are always looked for. */
  always: readonly number[];
  /** By the code of three characters. */
  files: readonly (readonly [code: number, file: readonly Filed[]])[];
}

/** `offset`: where its three characters stand in it. */
type Filed = readonly [needle: string, offset: number, signs: readonly number[]];

/** `needles`: of each sign; undefined for one that is always looked for. */
export function fileNeedles(needles: readonly (readonly string[] | undefined)[]): NeedleFiles {
  const always = needles.flatMap((some, sign) => (some === undefined ? [sign] : []));
  return { always, files: [...filesOf(needles)] };
}

export function prefilterOf({ always, files: filed }: NeedleFiles): Prefilter {
  const numbers = new Int16Array(CODES);
  const files: (readonly Filed[])[] = [[]];
  for (const [code, file] of filed) numbers[code] = files.push(file) - 1;
  return (text) => {
    const found = always.slice();
    let code = 0;
    for (let at = 0; at < text.length; at++) {
      code = ((code << 5) | (text.charCodeAt(at) & 31)) & (CODES - 1);
      const number = numbers[code] as number;
      if (number !== 0) compare(files[number] as readonly Filed[], text, at - (SHORTEST_NEEDLE - 1), found);
    }
    return found.sort((a, b) => a - b);
  };
}

function compare(file: readonly Filed[], text: string, at: number, found: number[]): void {
  for (const [needle, offset, signs] of file)
    if (text.startsWith(needle, at - offset)) for (const sign of signs) if (!found.includes(sign)) found.push(sign);
}

/** Three times five bits. */
const CODES = 1 << 15;

const codeAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);

function filesOf(needles: readonly (readonly string[] | undefined)[]): Map<number, Filed[]> {
  const signsOf = new Map<string, number[]>();
  for (const [sign, some] of needles.entries())
    for (const needle of some ?? []) signsOf.set(needle, [...(signsOf.get(needle) ?? []), sign]);
  const common = new Map<number, number>();
  for (const needle of signsOf.keys())
    for (const code of codesIn(needle)) common.set(code, (common.get(code) ?? 0) + 1);
  const files = new Map<number, Filed[]>();
  for (const [needle, signs] of signsOf) {
    // What stands in many needles stands in many texts.
    const codes = codesIn(needle);
    const offset = codes.reduce(
      (best, code, at) => (rank(code, common) < rank(codes[best] ?? 0, common) ? at : best),
      0,
    );
    const code = codes[offset] as number;
    files.set(code, [...(files.get(code) ?? []), [needle, offset, signs]]);
  }
  return files;
}

const codesIn = (needle: string): number[] =>
  Array.from({ length: needle.length - SHORTEST_NEEDLE + 1 }, (_, at) => codeAt(needle, at));

const rank = (code: number, common: ReadonlyMap<number, number>): number => common.get(code) ?? 0;
