// Whatever is thrown, record() does not throw, answers an id, and the line is on disk.

import { types } from "node:util";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { collector } from "./host.ts";

class IssueError extends Error {}

const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

const explode = () => {
  throw new TypeError("a trap of the host's");
};
const TRAPS = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, explode]));

function throwing(...keys: string[]): Error {
  const error = new Error("still here");
  for (const key of keys) Object.defineProperty(error, key, { get: explode });
  return error;
}

function cyclic(): Error {
  const first = new Error("first");
  first.cause = new Error("second", { cause: first });
  return first;
}

const THROWN: readonly (readonly [what: string, thrown: () => unknown, type: string, message: string | RegExp])[] = [
  ["null", () => null, "Thrown null", "null"],
  ["undefined", () => undefined, "Thrown undefined", "undefined"],
  ["a symbol", () => Symbol("locked"), "Thrown symbol", "Symbol(locked)"],
  ["a bigint", () => 10n ** 30n, "Thrown bigint", `1${"0".repeat(30)}`],
  ["a number", () => Number.NaN, "Thrown number", "NaN"],
  ["a string", () => "disk is full", "Thrown string", "disk is full"],
  ["an empty string", () => "", "Thrown string", ""],
  ["a function", () => function failed() {}, "failed", ""],
  ["a class", () => IssueError, "IssueError", ""],
  ["an object", () => ({ reason: "busy", secret: "hunter2" }), "Object", "busy"],
  ["an object without words", () => ({ user: "hunter2", port: 1 }), "Object", "<object with user, port>"],
  ["an object without prototype", () => Object.create(null), "Object", "<object with no keys>"],
  ["an array", () => ["hunter2"], "Array", "<object with 0>"],
  ["a revoked Proxy", () => revoked, "Proxy", "<Proxy>"],
  ["a Proxy that throws", () => new Proxy(new Error("x"), TRAPS), "Proxy", "<Proxy>"],
  ["an error whose name throws", () => throwing("name"), "Error", "still here"],
  ["an error whose message throws", () => throwing("message"), "Error", ""],
  ["an error whose stack throws", () => throwing("stack"), "Error", "still here"],
  [
    "an error of which everything throws",
    () => throwing("stack", "name", "message", "cause", "code", "errors"),
    "Error",
    "",
  ],
  ["an error whose constructor throws", () => throwing("constructor"), "Error", "still here"],
  [
    "an error with revoked parts",
    () => Object.assign(new Error("x"), { errors: revoked, cause: revoked, constructor: revoked }),
    "Error",
    "x",
  ],
  ["a frozen error", () => Object.freeze(new RangeError("frozen")), "RangeError", "frozen"],
  ["cyclic causes", cyclic, "Error", "first"],
  [
    "100,000 causes",
    () =>
      new AggregateError(
        Array.from({ length: 1e5 }, (_, part) => new Error(`${part}`)),
        "all",
      ),
    "AggregateError",
    "all",
  ],
  ["a symbol for a message", () => Object.assign(new Error("x"), { message: Symbol("x") }), "Error", ""],
  ["an error of another realm", () => runInNewContext("new TypeError('over there')"), "TypeError", "over there"],
  [
    "an error of another realm without words",
    () => runInNewContext("Object.assign(new TypeError(), { message: Symbol() })"),
    "TypeError",
    "",
  ],
  ["a class without a name of its own", () => new IssueError("no issue"), "IssueError", "no issue"],
  [
    "an error with a code",
    () => Object.assign(new Error("no such file"), { code: "ENOENT", errno: -2 }),
    "ENOENT",
    "no such file",
  ],
  ["a typed error with a code", () => Object.assign(new TypeError("bad"), { code: "ERR_BAD" }), "TypeError", "bad"],
  ["a DOMException", () => new DOMException("stopped", "AbortError"), "AbortError", "stopped"],
  ["a message of 10 MB", () => new Error("x".repeat(10_000_000)), "Error", "<message of 10000000 characters>"],
  ["a message of half a surrogate", () => new Error("\ud800"), "Error", "\ud800"],
  [
    "a message that forges a line",
    () => new Error('x\n{"timestamp":"2026-01-01T00:00:00Z"}'),
    "Error",
    /^x\n\{"timestamp"/,
  ],
];

test.each(THROWN)("%s is recorded", (_, thrown, type, message) => {
  const { telemetry, stored } = collector();
  const id = telemetry.record(thrown(), { agent: "IssueProcessorAgent" });
  expect(id).toMatch(/^[0-9a-f]{8}$/);
  const events = stored();
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    telemetry_id: id,
    agent: "IssueProcessorAgent",
    error_type: type,
    error_message: message instanceof RegExp ? expect.stringMatching(message) : message,
  });
  expect(JSON.stringify(events)).not.toContain("hunter2");
});

test("causes are told in their order, five of them at most, a circle once around", () => {
  const { telemetry, stored } = collector();
  telemetry.record(cyclic());
  telemetry.record(new AggregateError(Array.from({ length: 1e5 }, (_, part) => new Error(`part ${part}`))));
  telemetry.record(new Error("outer", { cause: "only words" }));
  const messages = stored().map(({ cause = [] }) => cause.map(({ error_message }) => error_message));
  expect(messages).toEqual([["second", "first"], ["part 0", "part 1", "part 2", "part 3", "part 4"], ["only words"]]);
});

test("reading 100,000 causes or 10 MB does not hold up the host", () => {
  const { telemetry } = collector();
  telemetry.record("warm");
  const aggregate = new AggregateError(Array.from({ length: 1e5 }, () => new Error("part")));
  const long = new Error("x".repeat(1e7));
  const started = performance.now();
  telemetry.record(aggregate);
  telemetry.record(long);
  expect(performance.now() - started).toBeLessThan(250);
});

test("an overridden Error.prepareStackTrace that throws costs the stack alone", () => {
  const { telemetry, stored } = collector();
  const { prepareStackTrace } = Error;
  try {
    Error.prepareStackTrace = explode;
    expect(telemetry.record(new Error("stackless"))).not.toBe("");
  } finally {
    Error.prepareStackTrace = prepareStackTrace as NonNullable<typeof prepareStackTrace>;
  }
  expect(stored()[0]).toMatchObject({ error_message: "stackless" });
  expect(stored()[0]).not.toHaveProperty("stack");
});

// With too little stack left V8 does not throw but ends the process: "RegExpCompiler Allocation failed".
test("an overflowing stack is not overflowed once more, and is recorded where there is room again", () => {
  const { telemetry, stored } = collector();
  const ids: string[] = [];
  const dive = (): void => {
    try {
      dive();
    } catch (thrown) {
      if (ids.filter((id) => id !== "").length < 3) ids.push(telemetry.record(thrown));
      throw thrown;
    }
  };
  expect(dive).toThrow(RangeError);
  expect(ids.filter((id) => id !== "")).toHaveLength(stored().length);
  expect(stored().length).toBe(3);
});

test("a Proxy is known without asking it", () => {
  let asked = 0;
  const curious = new Proxy(
    new Error("x"),
    Object.fromEntries(Object.keys(TRAPS).map((trap) => [trap, () => void asked++])),
  );
  collector().telemetry.record(curious, curious as never);
  expect({ asked, isProxy: types.isProxy(curious) }).toEqual({ asked: 0, isProxy: true });
});
