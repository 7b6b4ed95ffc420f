import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNeedles, prefilterOf } from "../../core/telemetry/report/prefilter.ts";
import { runs } from "../runs.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "A", " ", "é", "\u0141"), minLength: 3, maxLength: 6 });
const sign = fc.option(fc.array(word, { minLength: 1, maxLength: 3 }), { nil: undefined });

test("those signs are looked for of which a needle is in the text, and those that have none", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "A", " ", "é", "\u0141"), maxLength: 40 });
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), text, (signs, told) => {
      const expected = signs.flatMap((needles, number) =>
        needles === undefined || needles.some((needle) => told.includes(needle)) ? [number] : [],
      );
      const files = JSON.parse(JSON.stringify(fileNeedles(signs)));
      const prefilter = prefilterOf(files);
      prefilter(signs.flat().join(""));
      expect(prefilter(told)).toEqual(expected);
    }),
    { numRuns: runs(10_000) },
  );
});

test("a needle is filed under what stands in few others", () => {
  const files = fileNeedles([["error abc"], ["error def"], ["error ghi"]]).files.flatMap(([, file]) => file);
  expect(files.map(([needle, offset]) => needle.slice(offset, offset + 3)).sort()).not.toContain("err");
  expect(new Set(fileNeedles([["error abc"], ["error def"]]).files.map(([code]) => code)).size).toBe(2);
});
