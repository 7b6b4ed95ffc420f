import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE, failureOf } from "../../core/telemetry/report/index.ts";
import {
  alikeIn,
  isOfAlike,
  judged,
  keyOf,
  type Opinion,
  opinionOf,
  rememberingOpinions,
} from "../../core/telemetry/report/opinion.ts";
import { runs } from "../runs.ts";

const SAMPLES = CATALOGUE.rules.flatMap(({ samples }) => [...samples.match, ...samples.noMatch].map(failureOf));
const MESSAGES = [
  "Request timed out after 45123 ms (attempt 12 of 30)",
  "connect ECONNREFUSED 127.0.0.1:54329",
  "429 Too Many Requests: retry in 37s",
  "expected 4711, received 4712",
  "expected 4711, received 4711",
  "2026-11-22 10:30:00 fatal: reference is not a tree: 5d41402abc4b2a76b9719d911017c592a1b2c3d4",
  "job 550e8400-e29b-41d4-a716-446655440000 failed with code 77",
  "Python 3.11.22 cannot parse line 88 of /srv/app/report-66778.json",
  "error TS2307: Cannot find module './a12345'",
];
const anyFailure = fc.oneof(
  fc.constantFrom(...SAMPLES),
  fc.constantFrom(...MESSAGES).map((error_message) => ({ error_type: "Error", error_message })),
);
/** The failure with other numbers in it, of any length. */
const renumbered = fc
  .tuple(anyFailure, fc.array(fc.stringMatching(/^[0-9]{1,7}$/), { minLength: 12, maxLength: 12 }), fc.nat(4095))
  .map(([{ error_type, error_message }, numbers, which]) => {
    let number = 0;
    const message = error_message.replace(/\d+/g, (digits) => {
      const other = numbers[number % 12] as string;
      return (which >> number++) & 1 ? other : digits;
    });
    return { error_type, error_message: message };
  });

test("an opinion of a message with its numbers made alike is the opinion of the message", () => {
  fc.assert(
    fc.property(renumbered, (failure) => {
      expect(opinionOf(failure)).toEqual(judged(failure));
    }),
    { numRuns: runs(3000) },
  );
});

test("a number that begins or ends like one of a rule's is masked only where no rule takes it for that", () => {
  const longer = (digits: string) => [`0${digits}`, `12${digits}`, digits + digits, `${digits}0`, `${digits}45`];
  for (const { error_type, error_message } of SAMPLES)
    for (const { index, 0: digits } of error_message.matchAll(/\d+/g))
      for (const other of longer(digits)) {
        const message = error_message.slice(0, index) + other + error_message.slice(index + digits.length);
        const failure = { error_type, error_message: message };
        expect(opinionOf(failure), message).toEqual(judged(failure));
      }
});

test("what was remembered is what would be said anew, however often and in whatever order", () => {
  const remembered = rememberingOpinions(CATALOGUE);
  fc.assert(
    fc.property(fc.array(renumbered, { maxLength: 10 }), (failures) => {
      for (const failure of failures) expect(remembered(failure)).toEqual(opinionOf(failure));
    }),
    { numRuns: runs(300) },
  );
});

test("a message that reads like what another is masked to does not speak for it", () => {
  const remembered = rememberingOpinions(CATALOGUE);
  for (const error_message of ["MCP error -77: Method not found", "MCP error -02: Method not found"])
    expect(remembered({ error_type: "McpError", error_message }).template).toBe(error_message);
});

test("messages that differ in a duration, a port, a commit only are thought of once", () => {
  const remembered = rememberingOpinions(CATALOGUE);
  for (const [one, other] of [
    ["Request timed out after 45123 ms", "Request timed out after 91827 ms"],
    [
      "fatal: reference is not a tree: 5d41402abc4b2a76b9719d911017c592a1b2c3d4",
      "fatal: reference is not a tree: 0d41402abc4b2a76b9719d911017c592a1b2c3d5",
    ],
  ] as const)
    expect(remembered({ error_type: "E", error_message: one })).toBe(
      remembered({ error_type: "E", error_message: other }),
    );
});

const failureAt = (error_message: string, stack?: string[]) => ({
  error_type: "Error",
  error_message,
  ...(stack && { stack }),
});

test("a captured name has the number of its own message, and all of them are one opinion else", () => {
  const remembered = rememberingOpinions(CATALOGUE);
  const inUse = (port: number) => remembered(failureAt(`listen EADDRINUSE: address already in use :::${port}`));
  const [one, other, again] = [inUse(4321), inUse(8765), inUse(4321)] as [Opinion, Opinion, Opinion];
  expect([one, other].map(({ recognitions }) => recognitions)).toEqual([
    [{ rule: "port-in-use", names: { port: "4321" } }],
    [{ rule: "port-in-use", names: { port: "8765" } }],
  ]);
  expect(again).toEqual(one);
  expect(one).not.toBe(other);
  expect(alikeIn(one)).toBe(alikeIn(other));
  expect(isOfAlike(alikeIn(one))).toBe(true);
  expect(keyOf(one.group, one.recognitions)).not.toBe(keyOf(other.group, other.recognitions));
});

test("an opinion is that of all who differ in a number only where the number tells nothing", () => {
  const remembered = rememberingOpinions(CATALOGUE);
  const isShared = (message: string) => isOfAlike(alikeIn(remembered(failureAt(message))));
  expect(isShared("port 4712 and 4713 of the farm")).toBe(true);
  expect(isShared("no number at all")).toBe(true);
  expect(isShared("command not found: tool45")).toBe(false); // the template names it
  expect(isShared("MCP error -77: Method not found")).toBe(false); // reads like a mask
});

test("what failed is thought of once, wherever it failed; its group and places are those of its stack", () => {
  const remembered = rememberingOpinions(CATALOGUE);
  const stack = (place: string) => ["at emit (node:events:5:3)", `at ${place} (src/${place}.ts:1:1)`];
  const shared = ["Base.pick (/srv/12-factor-agents/core/agent.ts:10:5)", ...stack("a")];
  const at = (where?: string[]) => remembered(failureAt("It broke 4712 times", where));
  expect(at(stack("a"))).toBe(at([...stack("a")]));
  expect([at(), at([]), at(stack("a")), at(stack("b")), at(shared)].map(({ frames }) => frames)).toEqual([
    [],
    [],
    ["at a (src/a.ts)"],
    ["at b (src/b.ts)"],
    ["Base.pick (12-factor-agents/core/agent.ts)", "at a (src/a.ts)"],
  ]);
  expect(at(stack("a")).group).not.toBe(at(stack("b")).group);
  expect(at(stack("a")).group).toBe(at(shared).group);
  expect(at(stack("a")).family).toBe(at().family);
});

test("recognitions are one key when rules and names are", () => {
  const key = (group: string, ...rules: [string, Record<string, string>][]) =>
    keyOf(
      group,
      rules.map(([rule, names]) => ({ rule, names })),
    );
  expect(key("g", ["a", { n: "1" }])).toBe(key("g", ["a", { n: "1" }]));
  const keys = [
    key("g"),
    key("h"),
    key("g", ["a", {}]),
    key("g", ["a", { n: "1" }]),
    key("g", ["a", { n: "2" }]),
    key("g", ["a", {}], ["b", {}]),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
