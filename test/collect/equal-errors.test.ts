import fc from "fast-check";
import { expect, test } from "vitest";
import { areEqual, hashOf, type Identity } from "../../core/telemetry/collect/equal-errors.ts";

const masked = (message: string) => message.replace(/\d+/g, "0");
const words = fc.string({ unit: fc.constantFrom("a", "b", "0", "7", "42", " ", "é", "٣"), maxLength: 8 });
const identities = fc.record({
  directory: fc.constantFrom("/d", "/e"),
  repo: fc.constantFrom("r", "s"),
  agent: fc.constantFrom("A", "B"),
  error_type: fc.constantFrom("E", "F"),
  error_message: words,
});

const likeEachOther = (one: Identity, other: Identity) =>
  JSON.stringify({ ...one, error_message: masked(one.error_message) }) ===
  JSON.stringify({ ...other, error_message: masked(other.error_message) });

test("errors are equal exactly when nothing but the digits of their messages differs, and then so are their hashes", () => {
  fc.assert(
    fc.property(identities, identities, words, (one, two, message) => {
      for (const other of [two, { ...one, error_message: two.error_message }, { ...one, error_message: message }]) {
        expect(areEqual(one, other)).toBe(likeEachOther(one, other));
        if (likeEachOther(one, other)) expect(hashOf(one)).toBe(hashOf(other));
      }
    }),
    { numRuns: 2000 },
  );
});

test("of 100,000 messages that differ in their words, hardly two have one hash", () => {
  const letters = (number: number) => number.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");
  const hashes = Array.from({ length: 100_000 }, (_, number) =>
    hashOf({ directory: "/d", repo: "r", agent: "A", error_type: "E", error_message: `no file ${letters(number)}` }),
  );
  expect(new Set(hashes).size).toBeGreaterThan(99_990);
});
