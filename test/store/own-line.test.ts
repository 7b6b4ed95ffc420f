// Lines of our own writer, read by place: the way of nearly every line, which no reader can tell from the long one but by its pace.

import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf } from "../../core/telemetry/event.ts";
import { fromLine } from "../../core/telemetry/store/line.ts";
import { LONGEST_LINE_BYTES } from "../../core/telemetry/store/lines.ts";
import { instantOfOwn, OwnLines, slotOfOwn } from "../../core/telemetry/store/own-line.ts";
import { slotOf } from "../../core/telemetry/store/slot.ts";
import { runs } from "../runs.ts";
import { lineOf } from "./folder.ts";

const slotIn = (line: string, before = "", after = "") =>
  slotOfOwn(`${before}${line}${after}`, before.length, before.length + line.length);

test("the slot and the instant of a line are those of its timestamp, wherever it stands and whatever was asked before", () => {
  const anyTime = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 0, 4) }).map((at) => new Date(at));
  fc.assert(
    fc.property(fc.oneof(anyTime, fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })), (at) => {
      const timestamp = at.toISOString();
      const line = lineOf({ timestamp });
      expect(slotIn(line, "torn}\n", "\nmore")).toBe(slotOf(timestamp));
      expect(instantOfOwn(`torn}\n${line}`, 6)).toBe(instantOf(timestamp));
    }),
    { numRuns: runs(5000) },
  );
});

const TIMESTAMP = "2026-11-22T19:38:49.123Z";

test("a line has no slot by its place when a single sign of its time is another", () => {
  const line = lineOf({ timestamp: TIMESTAMP });
  expect(slotIn(line)).toBe("2026-11-22T1930");
  const at = line.indexOf(TIMESTAMP);
  for (let index = 0; index <= TIMESTAMP.length; index++) {
    for (const sign of ["/", ":", "Z", " ", "\0"].filter((sign) => sign !== line[at + index])) {
      const other = line.slice(0, at + index) + sign + line.slice(at + index + 1);
      expect(slotIn(other), other.slice(0, 45)).toBe("");
      expect(slotIn(line)).toBe("2026-11-22T1930");
    }
  }
});

test.each([
  ["an hour that is none", lineOf({ timestamp: "2026-11-22T24:00:00.000Z" })],
  ["a minute that is none", lineOf({ timestamp: "2026-11-22T10:60:00.000Z" })],
  ["a second that is none", lineOf({ timestamp: "2026-11-22T10:00:60.000Z" })],
  ["a day that is none", lineOf({ timestamp: "2026-02-30T10:00:00.000Z" })],
  ["a zone", lineOf({ timestamp: "2026-11-22T10:30:00+01:00" })],
  ["another program's spaces", lineOf().replace('{"timestamp":', '{"timestamp": ')],
  ["another first key", `{"repo":"r",${lineOf().slice(1)}`],
  ["no end", lineOf().slice(0, -1)],
  ["nothing", ""],
])("a line with %s has no slot by its place", (_name, line) => {
  expect(slotIn(line)).toBe("");
  expect(slotIn(lineOf())).toBe("2026-11-22T1030");
  expect(slotIn(line)).toBe("");
});

test("the last line of a day's last minute and a line as long as any that is read have a slot", () => {
  expect(slotIn(lineOf({ timestamp: "2026-11-22T23:59:59.999Z" }))).toBe("2026-11-22T2350");
  const room = LONGEST_LINE_BYTES - lineOf({ error_message: "" }).length;
  expect(slotIn(lineOf({ error_message: "x".repeat(room) }))).toBe("2026-11-22T1030");
  expect(slotIn(lineOf({ error_message: "x".repeat(room + 1) }))).toBe("");
});

/** Parts of a line: first those of our own form, then those that go the long way. */
const PARTS = {
  head: [
    [
      '"repo":"r","agent":"a","error_type":"E"',
      '"repo":"\\"","agent":"","error_type":"\\u0045"',
      '"repo":1,"agent":"a","error_type":"E"',
    ],
    [
      '"repo":"r","agent":"a"',
      '"agent":"a","repo":"r","error_type":"E"',
      '"repo":"r","agent":"a","error_type":"E","count":1',
      '"repo":"r","agent":"a","error_type":"E',
      "",
    ],
  ],
  message: [
    ["", "plain", " \\n\\\\ \\u00e9 ~", "\\\\"],
    ['a"b', "a\tb", "\x1f", "\\x", "\\", '\\\\"'],
  ],
  context: [
    ["{}", '{"operation":"read","n":1.5,"on":true}', '{"deep":{"n":1},"none":null}'],
    ['{"n":1', '{"n":1}}', '{"n":1},"source":"s"', "{n:1}"],
  ],
  id: [
    ["a3f4b2c1", "09af09af", "99999999", "ffffffff"],
    ["", "a3f4b2c", "a3f4b2c11", "/3f4b2c1", "a3f4b2c:", "`3f4b2c1", "a3f4b2cg", "A3F4B2C1"],
  ],
  tail: [
    [
      "}",
      ',"count":3}',
      ',"count":-3,"v":1}',
      `,"stack":["f (a.ts:1:1)"],"cause":[],"source":"s","commit":"${"c".repeat(40)}"}`,
    ],
    [" }", ",}", ',"count":3', ',"count":3}}', ',"other":1}', ',"repo":"x"}', ';"count":3}', ',"count":3,"x":1}', "]"],
  ],
} as const;
type Name = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Name[];

const lineWith = (parts: Partial<Record<Name, string>> = {}): string => {
  const { head, message, context, id, tail } = Object.fromEntries(
    NAMES.map((name) => [name, parts[name] ?? PARTS[name][0][0]]),
  ) as Record<Name, string>;
  return `{"timestamp":"${TIMESTAMP}",${head},"error_message":"${message}","context":${context},"telemetry_id":"${id}"${tail}`;
};

test.each(NAMES)("a line is read by its place, again and again, as parsing reads it: its %s", (name) => {
  const own = new OwnLines();
  for (const part of [...PARTS[name][0], ...PARTS[name][0]]) {
    const line = lineWith({ [name]: part });
    expect(fromLine(line), line).toBeDefined();
    expect(own.event(line), line).toStrictEqual(fromLine(line));
  }
});

test.each(NAMES)("a line that is the least bit different is not read by its place: its %s", (name) => {
  const own = new OwnLines();
  for (let round = 0; round < 2; round++) {
    for (const part of PARTS[name][1]) expect(own.event(lineWith({ [name]: part })), part).toBeUndefined();
    expect(own.event(lineWith())).toBeDefined();
  }
});

test("what was read of one line is not said of another: any parts in any order come to what parsing makes of them", () => {
  const own = new OwnLines();
  const any = fc.record(
    Object.fromEntries(
      NAMES.map((name) => [name, fc.constantFrom<string>(...PARTS[name][0], ...PARTS[name][0], ...PARTS[name][1])]),
    ) as Record<Name, fc.Arbitrary<string>>,
  );
  fc.assert(
    fc.property(any, (parts) => {
      const line = lineWith(parts);
      const event = own.event(line);
      if (event !== undefined) expect(event).toStrictEqual(fromLine(line));
    }),
    { numRuns: runs(5000) },
  );
});
