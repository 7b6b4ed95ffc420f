// What stands around an error's own words and comes from somebody else: a log's time stamp, level and logger, the SDKs that
// passed it on ("litellm.APIError: APIError: OpenAIException - "), the JSON or Python dict that a provider answered.

export interface Unwrapped {
  /** The error's own words. */
  text: string;
  /** The innermost type that the wrappers name, without its module; "" when they name none. */
  type: string;
}

/** Wrappers in wrappers: a gateway's gateway. */
const LAYERS = 8;

export function unwrap(line: string): Unwrapped {
  let text = line;
  let type = "";
  for (let layer = 0; layer < LAYERS; layer++) {
    const before = text;
    text = withoutPrefixes(causeIn(text));
    const chained = afterChain(text);
    text = fromObject(withoutStatus(withoutCall(chained.text)));
    const coded = CODED_TYPE.exec(text);
    if (coded !== null) text = text.slice((coded[1] as string).length + 1);
    type = coded?.[1] ?? (chained.type || type);
    if (text === before) break;
  }
  return { text: firstSentence(text), type };
}

// A log's prefix ---------------------------------------------------------------------------------------------------------

const PREFIX = new RegExp(
  `^(?:${[
    "[^\\p{L}\\p{N}\"'`<{/\\\\.~$@_*%&([-]+", // bullets, emoji, rulers
    "[-*](?=\\s|[\\p{L}])", // "- item"
    "\\((?=[^()]{1,400}$|\\p{Ll}+ \\p{Ll}+ [^()]{1,400}\\()", // "(cannot import", whose end is on another line
    "\\([a-z]+_[a-z_]+\\)(?=\\s)", // "(content_filter) "
    "hint:(?=\\s)",
    "[[(]?\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?)?[\\])]?(?=\\W)",
    "\\[?\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?\\]?(?=\\W)",
    "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?: \\S{1,64}:)?",
    '\\[(?!Errno|WinError|SSL|ERR_|E(?!RROR\\])[A-Z]{3,}|Error\\b|<|")[^\\][\\n]{1,80}\\](?=.)', // [tag]
    "(?:[Ee]rror|ERROR|FATAL(?: ERROR)?|[Ff]atal|CRITICAL|WARN(?:ING)?|[Ww]arning|INFO|DEBUG|E|panic|err)(?::|\\s{1,4}[-|:]|\\s{1,4}(?=[\\w.]{1,80}:\\s))(?=\\s)",
    "npm (?:ERR!|error|WARN)(?=\\s)",
    "(?:notsup|enoent|missing|JSON\\.parse) (?=[A-Z])", // npm's code again, in small letters
    "\\(node:\\d{1,10}\\)",
    "Uncaught(?: \\(in promise\\))?:?(?=\\s)",
    "[\\w./@\\\\-]{1,200}\\.[a-z]{1,4}(?::\\d{1,7}){1,2}:?(?=\\s)", // app.js:12:3
    "(?:\\S{1,200})?\\(\\d{1,7},\\d{1,7}\\):(?=\\s)", // a.ts(1,2):
    "\\(eval\\):\\d{1,7}:(?=\\s)",
    "(?:\\S{0,64}/)?(?:ba|z|da|k|fi)?sh(?:: -c)?(?::(?: line)? ?\\d{1,7})?:(?=\\s)", // the shell that could not
    "\\((?:\\w{1,64}\\.)+[A-Z]\\w{1,80}\\)(?=\\s)", // SQLAlchemy: (sqlite3.OperationalError)
  ].join("|")})\\s*`,
  "u",
);

/** What a prefix that begins with a letter has to be; most texts begin with a word and a space. */
const LETTER_PREFIX =
  /^(?:npm|Uncaught|ERROR|FATAL|CRITICAL|WARN|WARNING|INFO|DEBUG|notsup|enoent|missing|JSON\.parse|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) |^\S{1,300}:(?:\s|$)|^\S{1,200}(?:\(\d|:\d+ )/;

function withoutPrefixes(text: string): string {
  const first = text.charCodeAt(0) | 32;
  if (first >= 97 && first <= 122 && !LETTER_PREFIX.test(text)) return text;
  let rest = text;
  for (let found = PREFIX.exec(rest); found !== null && found[0].length < rest.length; found = PREFIX.exec(rest))
    rest = rest.slice(found[0].length);
  return rest;
}

// A chain of who passed it on --------------------------------------------------------------------------------------------

const TYPE =
  /(?:^|[\s.([{'"])([A-Z]\w{0,80}(?:Error|Exception|Warning|Expired|Interrupt|Exceeded|Exit|Timeout)|[A-Z]\w{0,80}Retry\w{0,40}|(?<=^(?:\w{1,64}\.){1,8})[A-Z]\w{2,80})(?: \[\w{1,64}\])?$/;
const PURE = /^(?:\w{1,16} )?(?:internal |unexpected |uncaught |unhandled )?(?:error|exception|failure|fatal)$/i;
const STATUS_ALONE = /^[45]\d\d$/;
const LEVEL = /(?:^|\s)(?:ERROR|FATAL|fatal|error|Error)$/;
const PHRASE =
  /(?:^|\s)(?:failed|failure|error|exception)$|^(?:failed to|error (?:while|in|during|response|occurred)|exception in)\b.{0,120}$/i;
/** Words that an error must have left when it is taken out of a phrase such as "LLM request failed: ". */
const OWN_WORDS = 3;
/** An errno's own text says nothing without the statement before it. */
const ERRNO_TEXT = /^(?:\[Errno|no such file|permission denied|connection refused|file exists|operation not|is a dir)/i;

/** How a segment ends or begins that one of them knows; most do not. */
const PASSED_ON =
  /(?:rror|xception|arning|xpired|nterrupt|xceeded|xit|imeout|ailed|ailure|atal|ATAL|RROR|\]|^[45]\d\d|Retry\w{0,40}|^(?:\w{1,64}\.){1,8}\w{1,80})$|^(?:failed to|error |exception in)/i;

function afterChain(text: string): Unwrapped {
  let cut = 0;
  let type = "";
  let start = 0;
  let segments = 0;
  SEPARATOR.lastIndex = 0;
  for (let found = SEPARATOR.exec(text); found !== null && segments < SEGMENTS; found = SEPARATOR.exec(text)) {
    const segment = text.slice(start, found.index).trim();
    const next = SEPARATOR.lastIndex;
    start = next;
    segments++;
    if (!PASSED_ON.test(segment)) continue;
    const named = TYPE.exec(segment)?.[1];
    if (named !== undefined && next < text.length) {
      cut = next;
      if (!named.endsWith("Exception") || text[found.index] === ":") type = named;
    } else if (isWrapping(segment, text, next)) cut = next;
  }
  return { text: cut === 0 ? text : text.slice(cut).trimStart(), type };
}

/** Who passes an error on says so in front of it. */
const SEGMENTS = 32;
const SEPARATOR = /: | - /g;

function isWrapping(segment: string, text: string, next: number): boolean {
  if (PURE.test(segment) || STATUS_ALONE.test(segment)) return true;
  if (!LEVEL.test(segment) && (text[next - 2] !== ":" || !PHRASE.test(segment))) return false;
  const rest = text.slice(next, next + 80);
  return rest.split(" ", OWN_WORDS).length === OWN_WORDS && !ERRNO_TEXT.test(rest);
}

/** "TypeError [ERR_INVALID_ARG_TYPE]: " */
const CODED_TYPE = /^(\w{0,80}Error) (?=\[[A-Z_]{4,64}\])/;

/** "GraphRecursionError('Recursion limit of 25 reached')", "Query("database is locked")", and a text in quotes as a whole. */
const CALL = /^(?:(\w{1,80})\()?(["'`])((?:(?!\2).){3,4096})(?:\2\)*)?$/;

