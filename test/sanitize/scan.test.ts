// Where the words of the rules stand, and what is left of it once private parts have been replaced.

import fc from "fast-check";
import { expect, test } from "vitest";
import { automatonOf } from "../../core/telemetry/sanitize/automaton.ts";
import { RULES } from "../../core/telemetry/sanitize/index.ts";
import { type Replaced, rescan } from "../../core/telemetry/sanitize/rescan.ts";
import { type Scan, scan } from "../../core/telemetry/sanitize/scan.ts";
import { runs } from "./runs.ts";

const WORDS = ["key", "apikey", "keys", "eye", "://", "-----begin ", "a-", "€uro"];

test("the walk finds the words that a search for each of them finds, in any case and one within another", () => {
  const automaton = automatonOf(WORDS.map((word) => [word]));
  const text = fc
    .array(fc.constantFrom(...WORDS, ..."akey:/- €uroEYK\u2028"), { maxLength: 12 })
    .map((all) => all.join(""));
  const law = fc.property(text, (searched) => {
    const found = WORDS.map((word) => searched.toLowerCase().indexOf(word));
    const { places } = scan(searched, automaton);
    expect(WORDS.map((_, owner) => places[owner]?.[0] ?? -1)).toEqual(found);
  });
  fc.assert(law, { numRuns: runs(2_000) });
});

test("words of one list share their places, in the order of their ends", () => {
  expect(scan("a key, two keys", automatonOf([["key", "keys"], ["two"]])).places).toEqual([[2, 11, 11], [7]]);
});

test.each([
  ["id req_01hx4 in config-file.json", [3, 12, 3, 16, 27, 0]],
  ["ordinary words", []],
  ["key=a1b2c3d4", [0, 12, 4]],
  ["a-b-c-d", []],
])("%s has its runs where digits or joints are in eight characters", (text, runs) => {
  expect(scan(text, automatonOf([])).runs).toEqual(runs);
});

test.each([
  ["call (646) 555-0164 now", [6, 19, 10]],
  ["1, 2 and 3", []],
  ["10:20 then 123456", [0, 5, 4, 11, 17, 6]],
])("%s has its numbers where four digits lie close together", (text, numbers) => {
  expect(scan(text, automatonOf([])).numbers).toEqual(numbers);
});

const automaton = automatonOf(RULES.map(({ needles }) => needles));
const SAMPLES = RULES.flatMap(({ samples }) => samples.hidden.map(([text]) => text));
const PLACEHOLDERS = [...new Set(RULES.map(({ placeholder }) => placeholder))];

test("a rescan sees what a scan of the new text would see outside of the placeholders", () => {
  const text = fc
    .array(fc.constantFrom(...SAMPLES, " ", "\n", "12", "a1-"), { minLength: 1, maxLength: 6 })
    .map((all) => all.join(""));
  const cuts = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 30 }), fc.constantFrom(...PLACEHOLDERS)), {
    maxLength: 5,
  });
  const law = fc.property(text, cuts, (before, wanted) => {
    const parts: Replaced[] = [];
    for (const [start, length, placeholder] of wanted.toSorted((a, b) => a[0] - b[0])) {
      const end = start + length;
      if (start >= (parts.at(-1)?.end ?? 0) && end <= before.length) parts.push({ start, end, placeholder });
    }
    const after = replaced(before, parts);
    const [moved, walked] = [rescan(scan(before, automaton), parts, after.text), scan(after.text, automaton)];
    expect(outside(moved.runs, 3, after.hidden)).toEqual(outside(walked.runs, 3, after.hidden));
    expect(outside(moved.numbers, 3, after.hidden)).toEqual(outside(walked.numbers, 3, after.hidden));
    expect(missing(moved, walked, after.hidden)).toEqual([]);
    expect(moved.longest).toBeGreaterThanOrEqual(walked.longest);
    expect(moved.digits).toBeGreaterThanOrEqual(walked.digits);
  });
  fc.assert(law, { numRuns: runs(2_000) });
});

type Stretch = readonly [start: number, end: number];

function replaced(text: string, parts: readonly Replaced[]): { text: string; hidden: Stretch[] } {
  let answer = "";
  let from = 0;
  const hidden: Stretch[] = [];
  for (const { start, end, placeholder } of parts) {
    answer += text.slice(from, start);
    hidden.push([answer.length, answer.length + placeholder.length]);
    answer += placeholder;
    from = end;
  }
  return { text: answer + text.slice(from), hidden };
}

function outside(stretches: readonly number[], stride: number, hidden: readonly Stretch[]): number[] {
  const isHidden = (at: number) => hidden.some(([start, end]) => at >= start && at < end);
  return stretches.filter((_, index) => !isHidden(stretches[index - (index % stride)] as number));
}

function missing(moved: Scan, walked: Scan, hidden: readonly Stretch[]): [string | undefined, number][] {
  return walked.places.flatMap((places, rule) =>
    outside(places ?? [], 1, hidden)
      .filter((place) => moved.places[rule]?.includes(place) !== true)
      .map((place): [string | undefined, number] => [RULES[rule]?.id, place]),
  );
}
