// One walk over a text: what varies becomes a placeholder, numbered where its value comes again.

import { shapeOf } from "./shapes.ts";
import { callEnd, spanAt } from "./spans.ts";

export interface Masked {
  /** With the names of modules, attributes, tools, models, options: they tell people what failed. */
  told: string;
  /** Without them: they vary within one failure. */
  bare: string;
}

/** A value that becomes a placeholder. */
interface Value {
  kind: string;
  from: number;
  end: number;
}

export function masked(text: string): Masked {
  const values: Value[] = [];
  for (let at = 0; at < text.length; ) {
    if (isBreak(text.charCodeAt(at))) at = afterBreak(text, at, values);
    else at = afterWord(text, at, values);
  }
  return composed(text, values);
}

// Breaks -----------------------------------------------------------------------------------------------------------------

const BREAKS = new Set([..." \t\n\r\"'`()[]{}<>,;|=’‘“”…"].map((letter) => letter.charCodeAt(0)));
const ASCII_BREAK = Uint8Array.from({ length: 128 }, (_, code) => (BREAKS.has(code) ? 1 : 0));
const isBreak = (code: number): boolean => (code < 128 ? ASCII_BREAK[code] === 1 : BREAKS.has(code));

function afterBreak(text: string, at: number, values: Value[]): number {
  const span = text.charCodeAt(at) === 32 ? undefined : spanAt(text, at);
  if (span === undefined) return at + 1;
  if (span.kind !== "") values.push({ kind: span.kind, from: at + span.open, end: span.end - span.close });
  return span.end;
}

// Words ------------------------------------------------------------------------------------------------------------------

function afterWord(text: string, from: number, values: Value[]): number {
  const end = wordEnd(text, from);
  const next = text.charCodeAt(end);
  if (next === 40 || next === 91 || (next >= 60 && next <= 62) || next === 33 || next === 126) {
    const more = withBrackets(text, from, end, values);
    if (more !== undefined) return more;
  }
  if (isPlain(text, from, end)) return end;
  const longer = longerThanWord(text, from, end);
  if (longer !== undefined) {
    values.push({ kind: longer.kind, from, end: longer.end });
    return longer.end;
  }
  let last = end;
  while (last > from + 1 && isTail(text.charCodeAt(last - 1))) last--;
  const word = text.slice(from, last);
  const kind = shapeOf(word);
  if (kind !== undefined && !(kind === "int" && isTelling(word, text, from, end)))
    values.push({ kind, from, end: last });
  return end;
}

function wordEnd(text: string, from: number): number {
  let end = from + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const isApostrophe = code === 39 && isLetter(text.charCodeAt(end + 1)) && isLetter(text.charCodeAt(end - 1));
    if (isBreak(code) && !isApostrophe) break;
  }
  const last = text.charCodeAt(end - 1);
  const isOfSign = text.charCodeAt(end) === 61 && (last === 33 || last === 126); // "zod!=3", "zod~=3"
  return isOfSign && end > from + 1 ? end - 1 : end;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Punctuation at the end of a word is not of it: ".", ":", "!", "?". */
const isTail = (code: number): boolean => code === 46 || code === 58 || code === 33 || code === 63;

