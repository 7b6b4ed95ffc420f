import fc from "fast-check";
import { expect, test } from "vitest";
import { areOfSame, hashOf, type Identity, masked } from "../../core/telemetry/collect/equal-errors.ts";

const words = fc.string({ unit: fc.constantFrom("a", "b", "0", "7", "42", " ", "é", "٣"), maxLength: 8 });
const identities = fc.record({
  directory: fc.constantFrom("/d", "/e"),
  repo: fc.constantFrom("r", "s"),
  agent: fc.constantFrom("A", "B"),
  error_type: fc.constantFrom("E", "F"),
  error_message: words,
});

const areEqual = (one: Identity, other: Identity) =>
  areOfSame(one, other) && masked(one.error_message) === masked(other.error_message);

test("errors that are equal have one hash", () => {
  fc.assert(
    fc.property(identities, identities, words, (one, two, message) => {
      for (const other of [two, { ...one, error_message: two.error_message }, { ...one, error_message: message }])
        if (areEqual(one, other)) expect(hashOf(one)).toBe(hashOf(other));
    }),
    { numRuns: 5000 },
  );
});

test("of 100,000 messages that differ in their words, hardly two have one hash", () => {
  const letters = (number: number) => number.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");
  const hashes = Array.from({ length: 100_000 }, (_, number) =>
    hashOf({ directory: "/d", repo: "r", agent: "A", error_type: "E", error_message: `no file ${letters(number)}` }),
  );
  expect(new Set(hashes).size).toBeGreaterThan(99_990);
});
