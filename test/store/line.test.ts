import fc from "fast-check";
import { expect, test } from "vitest";
import type { SanitizedEvent, TelemetryEvent } from "../../core/telemetry/event.ts";
import { CONTEXT_KEYS } from "../../core/telemetry/sanitize/index.ts";
import { fromLine, toLine } from "../../core/telemetry/store/line.ts";
import { runs } from "../runs.ts";
import { lineOf, sanitized } from "./folder.ts";

const HOSTILE = [
  "\ud800",
  "\udc00",
  "\u2028",
  "\u2029",
  "\u0000",
  "\u001b[2J",
  "\u0085",
  "\u009b",
  "\u202e",
  "\u2066",
  "\ufeff",
  "😀",
  "é",
  "\n",
  "\r\n",
  '"',
  "\\",
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" }), fc.string()), { maxLength: 40 })
  .map((parts) => parts.join(""));
const longText = fc
  .tuple(hostileText, fc.constantFrom(...HOSTILE), fc.nat(8000))
  .map(([text, character, times]) => text + character.repeat(times));
const anyText = fc.oneof(hostileText, longText);

const draft = fc.record(
  {
    repo: anyText,
    agent: anyText,
    error_type: anyText,
    error_message: anyText,
    context: fc.dictionary(
      fc.constantFrom(...CONTEXT_KEYS),
      fc.oneof(anyText, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
    ),
    stack: fc.array(anyText, { maxLength: 25 }),
    cause: fc.array(fc.record({ error_type: anyText, error_message: anyText }), { maxLength: 7 }),
    source: anyText,
    count: fc.integer({ min: 1 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<TelemetryEvent>>;

test("every line is ASCII without control characters, one line, and at most 16 KiB, whatever the event holds", () => {
  fc.assert(
    fc.property(draft, (parts) => {
      const line = toLine(sanitized(parts));
      expect(line).toMatch(/^[\x20-\x7e]+\n$/);
      expect(line.length).toBeLessThanOrEqual(16 * 1024);
      expect(fromLine(line)).toBeDefined();
    }),
    { numRuns: runs(300) },
  );
});

test("an event that fits comes back as it was", () => {
  const small = fc.record({
    agent: fc.constantFrom(...HOSTILE).map((character) => `a${character}z`),
    error_message: hostileText,
    stack: fc.array(hostileText, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(small, (parts) => {
      const event = sanitized(parts);
      const line = toLine(event);
      if (line.length < 12 * 1024) expect(fromLine(line)).toEqual(event);
    }),
  );
});

test("the keys of the specification come first, in its order", () => {
  const keys = Object.keys(JSON.parse(toLine(sanitized({ stack: ["f (a.ts:1:1)"], source: "agent" }))));
  expect(keys.slice(0, 7)).toEqual([
    "timestamp",
    "repo",
    "agent",
    "error_type",
    "error_message",
    "context",
    "telemetry_id",
  ]);
});

test("what is too long loses its stack first, then its causes, then the end of its message, then its context", () => {
  const wide = (length: number) => "é ".repeat(length / 2);
  const cause = (length: number) => [{ error_type: "E", error_message: wide(length) }];
  const stack = Array.from({ length: 20 }, (_, frame) => `f${frame} ${wide(200)}`);
  const context = Object.fromEntries([...CONTEXT_KEYS].map((key) => [key, "é".repeat(100)]));
  const kept = (parts: Partial<TelemetryEvent>) => {
    const { stack, cause, context, error_message } = fromLine(toLine(sanitized(parts))) as TelemetryEvent;
    return {
      stack: stack !== undefined,
      cause: cause !== undefined,
      cut: error_message.endsWith(" [...]"),
      context: Object.keys(context).length,
    };
  };
  expect(kept({ stack: stack.slice(0, 3), cause: cause(100) })).toEqual({
    stack: true,
    cause: true,
    cut: false,
    context: 2,
  });
  expect(kept({ stack, cause: cause(4000) })).toEqual({ stack: false, cause: true, cut: false, context: 2 });
  expect(kept({ cause: cause(4000), error_message: wide(4000) })).toEqual({
    stack: false,
    cause: false,
    cut: false,
    context: 2,
  });
  expect(kept({ error_message: "é".repeat(4000) })).toEqual({ stack: false, cause: false, cut: true, context: 2 });
  expect(kept({ error_message: "é".repeat(4000), context })).toMatchObject({ cut: true, context: 0 });
});

test("a line of 16 KiB is whole, and with one byte more it loses what it can do without, as little as fits", () => {
  const whole = sanitized({ stack: ["f (a.ts:1:1)"] });
  const { stack: _, ...stackless } = whole;
  const kept = (event: SanitizedEvent, characters: number) => {
    const line = toLine({ ...event, agent: "a".repeat(characters) });
    return [line.length, fromLine(line)];
  };
  const room = (event: SanitizedEvent) => 16 * 1024 - toLine({ ...event, agent: "" }).length;
  const named = (event: object, characters: number) => ({ ...event, agent: "a".repeat(characters) });
  const [most, more] = [room(whole), room(stackless)];
  expect(kept(whole, most)).toEqual([16 * 1024, named(whole, most)]);
  expect(kept(whole, most + 1)[1]).toEqual(named(stackless, most + 1));
  expect(kept(whole, more)).toEqual([16 * 1024, named(stackless, more)]);
});

test("a name that is empty is unknown", () => {
  expect(fromLine(lineOf({ repo: "", agent: "", error_type: "" }))).toMatchObject({
    ...{ repo: "unknown", agent: "unknown", error_type: "Error" },
  });
});

test("mutated lines never crash the reader", () => {
  const whole = toLine(
    sanitized({ stack: ["f (a.ts:1:1)"], cause: [{ error_type: "E", error_message: "m" }], count: 3 }),
  );
  const mutation = fc.tuple(
    fc.nat(whole.length),
    fc.nat(40),
    fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom("null", "[]", "{}", "1e999", '"', "}", "[{", ...HOSTILE)),
  );
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const line = mutations.reduce(
        (text, [at, length, by]) => text.slice(0, at) + by + text.slice(at + length),
        whole,
      );
      const event = fromLine(line);
      if (event !== undefined)
        for (const key of ["repo", "agent", "error_type", "error_message", "telemetry_id"] as const)
          expect(typeof event[key]).toBe("string");
    }),
    { numRuns: runs(2000) },
  );
});

test.each([
  "repo",
  "agent",
  "error_type",
  "telemetry_id",
  "stack",
  "cause",
  "count",
  "commit",
  "source",
  "v",
  "context",
])("a foreign %s of the wrong type is taken for none", (key) => {
  const none = { repo: "unknown", agent: "unknown", error_type: "Error", telemetry_id: "", context: {} }[key];
  for (const wrong of [null, {}, [1], -1.5, false].filter((value) => !(key === "v" && typeof value === "number"))) {
    expect(fromLine(lineOf({ [key]: wrong }))).toHaveProperty("error_message");
    expect((fromLine(lineOf({ [key]: wrong })) as unknown as Record<string, unknown>)[key]).toEqual(none);
  }
});

test("unknown keys are kept, nested context values are dropped, and a __proto__ key changes nobody's prototype", () => {
  const event = fromLine(
    `{"timestamp":"2024-01-09T10:30:00","error_message":"m","__proto__":{"polluted":1},"host":"x","context":{"a":1,"deep":{"b":2},"__proto__":{"polluted":1}}}`,
  ) as TelemetryEvent & Record<string, unknown>;
  expect(event["host"]).toBe("x");
  expect(event.context).toEqual({ a: 1 });
  expect(event["polluted"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test.each([
  "",
  "null",
  "[]",
  '"text"',
  "5",
  "{}",
  '{"timestamp":"2026-11-22T10:30:00Z"}',
  '{"timestamp":"yesterday","error_message":"m"}',
  '{"timestamp":1,"error_message":"m"}',
  `${"[".repeat(30_000)}`,
  `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`,
])("a line that is no event is none: %#", (line) => {
  expect(fromLine(line)).toBeUndefined();
});
