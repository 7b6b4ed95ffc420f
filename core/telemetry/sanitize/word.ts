// What the user says about a group: a note is text like any other, the rest has shapes that say nothing private.

import type { SanitizedWord, Word } from "../event.ts";
import { NO_POLICY, type Policy } from "./policy.ts";
import { sanitizeText } from "./text.ts";

/** Characters: a note says what was done in a few sentences, or where that stands. */
const NOTE_CHARACTERS = 1000;
/** Characters. */
const NAME_CHARACTERS = 200;

export function sanitizeWord(word: Word, policy: Policy = NO_POLICY): SanitizedWord {
  const clean = (text: string, limit: number) => sanitizeText(text, new Map(), limit, policy);
  const { note, repo, seen_by, ...shaped } = word;
  return {
    ...shaped,
    ...(note !== undefined && { note: clean(note, NOTE_CHARACTERS) }),
    ...(repo !== undefined && { repo: clean(repo, NAME_CHARACTERS) }),
    ...(seen_by !== undefined && { seen_by: seen_by.map((agent) => clean(agent, NAME_CHARACTERS)) }),
  } as SanitizedWord;
}
