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
  let before = 0;
  return text.split(",").flatMap((point) => {
    const [step = "", count = "1"] = point.split(":");
    before += Number.parseInt(step, 36);
    return [before, Number.parseInt(count, 36)];
  });
}

// Ten digits to base 36 are less than 2^53.
export const isEncoded = (text: string): boolean =>
  /^-?(?:[0-9a-z]{1,10}(?::[0-9a-z]{1,10})?(?:,(?!$)|$))+$/.test(text);
