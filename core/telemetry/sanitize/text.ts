// Any text of an event, made fit to be kept: cut to size, then redacted.

import { type Redactions, redact } from "./redact.ts";

/** Characters. An error message says what it has to say in its first and last lines; see docs/event-format.md. */
export const MESSAGE_CHARACTERS = 4096;

/** `limit` in characters; @default MESSAGE_CHARACTERS */
export function sanitizeText(text: string, redactions: Redactions = new Map(), limit: number = MESSAGE_CHARACTERS): string {
  let clean = cut(text, limit);
  // A placeholder may be longer than what it hides and bring a neighbour under a rule that counts characters,
  // hence the second look; the third has never been needed.
  for (let look = 0; look < 3; look++) {
    const next = cut(redact(clean, redactions), limit);
    if (next === clean) break;
    clean = next;
  }
  return clean;
}

const MARK = " [...] ";

/** Head and tail stay. A word that the cut went through goes, for it might be half of a secret. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const tailLength = limit > 1000 ? limit >> 2 : 0;
  const head = text.slice(0, limit - tailLength - MARK.length).replace(LAST_WORD, "");
  const tail = tailLength === 0 ? "" : text.slice(-tailLength).replace(FIRST_WORD, "");
  return (head + MARK + tail).trimEnd();
}

const LAST_WORD = /(?<=\s)\S{0,256}$/;
const FIRST_WORD = /^\S{0,256}(?=\s)/;
