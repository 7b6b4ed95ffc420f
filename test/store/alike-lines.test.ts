import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf } from "../../core/telemetry/event.ts";
import { CATALOGUE, failureOf, type Tally, tallying } from "../../core/telemetry/report/index.ts";
import { digestOf, readEvents } from "../../core/telemetry/store/index.ts";
import { runs } from "../runs.ts";
import { lineOf, storeOf } from "./folder.ts";

const START = Date.UTC(2026, 9, 24);
const DAY_MS = 24 * 60 * 60 * 1000;
const WINDOW = { since: START - 1, until: START + DAY_MS - 1 };

/** `#` is a number of its own in each line, `@` one in hex digits. */
const MESSAGES = [
  "Request timed out after # ms (attempt # of 3)",
  "connect ECONNREFUSED 127.0.0.1:#",
  "expected #, received #",
  'Unexpected token "#" at 77',
  "HTTP # from the server",
  "reference is not a tree: @",
  "tab\t#",
  "it broke",
  "TimeoutError: it broke",
  ...CATALOGUE.rules.flatMap(({ samples }) => samples.match.map((sample) => failureOf(sample).error_message)),
];

const anyNumber = fc.oneof(fc.nat(9), fc.nat(999), fc.nat(99_999), fc.constantFrom(77, 404, 429, 8080)).map(String);
const anyHash = fc.constantFrom("5d41402abc4b2a76b9719d911017c592a1b2c3d4", "0".repeat(40), "7d".repeat(20), "abc");

const anyShape = fc.record({
  message: fc.oneof(fc.constantFrom(...MESSAGES.slice(0, 9)), fc.constantFrom(...MESSAGES)),
  error_type: fc.constantFrom("Error", "TimeoutError"),
  repo: fc.constantFrom("a1", "a2"),
  context: fc.constantFrom({}, { retry_count: 1 }, { class: "K:1,", ms: 12.5 }, { class: "K:2,", ms: 0 }, { class: 3 }),
  rest: fc.constantFrom({}, { count: 3 }, { count: 4, commit: "c".repeat(40) }, { stack: ["f (a.ts:1:1)"] }),
  /** Another program may write a letter otherwise. */
  letter: fc.constantFrom("e", "e", "\\u0065", "\\u0066"),
});
const anyOwn = fc.record({
  numbers: fc.array(anyNumber, { minLength: 2, maxLength: 2 }),
  hash: anyHash,
  seconds: fc.nat(80_000),
  telemetry_id: fc.constantFrom("00000001", "00000002", "a3f4b2c1"),
});
const SHAPE_KEYS = ["message", "error_type", "repo", "context", "rest", "letter"] as const;
type Shape = typeof anyShape extends fc.Arbitrary<infer T> ? T : never;
type Own = typeof anyOwn extends fc.Arbitrary<infer T> ? T : never;

function lineIn({ message, rest, letter, ...parts }: Shape, { numbers, hash, seconds, telemetry_id }: Own): string {
  let number = 0;
  const error_message = message.replaceAll("#", () => numbers[number++ % 2] as string).replace("@", hash);
  const timestamp = new Date(START + seconds * 1000).toISOString();
  const line = lineOf({ ...parts, timestamp, telemetry_id, error_message, ...rest });
  return `${line.replace(/("error_message":"[^"\\]*?)e/, `$1${letter}`)}\n`;
}

/** Of shapes that differ in one thing. */
const anyLines = fc
  .tuple(anyShape, fc.array(fc.tuple(fc.constantFrom(...SHAPE_KEYS), anyShape), { minLength: 1, maxLength: 8 }))
  .map(([shape, others]) => [shape, ...others.map(([key, other]) => ({ ...shape, [key]: other[key] }))])
  .chain((shapes) =>
    fc.array(
      fc.tuple(fc.constantFrom(...shapes), anyOwn).map(([shape, own]) => lineIn(shape, own)),
      { maxLength: 100 },
    ),
  );

const shown = ({ cells, groups }: Tally): unknown => ({
  groups: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)),
  cells: [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { times, commits, ...cell }]) => [key, cell, times.toJson(), [...(commits ?? [])].sort()]),
});

const totalOf = ({ cells }: Tally): number => [...cells.values()].reduce((sum, { times }) => sum + times.total, 0);

function expectAsRead(lines: readonly string[]): void {
  const directory = storeOf(lines.join(""));
  const digest = tallying();
  const whole = digest.empty();
  for (const event of readEvents(directory)) digest.add(whole, event, instantOf(event.timestamp));
  const [counted] = digestOf(directory, [WINDOW], tallying());
  expect(shown(counted as Tally)).toEqual(shown(whole));
}

test("lines that are counted as others were, by their bytes, come to what they come to when each of them is read", () => {
  fc.assert(fc.property(anyLines, expectAsRead), { numRuns: runs(500) });
});

test("also when what they are counted in turns out to be too much to be told apart", () => {
  const letters = Array.from({ length: 300 }, (_, index) => index % 150).map(
    (index) => `${"abcdefghijkl"[index % 12]}${"nopqrstuvwxyz"[Math.floor(index / 12)]}`,
  );
  expectAsRead(
    letters.map((name, index) => {
      const timestamp = new Date(START + index * 1000).toISOString();
      return `${lineOf({ timestamp, error_type: "ModuleNotFoundError", error_message: `No module named '${name}'` })}\n`;
    }),
  );
});

test("also when there are more kinds of lines than are kept, and the last of them comes again on the next day", () => {
  const kinds = [...Array.from({ length: 5001 }, (_, kind) => kind), 5000 + DAY_MS / 1000];
  const lines = kinds.flatMap((kind) =>
    [0, 1].map((ms) => {
      const timestamp = new Date(START + kind * 1000 + ms).toISOString();
      return `${lineOf({ timestamp, context: { class: `K${kind % (DAY_MS / 1000)}` } })}\n`;
    }),
  );
  const [tally] = digestOf(storeOf(lines.join("")), [{ since: START - 1, until: START + 2 * DAY_MS - 1 }], tallying());
  expect(totalOf(tally as Tally)).toBe(lines.length);
});

test("of a thousand lines that differ in time, id and a duration few are read", () => {
  const lines = Array.from({ length: 1000 }, (_, index) =>
    lineOf({
      timestamp: new Date(START + index * 1000).toISOString(),
      telemetry_id: String(index).padStart(8, "0"),
      error_message: `Request timed out after ${1000 + index} ms`,
      context: { retry_count: index % 3, duration_ms: index * 7 },
    }),
  );
  const digest = tallying();
  let read = 0;
  const counting = {
    ...digest,
    add: (...parts: Parameters<typeof digest.add>) => {
      read++;
      return digest.add(...parts);
    },
  };
  const [tally] = digestOf(storeOf(`${lines.join("\n")}\n`), [WINDOW], counting);
  expect(totalOf(tally as Tally)).toBe(1000);
  expect(read).toBeLessThan(5);
});
