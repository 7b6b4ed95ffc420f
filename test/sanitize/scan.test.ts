// Where the words of the rules stand, and what is left of it once private parts have been replaced.

import fc from "fast-check";
import { expect, test } from "vitest";
import { RULES } from "../../core/telemetry/sanitize/index.ts";
import { type Replaced, rescan } from "../../core/telemetry/sanitize/rescan.ts";
import { longestRun, mostDigits, type Scan, scan, valueStart } from "../../core/telemetry/sanitize/scan.ts";
import { wordsOf } from "../../core/telemetry/sanitize/words.ts";
import { runs } from "../runs.ts";

const WORDS = ["key", "apikey", "keys", "eye", "id", "s.", "://", "-----begin ", "a-", "€uro", ":", "-"];

test("the walk finds words wherever they stand, in any case and one within another", () => {
  const words = wordsOf(WORDS.map((word) => [word]));
  const text = fc
    .array(fc.constantFrom(...WORDS, ..."akeyids.:/- €uroEYKIDS\u2028"), { maxLength: 12 })
    .map((all) => all.join(""));
  const law = fc.property(text, (searched) => {
    expect(Array.from(scan(searched, words).places, (own) => own ?? [])).toEqual(
      WORDS.map((word) => placesIn(searched.toLowerCase().replace(/[^ -~]/g, "€"), word)),
    );
  });
  fc.assert(law, { numRuns: runs(2_000) });
});

function placesIn(text: string, word: string): number[] {
  return [...text].flatMap((_, at) => (text.startsWith(word, at) ? [at] : []));
}

test("words of one list share their places, each of them once", () => {
  expect(scan("a key, two keys", wordsOf([["key", "keys"], ["two"]])).places).toEqual([[2, 11], [7]]);
});

test.each([
  ["id req_01hx4 in config-file.json", [3, 12, 3, 16, 27, 0]],
  ["ordinary words", []],
  ["key=a1b2c3d4", [0, 12, 4]],
  ["a-b-c-d", []],
])("%s has its runs where digits or joints are in eight characters", (text, runs) => {
  expect(scan(text, wordsOf([])).runs).toEqual(runs);
});

test.each([
  ["call (646) 555-0164 now", [6, 19, 10, 11, 19, 7]],
  ["version 1.24.3 of v2-17", [8, 14, 4]],
  ["10:20 then 123456", [0, 5, 4, 3, 5, 2, 11, 17, 6]],
  ["***ID***12 or *12*", [15, 17, 2]],
])("%s has its numbers where no name or version stands before", (text, numbers) => {
  expect(scan(text, wordsOf([])).numbers).toEqual(numbers);
});

test("runs and numbers are what expressions for them find", () => {
  const text = fc
    .array(fc.constantFrom(..."0179aZ-_+=.*(: é", "***", "abcdefg", "1234567"), { maxLength: 40 })
    .map((all) => all.join(""));
  const law = fc.property(text, (any) => {
    const seen = scan(any, wordsOf([]));
    const runs = [...any.matchAll(/[\w+=-]{8,}/g)].filter(([run]) => /[^A-Za-z]/.test(run));
    expect(seen.runs).toEqual(runs.flatMap(stretch));
    const starts = [...any.matchAll(/(?<![A-Za-z\d_.-]|\*{3})\d/g)];
    const numbers = starts.map(({ index }) => ({ index, 0: /\d(?:\D{0,2}\d)*/.exec(any.slice(index))?.[0] ?? "" }));
    expect(seen.numbers).toEqual(numbers.flatMap(stretch));
    expect(longestRun(seen)).toBe(Math.max(0, ...runs.map(([run]) => (/\d/.test(run) ? run.length : 0))));
    expect(mostDigits(seen)).toBe(Math.max(0, ...numbers.map((number) => stretch(number)[2])));
  });
  fc.assert(law, { numRuns: runs(20_000) });
});

const stretch = (match: { index: number; 0: string }): [start: number, end: number, digits: number] => [
  match.index,
  match.index + match[0].length,
  match[0].replace(/\D/g, "").length,
];

const words = wordsOf(RULES.map(({ needles }) => needles));
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
    const [moved, walked] = [rescan(scan(before, words), parts, after.text), scan(after.text, words)];
    expect(outside(moved.runs, 3, after.hidden)).toEqual(outside(walked.runs, 3, after.hidden));
    expect(outside(moved.numbers, 3, after.hidden)).toEqual(outside(walked.numbers, 3, after.hidden));
    expect(missing(moved, walked, after.hidden)).toEqual([]);
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

test.each([
  ["abcdefg-[12345678]-hijklmn", [0, 8, 0, 16, 24, 0]],
  ["abcdefgh1[2345678]abcdefgh", [0, 9, 1]],
  ["abcdef1[2345678]1hijklm", []],
  ["abcdefghij[2345678] a1b2c3d4", [19, 27, 4]],
])("of the runs in %s those are left that may be keys without the part that is hidden", (marked, runs) => {
  const [start, end] = [marked.indexOf("["), marked.indexOf("]") - 1];
  const before = marked.replace(/[[\]]/g, "");
  const parts = [{ start, end, placeholder: "***ID***" }];
  expect(rescan(scan(before, wordsOf([])), parts, replaced(before, parts).text).runs).toEqual(runs);
});

test.each([
  ["state=abc=", 6],
  ["abc==", 0],
  ["a=b=c", 4],
  ["====", 0],
  ["abc", 0],
])("the value of the run %s begins at %i", (run, start) => {
  expect(valueStart(run, 0, run.length)).toBe(start);
});
