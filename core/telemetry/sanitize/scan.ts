// One walk over the characters of a text: where each rule's words stand, where runs and numbers lie. Rules start from there,
// and a rule for which there is nothing does not run.

import { type Automaton, type Ending, WORD_ENDS } from "./automaton.ts";

export interface Scan {
  text: string;
  /** By owner of words, where they start in the text, in the order of their ends; undefined where there are none. */
  places: readonly (readonly number[] | undefined)[];
  /** Where runs of letters, digits, `-`, `_`, `+`, `=` lie that hold a digit or a joint and may be a key: start, end, digits, start, ... */
  runs: readonly number[];
  /** Length of the longest of them that holds a digit. */
  longest: number;
  /** Where digits lie together, with at most two other characters between any two: start, end, how many, start, ... */
  numbers: readonly number[];
  /** The most digits of one of them. */
  digits: number;
}

/** Characters. No key is shorter. */
const SHORTEST_RUN = 8;
/** Characters from one digit to the next of the same number: "(646) 555". */
const DIGIT_GAP = 3;
/** Digits. No number that any rule looks for has fewer. */
export const FEWEST_DIGITS = 4;

const LETTER = 1;
const DIGIT = 2;
const JOINT = 4;
const KINDS: Uint8Array = kindsOfCharacters();

function kindsOfCharacters(): Uint8Array {
  const kinds = new Uint8Array(128);
  for (const joint of "-_+=") kinds[joint.charCodeAt(0)] = JOINT;
  for (let digit = 0x30; digit <= 0x39; digit++) kinds[digit] = DIGIT;
  for (let letter = 0x41; letter <= 0x5a; letter++) kinds[letter] = kinds[letter + 0x20] = LETTER;
  return kinds;
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop, for it sees every character of every event
export function scan(text: string, automaton: Automaton): Scan {
  const { classes, shift, next } = automaton;
  const { length } = text;
  const runs: number[] = [];
  const numbers: number[] = [];
  if (noted.length < 2 * length) noted = new Int32Array(2 * length);
  const words = noted; // a local: the loop below runs for every character of every event
  let count = 0;
  let state = 0;
  let runStart = 0;
  let lastJoint = -1;
  let runDigits = 0;
  let longest = 0;
  let numberStart = 0;
  let lastDigit = -DIGIT_GAP;
  let together = 0;
  let digits = 0;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    const known = unit < 128 ? unit : 0;
    const to = next[(state << shift) | (classes[known] as number)] as number;
    state = to & ~WORD_ENDS;
    if (to !== state) {
      words[count++] = state;
      words[count++] = index + 1;
    }
    const kind = KINDS[known] as number;
    if (kind === LETTER) continue;
    if (kind === DIGIT) {
      if (index - lastDigit > DIGIT_GAP) {
        if (together >= FEWEST_DIGITS) numbers.push(numberStart, lastDigit + 1, together);
        if (together > digits) digits = together;
        numberStart = index;
        together = 0;
      }
      runDigits = lastDigit >= runStart ? runDigits + 1 : 1;
      lastDigit = index;
      together++;
    } else if (kind === JOINT) lastJoint = index;
    else {
      if (index - runStart >= SHORTEST_RUN && (lastDigit >= runStart || lastJoint >= runStart)) {
        runs.push(runStart, index, lastDigit >= runStart ? runDigits : 0);
        if (lastDigit >= runStart && index - runStart > longest) longest = index - runStart;
      }
      runStart = index + 1;
    }
  }
  if (length - runStart >= SHORTEST_RUN && (lastDigit >= runStart || lastJoint >= runStart)) {
    runs.push(runStart, length, lastDigit >= runStart ? runDigits : 0);
    if (lastDigit >= runStart && length - runStart > longest) longest = length - runStart;
  }
  if (together >= FEWEST_DIGITS) numbers.push(numberStart, lastDigit + 1, together);
  if (together > digits) digits = together;
  return { text, places: placesOf(words, count, automaton), runs, longest, numbers, digits };
}

/** Where the walk notes words: a state, the end of its words in the text, a state, ... Read before the next walk. */
let noted: Int32Array = new Int32Array(1024);

function placesOf(words: Int32Array, count: number, { ends, owners }: Automaton): (number[] | undefined)[] {
  const places: (number[] | undefined)[] = new Array(owners);
  for (let index = 0; index < count; index += 2) {
    const end = words[index + 1] as number;
    for (const { owner, length } of ends[words[index] as number] as readonly Ending[]) {
      const known = places[owner];
      if (known === undefined) places[owner] = [end - length];
      else known.push(end - length);
    }
  }
  return places;
}

/** Letters, digits and joints: what keys and names are made of. */
export function isRunCharacter(unit: number): boolean {
  return unit < 128 && KINDS[unit] !== 0;
}

export function isJoint(unit: number): boolean {
  return unit < 128 && KINDS[unit] === JOINT;
}

/** A letter or a digit; so is nothing beyond either end of a text. */
export function isWordCharacter(unit: number): boolean {
  return unit < 128 && ((KINDS[unit] as number) & (LETTER | DIGIT)) !== 0;
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
  for (let at = start; at < end; at++) if (KINDS[text.charCodeAt(at)] !== LETTER) return true;
  return false;
}

export function digitsIn(text: string, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at))) digits++;
  return digits;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
