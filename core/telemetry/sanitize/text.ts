// Any text of an event, made fit to be kept: cut to size, then redacted.

import { NO_POLICY, type Policy } from "./policy.ts";
import { type Redactions, redact } from "./redact.ts";

/** Characters. An error message says what it has to say in its first and last lines; see docs/event-format.md. */
export const MESSAGE_CHARACTERS = 4096;

/** `limit` in characters; @default MESSAGE_CHARACTERS */
export function sanitizeText(
  text: string,
  redactions?: Redactions,
  limit: number = MESSAGE_CHARACTERS,
  policy: Policy = NO_POLICY,
): string {
  return redact(cut(uncolored(text, limit), limit), redactions, policy, (clean) => cut(clean, limit));
}

/** A colour code stands right before a key and hides where it begins. Far behind the cut nobody looks. */
function uncolored(text: string, limit: number): string {
  return text.includes("\u001b[") && text.length < limit * 16 ? text.replace(SGR, "") : text;
}

/** Select graphic rendition; ECMA-48 section 8.3.117. */
const SGR = /\u001b\[[\d;:]{0,32}m/g;

const MARK = " [...] ";

/** Head and tail stay. What the cut went through goes, for it might be half of a secret: a word, a key, a content. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const tailLength = limit > 1000 ? limit >> 2 : 0;
  const head = text.slice(0, limit - tailLength - MARK.length).replace(LAST_WORD, "");
  const isTailOpen = tailLength === 0 || OPENER.test(text.slice(head.length, -tailLength));
  const tail = isTailOpen ? "" : text.slice(-tailLength).replace(FIRST_WORD, "");
  return (head.trimEnd() + MARK + tail).trimEnd();
}

const LAST_WORD = /(?<=\s)\S*$/;
const FIRST_WORD = /^\S*/;
// What starts in the part that goes and ends in the tail, where its rule would not know it any more.
const OPENER = /-----BEGIN |```|\binput_value=|\bissue[ _-]?(?:description|body|text|title)\b/i;
