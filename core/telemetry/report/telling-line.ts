// Of a message of several lines, the one that tells what failed: the exception at the end of a traceback, the first error of
// a compiler, the line behind `npm ERR! code`. A sentence that a terminal wrapped is one line again.

/** Characters. A message says what failed long before; the sanitizer lets no more through. */
const MESSAGE_CHARACTERS = 4096;
/** Lines of a message that are looked at, from its end as from its beginning. */
const LINES = 64;
/** Physical lines that one sentence may be wrapped over. */
const WRAPPED_LINES = 8;

export function tellingLine(message: string): string {
  const text = plain(message.length > MESSAGE_CHARACTERS ? message.slice(0, MESSAGE_CHARACTERS) : message);
  if (!text.includes("\n")) return text.trim();
  // A provider's error as an object: its parts are told apart by their keys, not by its lines.
  if (OBJECT_WITH_MESSAGE.test(text)) return text.replace(/\s+/g, " ").trim();
  const all = text.split("\n");
  const near = all.length > 2 * LINES ? [...all.slice(0, LINES), ...all.slice(-LINES)] : all;
  const lines = near.map((line) => line.trim()).filter((line) => line !== "" && !NO_ERROR.test(line));
  return lines.length === 0 ? text.replace(/\s+/g, " ").trim() : unwrapped(lines, best(lines));
}

/** Without the colours of a terminal. */
function plain(text: string): string {
  const uncoloured = text.includes("\u001b") ? text.replace(ANSI, "") : text;
  return uncoloured.includes("<") ? uncoloured.replace(TAG, "") : uncoloured;
}

const ANSI = /\u001b(?:\[[0-9;?]{0,32}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,256}(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** What coding agents put around a tool's answer. */
const TAG = /<\/?(?:tool_use_error|error|stderr|stdout|output)>/g;

const OBJECT_WITH_MESSAGE =
  /^[^{\n]{0,300}\{[^{}]{0,256}\\{0,8}["'](?:message|error|detail)\\{0,8}["']\s{0,32}(?::|=>)/;

/** Frames, prompts with what was typed, rulers, `npm ERR!`'s bookkeeping. */
const NO_ERROR = new RegExp(
  [
    "^at .{1,300}(?:[:)]\\d*|>)\\)?(?: \\{)?$",
    '^File ".{1,300}", line \\d+',
    "^Traceback \\(most recent call last\\)",
    "^(?:[\\w.-]{1,64}@[\\w.-]{1,64}[:~ ]\\S{0,200}|PS )?(?:[A-Z]:\\\\[^>]{0,200}>|[$%#>❯] ?)(?=\\S)",
    "^[\\s\\W_]{1,300}$",
    "^(?:errno|code|syscall|path|dest|address|port|hostname|requireStack|generatedMessage|spawnargs|signal|killed|cmd): ",
    "^npm (?:ERR!|error) (?:code|errno|syscall|path|dest|command|file|signal|cwd|gyp verb)\\b",
    "^npm (?:ERR!|error)(?:$| (?:A complete log|Log files|\\d{3}\\s*$))",
  ].join("|"),
);

/** How much a line tells, least first. */
const Rank = { conclusion: 0, any: 1, failure: 2, marked: 3, typed: 4 };

const FATAL = /^(?:\S{1,200}: )?fatal: /;
const TYPED = /(?:^|[\s.(])[A-Z]\w{0,80}(?:Error|Exception|Expired|Interrupt|Exceeded)(?: \[\w{1,64}\])?: /;
const TYPE_ALONE = /^(?:[\w.]{1,100}\.)?[A-Z]\w{0,80}(?:Error|Exception|Interrupt|Exit)$/;
const MARKED =
  /^(?:\S{1,200}: )?(?:panic|remote|error(?: [A-Z]{1,4}\d+|\[\w{1,16}\])?|E|npm (?:ERR!|error)|Caused by): |^npm (?:ERR!|error) |^ERROR\b|^\((?:cannot|failed|unable|error|no )|^\S{1,300}[:)] error\b|^hint: .{0,40}\brejected/i;
const FAILURE =
  /\b(?:cannot|can't|could ?n[o']t|unable|failed|fail|failure|not|no|denied|invalid|error|exceed(?:s|ed)?|refused|missing|unknown|unexpected|timed out|timeout|already|rejected|aborted|expired|too|killed|must|conflict|illegal|unsupported)\b/i;
/** What a program says after its error: that there was one. */
const CONCLUSION =
  /failed to push some refs|could not read from remote repository|^remote: (?:Resolving|Enumerating|Counting|Compressing|Total)|exited with|non-?zero|exit (?:code|status)|command failed|authentication failed for|complete log of this run|^remote:\W*$|^(?:note|hint|help|info|warning|usage)\b(?!.*rejected)/i;

function rankOf(line: string): number {
  if (CONCLUSION.test(line)) return Rank.conclusion;
  if (FATAL.test(line) || TYPED.test(line) || TYPE_ALONE.test(line)) return Rank.typed;
  if (MARKED.test(line)) return Rank.marked;
  return FAILURE.test(line) ? Rank.failure : Rank.any;
}

/** A chain of exceptions and pip's `ERROR:` end with what matters; compilers and npm begin with it. */
function best(lines: readonly string[]): number {
  let index = 0;
  let rank = -1;
  for (const [at, line] of lines.entries()) {
    const its = rankOf(line);
    if (its > rank || (its === rank && (its === Rank.typed || line.startsWith("ERROR: ")))) [index, rank] = [at, its];
  }
  return index;
}

/** Behind so many words a colon only introduces a list. */
const OWN_WORDS = 5;

/** A quotation is none behind a quotation: it begins a sentence. */
const CONTINUATION = /^\p{Ll}{2}|^["'`(‘“]/u;

function unwrapped(lines: readonly string[], from: number): string {
  let text = lines[from] as string;
  const mark = /^(?:hint|remote|fatal|error): |^npm (?:ERR!|error) /.exec(text)?.[0] ?? "";
  for (const marked of lines.slice(from + 1, from + WRAPPED_LINES)) {
    const line = mark !== "" && marked.startsWith(mark) ? marked.slice(mark.length) : marked;
    const introduces = text.endsWith(":") && text.split(" ", OWN_WORDS).length < OWN_WORDS;
    const isOpen = introduces || !(/^\p{L}/u.test(line) ? /[.:!?}]$/ : /[.:!?}'"`]$/).test(text);
    const continues = introduces || text.endsWith(",") || (line.includes(" ") && CONTINUATION.test(line) && isOpen);
    if (!continues || rankOf(line) >= Rank.marked) break;
    text += ` ${line}`;
  }
  return text.replace(/\s+/g, " ");
}
