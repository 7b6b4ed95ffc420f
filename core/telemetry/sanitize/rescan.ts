// What a scan would tell of a text in which private parts have just been replaced. No word, run or number goes through a
// placeholder or begins in one, so what was seen before is moved or cut, and the text need not be walked again.

import { digitsIn, FEWEST_DIGITS, isDigit, isRunOfKey, type Scan } from "./scan.ts";

export interface Replaced {
  /** In the text that was scanned. Parts are in order and apart from each other. */
  start: number;
  end: number;
  placeholder: string;
}

/**
 * `text` is that of `seen` with `parts` replaced. Some of the places may hold no word any more, and `longest` and `digits` may
 * say too much: a rule looks for itself.
 */
export function rescan(seen: Scan, parts: readonly Replaced[], text: string): Scan {
  const move = mover(parts);
  const places: (readonly number[] | undefined)[] = [];
  for (const own of seen.places) places.push(own === undefined ? undefined : movedPlaces(own, move));
  const runs: number[] = [];
  forEachKept(seen.runs, parts, (start, end, isWhole) => {
    if (isWhole || isRunOfKey(seen.text, start, end))
      runs.push(move(start), move(end - 1) + 1, digitsIn(seen.text, start, end));
  });
  const numbers: number[] = [];
  forEachKept(seen.numbers, parts, (start, end) => {
    let [from, to] = [start, end];
    while (from < to && !isDigit(seen.text.charCodeAt(from))) from++;
    while (to > from && !isDigit(seen.text.charCodeAt(to - 1))) to--;
    const digits = digitsIn(seen.text, from, to);
    if (digits >= FEWEST_DIGITS) numbers.push(move(from), move(to - 1) + 1, digits);
  });
  return { text, places, runs, longest: seen.longest, numbers, digits: seen.digits };
}

/** Where a character is now; -1 when it was replaced. Quick when it is asked in order. */
type Move = (at: number) => number;

function mover(parts: readonly Replaced[]): Move {
  const shifts = [0];
  for (const { start, end, placeholder } of parts)
    shifts.push((shifts.at(-1) ?? 0) + placeholder.length - (end - start));
  let next = 0; // the first part that ends behind the character
  return (at) => {
    while (next > 0 && at < (parts[next - 1] as Replaced).end) next--;
    while (next < parts.length && at >= (parts[next] as Replaced).end) next++;
    const isReplaced = next < parts.length && at >= (parts[next] as Replaced).start;
    return isReplaced ? -1 : at + (shifts[next] as number);
  };
}

function movedPlaces(places: readonly number[], move: Move): number[] | undefined {
  const kept: number[] = [];
  for (const place of places) {
    const to = move(place);
    if (to !== -1) kept.push(to);
  }
  return kept.length === 0 ? undefined : kept;
}

/** What the parts leave of stretches: start, end, digits, start, ... */
function forEachKept(
  stretches: readonly number[],
  parts: readonly Replaced[],
  keep: (start: number, end: number, isWhole: boolean) => void,
): void {
  let next = 0;
  for (let index = 0; index < stretches.length; index += 3) {
    let from = stretches[index] as number;
    const end = stretches[index + 1] as number;
    while (next < parts.length && (parts[next] as Replaced).end <= from) next++;
    let isWhole = true;
    for (let at = next; at < parts.length && (parts[at] as Replaced).start < end; at++) {
      const part = parts[at] as Replaced;
      if (part.start > from) keep(from, part.start, false);
      from = part.end;
      isWhole = false;
    }
    if (from < end) keep(from, end, isWhole);
  }
}
