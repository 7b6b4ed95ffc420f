import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE } from "../../core/telemetry/report/index.ts";
import { maskFor, tellsStandIn } from "../../core/telemetry/report/number-mask.ts";
import { runs } from "../runs.ts";

const mask = maskFor(CATALOGUE);
const HASH = "5d41402abc4b2a76b9719d911017c592a1b2c3d4";
const UUID = "550e8400-e29b-41d4-a716-446655440000";

test.each([
  ["took 45 ms", "took 77 ms"],
  ["45 of 46, then 45", "77 of 88, then 77"],
  ["45 46 47 48 46", "77 88 66 48 88"],
  ["a45b a-46.", "a77b a-88."],
  ["status 604 or 99", "status 777 or 88"],
  ["12345678901234567890", "77777777777777777777"],
  [`commit ${HASH}`, `commit ${"7d".repeat(20)}`],
  [`45 of ${UUID}`, "77 of 8d8d8d8d-8d8d-8d8d-8d8d-8d8d8d8d8d8d"],
  [`***${HASH}***`, `***${"7d".repeat(20)}***`],
  ["0".repeat(40), "7".repeat(40)],
])("what tells nothing is made alike: %j", (message, masked) => {
  expect(mask.of(message)).toBe(masked);
});

test.each([
  ["no number", "there is none"],
  ["took 5 ms", "of one digit there are ten messages and no more"],
  ["127", "a rule speaks of it"],
  ["status 404", "a status"],
  ["2026-11-22, 10:30, 1.23, 10.0.0.45, 3/10, 1,000, 45_6", "parts of dates, addresses, versions"],
  ["took 45 of 77 and 48 of 66 and 88", "three, and a stand-in that stays"],
  [`the key ***${UUID}*** of 2026-77-01`, "a stand-in that stays"],
])("other messages stay as they are: %s, %s", (message) => {
  expect(mask.of(message)).toBeUndefined();
});

type Value = [from: number, end: number, number: number];

/** By the book: one expression, and a look around. */
function valuesByTheBook(message: string): Value[] | undefined {
  const found: Value[] = [];
  const numbers = new Map<string, number>();
  const names = /(?<!\w)[0-9a-f]{40}(?!\w)|(?<![\w*])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)|\d{2,20}/g;
  for (const { 0: value, index } of message.matchAll(names)) {
    const end = index + value.length;
    const isPart = /\d[-:./,_]$/.test(message.slice(0, index)) || /^[-:./,_]\d/.test(message.slice(end));
    const tells = isPart || /^[1-5]\d\d$/.test(value) || CATALOGUE.looks.numbers.includes(value);
    if (tells || (!numbers.has(value) && numbers.size === 3)) {
      if (/77|88|66|7d7d|8d8d|6d6d/.test(value)) return undefined;
      continue;
    }
    if (!numbers.has(value)) numbers.set(value, numbers.size + (/\D/.test(value) ? 3 : 0));
    found.push([index, end, numbers.get(value) as number]);
  }
  return found;
}

function maskedByTheBook(message: string): string | undefined {
  const values = valuesByTheBook(message) ?? [];
  const masked = values.reduceRight((text, [from, end, number]) => {
    const standIn = "786"[number % 3] as string;
    const value = text.slice(from, end);
    return (
      text.slice(0, from) +
      value.replace(/\w{1,2}/g, number < 3 ? (digits) => standIn.repeat(digits.length) : () => `${standIn}d`) +
      text.slice(end)
    );
  }, message);
  return values.length === 0 ? undefined : masked;
}

const PIECES = [
  "45",
  "46",
  "47",
  "5",
  "0",
  "404",
  "604",
  "127",
  "77",
  "88",
  "67",
  "1234567890",
  "7d7d",
  "ab",
  "x",
  "d",
  "g",
  " ",
  " ",
  " ",
  "-",
  ":",
  ".",
  "/",
  ",",
  "_",
  "*",
  "A",
  "=",
];
const anyMessage = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...PIECES), weight: 8 },
      fc.constantFrom(
        HASH,
        UUID,
        HASH.replace("5d", "77"),
        UUID.slice(1),
        UUID.replace("-", "x"),
        `${UUID}0`,
        "7d".repeat(20),
      ),
      fc.stringMatching(/^\d{1,6}$/),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));

test("the mask is that by the book", () => {
  fc.assert(
    fc.property(anyMessage, fc.constantFrom("", "é", "→"), (message, other) => {
      for (const text of [message, message + other, other + message]) expect(mask.of(text)).toBe(maskedByTheBook(text));
    }),
    { numRuns: runs(20_000) },
  );
});

test("in the bytes of a line there are the same values, and no copy is made", () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const line = `{"m":"${message}"}`;
      const start = 6;
      expect(mask.valuesIn(new TextEncoder().encode(line), start, start + message.length)).toEqual(
        valuesByTheBook(message)?.flatMap(([from, end, number]) => [start + from, start + end, number]),
      );
    }),
    { numRuns: runs(20_000) },
  );
});

test("a message as long as any is masked to its end", () => {
  for (const length of [4000, 4092, 4096, 5000, 20_000])
    expect(mask.of("x".repeat(length) + 45)).toBe("x".repeat(length) + 77);
});

test.each([
  ["77", true],
  ["a 88 b", true],
  ["66", true],
  ["7d7d", true],
  ["7d8d", false],
  ["78 or 7", false],
])("that %j tells a stand-in is %s", (text, tells) => {
  expect(tellsStandIn(text)).toBe(tells);
});
