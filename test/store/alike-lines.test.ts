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

/** How many lines are read the long way; each of them is counted. */
function readOf(lines: readonly string[]): number {
  const digest = tallying();
  let read = 0;
  const counting = {
    ...digest,
    add: (...parts: Parameters<typeof digest.add>) => {
      read++;
      return digest.add(...parts);
    },
  };
  const [tally] = digestOf(storeOf(lines.map((line) => `${line}\n`).join("")), [WINDOW], counting);
  expect(totalOf(tally as Tally)).toBe(lines.reduce((sum, line) => sum + (JSON.parse(line).count ?? 1), 0));
  return read;
}

const secondsOn = (seconds: number) => new Date(START + seconds * 1000).toISOString();

test("of a thousand lines that differ in time, id and a duration few are read", () => {
  const lines = Array.from({ length: 1000 }, (_, index) =>
    lineOf({
      timestamp: secondsOn(index),
      telemetry_id: String(index).padStart(8, "0"),
      error_message: `Request timed out after ${1000 + index} ms`,
      context: { retry_count: index % 3, duration_ms: index * 7 },
    }),
  );
  expect(readOf(lines)).toBeLessThan(5);
});

test("where most lines are like no other it gives up, and where most are like one it begins anew", () => {
  const kind = (number: number, seconds = number) =>
    lineOf({ timestamp: secondsOn(seconds), context: { class: `K${number}` } });
  const kinds = Array.from({ length: 5001 }, (_, number) => kind(number));
  const [one, again] = [Array.from({ length: 3 }, (_, index) => kind(1, 6000 + index)), 5000];
  expect(readOf([...kinds, ...one])).toBe(5001 + 3);
  const alike = Array.from({ length: again }, (_, index) => kind(0, 7000 + index));
  expect(readOf([...kinds.slice(0, 1), ...alike, ...kinds.slice(1), ...one])).toBe(5001 + 1);
});

const LINE = {
  timestamp: secondsOn(1),
  telemetry_id: "00000001",
  error_message: "timed out after 12 ms",
  context: { n: 1 },
};

const LATER = { timestamp: secondsOn(2), telemetry_id: "00000002" };

test.each<[string, object, object]>([
  ["its time", {}, { timestamp: secondsOn(80_000) }],
  ["its id", {}, { telemetry_id: "ffffffff" }],
  ["a number of its context", {}, { context: { n: 20 } }],
  ["a number with a fraction", {}, { context: { n: 0.25 } }],
  ["several numbers", { context: { n: 1, m: 0, on: true } }, { context: { n: 7.5, m: 10, on: true } }],
])("a line that differs from another in nothing but %s is counted by its bytes", (_what, first, second) => {
  expect(readOf([lineOf({ ...LINE, ...first }), lineOf({ ...LINE, ...LATER, ...second })])).toBe(1);
});

test.each<[string, object, object]>([
  ["its repository", {}, { repo: "another" }],
  ["its agent", {}, { agent: "Another" }],
  ["its type", {}, { error_type: "Another" }],
  ["its stack", { stack: ["f (a.ts:1:1)"] }, { stack: ["f (a.ts:2:1)"] }],
  ["its count", { count: 2 }, { count: 3 }],
  ["its commit", {}, { commit: "c".repeat(40) }],
  ["a word of its message", {}, { error_message: "timed out before 12 ms" }],
  ["a status that tells", { error_message: "HTTP 500" }, { error_message: "HTTP 404" }],
  ["an escape", {}, { error_message: "timed out after\t12 ms" }],
  ["a text of its context", { context: { n: "1" } }, { context: { n: "2" } }],
  ["a number below nothing", { context: { n: -1 } }, { context: { n: -2 } }],
  ["an exponent", { context: { n: 1e21 } }, { context: { n: 1e22 } }],
  ["a name of its context", {}, { context: { m: 1 } }],
])("a line that differs from another in %s is read", (_what, first, second) => {
  expect(readOf([lineOf({ ...LINE, ...first }), lineOf({ ...LINE, ...LATER, ...second })])).toBe(2);
});

test.each<[string, object, object]>([
  ["types", {}, { error_type: "Another" }],
  ["stacks", {}, { stack: ["f (a.ts:1:1)"] }],
])("lines of two %s that say the same are read once each, however they take turns", (_what, first, second) => {
  const lines = Array.from({ length: 6 }, (_, index) => {
    const own = { timestamp: secondsOn(index), telemetry_id: `0000000${index}` };
    return lineOf({ ...LINE, ...own, ...(index % 2 === 0 ? first : second) });
  });
  expect(readOf(lines)).toBe(2);
});

test("a copy of a line that is counted by its bytes is counted once", () => {
  const line = (id: number, error_message: string) =>
    `${lineOf({ ...LINE, timestamp: secondsOn(id), telemetry_id: `0000000${id}`, error_message })}\n`;
  for (const message of ["HTTP 500 after 12 ms", "said\\n500", "it broke"]) {
    const lines = [1, 5, 2, 3, 2, 3, 5, 1].map((id) => line(id, message));
    const [tally] = digestOf(storeOf(lines.join("")), [WINDOW], tallying());
    expect(totalOf(tally as Tally), message).toBe(4);
  }
});
