import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, type TelemetryEvent } from "../../core/telemetry/event.ts";
import { fromLine, toLine } from "../../core/telemetry/store/line.ts";
import { runs } from "../runs.ts";
import { allErrors, lineOf, readAll, sanitized, storeOf, temporaryFolder } from "./folder.ts";

const AT = '"timestamp":"2026-11-22T10:30:00.123Z"';

// After JSONTestSuite (Nicolas Seriot): what parsers disagree about, each as the line of an event that holds it.
const JSON_CASES: [name: string, message: string | Buffer, isEvent: boolean][] = [
  ["an escaped NUL", '"a\\u0000b"', true],
  ["a lone surrogate", '"\\ud800"', true],
  ["a surrogate pair", '"\\ud83d\\ude00"', true],
  ["a swapped pair", '"\\ude00\\ud83d"', true],
  ["DEL", '"\x7f"', true],
  ["U+2028", '"\u2028"', true],
  ["a noncharacter", '"\uffff"', true],
  ["every short escape", '"\\"\\\\\\/\\b\\f\\n\\r\\t"', true],
  ["a raw tab", '"\t"', false],
  ["a raw NUL", '"\0"', false],
  ["a raw carriage return", '"\r"', false],
  ["an unknown escape", '"\\x41"', false],
  ["a cut escape", '"\\u12"', false],
  ["a backslash at its end", '"a\\"', false],
  ["single quotes", "'a'", false],
  ["no quotes", "a", false],
  ["a number", "1e999", false],
  ["NaN", "NaN", false],
  ["a trailing comma", '"a",', false],
  ["a comment", '"a"/**/', false],
  ["null", "null", false],
  ["an object", '{"a":1}', false],
  ["bytes that are no UTF-8", Buffer.from([0x22, 0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0x22]), true],
  ["UTF-16", Buffer.from('\ufeff"a"', "utf16le"), false],
  ["5,000 levels", `${"[".repeat(5000)}${"]".repeat(5000)}`, false],
  ["the key of an event inside", '"\\"timestamp\\":"', true],
];

test.each(JSON_CASES)(
  "%s in place of a message: the line beside it is read, and it is an event or counted",
  (_name, message, isEvent) => {
    const head = `{${AT},"repo":"r","agent":"a","error_type":"E","error_message":`;
    const tail = ',"context":{},"telemetry_id":"00000001"}\n';
    const { events, torn, foreign } = readAll(
      storeOf(`${lineOf()}\n`, head, message as Buffer, tail, `${lineOf({ telemetry_id: "b" })}\n`),
    );
    expect(events).toHaveLength(isEvent ? 3 : 2);
    expect(torn + foreign).toBe(isEvent ? 0 : 1);
  },
);

const WHOLE = toLine(
  sanitized({ stack: ["f (a.ts:1:1)"], cause: [{ error_type: "E", error_message: "m" }], count: 3 }),
).trimEnd();
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    '"',
    "\\",
    '\\\\"',
    '","context":{',
    '},"telemetry_id":"',
    ',"error_message":"',
    "\n",
    "\r",
    "\0",
    "\u2028",
    "__proto__",
  ),
);
const anyOwnLine = fc
  .record({
    error_message: anyText,
    repo: fc.oneof(anyText, fc.constant("r")),
    context: fc.dictionary(
      fc.constantFrom("operation", "class", "x", "__proto__", "telemetry_id"),
      fc.oneof(anyText, fc.integer(), fc.boolean()),
    ),
    telemetry_id: fc.oneof(anyText, fc.constant("a3f4b2c1")),
    count: fc.oneof(fc.integer(), fc.constant(undefined)),
    stack: fc.constantFrom(undefined, ["f (a.ts:1:1)"], "none", [1]),
    timestamp: fc.constantFrom(
      "2026-11-22T10:30:00.123Z",
      "2026-11-22T25:30:00.123Z",
      "2026-02-30T10:30:00.123Z",
      "2026-11-22T10:30:00+01:00",
    ),
  })
  .map((parts) => lineOf(parts));
const mutated = fc
  .tuple(
    fc.oneof(fc.constant(WHOLE), anyOwnLine),
    fc.array(fc.tuple(fc.nat(400), fc.nat(3), anyText), { maxLength: 2 }),
  )
  .map(([line, mutations]) =>
    mutations.reduce((text, [at, length, by]) => text.slice(0, at) + by + text.slice(at + length), line),
  );

test("a line read by place is what parsing makes of it", () => {
  const byDay = (a: TelemetryEvent, b: TelemetryEvent) => instantOf(a.timestamp) - instantOf(b.timestamp);
  fc.assert(
    fc.property(fc.array(mutated, { minLength: 1, maxLength: 6 }), (lines) => {
      const unglued = lines.flatMap((line) => line.split("\n")).filter((line) => !/.\{"timestamp":/s.test(line));
      const directory = storeOf(unglued.map((line) => `${line}\n`).join(""));
      const parsed = unglued
        .map((line) => fromLine(Buffer.from(line).toString("utf8")))
        .filter((event) => event !== undefined);
      const seen = new Set<string>();
      const once = parsed.filter((event) => {
        const { telemetry_id, timestamp, repo, error_type, error_message } = event;
        const key = JSON.stringify([telemetry_id, timestamp, repo, error_type, error_message]);
        const isFirst = telemetry_id === "" || !seen.has(key);
        seen.add(key);
        return isFirst;
      });
      expect([...readAll(directory).events].sort(byDay)).toEqual(once.sort(byDay));
    }),
    { numRuns: runs(1000) },
  );
});

/** The long form, by hand: MUTATED_LINES=1000000. */
const LINES = Number(process.env["MUTATED_LINES"] ?? 50_000);

test("mutated lines do not stop a reader", { timeout: 600_000 }, () => {
  const directory = temporaryFolder();
  const pool = fc.sample(mutated, { numRuns: runs(2000), seed: 5 });
  let seed = 9;
  const next = (limit: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % limit;
  };
  const lines: Buffer[] = [];
  for (let count = 0; count < LINES; count++) {
    const line = Buffer.from(pool[next(pool.length)] as string);
    if (line.length > 0) line[next(line.length)] = next(256);
    lines.push(line, Buffer.from("\n"));
  }
  writeFileSync(allErrors(directory), Buffer.concat(lines));
  // As a user would: a process of its own, which ends well.
  const { status, stdout } = spawnSync(
    process.execPath,
    ["bin/agent", "telemetry", "summary", "--dir", directory, "--since", "2026-11-01", "--json"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout).total_errors).toBeGreaterThan(0);
});
