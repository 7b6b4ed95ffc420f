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

/** Characters of one text in a fence. */
const TEXT_CHARACTERS = 400;
/** Names of a list. */
const NAMES = 5;

/** Of a long text its beginning, and how long it is. */
export function cut(text: string, most: number = TEXT_CHARACTERS): string {
  return text.length <= most ? text : `${text.slice(0, most)} [${text.length - most} more characters]`;
}

/** The first of many names. */
export function few(names: readonly string[]): string[] {
  const shown = names.slice(0, NAMES).map((name) => cut(name, 100));
  return names.length > NAMES ? [...shown, `and ${names.length - NAMES} more`] : shown;
}
