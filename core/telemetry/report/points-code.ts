// Points of a timeline as text: a third of JSON's numbers, and not parsed until somebody asks. "m2x,5k:3" is one event at m2x and
// three 5k milliseconds later, numbers to base 36.

/** `points`: instant, count, instant, count, ... in order. */
export function encodedPoints(points: readonly number[]): string {
  let before = 0;
  let text = "";
  for (let index = 0; index < points.length; index += 2) {
    const at = points[index] as number;
    const count = points[index + 1] as number;
    if (index > 0) text += ",";
    text += (at - before).toString(36);
    if (count !== 1) text += `:${count.toString(36)}`;
    before = at;
  }
  return text;
}

/** Instants and counts, as `encodedPoints()` took them. */
export function decodedPoints(text: string): number[] {
  const points: number[] = [];
  let [before, number, sign] = [0, 0, 1];
  let isCount = false;
  // Digit by digit, for a month has a million points.
  for (let index = 0; index <= text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= LETTER_A) number = number * 36 + code - LETTER_A + 10;
    else if (code >= DIGIT_0 && code <= DIGIT_9) number = number * 36 + code - DIGIT_0;
    else if (code === MINUS) sign = -1;
    else {
      if (isCount) points[points.length - 1] = number;
      else {
        before += sign * number;
        points.push(before, 1);
      }
      isCount = code === COLON;
      [number, sign] = [0, 1];
    }
  }
  return points;
}

const [MINUS, DIGIT_0, DIGIT_9, COLON, LETTER_A] = [0x2d, 0x30, 0x39, 0x3a, 0x61];

// Ten digits to base 36 are less than 2^53.
export const isEncoded = (text: string): boolean =>
  /^-?(?:[0-9a-z]{1,10}(?::[0-9a-z]{1,10})?(?:,(?!$)|$))+$/.test(text);
