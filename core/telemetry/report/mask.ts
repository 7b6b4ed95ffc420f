// One walk over a text: what varies becomes a placeholder, numbered where its value comes again. Names - of a module, an
// attribute, a tool, a model, an option - are told or left out, as asked: for people they tell, for a key they vary.

import { shapeOf } from "./shapes.ts";
import { callEnd, spanAt } from "./spans.ts";

/** A text that stands for itself, or a value and its kind. */
type Piece = string | { kind: string; value: string };

export function masked(text: string, names: "told" | "left out"): string {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; )
    at = isBreak(text.charCodeAt(at)) ? addBreak(text, at, pieces) : addWord(text, at, wordEnd(text, at), pieces);
  return composed(names === "told" ? pieces.map(withName) : pieces);
}

const NAMES = new Set(["name", "flag", "local", "agents"]);
const withName = (piece: Piece): Piece => (typeof piece !== "string" && NAMES.has(piece.kind) ? piece.value : piece);

// Breaks -----------------------------------------------------------------------------------------------------------------

const BREAKS = new Set([..." \t\n\r\"'`()[]{}<>,;|=’‘“”…"].map((letter) => letter.charCodeAt(0)));
const ASCII_BREAK = Uint8Array.from({ length: 128 }, (_, code) => (BREAKS.has(code) ? 1 : 0));
const isBreak = (code: number): boolean => (code < 128 ? ASCII_BREAK[code] === 1 : BREAKS.has(code));

function addBreak(text: string, at: number, pieces: Piece[]): number {
  const letter = text[at] as string;
  const span = letter === " " ? undefined : spanAt(text, at);
  if (span === undefined) {
    pieces.push(letter);
    return at + 1;
  }
  if (span.kind === "") pieces.push(text.slice(at, span.end));
  else {
    const value = text.slice(at + span.open.length, span.end - span.close.length);
    pieces.push(span.open, { kind: span.kind, value }, span.close);
  }
  return span.end;
}

// Words ------------------------------------------------------------------------------------------------------------------

function wordEnd(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const isApostrophe = code === 39 && isLetter(text.charCodeAt(end + 1)) && isLetter(text.charCodeAt(end - 1));
    if (isBreak(code) && !isApostrophe) break;
    end++;
  }
  return end;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Punctuation at the end of a word is not of it. */
const TAIL = /[.:!?]+$/;
const isTail = (code: number): boolean => code === 46 || code === 58 || code === 33 || code === 63;

function addWord(text: string, from: number, end: number, pieces: Piece[]): number {
  if (text.charCodeAt(end) === 40 && !/(?:Error|Exception)$/.test(text.slice(from, end))) {
    const close = callEnd(text, end);
    if (close !== undefined) {
      pieces.push({ kind: "name", value: text.slice(from, end) }, "()");
      return close;
    }
  }
  const more = longer(text, from, end);
  if (more !== undefined) {
    pieces.push({ kind: more.kind, value: text.slice(from, more.end) });
    return more.end;
  }
  const subscript = endOf(SUBSCRIPT, text, end);
  if (subscript !== undefined) {
    pieces.push({ kind: "item", value: text.slice(from, subscript) });
    return subscript;
  }
  const required = endOf(REQUIREMENT, text, end);
  if (required !== undefined) {
    pieces.push({ kind: "name", value: text.slice(from, end) });
    pieces.push({ kind: "version", value: text.slice(end, required) });
    return required;
  }
  const whole = text.slice(from, end);
  const tail = isTail(whole.charCodeAt(whole.length - 1)) ? (TAIL.exec(whole)?.[0] ?? "") : "";
  const word = tail === "" ? whole : whole.slice(0, -tail.length);
  const kind = shapeOf(word);
  if (kind === undefined || (kind === "int" && isTelling(word, text, from, end))) pieces.push(whole);
  else pieces.push({ kind, value: word }, tail);
  return end;
}

/** What goes on behind a break: a URL with a query, a time stamp of two words, "30 seconds". */
function longer(text: string, from: number, end: number): { kind: string; end: number } | undefined {
  const colon = text.indexOf("://", from);
  if (colon !== -1 && colon < end) return { kind: "url", end: endOf(URL_REST, text, end) ?? end };
  const first = text.charCodeAt(from);
  if (first < 48 || first > 57) return undefined;
  const time = endOf(TIME_STAMP, text, from);
  if (time !== undefined) return { kind: "time", end: time };
  const duration = endOf(DURATION, text, from);
  return duration === undefined ? undefined : { kind: "dur", end: duration };
}

const URL_REST = /(?:[^\s"'`<>)\]]*[^\s"'`<>)\].,:;!?])?/y;
const TIME_STAMP = /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])/y;
const DURATION =
  /\d{1,15}(?:\.\d{1,9})? ?(?:ms|msecs?|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?)(?:[ ,]{0,2}\d{1,6}(?:\.\d{1,9})? ?(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?)){0,4}(?![\w.-]*\w)/y;

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Behind a package's name: "==1.2", "[extra]>=3,<4" */
const REQUIREMENT =
  /(?:\[[\w,-]{1,64}\])?(?:[=~!<>]=|[<>])\s?\d[\w.*+!-]{0,64}(?:,\s?[=~!<>]{1,2}\s?\d[\w.*+!-]{0,64}){0,4}/y;

/** "rows[0]", but not "error[E0308]". */
const SUBSCRIPT = /\[(?!E\d)[\w.:*-]{1,64}\](?!:)/y;

const BEFORE_CODE =
  /(?:\b(?:status|code|errno|winerror|exit|signal|https?(?:\/\d(?:\.\d)?)?|error|status_?code)\W{1,4}|\b(?:exit(?:ed)?|status|code) (?:with|returned) )$/i;

/** A status or a code: named by the word before it, or an HTTP status with its reason ("429 Too Many Requests"). */
function isTelling(value: string, text: string, from: number, end: number): boolean {
  if (from > 0 && BEFORE_CODE.test(text.slice(Math.max(0, from - 24), from))) return true;
  return /^[45]\d\d$/.test(value) && /^ [A-Z][a-z]/.test(text.slice(end, end + 3));
}

// Composition ------------------------------------------------------------------------------------------------------------

/** Small numbers are equal by chance: "attempt 2 of 2" is "attempt 2 of 3". */
const BY_CHANCE = new Set(["int", "dur", "size", "time", "version", "hidden", "flag"]);

function composed(pieces: readonly Piece[]): string {
  const times = new Map<string, number>();
  for (const piece of pieces)
    if (typeof piece !== "string" && !BY_CHANCE.has(piece.kind))
      times.set(piece.value, (times.get(piece.value) ?? 0) + 1);
  const numbers = new Map<string, number>();
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") text += piece;
    else if ((times.get(piece.value) ?? 0) < 2) text += `<${piece.kind}>`;
    else {
      const number = numbers.get(piece.value) ?? numbers.size + 1;
      numbers.set(piece.value, number);
      text += `<${piece.kind}:${number}>`;
    }
  }
  return text.trim();
}