/** A word of the language: small letters after the first, and punctuation at its end. Most words are; they need no look. */
function isPlain(text: string, from: number, end: number): boolean {
  let last = end;
  while (last > from && isTail(text.charCodeAt(last - 1))) last--;
  for (let at = from + 1; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return isLetter(text.charCodeAt(from));
}

/** Behind a word and what belongs to it: the brackets of a call or an index, a package's version. */
function withBrackets(text: string, from: number, end: number, values: Value[]): number | undefined {
  if (text.charCodeAt(end) === 40) {
    if (/(?:Error|Exception)$/.test(text.slice(from, end))) return undefined;
    const close = callEnd(text, end);
    if (close === undefined) return undefined;
    values.push({ kind: "name", from, end });
    if (close > end + 2) values.push({ kind: "", from: end + 1, end: close - 1 });
    return close;
  }
  const required = endOf(REQUIREMENT, text, end);
  if (required !== undefined) {
    values.push({ kind: "name", from, end }, { kind: "version", from: end, end: required });
    return required;
  }
  const index = endOf(SUBSCRIPT, text, end);
  if (index !== undefined) values.push({ kind: "item", from, end: index });
  return index;
}

/** Behind a package's name: "==1.2", "[extra]>=3,<4" */
const REQUIREMENT =
  /(?:\[[A-Za-z][\w,-]{0,63}\])?(?:[=~!<>]=|[<>])\s?\d[\w.*+!-]{0,64}(?:,\s?[=~!<>]{1,2}\s?\d[\w.*+!-]{0,64}){0,4}/y;
/** "rows[0]", but not "error[E0308]". */
const SUBSCRIPT = /\[(?!E\d)[\w.:*-]{1,64}\](?!:)/y;

/** What goes on behind a break: a URL with a query, a time stamp of two words, "30 seconds". */
function longerThanWord(text: string, from: number, end: number): { kind: string; end: number } | undefined {
  const first = text.charCodeAt(from);
  if (first >= 48 && first <= 57) {
    const time = endOf(TIME_STAMP, text, from);
    if (time !== undefined) return { kind: "time", end: time };
    const duration = endOf(DURATION, text, from);
    if (duration !== undefined) return { kind: "dur", end: duration };
    const size = endOf(SIZE, text, from);
    return size === undefined ? undefined : { kind: "size", end: size };
  }
  const scheme = endOf(SCHEME, text, from);
  return scheme === undefined ? undefined : { kind: "url", end: endOf(URL_REST, text, end) ?? end };
}

const SCHEME = /[a-z][a-z0-9+.-]{1,15}:\/\//y;
const URL_REST = /(?:[^\s"'`<>)\]]*[^\s"'`<>)\].,:;!?])?/y;
const TIME_STAMP = /\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])/y;
const DURATION =
  /\d{1,15}(?:\.\d{1,9})? ?(?:ms|msecs?|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?)(?:[ ,]{0,2}\d{1,6}(?:\.\d{1,9})? ?(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?)){0,4}(?![\w.-]*\w)/y;

const SIZE = /\d{1,15}\.?\d{0,9} (?:[KMGT]i?B|bytes)(?!\w)/y;

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const BEFORE_CODE =
  /(?:\b(?:status|code|errno|winerror|exit|signal|https?(?:\/\d(?:\.\d)?)?|error|status_?code)\W{1,4}|\b(?:exit(?:ed)?|status|code) (?:with|returned) )$/i;

/** A status or a code: named by the word before it, or an HTTP status with its reason ("429 Too Many Requests"). */
function isTelling(value: string, text: string, from: number, end: number): boolean {
  if (from > 0 && BEFORE_CODE.test(text.slice(Math.max(0, from - 24), from))) return true;
  return /^[45]\d\d$/.test(value) && /^ [A-Z][a-z]/.test(text.slice(end, end + 3));
}

// Composition ------------------------------------------------------------------------------------------------------------

const NAMES = new Set(["name", "flag"]);
/** Small numbers are equal by chance: "attempt 2 of 2" is "attempt 2 of 3". */
const BY_CHANCE = new Set(["int", "dur", "size", "time", "version", "hidden", "flag", ""]);

function composed(text: string, values: readonly Value[]): Masked {
  const numbers = values.length < 2 ? undefined : numbersOf(text, values);
  let [told, bare, last] = ["", "", 0];
  for (const { kind, from, end } of values) {
    const number = numbers?.get(text.slice(from, end));
    const placeholder = kind === "" ? "" : number === undefined ? `<${kind}>` : `<${kind}:${number}>`;
    const between = text.slice(last, from);
    bare += between + (object(text, end) ?? placeholder);
    told += between + (NAMES.has(kind) ? text.slice(from, end) : placeholder);
    last = end;
  }
  const rest = text.slice(last);
  return { told: told + rest, bare: bare + rest };
}

/** "locator.click: Timeout" and "locator.fill: Timeout" are one failure, "page.goto: Timeout" is another. */
const object = (text: string, end: number): string | undefined =>
  text[end] === ":" ? /^([A-Za-z]\w{0,40})\.\w{1,40}$/.exec(text.slice(0, end))?.[1] : undefined;

/** The values that come again, in the order of their first coming. */
function numbersOf(text: string, values: readonly Value[]): Map<string, number> {
  const seen = new Set<string>();
  const numbers = new Map<string, number>();
  const again = new Set<string>();
  for (const { kind, from, end } of values) {
    if (BY_CHANCE.has(kind)) continue;
    const value = text.slice(from, end);
    if (seen.has(value)) again.add(value);
    seen.add(value);
  }
  for (const value of seen) if (again.has(value)) numbers.set(value, numbers.size + 1);
  return numbers;
}
