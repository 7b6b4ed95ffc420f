// The cheap way past most rules for most text: one walk over the characters notes what occurs, and rules say what they need.

export interface Scan {
  text: string;
  /** The text in lower case, character for character. */
  lower: string;
  /** One bit for each telling character that occurs. */
  signs: number;
  /** Most digits that stand together, with at most two other characters between any two of them. */
  digits: number;
  /** Where runs of letters, digits, `-`, `_`, `+`, `=` lie that hold a digit or a joint and may be a key: start, end, start, end, ... */
  runs: readonly number[];
  /** Length of the longest of them that holds a digit. */
  longest: number;
}

/** Characters. No key is shorter. */
const SHORTEST_RUN = 8;
/** Characters from one digit to the next of the same number: "(646) 555". */
const DIGIT_GAP = 3;

const TELLING = "@.:/\\=-_~\"'`%+*<";
const LETTER = 1 << 28;
const DIGIT = 1 << 29;
const JOINT = 1 << 30;
const RUN = LETTER | DIGIT | JOINT;
const SIGNS = LETTER - 1;

const KINDS: Int32Array = kindsOfCharacters();

function kindsOfCharacters(): Int32Array {
  const kinds = new Int32Array(128);
  const add = (unit: number, kind: number) => {
    kinds[unit] = (kinds[unit] as number) | kind;
  };
  for (const [index, character] of [...TELLING].entries()) add(character.charCodeAt(0), 1 << index);
  for (const joint of "-_+=") add(joint.charCodeAt(0), JOINT);
  for (let digit = 0x30; digit <= 0x39; digit++) add(digit, DIGIT);
  for (let letter = 0x41; letter <= 0x5a; letter++) {
    add(letter, LETTER);
    add(letter + 0x20, LETTER);
  }
  return kinds;
}

/**
 * Which pairs of neighbouring characters the last scanned text has, in any case: a pair occurred when its place holds the
 * number of that scan. A needle with a pair that did not occur need not be searched for.
 */
const pairs: Int32Array = new Int32Array(1024);
let scans = 0;

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop, for it sees every character of every event
export function scan(text: string): Scan {
  scans = (scans + 1) | 0;
  const mark = scans; // a local: the loop below runs for every character of every event
  const { length } = text;
  const runs: number[] = [];
  let signs = 0;
  let longest = 0;
  let start = 0;
  let kinds = 0;
  let before = 0;
  let digits = 0;
  let together = 0;
  let lastDigit = 0;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    pairs[before | (unit & 31)] = mark;
    before = (unit & 31) << 5;
    const kind = unit < 128 ? (KINDS[unit] as number) : 0;
    if (kind === DIGIT) {
      together = index - lastDigit <= DIGIT_GAP ? together + 1 : 1;
      lastDigit = index;
      if (together > digits) digits = together;
    }
    kinds |= kind;
    if ((kind & RUN) !== 0) continue;
    if (index - start >= SHORTEST_RUN && (kinds & (DIGIT | JOINT)) !== 0)
      longest = Math.max(longest, addRun(runs, start, index, kinds));
    signs |= kinds;
    start = index + 1;
    kinds = 0;
  }
  if (length - start >= SHORTEST_RUN && (kinds & (DIGIT | JOINT)) !== 0)
    longest = Math.max(longest, addRun(runs, start, length, kinds));
  return { text, lower: lowerCase(text), signs: (signs | kinds) & SIGNS, digits, runs, longest };
}

/** For those who only read the text: a scan in which nothing was noted, and of which `holds` knows nothing. */
export function notScanned(text: string): Scan {
  return { text, lower: lowerCase(text), signs: 0, digits: 0, runs: [], longest: 0 };
}

/** Its length when it holds a digit, else 0. */
function addRun(runs: number[], start: number, end: number, kinds: number): number {
  runs.push(start, end);
  return (kinds & DIGIT) === 0 ? 0 : end - start;
}

/** The bits of the characters that a rule asks for. */
export function signsOf(characters: string): number {
  let signs = 0;
  for (const character of characters) signs |= KINDS[character.charCodeAt(0)] ?? 0;
  return signs & SIGNS;
}

/** Whether the text that was scanned last holds `needle`, which is lower case. */
export function holds(seen: Scan, needle: string): boolean {
  for (let index = 1; index < needle.length; index++) {
    if (pairs[((needle.charCodeAt(index - 1) & 31) << 5) | (needle.charCodeAt(index) & 31)] !== scans) return false;
  }
  return seen.lower.includes(needle);
}

/** Letters, digits and joints: what keys and names are made of. */
export function isRunCharacter(unit: number): boolean {
  return unit < 128 && ((KINDS[unit] as number) & RUN) !== 0;
}

export function isJoint(unit: number): boolean {
  return unit < 128 && ((KINDS[unit] as number) & JOINT) !== 0;
}

/** Of all characters only U+0130 has a lower case of another length. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
