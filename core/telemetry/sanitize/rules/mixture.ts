// What a stretch of text is mixed of, by which random ones differ from words.

import { isCapital, isDigit } from "../characters.ts";

export interface Mixture {
  digits: number;
  letters: number;
  /** Letters of both cases. */
  isMixed: boolean;
  /** Hexadecimal digits, `-` and `_` alone. */
  isHex: boolean;
  /** How often lower case, upper case, digits and signs follow one another. */
  turns: number;
}

export function mixtureOf(text: string, start = 0, end: number = text.length): Mixture {
  const counts: [digits: number, upper: number, lower: number, signs: number] = [0, 0, 0, 0];
  let hex = 0;
  let turns = -1;
  let last = -1;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    counts[kind]++;
    if (kind === SIGN ? unit === 0x2d || unit === 0x5f : (unit | 0x20) <= 0x66) hex++;
    if (kind !== last) turns++;
    last = kind;
  }
  const [digits, upper, lower] = counts;
  return { digits, letters: upper + lower, isMixed: upper > 0 && lower > 0, isHex: hex === end - start, turns };
}

const SIGN = 3;

function kindOf(unit: number): 0 | 1 | 2 | 3 {
  if (isDigit(unit)) return 0;
  if (isCapital(unit)) return 1;
  return unit >= 0x61 && unit <= 0x7a ? 2 : SIGN;
}
