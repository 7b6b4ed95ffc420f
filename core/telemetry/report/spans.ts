// What stands for one value although it is more than a word: a text in quotes, an object, a list, a call, a path with spaces.

import { shapeOf } from "./shapes.ts";

export interface Span {
  /** Behind its last character. */
  end: number;
  /** "" when it stands for itself. */
  kind: string;
  /** How many characters of it stay, before and behind. */
  open: number;
  close: number;
}

/** A quotation, an object, a path may be as long as this; what is longer is text with a stray quote. Characters. */
const LONGEST = 1024;

/** The span that begins with a break at `at`, if one does. */
export function spanAt(text: string, at: number): Span | undefined {
  switch (text.charCodeAt(at)) {
    case 34: // "
    case 39: // '
    case 96: // `
    case 8216: // ‘
    case 8220: // “
      return quotation(text, at);
    case 40: // (
      return placeInBrackets(text, at);
    case 60: // <
      return angled(text, at);
    case 91: // [
    case 123: // {
      return literal(text, at);
    default:
      return undefined;
  }
}

// Quotes -----------------------------------------------------------------------------------------------------------------

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`'", "‘": "’", "“": "”" };
const isWordLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

function quotation(text: string, at: number): Span | undefined {
  const closing = CLOSING[text[at] as string] as string;
  const inner = text[at + 1] === "[" ? closingBracket(text, at + 1) : undefined; // Command '['git', 'push']'
  if (inner !== undefined && text[inner] === text[at]) return { end: inner + 1, kind: "quoted", open: 1, close: 1 };
  const last = Math.min(text.length, at + LONGEST);
  for (let end = at + 1; end < last; end++) {
    if (!closing.includes(text[end] as string) || isWordLetter(text.charCodeAt(end + 1))) continue;
    const value = text.slice(at + 1, end);
    return { end: end + 1, kind: kindOfQuoted(value), open: 1, close: 1 };
  }
  return undefined;
}

/** Not names: the kinds of nothing, an encoding, the beginning of a web page where something else was expected. */
const ITSELF =
  /^(?:NoneType|None|undefined|null|utf-?8|ascii|charmap|cp\d+|gbk|latin-?1|<|<[a-z]{2,8}(?::\d{1,4})?>|)$/i;
const WEB_PAGE = /^\s{0,8}<(?:!doctype|html)/i;

function kindOfQuoted(value: string): string {
  if (value.length < 20 && ITSELF.test(value)) return "";
  if (WEB_PAGE.test(value)) return "html";
  if (value.includes(" ")) return "quoted";
  return shapeOf(value) ?? "name";
}

// Brackets ---------------------------------------------------------------------------------------------------------------

const PLACE = /\((?:[A-Za-z]:[\\/]|[\\/~.][^\s()]{0,64}[\\/])[^()\n:]{1,300}\)/y;

function placeInBrackets(text: string, at: number): Span | undefined {
  PLACE.lastIndex = at;
  return PLACE.test(text) ? { end: PLACE.lastIndex, kind: "path", open: 1, close: 1 } : undefined;
}

const PLACEHOLDER = /<[a-z]{2,8}(?::\d{1,4})?>/y;
const REPRESENTATION =
  /<(?:class '|function |module '|[\w.]{1,200} object at |coroutine |[A-Z]\w{1,40} (?:pending|finished|cancelled|closed)\b)(?:[^<>\n]|<[^<>\n]{0,200}>){0,300}>/y;

function angled(text: string, at: number): Span | undefined {
  PLACEHOLDER.lastIndex = at;
  if (PLACEHOLDER.test(text)) return { end: PLACEHOLDER.lastIndex, kind: "", open: 0, close: 0 };
  REPRESENTATION.lastIndex = at;
  return REPRESENTATION.test(text) ? { end: REPRESENTATION.lastIndex, kind: "object", open: 0, close: 0 } : undefined;
}

const LITERAL = /(?:\{(?:\}|\s{0,8}(?:["'{[]|[\w.]{1,64}\s?[:=]))|\[\s{0,8}(?:["'{[]))/y;

/** An object or a list of values, to its end or that of the text; "[Errno 2]" is text. */
function literal(text: string, at: number): Span | undefined {
  LITERAL.lastIndex = at;
  if (!LITERAL.test(text)) return undefined;
  const kind = text[at] === "{" ? "object" : "list";
  return { end: closingBracket(text, at) ?? text.length, kind, open: 0, close: 0 };
}

/** "(s)" is a plural. */
const PLURAL = /\((?:e?s)\)/y;
const NEXT_CALL = /\.?\w{0,64}(?=\()/y;

/** Behind the call, or the chain of calls, whose first bracket is at `at`. */
export function callEnd(text: string, at: number): number | undefined {
  PLURAL.lastIndex = at;
  if (PLURAL.test(text)) return undefined;
  let end = closingBracket(text, at);
  for (let links = 0; end !== undefined && links < 8; links++) {
    NEXT_CALL.lastIndex = end;
    if (!NEXT_CALL.test(text)) break;
    const next = closingBracket(text, NEXT_CALL.lastIndex);
    if (next === undefined) break;
    end = next;
  }
  return end;
}

const PAIR: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function closingBracket(text: string, at: number): number | undefined {
  const open = text[at] as string;
  const close = PAIR[open];
  const last = Math.min(text.length, at + LONGEST);
  let depth = 0;
  for (let end = at; end < last; end++) {
    if (text[end] === open) depth++;
    else if (text[end] === close && --depth === 0) return end + 1;
  }
  return undefined;
}
