// What stands around an error's own words and comes from somebody else: a log's time stamp, level and logger, the SDKs that
// passed it on ("litellm.APIError: APIError: OpenAIException - "), the JSON or Python dict that a provider answered.

import { withoutPrefixes } from "./log-prefix.ts";

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
    text = withoutPrefixes(causeIn(fromFields(text)));
    const chained = afterChain(text);
    text = fromObject(withoutStatus(withoutCall(chained.text)));
    const coded = CODED_TYPE.exec(text);
    if (coded !== null) text = text.slice((coded[1] as string).length + 1);
    type = coded?.[1] ?? (chained.type || type);
    if (text === before) break;
  }
  return { text: firstSentence(text), type };
}

// A chain of who passed it on --------------------------------------------------------------------------------------------

const TYPE =
  /(?:^|[\s.([{'"])([A-Z]\w{0,80}(?:Error|Exception|Warning|Expired|Interrupt|Exceeded|Exit|Timeout)|[A-Z]\w{0,80}Retry\w{0,40}|(?<=^(?:\w{1,64}\.){1,8})[A-Z]\w{2,80})(?: \[\w{1,64}\])?$/;
const PURE = /^(?:\w{1,16} )?(?:internal |unexpected |uncaught |unhandled )?(?:error|exception|failure|fatal)$/i;
const STATUS_ALONE = /^[45]\d\d$/;
const LEVEL = /(?:^|\s)(?:ERROR|FATAL|fatal|error|Error)$/;
const PHRASE =
  /(?:^|\s)(?:(?<!verify )failed|failure|error|exception)$|^(?:failed to|could not|unable to|(?:an )?error (?:while|in|during|response|occurred|fetching|executing|calling)|exception in|request to|network request to|task .{1,120} raised)\b.{0,300}$/i;
/** Words that an error must have left when it is taken out of a phrase such as "LLM request failed: ". */
const OWN_WORDS = 3;
/** An errno's own text says nothing without the statement before it. */
const ERRNO_TEXT = /^(?:\[Errno|no such file|permission denied|connection refused|file exists|operation not|is a dir)/i;

/** How a segment ends or begins that one of them knows; most do not. */
const PASSED_ON =
  /(?:rror|xception|arning|xpired|nterrupt|xceeded|xit|imeout|ailed|ailure|atal|ATAL|RROR|\]|^[45]\d\d|Retry\w{0,40}|^(?:\w{1,64}\.){1,8}\w{1,80})$|^(?:failed to|could not|unable to|error |an error |exception in|request to|network request|task )/i;

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

/** A value that the statement is about, and no error that was passed on. */
const QUOTED = /^(?:`|(["'])(?:(?!\1).){0,80}(?:$|\1(?:$|[.,;]| [A-Z])))/;

function isWrapping(segment: string, text: string, next: number): boolean {
  if (PURE.test(segment) || STATUS_ALONE.test(segment)) return true;
  const isLevel = LEVEL.test(segment);
  if (!isLevel && (text[next - 2] !== ":" || !PHRASE.test(segment))) return false;
  const isWithinBrackets = segment.lastIndexOf("[") > segment.lastIndexOf("]");
  if (isWithinBrackets || segment.includes("...")) return false;
  const rest = text.slice(next, next + 80);
  if (!isLevel && QUOTED.test(rest)) return false;
  return rest.split(" ", OWN_WORDS).length === OWN_WORDS && !ERRNO_TEXT.test(rest);
}

/** "TypeError [ERR_INVALID_ARG_TYPE]: " */
const CODED_TYPE = /^(\w{0,80}Error) (?=\[[A-Z_]{4,64}\])/;

/** "GraphRecursionError('Recursion limit of 25 reached')", "Query("database is locked")", and a text in quotes as a whole. */
const CALL = /^(?:(\w{1,80})\((?:\w{1,80}\()?(?:-?\d{1,6}, ?)?)?(["'`])((?:\\.|(?!\2)[^\\\n]){3,4096})(?:\2\)*)?$/;

function withoutCall(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first !== 34 && first !== 39 && first !== 96 && last !== 41) return text;
  const cause = ARGUMENTS.exec(text);
  if (cause === null && text.startsWith("(")) return FIRST_ARGUMENT.exec(text)?.[2] ?? text;
  if (cause !== null) return cause[1] === undefined ? (cause[3] as string) : `${cause[1]}: ${cause[3]}`;
  const [, name = "", quote = "", inner = ""] = CALL.exec(text) ?? [];
  if (inner.split(" ", OWN_WORDS).length < OWN_WORDS || (name === "") !== (text.charAt(0) === quote)) return text;
  if (inner.includes('\\":')) return text; // an object in a text, torn
  const told = inner.includes("\\") ? inner.replace(/\\(["'`])/g, "$1") : inner;
  return TYPE.test(name) ? `${name}: ${told}` : told;
}

/** "('Connection aborted.', RemoteDisconnected('Remote end closed connection'))": Python's arguments, of which the last is the cause. */
const ARGUMENTS = /^(\w{1,80})?\(["'].{3,400}?["'], \w{1,80}\((?:-?\d{1,6}, )?(["'])((?:(?!\2).){3,1024})\2\)/;

const FIRST_ARGUMENT = /^\((["'])(.{3,400}?)\1, /;

/** "HTTPConnectionPool(...): Max retries exceeded with url: / (Caused by NewConnectionError('...'))" */
const CAUSED_BY = "Caused by";

function causeIn(text: string): string {
  const at = text.lastIndexOf(CAUSED_BY);
  return at === -1 ? text : text.slice(at + CAUSED_BY.length).replace(/^:? /, "");
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
/** Words before an object that make a statement of their own. */
const STATEMENT = 8;
const HIDDEN = /^(?:\*{3}[A-Z-]+\*{3}|\s*|None|null)$/;

function fromObject(text: string): string {
  if (!text.includes("{") && !text.includes('":') && !text.includes('" :'))
    return text.includes("message:") || text.includes("msg:") ? text.replace(BARE_MESSAGE_HEAD, "") : text;
  const inspected = INSPECTED.exec(text);
  if (inspected !== null) return `${inspected[1]}: ${inspected[2]}`;
  const isStatement = text.slice(0, text.indexOf("{")).split(" ", STATEMENT).length === STATEMENT;
  const told = fieldIn(MESSAGE_FIELD, text) ?? (isStatement ? undefined : fieldIn(OTHER_FIELD, text));
  if (told !== undefined) return told;
  if (!text.startsWith("{") && !text.startsWith("b'")) return text;
  return fieldIn(CODE_FIELD, text) ?? fieldIn(TYPE_FIELD, text) ?? text;
}
/** `time=... level=error msg="..." err="..."` */
function fromFields(text: string): string {
  if (!FIELDS.test(text)) return text;
  return fieldIn(ERROR_FIELD, text) ?? fieldIn(MESSAGE_FIELD, text) ?? text;
}
const FIELDS = /^(?:time|ts|t|level|lvl)=\S/;
const ERROR_FIELD = FIELD("err|error");
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
  /(?<=[\w ])\.\.\.(?= )| npm (?:ERR!|error) |[:.]? [╰└]|: (?=Because )|, (?:try|please|see|check|use|did you)\b|[.!?](?=\s+(?!However|[KMGT]i?B\b)[\p{Lu}"'`<]|$)| · |\. {2}|\s\|\s|(?<=\w)\|(?=\d)/gu;

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
      !/\b(?:e\.g|i\.e|vs|etc|No|Dr)$/.test(sentence) &&
      isClosed(sentence)
    )
      return text.slice(end.index).match(ERRNO)?.[0] ?? sentence;
  }
  return text;
}

/** A quotation is over: what ends within one is no sentence. */
const isClosed = (text: string): boolean =>
  text.split("`").length % 2 === 1 && (text.match(OPENING)?.length ?? 0) <= (text.match(CLOSING)?.length ?? 0);
const OPENING = /(?:^|[\s([:])'(?=\S)/g;
const CLOSING = /\S'(?=$|[\s).,:;\]])/g;
