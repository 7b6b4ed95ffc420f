// What of a template makes the key: its words, whoever writes them down. Letters' case, punctuation, articles, a plural, a
// placeholder's kind do not matter; neither does what was added in front of a code or behind the statement.

import { withoutNames } from "./roles.ts";
import { ownWords, stemWords } from "./stem-words.ts";

interface Stem {
  words: string;
  /** Whether it begins with a code, which then says more than any type. */
  coded: boolean;
}

/** `bare`: `template` without its names. */
export function stemOf(bare: string, template: string): Stem {
  const module = template.includes("No module named") ? MODULE.exec(template)?.[1] : undefined;
  if (module !== undefined) {
    const speaker = INTERPRETER.test(template) ? "python m " : "";
    return { words: `${speaker}no module named ${moduleKind(module)}`, coded: false };
  }
  const text = withoutNames(bare.slice(0, COMPARED));
  const coded = codedWords(text);
  if (coded !== undefined) return { words: coded, coded: true };
  if (NOT_FOUND.test(text)) return { words: "sh not found", coded: false };
  const call = GO_WORDS.some((word) => text.includes(word)) ? GO_CALL.exec(text) : null;
  if (call !== null) return { words: wordsOf(text.slice(call.index)), coded: false };
  const speaker = SPEAKER.exec(text)?.[0] ?? "";
  const words = speaker === "" ? "" : wordsOf(text.slice(speaker.length));
  const isStatement = ownWords(words) >= (speaker.includes("<") || !words.includes("*") ? 2 : STATEMENT);
  return { words: isStatement ? words : wordsOf(text), coded: false };
}

/** A statement is told by then. Characters. */
const COMPARED = 512;

/** Words that make a statement which needs nobody to say it. */
const STATEMENT = 3;

/** "foo: command not found", "foo: not found": sh and bash; zsh says it the other way round. */
const NOT_FOUND = /^(?:<name>|[\w.-]{1,64}): (?:command )?not found$/;

/** Go's chain of who passed it on ends with the call that failed. */
const GO_CALL =
  /\b(?:exec: ["']?<|(?:dial|listen) (?:tcp|udp|unix)\b|(?:open|l?stat|mkdir|remove|read|write|chdir|fork\/exec) ["']?<path(?::\d{1,4})?>["']?: )/;

const GO_WORDS = ["<path>: ", "exec: ", " tcp", " unix"];

// Codes ------------------------------------------------------------------------------------------------------------------

function codedWords(text: string): string | undefined {
  if (!CAPITALS.test(text)) return undefined;
  const call = SYSTEM_CALL.exec(text);
  if (call !== null) return call.slice(1).join(" ").trim().toLowerCase();
  const code = CODE.exec(text);
  if (code === null) return undefined;
  const words = wordsOf(text.slice(code.index));
  return code[0].startsWith("[ERR_")
    ? words
        .split(" ")
        .slice(0, code[0].split("_").length + NODE_WORDS)
        .join(" ")
    : words;
}

/** Node's own codes need few words more: "Cannot find package" is not "Cannot find module". */
const NODE_WORDS = 3;

