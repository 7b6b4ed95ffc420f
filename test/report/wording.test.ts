import { expect, test } from "vitest";
import { chance, change, these } from "../../core/telemetry/report/figures.ts";
import { placesIn, worded } from "../../core/telemetry/report/wording.ts";

test.each([
  ["Start {service}", { service: "redis" }, "Start redis"],
  ["Start {service|the service}", {}, "Start the service"],
  ["Start {service|}", {}, "Start "],
  ["Start {service}", {}, "Start {service}"],
  ["Start {service} at {port|its port}", { service: "{port}", port: "$&" }, "Start {port} at $&"],
  ["Start {service}", { service: "s".repeat(80) }, `Start ${"s".repeat(60)}`],
  ["Start {constructor}", {}, "Start {constructor}"],
])("%j with %j says %j", (text, words, told) => {
  expect(worded(text, words)).toBe(told);
});

test("the places of a text are named in their order", () => {
  expect(placesIn("{a} and {b|{} or {b_2|the other}")).toEqual(["a", "b_2"]);
});

test("figures are told as people read them", () => {
  expect([["a"], ["a", "b"], ["a", "b", "c"]].map((names) => these(names, "repos"))).toEqual([
    "a",
    "a and b",
    "3 repos",
  ]);
  expect([0, 0.000999, 0.001, 0.0449, 1].map(chance)).toEqual([
    "p < 0.001",
    "p < 0.001",
    "p = 0.001",
    "p = 0.04",
    "p = 1",
  ]);
  const trend = { change: null, direction: "increasing" } as const;
  expect(change({ ...trend, current: 3, previous: 0, significant: false })).toBe("none in the window before");
  expect(change({ ...trend, current: 3, previous: 8, significant: true })).toBe("8 -> 3 against the window before");
  expect(change({ ...trend, current: 3, previous: 8, significant: false })).toBe(
    "8 -> 3 against the window before (too few to call)",
  );
});
