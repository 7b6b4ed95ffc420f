import fc from "fast-check";
import { expect, test } from "vitest";
import { eventOf, patternsFor, times, UNTIL } from "./events.ts";

/** Failures of one family that differ in one thing or another, and in nothing that tells which of them is worse. */
const storm = fc.record({
  repo: fc.constantFrom("a", "b"),
  agent: fc.constantFrom("A", "B"),
  error_type: fc.constantFrom("FileNotFoundError", "Error"),
  error_message: fc.constantFrom(
    "ENOENT: no such file or directory, open 'x.md'",
    "File not found: x.md",
    "File not found: y.md",
  ),
  stack: fc.constantFrom<string[]>(["at run (agents/run.ts:4:1)"], ["at walk (agents/walk.ts:4:1)"], []),
});

test("whichever of several comes first, a report says the same of them", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(storm, { minLength: 2, maxLength: 5, selector: (parts) => JSON.stringify(parts) }),
      (storms) => {
        const events = storms.flatMap((parts) => times(10, (index) => eventOf({ ...parts, at: UNTIL - 1000 * index })));
        expect(patternsFor(events.toReversed())).toEqual(patternsFor(events));
      },
    ),
  );
});
