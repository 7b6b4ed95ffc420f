import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../core/telemetry/report/edit-distance.ts";
import { nearDuplicates } from "../../core/telemetry/report/index.ts";
import { runs } from "../runs.ts";

const groupsOf = (...templates: string[]) => templates.map((template, index) => ({ id: `g${index}`, template }));

test("templates that differ in a few characters are offered, nearest first", () => {
  const near = nearDuplicates(
    groupsOf(
      "the upstream service closed the connection",
      "the upstream service closed its connection",
      "the upstream service closed the connections",
      "no space left on device",
    ),
  );
  expect(near.map(({ groups }) => groups)).toEqual([
    ["g0", "g2"],
    ["g0", "g1"],
    ["g1", "g2"],
  ]);
});

test("a difference at the beginning is found as one at the end", () => {
  const near = nearDuplicates(
    groupsOf("A connection could not be established", "Z connection could not be established"),
  );
  expect(near).toHaveLength(1);
});

test("no order of the groups matters, and every offer is within a tenth", () => {
  const words = fc.array(fc.constantFrom("the", "tool", "cannot", "reach", "its", "server", "again"), {
    minLength: 3,
    maxLength: 9,
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(
        words.map((all) => all.join(" ")),
        { maxLength: 30 },
      ),
      (templates) => {
        const groups = groupsOf(...templates);
        const near = nearDuplicates(groups);
        expect(nearDuplicates(groups.toReversed())).toEqual(near);
        for (const { distance } of near) expect(distance).toBeLessThanOrEqual(0.1);
      },
    ),
  );
});

/** By the book: every row of the table. */
function distanceByTheBook(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of a.split("").entries()) {
    const line = [row + 1];
    for (const [column, other] of b.split("").entries())
      line.push(
        Math.min(
          (above[column] as number) + (letter === other ? 0 : 1),
          (above[column + 1] as number) + 1,
          (line[column] as number) + 1,
        ),
      );
    above = line;
  }
  return above[b.length] as number;
}

test("the distance is Levenshtein's up to its limit, and unknown beyond it", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 14 });
  fc.assert(
    fc.property(text, text, fc.nat(14), (a, b, limit) => {
      const edits = distanceByTheBook(a, b);
      expect(editDistance(a, b, limit)).toBe(edits <= limit ? edits : undefined);
    }),
    { numRuns: runs(2000) },
  );
});
