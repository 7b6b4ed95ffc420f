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
  const shifts = shiftsOf(parts);
  const places = seen.places.map((own) => own && placesLeft(own, parts, shifts));
  return { text, places, runs: runsLeft(seen, parts, shifts), numbers: numbersLeft(seen, parts, shifts) };
}

/** How far the text before each part moves, and the text behind the last. */
function shiftsOf(parts: readonly Replaced[]): number[] {
  const shifts = [0];
  let shift = 0;
  for (const { start, end, placeholder } of parts) {
    shift += placeholder.length - (end - start);
    shifts.push(shift);
  }
  return shifts;
}

function placesLeft(
  places: readonly number[],
  parts: readonly Replaced[],
  shifts: readonly number[],
): number[] | undefined {
  let left: number[] | undefined;
  let next = 0; // the first part that ends behind the place
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as number;
    while (next < parts.length && place >= (parts[next] as Replaced).end) next++;
    if (next < parts.length && place >= (parts[next] as Replaced).start) continue;
    const moved = place + (shifts[next] as number);
    if (left === undefined) left = [moved];
    else left.push(moved);
  }
  return left;
}

function runsLeft({ text, runs }: Scan, parts: readonly Replaced[], shifts: readonly number[]): number[] {
  const left: number[] = [];
  let next = 0; // the first part that ends behind the run's start
  for (let index = 0; index < runs.length; index += 3) {
    let start = runs[index] as number;
    const end = runs[index + 1] as number;
    while (next < parts.length && (parts[next] as Replaced).end <= start) next++;
    if (next === parts.length || (parts[next] as Replaced).start >= end) {
      const shift = shifts[next] as number;
      left.push(start + shift, end + shift, runs[index + 2] as number);
      continue;
    }
    let at = next;
    for (; at < parts.length && (parts[at] as Replaced).start < end; at++) {
      addRun(left, text, start, (parts[at] as Replaced).start, shifts[at] as number);
      start = (parts[at] as Replaced).end;
    }
    addRun(left, text, start, end, shifts[at] as number);
  }
  return left;
}

function addRun(runs: number[], text: string, start: number, end: number, shift: number): void {
  if (isRunOfKey(text, start, end)) runs.push(start + shift, end + shift, digitsIn(text, start, end));
}

/** A number ends before a part, and begins behind none. */
function numbersLeft({ text, numbers }: Scan, parts: readonly Replaced[], shifts: readonly number[]): number[] {
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
    const shift = shifts[next] as number;
    left.push(start + shift, end + shift, digits);
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
