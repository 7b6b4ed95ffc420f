// Context comes from the host's code, at its worst moment: whatever it is, the failure itself is recorded.

import { expect, test } from "vitest";
import { collector, inProcess, temporaryFolder } from "./host.ts";

const explode = () => {
  throw new Error("a getter of the host's");
};
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const cyclic: Record<string, unknown> = { operation: "read" };
cyclic["tool"] = cyclic;

const CONTEXTS: readonly (readonly [what: string, context: unknown, kept: object])[] = [
  ["null", null, {}],
  ["undefined", undefined, {}],
  ["a string", "read", {}],
  ["a number", 7, {}],
  ["a function", explode, {}],
  ["an array", ["read"], {}],
  ["a Proxy", new Proxy({ operation: "read" }, {}), {}],
  ["a revoked Proxy", revoked, {}],
  ["an object without prototype", Object.assign(Object.create(null), { operation: "read" }), { operation: "read" }],
  [
    "a getter that throws",
    Object.defineProperty({ operation: "read" }, "tool", { get: explode, enumerable: true }),
    { operation: "read" },
  ],
  ["a toJSON that throws", { operation: "read", toJSON: explode, toString: explode }, { operation: "read" }],
  [
    "a bigint and a symbol",
    { operation: "read", step: 10n, phase: Symbol("x"), [Symbol("y")]: 1 },
    { operation: "read" },
  ],
  ["a circle", cyclic, { operation: "read" }],
  ["NaN", { operation: "read", duration_ms: Number.NaN }, { operation: "read" }],
  ["a 50 MB buffer inside", { operation: "read", tool: Buffer.alloc(50_000_000) }, { operation: "read" }],
  ["a 50 MB buffer itself", new Uint8Array(50_000_000), {}],
  ["an array of ten million", new Array(10_000_000).fill("read"), {}],
  [
    "a 50 MB string inside",
    { operation: "read", file_type: "x ".repeat(25_000_000) },
    { operation: "read", file_type: /^x x .* \[\.\.\.\]$/ },
  ],
  ["keys that nobody knows", { operation: "read", prompt: "my words", __proto__: { code: 1 } }, { operation: "read" }],
];

test.each(CONTEXTS)("%s for a context is no reason to lose the failure", (_, context, kept) => {
  const { telemetry, stored } = collector();
  const started = performance.now();
  const ids = [
    telemetry.record(new Error("boom"), context as never),
    telemetry.recordError("pin-citer", "Agent", "Error", "boom", context as never),
  ];
  expect(performance.now() - started).toBeLessThan(1000);
  const events = stored();
  expect(events.map(({ telemetry_id }) => telemetry_id)).toEqual(ids);
  for (const event of events) {
    expect(event).toMatchObject({ error_message: "boom" });
    const wanted = Object.entries(kept).map(([key, value]) => [
      key,
      value instanceof RegExp ? expect.stringMatching(value) : value,
    ]);
    expect(event.context).toEqual(Object.fromEntries(wanted));
  }
});

test("what an error carries of its own goes into the context, and the caller's word goes before it", () => {
  const { telemetry, stored } = collector();
  const error = Object.assign(new Error("x"), {
    code: "ECONNREFUSED",
    errno: -111,
    syscall: "connect",
    status: 503,
    path: "/home/ada",
  });
  telemetry.record(error, { agent: "A", operation: "fetch", code: "mine" });
  telemetry.record(Object.assign(new Error("x"), { code: revoked, errno: 1n, status: {} }));
  expect(stored().map(({ context }) => context)).toEqual([
    { operation: "fetch", code: "mine", errno: -111, syscall: "connect", status_code: 503 },
    {},
  ]);
});

const NO_STRINGS: readonly (readonly [given: readonly unknown[], kept: object])[] = [
  [["", "Agent", "Error", "words"], { repo: "pin-citer", agent: "Agent", error_type: "Error", error_message: "words" }],
  [["other", "Agent", "Error", "words"], { repo: "other" }],
  [[], { repo: "pin-citer", agent: "unknown", error_type: "Error", error_message: "" }],
  [[null, null, null, null, null], { repo: "pin-citer", agent: "unknown", error_type: "Error", error_message: "" }],
  [[1, 2, 3, 4], { repo: "1", agent: "2", error_type: "3", error_message: "4" }],
  [
    [Symbol("r"), Symbol("a"), Symbol("t"), Symbol("m")],
    { repo: "Symbol(r)", agent: "Symbol(a)", error_type: "Symbol(t)", error_message: "Symbol(m)" },
  ],
  [
    [1n, true, 10n, new Error("of an error")],
    { repo: "1", agent: "true", error_type: "10", error_message: "of an error" },
  ],
  [[revoked, revoked, revoked, revoked, revoked], { repo: "<Proxy>", error_message: "<Proxy>" }],
  [["r", "A", "E", { token: "hunter2" }], { error_message: "<object with token>" }],
  [["../../x", "a\nb", "E", "m"], { repo: "../../x", agent: "a b" }],
];

test.each(NO_STRINGS)("recordError takes arguments that are no strings: row %#", (given, kept) => {
  const { telemetry, stored } = collector();
  const id = (telemetry.recordError as (...given: readonly unknown[]) => string)(...given);
  expect(id).toMatch(/^[0-9a-f]{8}$/);
  expect(stored()).toMatchObject([{ telemetry_id: id, ...kept }]);
  expect(JSON.stringify(stored())).not.toContain("hunter2");
});

test("ids do not come twice in a process, nor in two", () => {
  const script = `
    const telemetry = new TelemetryCollector({ enabled: true, repo: "r", dir: process.env.DATA });
    for (let i = 0; i < 500; i++) console.log(telemetry.recordEvent({ error_message: "x" }));`;
  const data = temporaryFolder();
  const ids = [1, 2].flatMap(() =>
    inProcess(script, { environment: { DATA: data } })
      .stdout.trim()
      .split("\n"),
  );
  expect(ids).toHaveLength(1000);
  expect(new Set(ids).size).toBe(1000);
});
