// Points of a timeline as text: a fraction of JSON's numbers, and not parsed until somebody asks. "m2x,5k:3;2|p9z" is one event at m2x,
// three 5k milliseconds later, one two minutes after those, and one at p9z, on another day; numbers to base 36. Each day (UTC) begins
// anew, so that the texts of days that follow each other, joined, are the text of all. Crowded days are kept to the minute.

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** `points`: instant, count, instant, count, ... in order. */
export function encodedPoints(points: readonly number[]): string {
  let [before, midnight] = [0, Number.NEGATIVE_INFINITY];
  const parts: string[] = []; // joined, they are one text in memory; added to each other, a tree of them
  for (let index = 0; index < points.length; index += 2) {
    const at = points[index] as number;
    const count = points[index + 1] as number;
    const minutes = (at - before) / MINUTE_MS;
    if (at - midnight >= DAY_MS) {
      parts.push(index === 0 ? "" : "|", at.toString(36));
      midnight = Math.floor(at / DAY_MS) * DAY_MS;
    } else if (Number.isInteger(minutes)) parts.push(";", minutes.toString(36));
    else parts.push(",", (at - before).toString(36));
    if (count !== 1) parts.push(":", count.toString(36));
    before = at;
  }
  return parts.join("");
}

export const joinedPoints = (texts: readonly string[]): string => texts.join("|");

/** Instants and counts, as `encodedPoints()` took them. */
export function decodedPoints(text: string): number[] {
  const points: number[] = [];
  eachPoint(text, (at, count) => points.push(at, count));
  return points;
}

export function eachPoint(text: string, take: (at: number, count: number) => void): void {
  for (const day of text.split("|")) eachOfDay(day, take);
}

/** Digit by digit, for a month has a million points. */
function eachOfDay(text: string, take: (at: number, count: number) => void): void {
  let mark = text.startsWith("-") ? MINUS : COMMA;
  let [at, count, number] = [0, 0, 0];
  for (let index = mark === MINUS ? 1 : 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : COMMA; // NaN, once met, would make each later unit cost double
    const digit = digitOf(code);
    if (digit >= 0) {
      number = number * 36 + digit;
      continue;
    }
    if (mark === COLON) count = number;
    else {
      if (count > 0) take(at, count);
      at += number * unitOf(mark);
      count = 1;
    }
    number = 0;
    mark = code;
  }
  take(at, count);
}

const unitOf = (mark: number): number => (mark === SEMICOLON ? MINUTE_MS : mark === MINUS ? -1 : 1);

/** -1: it is none. */
function digitOf(code: number): number {
  if (code >= LETTER_A) return code - LETTER_A + 10;
  return code >= DIGIT_0 && code <= DIGIT_9 ? code - DIGIT_0 : -1;
}

const [COMMA, MINUS, DIGIT_0, DIGIT_9, COLON, SEMICOLON, LETTER_A] = [0x2c, 0x2d, 0x30, 0x39, 0x3a, 0x3b, 0x61];

/** Ten digits to base 36 are less than 2^53. */
export const isEncoded = (text: string): boolean => /^-?[0-9a-z]{1,10}(?:(?:[,;:]|\|-?)[0-9a-z]{1,10})*$/.test(text);
