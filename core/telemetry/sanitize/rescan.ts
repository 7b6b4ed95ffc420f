// What a scan would tell of a text in which private parts have just been replaced. No word, run or number goes through a
// placeholder or begins in one, so what was seen before is moved or cut, and the text need not be walked again.

import { isDigit } from "./characters.ts";
import { digitsIn, isRunOfKey, type Scan } from "./scan.ts";

export interface Replaced {
  /** In the text that was scanned. Parts are in order and apart from each other. */
  start: number;
  end: number;
  placeholder: string;
}

/**
 * `text` is that of `seen` with `parts` replaced. Some of the places may hold no word any more: a rule looks for itself.
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
  return { text, places, runs, numbers: numbersLeft(seen, parts, move) };
}

/** A number ends before a part, and begins behind none. */
function numbersLeft({ text, numbers }: Scan, parts: readonly Replaced[], move: Move): number[] {
  const left: number[] = [];
  let next = 0; // the first part behind a number's start
  let cut: Cut | undefined;
  for (let index = 0; index < numbers.length; index += 3) {
    const start = numbers[index] as number;
    let end = numbers[index + 1] as number;
    let digits = numbers[index + 2] as number;
    while (next < parts.length && (parts[next] as Replaced).start <= start) next++;
    if (next > 0 && (parts[next - 1] as Replaced).end >= start) continue;
    const at = parts[next]?.start ?? end;
    if (at < end) {
      if (cut?.at !== at || cut.end !== end) cut = cutOf(text, start, end, digits, at);
      digits -= cut.lost;
      end = cut.left;
    }
    left.push(move(start), move(end - 1) + 1, digits);
  }
  return left;
}

/** What a part does to all numbers that end together behind it: told once, for they may be thousands. */
interface Cut {
  at: number;
  end: number;
  /** Where they end now. */
  left: number;
  /** Digits. */
  lost: number;
}

function cutOf(text: string, start: number, end: number, digits: number, at: number): Cut {
  let left = at;
  while (left > start && !isDigit(text.charCodeAt(left - 1))) left--;
  return { at, end, left, lost: digits - digitsIn(text, start, left) };
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
