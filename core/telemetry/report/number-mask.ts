// A message with the numbers that tell nothing made alike: thousands of messages differ in a duration, a port, a row. A number may
// tell when a rule speaks of it, when it looks like a status or is part of a date, an address or a version: those stay.

import type { Catalogue } from "./recognise.ts";

/** `message` with its first few telling-nothing values replaced; undefined where there is none. Same value, same replacement. */
export type Mask = (message: string) => string | undefined;

/** Two digits at least: of one there are ten messages and no more. */
const VALUE = /(?<![\w*])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)|(?<!\w)[0-9a-f]{40}(?!\w)|\d{2,20}/g;

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
  return (message) => {
    const values: string[] = [];
    let isAmbiguous = false;
    const masked = message.replace(VALUE, (value, at: number) => {
      const isTelling = spokenOf.has(value) || STATUS.test(value) || isPart(message, at, at + value.length);
      const known = values.indexOf(value);
      const number = known >= 0 || isTelling ? known : values.push(value) - 1;
      const answer = (isTelling ? undefined : standIn(value, STAND_INS[number])) ?? value;
      isAmbiguous ||= answer === value && STAND_IN.test(value);
      return answer;
    });
    return values.length === 0 || isAmbiguous ? undefined : masked;
  };
}

/** Whether what was said of a masked message says one of its stand-ins: then it is not what is said of the message. */
export const tellsStandIn = (text: string): boolean => STAND_IN.test(text);

const STAND_IN = /7{2}|8{2}|6{2}|([786])d\1d/;

/** Of HTTP, of a signal, of a shell. */
const STATUS = /^[1-5]\d\d$/;

function isPart(message: string, start: number, end: number): boolean {
  const before = message.slice(Math.max(0, start - 2), start);
  return /\d[-:./,_]$/.test(before) || /^[-:./,_]\d/.test(message.slice(end, end + 2));
}

function standIn(value: string, sign: string | undefined): string | undefined {
  if (sign === undefined) return undefined;
  if (/^\d+$/.test(value)) return sign.repeat(value.length);
  return value.replace(/[0-9a-f]{2}/g, `${sign}d`);
}