function withoutCall(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first !== 34 && first !== 39 && first !== 96 && last !== 41) return text;
  const [, name = "", quote = "", inner = ""] = CALL.exec(text) ?? [];
  if (inner.split(" ", OWN_WORDS).length < OWN_WORDS || (name === "") !== (text.charAt(0) === quote)) return text;
  return TYPE.test(name) ? `${name}: ${inner}` : inner;
}

/** "HTTPConnectionPool(...): Max retries exceeded with url: / (Caused by NewConnectionError('...'))" */
function causeIn(text: string): string {
  const at = text.lastIndexOf("Caused by ");
  return at === -1 ? text : text.slice(at + "Caused by ".length);
}

// A status in front ------------------------------------------------------------------------------------------------------

const STATUS =
  /^(?:error code|status(?: code)?|http(?:\/\d(?:\.\d)?)?|code)?:? ?\b[45]\d\d\b(?: (?:Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Request Timeout|Conflict|Gone|Payload Too Large|Unprocessable Entity|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout)\b(?=[,:]? ?[{,:]))?(?:[,:]| -)? ?(?=\S+ \S+ \S+|[{"'[]|b')/i;

/** "404 The model ... does not exist": four words say more than the number, with which not everybody passes them on. */
function withoutStatus(text: string): string {
  if (!"45eEsShHcC:".includes(text.charAt(0))) return text;
  return text.replace(STATUS, "");
}

// An answer as an object -------------------------------------------------------------------------------------------------

const FIELD = (names: string): RegExp =>
  new RegExp(
    `(?:\\\\{0,8}["']|[\\s{,(])(?:${names})(?:\\\\{0,8}["'])?\\s?(?::|=>|=)\\s?(?:[bu](?=["']))?(\\\\{0,8}["'\`])`,
  );
const MESSAGE_FIELD = FIELD("(?:\\w{1,16}_)?message|msg|errorMessage|errmsg");
const OTHER_FIELD = FIELD("error_description|detail|error|err|reason");
const CODE_FIELD = FIELD("code");
const TYPE_FIELD = FIELD("type|status");
const INSPECTED = /^\{ ?\[?(\w*Error): (.{1,400}?)(?:\]|\n| at )/;
const HIDDEN = /^(?:\*{3}[A-Z-]+\*{3}|\s*|None|null)$/;

function fromObject(text: string): string {
  if (!text.includes("{") && !text.includes('":') && !text.includes('" :'))
    return text.includes("message:") || text.includes("msg:") ? text.replace(BARE_MESSAGE_HEAD, "") : text;
  const inspected = INSPECTED.exec(text);
  if (inspected !== null) return `${inspected[1]}: ${inspected[2]}`;
  const told = fieldIn(MESSAGE_FIELD, text) ?? fieldIn(OTHER_FIELD, text);
  if (told !== undefined) return told;
  if (!text.startsWith("{") && !text.startsWith("b'")) return text;
  return fieldIn(CODE_FIELD, text) ?? fieldIn(TYPE_FIELD, text) ?? text;
}
const BARE_MESSAGE_HEAD = /^(?:.{0,300}[\s,])?(?:message|msg): ?(?=\S+ \S+ \S+)/;

function fieldIn(field: RegExp, text: string): string | undefined {
  const found = field.exec(text);
  if (found === null) return undefined;
  const quote = found[1] as string;
  const start = found.index + found[0].length;
  const end = endOfValue(text, start, quote);
  const value = text
    .slice(start, end)
    .replace(/\\+(["'`])/g, "$1")
    .replace(/(?:\\+[nrt]|\s)+/g, " ")
    .trim();
  return HIDDEN.test(value) ? undefined : value;
}

/** The quote that closes is followed by what follows a value. */
function endOfValue(text: string, start: number, quote: string): number {
  for (let at = text.indexOf(quote, start); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (text[at - 1] === "\\") continue;
    if (/^\s{0,8}(?:[,}\])]|$)/.test(text.slice(at + quote.length, at + quote.length + 9))) return at;
  }
  return text.length;
}

// One sentence -----------------------------------------------------------------------------------------------------------

const SENTENCE_END =
  /(?<=[\w ])\.\.\.(?= )| npm (?:ERR!|error) |[:.]? [╰└]|: (?=Because )|, (?:try|please|see|check|use|did you)\b|[.!?](?=\s+(?!However)[\p{Lu}"'`<]|$)| · |\. {2}|\s\|\s|(?<=\w)\|(?=\d)/gu;

const SENTENCE_SIGN = /[.!?](?: |$)|[|·╰└]| npm |, |: Because/;
/** After which a shorter sentence is one, too. */
const ADVICE = /^\. (?:This|Please|Try|See|If|You|For|Use|Check|To|Visit|Retry)\b/;

/** "Execution failed. Details: [Errno 2] No such file or directory": a code tells wherever it stands. */
const ERRNO = /\[(?:Errno|WinError) -?\d{1,6}\] .*$/;

/** What follows the first sentence is advice; a sentence has three words. */
function firstSentence(text: string): string {
  if (!SENTENCE_SIGN.test(text)) return text;
  SENTENCE_END.lastIndex = 0;
  for (let end = SENTENCE_END.exec(text); end !== null; end = SENTENCE_END.exec(text)) {
    const sentence = text.slice(0, end.index);
    if (
      (sentence.split(" ", 3).length === 3 || ADVICE.test(text.slice(end.index))) &&
      !/\b(?:e\.g|i\.e|vs|etc|No|Dr)$/.test(sentence)
    )
      return text.slice(end.index).match(ERRNO)?.[0] ?? sentence;
  }
  return text;
}
