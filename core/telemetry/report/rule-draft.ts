// The beginning of a rule of one's own, from an error that was seen: what does not vary in it is its sign.

import type { Failure } from "./rule.ts";
import { templateOf } from "./template.ts";

/** Characters of a sign; a sentence says enough. */
const SIGN_CHARACTERS = 80;

/** As it stands in rules.json; docs/rules.md. */
export function ruleDraft({ error_type, error_message }: Failure): object {
  const sample = error_type === "Error" ? error_message : `${error_type}: ${error_message}`;
  const pieces = templateOf(error_message)
    .split(/<[a-z]{2,12}(?::\d{1,3})?>|["'`]/)
    .map((piece) => piece.trim());
  // What stands in the message as it does in the template.
  const signs = pieces.filter((piece) => error_message.includes(piece)).sort((a, b) => b.length - a.length);
  const sign = (signs[0] ?? "").slice(0, SIGN_CHARACTERS).trim().toLowerCase();
  const words = sign.match(/[a-z][a-z0-9]*/g) ?? [];
  return {
    id: ["my", ...words.slice(0, 4)].join("-"),
    title: "What fails, in {repos}",
    match: { any: [sign.length < 3 ? error_message.slice(0, SIGN_CHARACTERS) : sign] },
    scope: { min_count: 2 },
    severity: "medium",
    cause: "Why it happens.",
    suggestion: "What to do, in one line",
    samples: { match: [sample], no_match: [] },
  };
}
