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

const SENTENCE = "the upstream service closed the connection";
/** As long as the sentence, and unlike it. */
const others = (count: number, from: string, to: string) =>
  Array.from({ length: count }, (_, index) => from + String.fromCharCode(0x4e00 + index).repeat(SENTENCE.length) + to);

test("those that are plainly far do not keep near ones from each other, as many as may stand between", () => {
  const [a, z] = [`xa ${SENTENCE} ya`, `xz ${SENTENCE} yz`];
  for (const [between, isFound] of [
    [20, true],
    [30, false],
  ] as const)
    expect(nearDuplicates(groupsOf(a, ...others(between, "xm ", " ym"), z))).toHaveLength(isFound ? 1 : 0);
});

test("of many near ones some are offered for each, not all pairs", () => {
  const near = nearDuplicates(
    groupsOf(...Array.from({ length: 20 }, (_, index) => SENTENCE + "abcdefghijklmnopqrst"[index])),
  );
  const offered = near.filter(({ groups }) => groups.includes("g0")).length;
  expect(offered).toBeGreaterThanOrEqual(6);
  expect(near.length).toBeLessThanOrEqual(2 * 6 * 20);
  expect(near.length).toBeLessThan((20 * 19) / 2);
});

test("what follows two hundred characters does not matter", () => {
  const begin = SENTENCE.repeat(5).slice(0, 200);
  expect(nearDuplicates(groupsOf(begin, begin + others(1, "", "")))).toEqual([{ groups: ["g0", "g1"], distance: 0 }]);
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

test("of a handful, every pair within a tenth of its mean length is offered with its distance, and no other", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 60 });
  const near = text.chain((base) =>
    fc.tuple(
      fc.constant(base),
      ...Array.from({ length: 5 }, () =>
        fc
          .array(fc.tuple(fc.nat(60), fc.nat(2), fc.constantFrom("", "a", "x")), { maxLength: 5 })
          .map((edits) =>
            edits.reduce((had, [at, gone, come]) => had.slice(0, at) + come + had.slice(at + gone), base),
          ),
      ),
    ),
  );
  fc.assert(
    fc.property(near, (templates) => {
      const groups = groupsOf(...templates);
      const expected = groups.flatMap((one, index) =>
        groups.slice(index + 1).flatMap((other) => {
          const mean = (one.template.length + other.template.length) / 2;
          const edits = distanceByTheBook(one.template, other.template);
          return edits <= Math.floor(mean / 10) ? [[one.id, other.id, mean === 0 ? 0 : edits / mean]] : [];
        }),
      );
      const offered = nearDuplicates(groups).map(({ groups: pair, distance }) => [...pair, distance]);
      expect(offered.toSorted()).toEqual(expected.toSorted());
      expect(offered.map(([, , distance]) => distance)).toEqual(expected.map(([, , distance]) => distance).toSorted());
    }),
    { numRuns: runs(2000) },
  );
});

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
