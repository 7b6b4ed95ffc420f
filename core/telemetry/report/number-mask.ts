// A message with the numbers that tell nothing made alike: thousands of messages differ in a duration, a port, a row. A number may
// tell when a rule speaks of it, when it looks like a status or is part of a date, an address or a version: those stay.

import type { Catalogue } from "./recognise.ts";

export interface Mask {
  /** `message` with its first few telling-nothing values replaced; undefined where there is none. Same value, same replacement. */
  of(message: string): string | undefined;
  /**
   * What would be replaced in a message of ASCII, which quotes stand around: begin, end and number of the replacement of each value,
   * until the next call. Undefined where `of()` answers undefined though there are values.
   */
  valuesIn(bytes: Uint8Array, start: number, end: number): readonly number[] | undefined;
}

/** What no rule speaks of. A value is as long as its replacement. */
const STAND_INS = ["7", "8", "6"];

export function maskFor(catalogue: Catalogue): Mask {
  const mask = masks.get(catalogue) ?? newMask(new Set(catalogue.looks.numbers.map(keyOfNumber)));
  masks.set(catalogue, mask);
  return mask;
}

const masks = new WeakMap<Catalogue, Mask>();

/** Of ASCII; what is not stands there as one of these. */
type Units = Uint8Array;
const OTHER = 0x80;

function newMask(spokenOf: ReadonlySet<number>): Mask {
  const values: number[] = [];
  const valuesIn = (units: Units, start: number, end: number): readonly number[] | undefined => {
    values.length = 0;
    return areFound(units, start, end, spokenOf, values) ? values : undefined;
  };
  return {
    of: (message) => {
      const found = valuesIn(unitsOf(message), ROOM, ROOM + message.length);
      return found === undefined || found.length === 0 ? undefined : replaced(message, found);
    },
    valuesIn,
  };
}

/** Puts them into `values`; false when one that stays looks like a replacement: which of the two is it? */
function areFound(units: Units, start: number, end: number, spokenOf: ReadonlySet<number>, values: number[]): boolean {
  for (let at = start; at < end; at++) {
    const valueEnd = mayBegin(units, at) ? endOfValue(units, at) : at;
    if (valueEnd === at) continue;
    const tells =
      spokenOf.has(keyOf(units, at, valueEnd)) || isStatus(units, at, valueEnd) || isPart(units, at, valueEnd);
    const standIn = tells ? undefined : standInFor(units, at, valueEnd, values);
    if (standIn !== undefined) values.push(at, valueEnd, standIn);
    else if (hasStandIn(units, at, valueEnd)) return false;
    at = valueEnd - 1;
  }
  return true;
}

/** Units before and behind a message that are looked at. */
const ROOM = 2;
let scratch = new Uint8Array(4096);

function unitsOf(message: string): Units {
  if (scratch.length < message.length + 2 * ROOM) scratch = new Uint8Array(2 * message.length + 2 * ROOM);
  for (let index = 0; index < message.length; index++)
    scratch[ROOM + index] = Math.min(message.charCodeAt(index), OTHER);
  scratch.fill(0, ROOM + message.length, 2 * ROOM + message.length);
  return scratch;
}

