// What of a template makes the key: its words, whoever writes them down. Letters' case, punctuation, articles, a plural, a
// placeholder's kind do not matter; neither does what was added in front of a code or behind the statement.

import { withoutNames } from "./roles.ts";

interface Stem {
  words: string;
  /** Whether it begins with a code, which then says more than any type. */
  coded: boolean;
}

/** `bare`: `template` without its names. */
export function stemOf(bare: string, template: string): Stem {
  const module = MODULE.exec(template);
  if (module !== null) return { words: `no module named ${moduleKind(module[1] as string)}`, coded: false };
  const text = withoutNames(bare);
  const call = SYSTEM_CALL.exec(text);
  if (call !== null) return { words: call.slice(1).join(" ").trim().toLowerCase(), coded: true };
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

// Codes ------------------------------------------------------------------------------------------------------------------

/** libuv's "connect ECONNREFUSED <host>", npm's "ERESOLVE unable to resolve dependency tree": the code is all. */
const SYSTEM_CALL =
  /\b(spawn|connect|listen|bind|read|write|getaddrinfo|accept|send|recv)(?: \S{1,64})?( (?:E[A-Z]{3,14}|EAI_[A-Z]+))\b|^(E(?!RROR)[A-Z]{4,14}) (?=[a-z])/;

/** A code and what it is told with; what stands before it was said by who passed it on. */
const CODE =
  /\[(?:Errno|WinError) -?\d+\]|\[(?:ERR_\w+|SSL: \w+)\]: |\b(?:E(?!RROR)[A-Z]{4,14}|EAI_[A-Z]+): |(?<=\()(?:E[A-Z]{4,14}|EAI_[A-Z]+)\)$|\bMCP error -\d+/;

// Modules ----------------------------------------------------------------------------------------------------------------

const MODULE = /\bNo module named ['"]?([\w.]+)/;
/** The framework's own, which every repository links to: specification, Error Patterns to Detect, 5. */
const FRAMEWORK = /^(?:agents?|core)(?:\.\w+)*$|\.agents?(?:_\w+)?$/;
/** Of a dotted name Python found the first part; the others are what projects call their folders. */
const LOCAL = /\.|^(?:src|utils?|app|lib|tools?|tests?|config|scripts|common|shared|helpers|models|services)$/;

/** A module of one's own in place of a package is another failure, with another remedy. */
const moduleKind = (name: string): string => (FRAMEWORK.test(name) ? "agents" : LOCAL.test(name) ? "local" : "*");

// Words ------------------------------------------------------------------------------------------------------------------

function wordsOf(text: string): string {
  const isComparison = COMPARISON.test(text);
  return withoutDetails(text)
    .replace(PLACEHOLDER, (_, kind: string, number: string | undefined) =>
      kind === "html" ? " html " : ` *${isComparison ? (number ?? "") : ""} `,
    )
    .replace(/'<'/g, " html ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}*]+/gu, " ")
    .replace(/(?:^| )(?:the|a|an)(?= )/g, " ")
    .replace(/(?: (?:and )?\*)+(?= |$)/g, " *")
    .replace(/(?<=[a-z]{3})s(?= |$)/g, "")
    .replace(TAIL, "")
    .trim()
    .replace(NOUN, "");
}

/** "Branch 'x' is already used by a worktree" and "'x' is already used by a worktree". */
const NOUN = /^(?:branch|file|model|tool|agent|package|user) (?=\*(?: \S+){4})/;

const PLACEHOLDER = /<([a-z]{2,8})(:\d+)?>/g;
/** Where two values are compared, it matters whether they are the same. */
const COMPARISON = /[!=]=|\bexpected\b.*</i;

/** Who says it, before a statement of four words: "docker: ", "GraphQL: ", "<path>: ". */
const SPEAKER = /^(?:(?:<[a-z:\d]+> ?: )+|[\w.-]{2,40}(?: [\w.-]*\d[\w.-]*)? ?: )(?=\S+ \S)/;

/** "Updates were rejected because the tip of your branch is behind": the cause tells. */
const BECAUSE = /^.{8,200} because (?=\S+ \S+ \S+)/;
/** A note in brackets: "(attempt 7/10)". */
const NOTE = /\((?:[^():]{0,40}[:=] ?[^()]{0,120}|(?:<[a-z:\d]+>|[ ,]){0,8}|waited [^()]{1,20})\)/g;
/** A dash behind a value, a list of keys behind a statement, a position and what is there, the text of an errno. */
const REST =
  /(?<=\S \S.{8,200}>['"`]?) - .*$|(?<=\S+ \S+ \S+ \S+ \S+), [\w <>:]{1,24} ?= ?.*$|(?<=\S \S+),? (?:at|in|on)? ?\b(?:position|source line|line|column|char|offset|byte) <int>.*$|(?<=\S \S+): No such file or directory$|, (?:open|stat|lstat|mkdir|scandir|rmdir|unlink|rename|copyfile|read|write)(?: .{0,200})?$/;

function withoutDetails(text: string): string {
  const told = text.includes("(") ? text.replace(NOTE, " ") : text;
  return told.replace(BECAUSE, "").replace(REST, " ");
}

const TAIL =
  /(?: (?:\*|(?:\w+(?:ed|ing) )?(?:at|in|on|for|from|to|of|with|by|is|after|line|position|and|or) \*|(?:at|in|for|on) (?:character|index|port|attempt|step|row|(?:user|installation) id) \*|(?:at|in|on|for|from|to|of|with|by|is|after|and|or)|in \w+|while .{1,60}))+ *$/;
