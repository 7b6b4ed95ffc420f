// Points of a timeline as text: a fraction of JSON's numbers, and not parsed until somebody asks. "m2x,5k:3;2" is one event at m2x,
// three 5k milliseconds later and one two minutes after those; numbers to base 36. Crowded days are kept to the minute.

const MINUTE_MS = 60 * 1000;

/** `points`: instant, count, instant, count, ... in order. */
export function encodedPoints(points: readonly number[]): string {
  let before = 0;
  let text = "";
  for (let index = 0; index < points.length; index += 2) {
    const at = points[index] as number;
    const count = points[index + 1] as number;
    const minutes = (at - before) / MINUTE_MS;
    if (index === 0) text = at.toString(36);
    else text += Number.isInteger(minutes) ? `;${minutes.toString(36)}` : `,${(at - before).toString(36)}`;
    if (count !== 1) text += `:${count.toString(36)}`;
    before = at;
  }
  return text;
}

/** Instants and counts, as `encodedPoints()` took them. */
export function decodedPoints(text: string): number[] {
  const points: number[] = [];
  let mark = text.startsWith("-") ? MINUS : COMMA;
  let [before, number] = [0, 0];
  // Digit by digit, for a month has a million points.
  for (let index = mark === MINUS ? 1 : 0; index <= text.length; index++) {
    const digit = digitOf(text.charCodeAt(index));
    if (digit >= 0) {
      number = number * 36 + digit;
      continue;
    }
    if (mark === COLON) points[points.length - 1] = number;
    else {
      before += number * unitOf(mark);
      points.push(before, 1);
    }
    [number, mark] = [0, text.charCodeAt(index)];
  }
  return points;
}

const unitOf = (mark: number): number => (mark === SEMICOLON ? MINUTE_MS : mark === MINUS ? -1 : 1);

/** -1: it is none. */
function digitOf(code: number): number {
  if (code >= LETTER_A) return code - LETTER_A + 10;
  return code >= DIGIT_0 && code <= DIGIT_9 ? code - DIGIT_0 : -1;
}

const [COMMA, MINUS, DIGIT_0, DIGIT_9, COLON, SEMICOLON, LETTER_A] = [0x2c, 0x2d, 0x30, 0x39, 0x3a, 0x3b, 0x61];

/** Ten digits to base 36 are less than 2^53. */
export const isEncoded = (text: string): boolean => /^-?[0-9a-z]{1,10}(?:[,;:][0-9a-z]{1,10})*$/.test(text);
