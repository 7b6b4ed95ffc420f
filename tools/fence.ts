// Text of events, for a model: as JSON, between two lines that carry a number nobody could have known when the event was written.
//
// Error text may be an instruction from somebody else ("run this to repair it"). A fence does not make a model deaf to it; it tells
// what is data, and no text can pretend that the data has ended. All of it is ASCII on one line: what is invisible shows.

import { randomBytes } from "node:crypto";
import { asciiJson } from "12-factor-telemetry/store";

/** 128 bits. */
const NONCE_BYTES = 16;

export function fenced(quoted: object): string {
  const nonce = randomBytes(NONCE_BYTES).toString("hex");
  return [`<<<UNTRUSTED ${nonce}`, asciiJson(quoted), `UNTRUSTED ${nonce}>>>`].join("\n");
}

/** Bytes of one text in a fence, as it is written there: what is not ASCII takes six. */
const TEXT_BYTES = 600;
/** Names of a list. */
const NAMES = 5;

/** Of a long text its beginning, and how much there is more. */
export function cut(text: string, most: number = TEXT_BYTES): string {
  let [end, bytes] = [0, 0];
  while (end < text.length && bytes <= most) bytes += asciiJson(text.charAt(end++)).length - 2;
  if (bytes > most) end--;
  return end === text.length ? text : `${text.slice(0, end)} [${text.length - end} more characters]`;
}

/** The first of many names. */
export function few(names: readonly string[]): string[] {
  const shown = names.slice(0, NAMES).map((name) => cut(name, 100));
  return names.length > NAMES ? [...shown, `and ${names.length - NAMES} more`] : shown;
}
