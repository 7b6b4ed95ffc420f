// The cheap way past most rules for most text: one walk over the characters notes what occurs, and rules say what they need.

export interface Scan {
  text: string;
  /** The text in lower case, character for character. */
  lower: string;
  /** One bit for each telling character that occurs. */
  signs: number;
  /** How many digits. */
  digits: number;
  /** Where runs of letters, digits, `-`, `_`, `+`, `=` lie that hold a digit or a joint and may be a key: start, end, start, end, ... */
  runs: readonly number[];
  /** Length of the longest of them that holds a digit. */
  longest: number;
}

/** Characters. No key is shorter. */
const SHORTEST_RUN = 8;

const TELLING = "@.:/\\=-_~\"'`%+*<";
const LETTER = 1 << 28;
const DIGIT = 1 << 29;
const JOINT = 1 << 30;
const RUN = LETTER | DIGIT | JOINT;
const SIGNS = LETTER - 1;

const KINDS: Uint32Array = new Uint32Array(128);
for (let index = 0; index < TELLING.length; index++) KINDS[TELLING.charCodeAt(index)] = 1 << index;
for (const joint of "-_+=") KINDS[joint.charCodeAt(0)] = (KINDS[joint.charCodeAt(0)] ?? 0) | JOINT;
for (let digit = 0x30; digit <= 0x39; digit++) KINDS[digit] = DIGIT;
for (let letter = 0x41; letter <= 0x5a; letter++) KINDS[letter] = KINDS[letter + 0x20] = LETTER;

/**
 * Which pairs of neighbouring characters the last scanned text has, in any case: a pair occurred when its place holds the
 * number of that scan. A needle with a pair that did not occur need not be searched for.
 */
const pairs: Uint32Array = new Uint32Array(1024);
let scans = 0;

export function scan(text: string): Scan {
  scans = (scans + 1) >>> 0;
  let signs = 0;
  let digits = 0;
  let longest = 0;
  let start = 0;
  let kinds = 0;
  let before = 0;
  const runs: number[] = [];
  for (let index = 0; index <= text.length; index++) {
    const unit = index < text.length ? text.charCodeAt(index) : 0;
    pairs[((before & 31) << 5) | (unit & 31)] = scans;
    before = unit;
    const kind = unit < 128 ? (KINDS[unit] as number) : 0;
    if ((kind & DIGIT) !== 0) digits++;
    if ((kind & RUN) !== 0) {
      kinds |= kind;
      continue;
    }
    signs |= kinds | kind;
    if ((kinds & (DIGIT | JOINT)) !== 0 && index - start >= SHORTEST_RUN) {
      runs.push(start, index);
      if ((kinds & DIGIT) !== 0 && index - start > longest) longest = index - start;
    }
    start = index + 1;
    kinds = 0;
  }
  return { text, lower: lowerCase(text), signs: signs & SIGNS, digits, runs, longest };
}

/** The bits of the characters that a rule asks for. */
export function signsOf(characters: string): number {
  return scan(characters).signs;
}

/** Whether the text that was scanned last holds `needle`, which is lower case. */
export function holds({ lower }: Scan, needle: string): boolean {
  for (let index = 1; index < needle.length; index++) {
    if (pairs[((needle.charCodeAt(index - 1) & 31) << 5) | (needle.charCodeAt(index) & 31)] !== scans) return false;
  }
  return lower.includes(needle);
}

/** Of all characters only U+0130 has a lower case of another length. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
