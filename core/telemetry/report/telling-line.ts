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
  const cause = CAUSES.exec(text)?.[1];
  if (cause !== undefined) return tellingLine(cause);
  const all = text.split("\n");
  const near = all.length > 2 * LINES ? [...all.slice(0, LINES), ...all.slice(-LINES)] : all;
  const lines = near.map((line) => line.trim()).filter((line) => line !== "" && !NO_ERROR.test(line));
  return lines.length === 0 ? text.replace(/\s+/g, " ").trim() : unwrapped(lines, best(lines));
}

/** Without the colours of a terminal. */
function plain(text: string): string {
  const uncoloured = text.includes("\u001b") ? text.replace(ANSI, "") : text;
  const own = uncoloured.includes("\n") ? uncoloured.replace(LOGGED, "") : uncoloured;
  return own.includes("<") ? own.replace(TAG, "") : own;
}

const ANSI = /\u001b(?:\[[0-9;?]{0,32}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,256}(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** What a collector of logs puts before every line: the service (docker compose), the time (GitHub Actions, kubectl). */
const LOGGED = /^(?:[\w.-]{1,60}[-_]\d{1,4} {1,40}\| ?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]{0,10}Z )/gm;

/** What coding agents put around a tool's answer. */
const TAG = /<\/?(?:tool_use_error|error|stderr|stdout|output)>/g;

/** Anyhow's chain: the last cause before its backtrace. */
const CAUSES = /^Caused by:\n(?:[ \t]{1,8}\d{1,2}: .{1,500}\n){0,16}[ \t]{1,8}(?:\d{1,2}: )?(.{1,1000})/m;

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

const FATAL = /^(?:\S{1,200}: ['"]?)?fatal: /;
const TYPED =
  /(?:^|[\s.(])[A-Z]\w{0,80}(?:Error|Exception|Expired|Interrupt|Exceeded)(?: \[\w{1,64}\])?: |^(?:\w{1,64}\.){1,8}[A-Z]\w{2,80}: |^(?:\[?cause\]?|Caused by): /;
const TYPE_ALONE = /^(?:[\w.]{1,100}\.)?[A-Z]\w{0,80}(?:Error|Exception|Interrupt|Exit)$/;
const MARKED =
  /^(?:\S{1,200}: )?(?:panic|remote|error(?: [A-Z]{1,4}\d+|\[\w{1,16}\])?|E|npm (?:ERR!|error)|Caused by): |^npm (?:ERR!|error) |^ERROR\b|^\((?:cannot|failed|unable|error|no )|^\S{1,300}[:)] error\b|^hint: .{0,40}\brejected/i;
const FAILURE =
  /\b(?:cannot|can't|could ?n[o']t|unable|failed|fail|failure|not|no|denied|invalid|error|exceed(?:s|ed)?|refused|missing|unknown|unexpected|timed out|timeout|already|rejected|aborted|expired|too|killed|must|conflict|illegal|unsupported)\b/i;
/** What a program says after its error: that there was one. */
const CONCLUSION =
  /failed to push some refs|could not read from remote repository|^remote: (?:Resolving|Enumerating|Counting|Compressing|Total)|exited with|non-?zero|exit (?:code|status)|command failed|authentication failed for|(?:^|: )(?:git|npm|pnpm|yarn|docker|process|task|script|step|build)\b.{0,120} failed$|unable to auto-detect|complete log of this run|^remote:\W*$|^(?:note|hint|help|info|warning|usage)\b(?!.*rejected)|^(?:DETAIL|CONTEXT|QUERY|STATEMENT|LINE \d{1,6}|cmdline): /i;

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
  const mark = /^(?:hint|remote|fatal|error): |^npm (?:ERR!|error|WARN|warn) (?:[A-Z]{5,16} )?/.exec(text)?.[0] ?? "";
  for (const marked of lines.slice(from + 1, from + WRAPPED_LINES)) {
    const line = mark !== "" && marked.startsWith(mark) ? marked.slice(mark.length) : marked;
    const introduces = text.endsWith(":") && text.split(" ", OWN_WORDS).length < OWN_WORDS;
    const isOpen = introduces || DANGLING.test(text) || !(/^\p{L}/u.test(line) ? /[.:!?}]$/ : /[.:!?}'"`]$/).test(text);
    const continues =
      introduces ||
      text.endsWith(",") ||
      DANGLING.test(text) ||
      isQuoting(text) ||
      (line.includes(" ") && CONTINUATION.test(line) && isOpen);
    if (!continues || rankOf(line) >= Rank.marked || isOwn(marked, mark, lines[from] as string)) break;
    text += ` ${line}`;
  }
  return text.replace(/\s+/g, " ");
}

/** A sentence does not end with such a word. */
const DANGLING = / (?:a|an|and|by|for|from|in|is|of|on|or|the|to|using|was|with)$/;

/** A quotation that is not over. */
const isQuoting = (text: string): boolean => /^[^"]{1,300}"(?:[^"]{0,100}"[^"]{0,100}"){0,8}[^"]{0,60}$/.test(text);

/** A line with a speaker of its own: another mark than the first, the same shell again. */
function isOwn(line: string, mark: string, first: string): boolean {
  const speaker = SPEAKER.exec(line)?.[0];
  if (speaker === undefined) return false;
  if (speaker === mark) return mark === "error: " || mark === "fatal: ";
  return MARK.test(speaker) || speaker === SPEAKER.exec(first)?.[0];
}
const SPEAKER = /^[\w./-]{1,64}: /;
const MARK = /^(?:hint|remote|fatal|error|note|help|info|warning|usage): $/i;
