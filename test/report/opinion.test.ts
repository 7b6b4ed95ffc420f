import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE, failureOf } from "../../core/telemetry/report/index.ts";
import { judged, opinionOf, rememberingOpinions } from "../../core/telemetry/report/opinion.ts";
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
