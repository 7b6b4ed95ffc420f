// Any text of an event, made fit to be kept: cut to size, then redacted.

import { type Redactions, redact } from "./redact.ts";

/** Characters. An error message says what it has to say in its first and last lines; see docs/event-format.md. */
export const MESSAGE_CHARACTERS = 4096;

/** `limit` in characters; @default MESSAGE_CHARACTERS */
export function sanitizeText(
  text: string,
  redactions: Redactions = new Map(),
  limit: number = MESSAGE_CHARACTERS,
): string {
  let clean = cut(text, limit);
  // A placeholder may be longer than what it hides, or bring its neighbours under another rule: look until nothing
  // changes. A text that never settles was made to confuse, and goes as a whole.
  for (let look = 0; look < LOOKS; look++) {
    const next = redact(clean, redactions);
    if (next === clean) return clean;
    clean = cut(next, limit);
  }
  return UNSETTLED;
}

const LOOKS = 8;
const UNSETTLED = "***CONTENT***";

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
