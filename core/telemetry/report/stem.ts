// What of a template makes the key: its words, whoever writes them down. Letters' case, punctuation, articles, a plural, a
// placeholder's kind do not matter; neither does what was added in front of a code or behind the statement.

import { masked } from "./mask.ts";
import { withoutNames } from "./roles.ts";

interface Stem {
  words: string;
  /** Whether it begins with a code, which then says more than any type. */
  coded: boolean;
}

export function stemOf(template: string): Stem {
  const text = withoutNames(masked(template.replace(METHOD, ""), "left out"));
  const code = CODE.exec(text);
  if (code !== null) return { words: wordsOf(text.slice(code.index)), coded: true };
  const speaker = SPEAKER.exec(text)?.[0] ?? "";
  const words = speaker === "" ? "" : wordsOf(text.slice(speaker.length));
  const isStatement = ownWords(words) >= (speaker.startsWith("<") ? 2 : STATEMENT);
  return { words: isStatement ? words : wordsOf(text), coded: false };
}

/** Words that make a statement which needs nobody to say it. */
const STATEMENT = 4;

/** How many words of a stem are no placeholder's and no letter. */
export const ownWords = (words: string): number =>
  words.split(" ").filter((word) => word.length > 1 && !word.startsWith("*")).length;

function wordsOf(text: string): string {
  const isComparison = COMPARISON.test(text);
  return text
    .replace(PLACEHOLDER, (_, kind: string, number: string | undefined) =>
      TELLING_KINDS.has(kind) ? ` ${kind} ` : ` *${isComparison ? (number ?? "") : ""} `,
    )
    .replace(BECAUSE, "")
    .replace(DETAILS, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}*]+/gu, " ")
    .replace(/(?:^| )(?:the|a|an)(?= )/g, " ")
    .replace(/(?: (?:and |or )?\*)+(?= |$)/g, " *")
    .replace(/(?<=\p{L}{3})s(?= |$)/gu, "")
    .replace(TAIL, "")
    .trim();
}

const PLACEHOLDER = /<([a-z]{2,8})(:\d+)?>/g;
/** Where two values are compared, it matters whether they are the same. */
const COMPARISON = /[!=]=|\bexpected\b.*</i;
/** Kinds that tell failures apart: a web page in place of data, a module of one's own in place of a package. */
const TELLING_KINDS = new Set(["html", "local", "agents"]);

/** A code and what it is told with; what stands before it was said by who passed it on. */
const CODE =
  /\[(?:Errno|WinError) -?\d+\]|\[(?:ERR_\w+|SSL: \w+)\]: |\b(?:spawn|connect|listen|bind|read|write|getaddrinfo|accept|send|recv) (?:\S{1,64} )?(?:E[A-Z]{3,14}|EAI_[A-Z]+)\b|\b(?:E[A-Z]{4,14}|EAI_[A-Z]+): |(?<=\()(?:E[A-Z]{4,14}|EAI_[A-Z]+)\)$|\bMCP error -\d+/;

/** "locator.click: Timeout exceeded" and "locator.fill: Timeout exceeded" are one, "page.goto: Timeout exceeded" is not. */
const METHOD = /(?<=^[A-Za-z]\w{0,40})\.\w{1,40}(?=: )/;

/** Who says it, before a statement of four words: "docker: ", "GraphQL: ", "page.<name>: ", "<path>: ". */
const SPEAKER = /^(?:<[a-z:\d]+>|[\w.-]{2,40}) ?: (?=\S+ \S)/;

/** "Updates were rejected because the tip of your branch is behind": the cause tells. */
const BECAUSE = /^.{8,200} because (?=\S+ \S+ \S+)/;

/** A note in brackets, a dash or a list of keys behind a statement of some words: "(attempt 7/10)", ", statusCode=403". */
const DETAILS =
  /\((?:[^():]{0,40}[:=] ?[^()]{0,120}|[ *,]{0,40}|waited [^()]{1,20})\)|(?<=\S \S.{8,200}\* ?['"`]?) - .*$|(?<=\S+ \S+ \S+ \S+ \S+), [\w *]{1,20} ?= ?.*$/g;

const TAIL =
  /(?: (?:\*|(?:\w+(?:ed|ing) )?(?:at|in|on|for|from|to|of|with|by|is|after|line|position|and|or) \*|(?:at|in|for|on) (?:line|column|position|character|char|byte|offset|index|port|attempt|step|row|(?:user|installation) id) \*|(?:at|in|on|for|from|to|of|with|by|is|after|and|or)|in \w+|while .{1,60}))+ *$/;