/** What every code has. */
const CAPITALS = /E[A-Z]{2}|EAI_|\[(?:Errno|Win|SSL)|MCP error/;

/** libuv's "connect ECONNREFUSED <host>", npm's "ERESOLVE unable to resolve dependency tree": the code is all. */
const SYSTEM_CALL =
  /\b(spawn|connect|listen|bind|read|write|getaddrinfo|accept|send|recv)(?: \S{1,64})?( (?:E[A-Z]{3,14}|EAI_[A-Z]+))\b|^(E(?!RROR)[A-Z]{4,14}) (?=[A-Za-z])/;

/** A code and what it is told with; what stands before it was said by who passed it on. */
const CODE =
  /\[(?:Errno|WinError) -?\d+\]|\[(?:ERR_\w+|SSL: \w+)\]: |\b(?:E(?!RROR)[A-Z]{4,14}|EAI_[A-Z]+): |(?<=\()(?:E[A-Z]{4,14}|EAI_[A-Z]+)\)$|\bMCP error -\d+/;

// Modules ----------------------------------------------------------------------------------------------------------------

const MODULE = /\bNo module named ['"]?([\w.]+)/;
/** "/usr/bin/python3: No module named pytest": python -m. */
const INTERPRETER = /^["']?(?:<path>|python[\d.]*)["']?: No module/;
/** The framework's own, which every repository links to: specification, Error Patterns to Detect, 5. */
const FRAMEWORK = /^(?:agents?|core)(?:\.\w+)*$|\.agents?(?:_\w+)?$/;
/** Of a dotted name Python found the first part; the others are what projects call their folders. */
const LOCAL = /\.|^(?:src|utils?|app|lib|tools?|tests?|config|scripts|common|shared|helpers|models|services)$/;

/** A module of one's own in place of a package is another failure, with another remedy. */
const moduleKind = (name: string): string => (FRAMEWORK.test(name) ? "agents" : LOCAL.test(name) ? "local" : "*");

// Words ------------------------------------------------------------------------------------------------------------------

const wordsOf = (text: string): string => stemWords(withoutDetails(text));

/** Who says it, before a statement: "docker: ", "GraphQL: ", "<path>: ". */
const SPEAKER =
  /^(?:(?:(?:(?:Get|Head|Post|Put|Patch|Delete) )?["']?<[a-z:\d]+>["']? ?: )+|[\w.-]{2,40}(?: (?:[\w.-]*\d[\w.-]*|<name>))? ?: (?:warning: )?)(?=\S+ \S)/;

/** Before what a model said or what was given. */
const GIVEN = new Set(["output", "completion", "answer", "arguments", "options", "parameters"]);

/** What is added to a statement, and a text without which it is not there; in the order in which it is taken away. */
const DETAILS: readonly (readonly [sign: string, detail: RegExp])[] = [
  // A note in brackets: "(attempt 7/10)".
  [
    "(",
    /\((?:[^():]{0,40}[:=] ?[^()]{0,120}|(?:<[a-z:\d]+>|[ ,]){0,8}|waited [^()]{1,20}|unknown location|(?:attempt|try|retry) [^()]{1,40}|(?:\w{1,40}::)*[A-Z]\w{1,60}(?:Error|Exception)|HTTP \d{3}|for [^()]{1,80})\)|\((?<=\S \S{1,80} \S{1,200} \()[a-z]\w{2,40}\)$/g,
  ],
  // "Updates were rejected because the tip of your branch is behind": the cause tells.
  [" because ", /^.{8,200} because (?=\S+ \S+ \S+)/],
  // What to do about it.
  ["; ", /; (?:see|try|use|run|please|consider)\b.*$/],
  // Execa tells the command behind the signal.
  ["Command was killed ", /(?<=^Command was killed [^:]{1,60}): .*$/],
  // Whom Go asked.
  ["lookup <", /(?<=\blookup <[a-z]{2,8}>) on <host>(?=:)/],
  // How many came in place of those that were expected.
  ["expected <", /(?<=expected <int>), got <int>/],
  // A dash behind a value.
  [" - ", /(?<=\S \S.{8,200}>['"`]?) - .*$/],
  // A list of keys behind a statement: ", statusCode=403".
  ["=", /(?<=\S{1,40} \S{1,40} \S{1,40} \S{1,40} \S{1,40}), [\w <>:]{1,24} ?= ?.*$/],
  // The system call behind an errno's text, whose kind nobody chose.
  [
    ", ",
    /, (?:open|l?stat|mkdir|scandir|rmdir|unlink|rename|copyfile|f?read|write|watch|symlink|link|chmod|chown|realpath|readlink|opendir|rm|cp|f?sync|futime)(?: .{0,200})?$/,
  ],
  // A position, and what is there.
  ["<int>", /(?<=\S \S{1,40}),? (?:at|in|on)? ?\b(?:position|source line|line|column|char|offset|byte) <int>.*$/],
  // An errno's text behind whose it is.
  [": No such", /: No such file or directory(?<= .{0,512}: .{25})$/],
];

function withoutDetails(told: string): string {
  let text = withoutGiven(told);
  for (const [sign, detail] of DETAILS) if (text.includes(sign)) text = text.replace(detail, "");
  return text;
}

function withoutGiven(text: string): string {
  const colon = text.indexOf(": ");
  const word = text.slice(text.lastIndexOf(" ", colon) + 1, colon).toLowerCase();
  return GIVEN.has(word) ? text.slice(0, colon) : text;
}