function replaced(message: string, values: readonly number[]): string {
  let [masked, last] = ["", 0];
  for (let index = 0; index < values.length; index += 3) {
    const [at, end, number] = values.slice(index, index + 3) as [number, number, number];
    const value = message.slice(at - ROOM, end - ROOM);
    const standIn = STAND_INS[number % STAND_INS.length] as string;
    masked += message.slice(last, at - ROOM);
    masked +=
      number < STAND_INS.length ? standIn.repeat(value.length) : value.replace(/[0-9a-f]{2}/g, () => `${standIn}d`);
    last = end - ROOM;
  }
  return masked + message.slice(last);
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isHexLetter = (code: number): boolean => code >= 0x61 && code <= 0x66;
const isHexDigit = (code: number): boolean => isDigit(code) || isHexLetter(code);
const isWordLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
/** `\w` */
const isOfWord = (code: number): boolean =>
  isDigit(code) || isWordLetter(code) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;

/** With a digit, or where a word of hex digits does. */
function mayBegin(units: Units, at: number): boolean {
  const code = units[at] as number;
  return isDigit(code) || (isHexLetter(code) && !isWordLetter(units[at - 1] as number));
}

/** Behind the value that begins at `at`; `at` where none does. Two digits at least: of one there are ten messages and no more. */
function endOfValue(units: Units, at: number): number {
  let end = at;
  while (isDigit(units[end] as number) && end < at + MOST_DIGITS) end++;
  let hex = end;
  while (isHexDigit(units[hex] as number) && hex <= at + HASH_DIGITS) hex++;
  const nameEnd = hex - at === HASH_DIGITS ? hex : hex - at === UUID_PARTS[0] ? endOfUuid(units, at) : at;
  const before = units[at - 1] as number;
  if (nameEnd > at && !isOfWord(before) && !isOfWord(units[nameEnd] as number))
    if (hex - at === HASH_DIGITS || before !== STAR) return nameEnd;
  return end - at < 2 ? at : end;
}

const [MOST_DIGITS, HASH_DIGITS] = [20, 40];
const UUID_PARTS = [8, 4, 4, 4, 12];
const [STAR, HYPHEN] = [0x2a, 0x2d];

function endOfUuid(units: Units, at: number): number {
  let end = at;
  for (const [number, length] of UUID_PARTS.entries()) {
    if (number > 0 && units[end++] !== HYPHEN) return at;
    for (const last = end + length; end < last; end++) if (!isHexDigit(units[end] as number)) return at;
  }
  return end;
}

/** Numbers of one key are all taken for one that tells. */
function keyOf(units: Units, at: number, end: number): number {
  let key = 1;
  for (let index = at; index < end; index++) key = key * 10 + (units[index] as number) - 0x30;
  return key;
}

const keyOfNumber = (digits: string): number =>
  keyOf(
    Uint8Array.from(digits, (digit) => digit.charCodeAt(0)),
    0,
    digits.length,
  );

/** Of HTTP, of a signal, of a shell. */
const isStatus = (units: Units, start: number, end: number): boolean =>
  end - start === 3 && (units[start] as number) >= 0x31 && (units[start] as number) <= 0x35;

/** Of a date, an address, a version, a larger number. */
const isPart = (units: Units, start: number, end: number): boolean =>
  (isJoint(units[start - 1] as number) && isDigit(units[start - 2] as number)) ||
  (isJoint(units[end] as number) && isDigit(units[end + 1] as number));

const JOINTS = Uint8Array.from({ length: 128 }, (_, code) => Number("-:./,_".includes(String.fromCharCode(code))));
const isJoint = (code: number): boolean => JOINTS[code] === 1;

/**
 * Number of the replacement, the same for the same value; undefined when there are too many. Those of names in hex digits come after
 * those of numbers. `values`: those before.
 */
function standInFor(units: Units, at: number, end: number, values: readonly number[]): number | undefined {
  let next = 0;
  for (let index = 0; index < values.length; index += 3) {
    if (areEqual(units, at, end, values[index] as number, values[index + 1] as number)) return values[index + 2];
    next = Math.max(next, ((values[index + 2] as number) % STAND_INS.length) + 1);
  }
  if (next === STAND_INS.length) return undefined;
  return isNumber(units, at, end) ? next : next + STAND_INS.length;
}

function areEqual(units: Units, at: number, end: number, from: number, to: number): boolean {
  if (end - at !== to - from) return false;
  for (let index = at; index < end; index++) if (units[index] !== units[from + index - at]) return false;
  return true;
}

function isNumber(units: Units, at: number, end: number): boolean {
  for (let index = at; index < end; index++) if (!isDigit(units[index] as number)) return false;
  return true;
}

/** As `tellsStandIn`, of a value. */
function hasStandIn(units: Units, at: number, end: number): boolean {
  for (let index = at; index < end - 1; index++) {
    const code = units[index] as number;
    if (code < SIX || code > SIX + 2) continue;
    if (units[index + 1] === code) return true;
    if (units[index + 1] === LETTER_D && units[index + 2] === code && units[index + 3] === LETTER_D && index + 3 < end)
      return true;
  }
  return false;
}

const [SIX, LETTER_D] = [0x36, 0x64];

/** Whether what was said of a masked message says one of its stand-ins: then it is not what is said of the message. */
export const tellsStandIn = (text: string): boolean => STAND_IN.test(text);

const STAND_IN = /7{2}|8{2}|6{2}|([786])d\1d/;
