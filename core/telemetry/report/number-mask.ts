// A message with the numbers that tell nothing made alike: thousands of messages differ in a duration, a port, a row. A number may
// tell when a rule speaks of it, when it looks like a status or is part of a date, an address or a version: those stay.

import type { Catalogue } from "./recognise.ts";

/** `message` with its first few telling-nothing values replaced; undefined where there is none. Same value, same replacement. */
export type Mask = (message: string) => string | undefined;

/** What no rule speaks of. A value is as long as its replacement. */
const STAND_INS = ["7", "8", "6"];

export function maskFor(catalogue: Catalogue): Mask {
  const mask = masks.get(catalogue) ?? newMask(catalogue);
  masks.set(catalogue, mask);
  return mask;
}

const masks = new WeakMap<Catalogue, Mask>();

function newMask(catalogue: Catalogue): Mask {
  const spokenOf = new Set(catalogue.looks.numbers);
  const isTelling = (message: string, at: number, end: number): boolean =>
    spokenOf.has(message.slice(at, end)) || isStatus(message, at, end) || isPart(message, at, end);

  return (message) => {
    const values: string[] = [];
    let [masked, last] = ["", 0];
    for (let at = nextValue(message, 0), end = 0; at < message.length; at = nextValue(message, end)) {
      end = valueEnd(message, at);
      const value = message.slice(at, end);
      const answer = isTelling(message, at, end) ? value : standIn(value, values);
      if (answer === value && STAND_IN.test(value)) return undefined; // which of the two is it?
      masked += message.slice(last, at) + answer;
      last = end;
    }
    return values.length === 0 ? undefined : masked + message.slice(last);
  };
}

/** Where the next value begins: with a digit, or where a word of hex digits does. */
function nextValue(message: string, from: number): number {
  let before = message.charCodeAt(from - 1);
  let at = from;
  for (; at < message.length; at++) {
    const code = message.charCodeAt(at);
    if ((isDigit(code) || (isHexLetter(code) && !isWordLetter(before))) && valueEnd(message, at) > at) break;
    before = code;
  }
  return at;
}

/** Behind the value that begins at `at`; `at` where none does. Two digits at least: of one there are ten messages and no more. */
function valueEnd(message: string, at: number): number {
  let end = at;
  while (isDigit(message.charCodeAt(end)) && end < at + MOST_DIGITS) end++;
  let hex = end;
  while (isHexDigit(message.charCodeAt(hex)) && hex <= at + HASH_DIGITS) hex++;
  if (hex - at === UUID_DIGITS || hex - at === HASH_DIGITS) {
    NAME.lastIndex = at;
    if (NAME.test(message)) return NAME.lastIndex;
  }
  return end - at < 2 ? at : end;
}

const [MOST_DIGITS, UUID_DIGITS, HASH_DIGITS] = [20, 8, 40];
const NAME = /(?<![\w*])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)|(?<!\w)[0-9a-f]{40}(?!\w)/y;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isHexLetter = (code: number): boolean => code >= 0x61 && code <= 0x66;
const isHexDigit = (code: number): boolean => isDigit(code) || isHexLetter(code);
const isWordLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Whether what was said of a masked message says one of its stand-ins: then it is not what is said of the message. */
export const tellsStandIn = (text: string): boolean => STAND_IN.test(text);

const STAND_IN = /7{2}|8{2}|6{2}|([786])d\1d/;

/** Of HTTP, of a signal, of a shell. */
const isStatus = (message: string, start: number, end: number): boolean =>
  end - start === 3 && message.charCodeAt(start) >= 0x31 && message.charCodeAt(start) <= 0x35;

/** Of a date, an address, a version, a larger number. */
const isPart = (message: string, start: number, end: number): boolean =>
  (JOINTS.includes(message.charAt(start - 1)) && isDigit(message.charCodeAt(start - 2))) ||
  (JOINTS.includes(message.charAt(end)) && isDigit(message.charCodeAt(end + 1)));

const JOINTS = "-:./,_";

/** The same for the same value; the value itself when there are too many. `values`: those before, and then this one too. */
function standIn(value: string, values: string[]): string {
  if (!values.includes(value)) values.push(value);
  const sign = STAND_INS[values.indexOf(value)];
  if (sign === undefined) return value;
  if (/^\d+$/.test(value)) return sign.repeat(value.length);
  return value.replace(/[0-9a-f]{2}/g, `${sign}d`);
}
