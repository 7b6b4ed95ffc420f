// One walk over the characters of a text: where each rule's words stand, where runs and numbers lie. Rules start from there,
// and a rule for which there is nothing does not run.

import { isDigit, isJoint, isLetter, isRunCharacter } from "./characters.ts";
import { placesOf, type Words } from "./words.ts";

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
  if (scanner === undefined || text.length > scanner.most) scanner = scannerFor(Math.max(ROOM, 2 * text.length));
  return scanner.scan(text, words);
}

/** Characters; more than a text of an event has. */
const ROOM = 0x4000;
let scanner: Scanner | undefined;

interface Scanner {
  /** Characters that it has room for. */
  most: number;
  scan: typeof scan;
}

/** A function around arrays: V8 compiles the walk for these very arrays, and it takes three fifths of the time. */
function scannerFor(most: number): Scanner {
  /** The text, and a space: an array is read faster than a string. */
  const units = new Uint16Array(most + 1);
  const bytes = Buffer.from(units.buffer);
  /** Where the third character of a word may be, or a word of one character is; ended by -1. */
  const noted = new Int32Array(most + 2);
  /** Where digits and joints are; ended by -1. */
  const marks = new Int32Array(most + 2);

  return {
    most,
    scan(text, words) {
      bytes.write(text, "utf16le");
      if (IS_BIG_ENDIAN) bytes.swap16();
      units[text.length] = SPACE;
      walk(text.length, words);
      const places = placesOf(units, text.length, noted, words);
      return { text, places, runs: runsOf(units, marks), numbers: numbersOf(units, marks) };
    },
  };

  /**
   * The one loop that sees every character of every event. It only notes, and does not branch on what it sees: a place is
   * written down, and the next one over it unless it counts.
   */
  function walk(length: number, { characters, begins }: Words): void {
    let last = 0;
    let word = 0;
    let mark = 0;
    for (let index = 0; index <= length; index++) {
      const entry = characters[units[index] as number] as number;
      last = ((last << 5) | (entry & 31)) & 0x7fff; // figures, for this runs for every character
      noted[word] = index;
      word += (begins[last] as number) | (entry >> 6); // ALONE
      marks[mark] = index;
      mark += (entry >> 5) & 1; // MARK
    }
    noted[word] = marks[mark] = -1;
  }
}

const IS_BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;
const SPACE = 0x20;

function runsOf(units: Uint16Array, marks: Int32Array): number[] {
  const runs: number[] = [];
  let end = 0;
  for (let index = 0; marks[index] !== -1; index++) {
    let start = marks[index] as number;
    if (start < end) continue;
    let digits = 0;
    for (end = start; isRunCharacter(units[end] as number); end++) if (isDigit(units[end] as number)) digits++;
    while (start > 0 && isLetter(units[start - 1] as number)) start--;
    if (end - start >= SHORTEST_RUN) runs.push(start, end, digits);
  }
  return runs;
}

function numbersOf(units: Uint16Array, marks: Int32Array): number[] {
  const numbers: number[] = [];
  let first = 0; // of those that begin in the digits at hand
  let end = 0;
  let together = 0;
  for (let index = 0; marks[index] !== -1; index++) {
    const digit = marks[index] as number;
    if (!isDigit(units[digit] as number)) continue;
    if (digit - end >= DIGIT_GAP) {
      first = endNumbers(numbers, first, end, together);
      together = 0;
    }
    if ((digit > end || digit === 0) && mayBeginNumber(units, digit)) numbers.push(digit, 0, together);
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

/** Behind a letter, a digit, or one of `_-.` it would be a part of a name or a version; behind `***`, of what was hidden. */
function mayBeginNumber(units: Uint16Array, at: number): boolean {
  if (at === 0) return true;
  const unit = units[at - 1] as number;
  if (isRunCharacter(unit)) return unit === 0x2b || unit === 0x3d;
  return unit !== 0x2e && !(unit === STAR && units[at - 2] === STAR && units[at - 3] === STAR);
}

const STAR = 0x2a;

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
