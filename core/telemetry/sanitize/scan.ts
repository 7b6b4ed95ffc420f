// One walk over the characters of a text: where each rule's words stand, where runs and numbers lie. Rules start from there,
// and a rule for which there is nothing does not run.

import { DIGIT, GAP, isDigit, isJoint, isRunCharacter, KIND, OTHER } from "./characters.ts";
import { ALONE, nextBeginning, placesOf, SIGN, type Words } from "./words.ts";

export interface Scan {
  text: string;
  /** By owner of words, where they start in the text, in order; undefined where there are none. */
  places: readonly (readonly number[] | undefined)[];
  /** Where runs of letters, digits, `-`, `_`, `+`, `=` lie that hold a digit or a joint and may be a key: start, end, digits, start, ... */
  runs: readonly number[];
  /**
   * Where numbers may begin, up to the last of the digits that lie together from there on, with at most two other characters
   * between any two: start, end, digits, start, ...
   */
  numbers: readonly number[];
}

/** Characters. No key is shorter. */
const SHORTEST_RUN = 8;
/** Other characters between two digits, too many for one number: "(646) 555" has two. */
const DIGIT_GAP = 3;

export function scan(text: string, words: Words): Scan {
  walk(text, words);
  return { text, places: placesOf(text, noted, words), runs: runsOf(text.length), numbers: numbersOf(text) };
}

// What the walk sees, each ended by -1; read before the next walk.
/** What words may begin and where; words.ts. */
let noted: Int32Array = new Int32Array(1024);
/** Where no letters are: the place, and in the lowest eight bits its entry. */
let others: Int32Array = new Int32Array(512);

/** The one loop that sees every character of every event: it only notes. */
function walk(text: string, words: Words): void {
  const { characters, beginnings } = words;
  const { length } = text;
  if (others.length <= length) [noted, others] = [new Int32Array(4 * length + 3), new Int32Array(length + 1)];
  // Locals, for this loop runs for every character of every event.
  const notes = noted;
  const signs = others;
  const [firstSign, firstWord] = [DIGIT, SIGN];
  let count = 0;
  let signed = 0;
  let last = 0;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    const entry = unit < 128 ? (characters[unit] as number) : OTHER;
    last = nextBeginning(last, entry);
    if (beginnings[last] !== 0) {
      notes[count++] = last;
      notes[count++] = index - 2;
    }
    if (entry < firstSign) continue;
    signs[signed++] = (index << 8) | entry;
    if (entry >= firstWord) {
      notes[count++] = ALONE + unit;
      notes[count++] = index;
    }
  }
  last = nextBeginning(last, OTHER); // a word of two characters may be the last
  if (beginnings[last] !== 0) {
    notes[count++] = last;
    notes[count++] = length - 2;
  }
  notes[count] = signs[signed] = -1;
}

function runsOf(length: number): number[] {
  const runs: number[] = [];
  const signs = others;
  let start = 0;
  let isMarked = false;
  let digits = 0;
  for (let index = 0; ; index++) {
    const sign = signs[index] as number;
    const kind = sign & KIND;
    if (sign !== -1 && kind !== GAP) {
      isMarked = true;
      if (kind === DIGIT) digits++;
      continue;
    }
    const end = sign === -1 ? length : sign >> 8;
    if (isMarked && end - start >= SHORTEST_RUN) runs.push(start, end, digits);
    if (sign === -1) return runs;
    start = end + 1;
    isMarked = false;
    digits = 0;
  }
}

function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  const signs = others;
  let first = 0; // of those that begin in the digits at hand
  let end = 0;
  let together = 0;
  for (let index = 0; signs[index] !== -1; index++) {
    const sign = signs[index] as number;
    if ((sign & KIND) !== DIGIT) continue;
    const digit = sign >> 8;
    if (digit - end >= DIGIT_GAP) {
      first = endNumbers(numbers, first, end, together);
      together = 0;
    }
    if ((digit > end || digit === 0) && mayBeginNumber(text, digit)) numbers.push(digit, 0, together);
    together++;
    end = digit + 1;
  }
  endNumbers(numbers, first, end, together);
  return numbers;
}

/** Until then they have how many digits lie before them. Answers where the next ones begin. */
function endNumbers(numbers: number[], first: number, end: number, together: number): number {
  for (let index = first; index < numbers.length; index += 3) {
    numbers[index + 1] = end;
    numbers[index + 2] = together - (numbers[index + 2] as number);
  }
  return numbers.length;
}

/** Characters of the longest run that holds a digit. */
export function longestRun({ runs }: Scan): number {
  let longest = 0;
  for (let index = 0; index < runs.length; index += 3) {
    const length = (runs[index + 1] as number) - (runs[index] as number);
    if (length > longest && runs[index + 2] !== 0) longest = length;
  }
  return longest;
}

/** Of the number that has the most. */
export function mostDigits({ numbers }: Scan): number {
  let digits = 0;
  for (let index = 2; index < numbers.length; index += 3) digits = Math.max(digits, numbers[index] as number);
  return digits;
}

/** Behind a letter, a digit, or one of `_-.` it would be a part of a name or a version; behind `***`, of what was hidden. */
function mayBeginNumber(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  if (isRunCharacter(unit)) return unit === 0x2b || unit === 0x3d;
  return unit !== 0x2e && !(unit === 0x2a && text.startsWith("***", at - 3));
}

/** `state=dXNlciBh...=` is one run; its value stands behind the sign. */
export function valueStart(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === EQUALS) at--;
  while (at > start && text.charCodeAt(at - 1) !== EQUALS) at--;
  return at;
}

const EQUALS = 0x3d;

/** Whether a stretch of run characters is long enough for a key and holds a digit or a joint. */
export function isRunOfKey(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST_RUN) return false;
  for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at)) || isJoint(text.charCodeAt(at))) return true;
  return false;
}

export function digitsIn(text: string, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at))) digits++;
  return digits;
}
