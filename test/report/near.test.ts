import fc from "fast-check";
import { expect, test } from "vitest";
import { nearDuplicates } from "../../core/telemetry/report/index.ts";

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
