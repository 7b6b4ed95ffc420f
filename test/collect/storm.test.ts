// Storms: what is equal is folded, what differs is not, and the sum of all counts is the number of calls.

import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, type Identity } from "../../core/telemetry/collect/equal-errors.ts";
import { Storms } from "../../core/telemetry/collect/storm.ts";
import type { SanitizedEvent, TelemetryEvent } from "../../core/telemetry/event.ts";
import { sanitizeEvent } from "../../core/telemetry/sanitize/index.ts";
import { readEvents } from "../../core/telemetry/store/index.ts";
import { eventsIn, inProcess, temporaryFolder } from "./host.ts";

const START = Date.parse("2026-11-24T10:00:00Z");
const countOf = ({ count = 1 }: TelemetryEvent) => count;
const total = (events: readonly TelemetryEvent[]) => events.reduce((sum, event) => sum + countOf(event), 0);

/** Storms with a clock and a disk of their own; `record` does what the collector does. */
function weather({ disk = () => true }: { disk?: () => boolean } = {}) {
  const written: SanitizedEvent[] = [];
  const sky = { now: START, written, lost: 0, waits: 0 };
  const storms = new Storms(
    () => sky.now,
    () => sky.waits++,
  );
  const append = (event: SanitizedEvent, isLast: boolean) => {
    const isWritten = disk();
    if (isWritten) written.push(event);
    else if (isLast) sky.lost += countOf(event);
    return isWritten;
  };
  const record = (message: string, other: Partial<Identity> = {}) => {
    const identity = { directory: "/d", repo: "r", agent: "A", error_type: "E", error_message: message, ...other };
    const id = storms.fold(identity);
    if (id !== undefined) return id;
    const { directory: _, ...event } = identity;
    const timestamp = new Date(sky.now).toISOString();
    const clean = sanitizeEvent({
      ...event,
      context: {},
      timestamp,
      telemetry_id: `${written.length}`.padStart(8, "0"),
    });
    if (append(clean, true)) storms.recorded(clean, append);
    return clean.telemetry_id;
  };
  return { storms, sky, record };
}

test("of 100,000 equal errors some eighty lines are left, and their counts are the number of calls", () => {
  const { storms, sky, record } = weather();
  const ids = new Set(Array.from({ length: 100_000 }, (_, attempt) => record(`attempt ${attempt} failed`)));
  storms.flush();
  expect(total(sky.written)).toBe(100_000);
  expect(sky.written.length).toBeLessThan(90);
  expect(new Set(sky.written.map(({ telemetry_id }) => telemetry_id))).toEqual(ids);
});

test("a burst is recorded one by one, and one more with every second", () => {
  const { sky, record } = weather();
  for (let second = 0; second < 100; second++) {
    record("slow");
    sky.now += 1000;
  }
  expect(sky.written.map(countOf)).toEqual(Array.from({ length: 100 }, () => 1));
});

const SAME = ["attempt 7 failed", "attempt 12 failed", "attempt 0012 failed"];
const DIFFERENT: readonly Partial<Identity>[] = [
  { error_message: "attempt x failed" },
  { error_message: "attempt failed" },
  { error_message: "attempt 7 failed " },
  { error_message: "attempt 7 8 failed" },
  { error_type: "E2" },
  { agent: "B" },
  { repo: "r2" },
  { directory: "/e" },
];

test("errors that differ in digits of their message are equal; in anything else they are not", () => {
  const { sky, record } = weather();
  for (let round = 0; round < 500; round++) record(SAME[round % SAME.length] ?? "");
  const before = sky.written.length;
  for (const other of DIFFERENT) record("attempt 7 failed", other);
  expect(sky.written.slice(before).map(countOf)).toEqual(DIFFERENT.map(() => 1));
  expect(before).toBeLessThan(100);
});

test("every line carries what its kind is known by, and the time of the last error in it", () => {
  const { storms, sky, record } = weather();
  for (let call = 0; call < 1000; call++) {
    sky.now++;
    record("m", { agent: `${"AB"[call % 2]}` });
  }
  storms.flush();
  for (const agent of ["A", "B"]) expect(total(sky.written.filter((event) => event.agent === agent))).toBe(500);
  const last = sky.written.findLast(({ agent }) => agent === "B");
  expect(last?.timestamp).toBe(new Date(sky.now).toISOString());
});

test("whatever comes in whatever order, no call is lost and none is counted twice", () => {
  const calls = fc.array(
    fc.record({
      message: fc.constantFrom("a", "b 1", "b 2", "c", ...Array.from({ length: 400 }, (_, n) => `${"x".repeat(n)}y`)),
      repeat: fc.integer({ min: 1, max: 300 }),
      pause: fc.constantFrom(0, 1, 999, 1000, 70_000, -5000),
      isDiskFull: fc.boolean(),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(calls, (steps) => {
      let isDiskFull = false;
      const { storms, sky, record } = weather({ disk: () => !isDiskFull });
      let made = 0;
      for (const step of steps) {
        isDiskFull = step.isDiskFull;
        for (let call = 0; call < step.repeat; call++) record(step.message);
        made += step.repeat;
        sky.now += step.pause;
      }
      isDiskFull = false;
      storms.flush(true);
      expect(total(sky.written) + sky.lost).toBe(made);
    }),
    { numRuns: 100 },
  );
});

test("storms of agents whose names differ in digits are several, and each is folded", () => {
  const { storms, sky, record } = weather();
  for (let call = 0; call < 40_000; call++) record("m", { agent: `worker-${call % 20}` });
  storms.flush();
  expect(sky.written.length).toBeLessThan(20 * 90);
  for (let worker = 0; worker < 20; worker++)
    expect(total(sky.written.filter(({ agent }) => agent === `worker-${worker}`))).toBe(2000);
});

/** Messages whose hashes are one by chance: of 400,000 there are some eighteen such pairs. */
function ofOneHash(): [string, string] {
  const seen = new Map<number, string>();
  for (let number = 0; number < 4_000_000; number++) {
    const far = Math.imul(number, 0x9e3779b1) >>> 0; // neighbours never meet
    const error_message = `no ${far.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")} in ${far % 3 === 0 ? "a" : "b"}`;
    const hash = hashOf({ directory: "/d", repo: "r", agent: "A", error_type: "E", error_message });
    const other = seen.get(hash);
    if (other !== undefined) return [other, error_message];
    seen.set(hash, error_message);
  }
  throw new Error("no two messages have one hash");
}

test("different errors that have one hash by chance are never folded into each other, and none is lost", () => {
  const { storms, sky, record } = weather();
  const messages = ofOneHash();
  const record500 = (message = "") => {
    for (let call = 0; call < 500; call++) record(message);
  };
  for (const message of [...messages, "another", ...messages]) record500(message);
  for (let call = 0; call < 500; call++) for (const message of messages) record(message);
  storms.flush();
  for (const message of messages)
    expect(total(sky.written.filter(({ error_message }) => error_message === message))).toBe(1500);
  expect(total(sky.written)).toBe(3500);
});

test("10,000 kinds at once, each a storm, are forgotten without losing a count", () => {
  const { storms, sky, record } = weather();
  for (let kind = 0; kind < 10_000; kind++) {
    const name = kind.toString().replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
    for (let call = 0; call < 100; call++) record(name);
  }
  storms.flush();
  expect(total(sky.written)).toBe(1_000_000);
});

test("from the end of the process on nothing waits", () => {
  const { storms, sky, record } = weather();
  for (let call = 0; call < 1000; call++) record("m");
  storms.flush(true);
  expect(total(sky.written)).toBe(1000);
  record("m");
  expect(total(sky.written)).toBe(1001);
});

test("who waits is told of once, until it was written", () => {
  const { storms, sky, record } = weather();
  for (let call = 0; call < 70; call++) record("m");
  const { waits } = sky;
  expect(waits).toBeGreaterThan(0);
  storms.flush();
  for (let call = 0; call < 30; call++) record("other");
  expect(sky.waits).toBe(waits);
});

const STORM = `
  const telemetry = new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "r" });
  const storm = (calls) => { for (let call = 0; call < calls; call++) telemetry.recordError("", "A", "E", "equal"); };`;

test.each([
  ["comes to its end", "", { status: 0 }],
  ["calls exit()", "process.exit(3);", { status: 3 }],
  ["throws", `throw new TypeError("host");`, { status: 1, stderr: expect.stringMatching(/^\S+host\.mjs:\d+\n/) }],
  ["throws in an exit handler", `process.on("exit", () => { throw 1; });`, { status: 1 }],
  // Node's own for modules is the tenth; Node warns of the eleventh.
  ["has nine exit handlers", `for (let n = 0; n < 9; n++) process.on("exit", () => {});`, { status: 0, stderr: "" }],
  ["records on in an exit handler", `process.on("exit", () => storm(5000)); storm(-1);`, { status: 0 }],
  [
    "has fake timers",
    `globalThis.setTimeout = () => { throw 1; }; Date.now = () => 0; storm(0);`,
    { status: 0, stderr: "" },
  ],
])("a storm is counted to its last error when the process %s", (what, end, ended) => {
  const data = temporaryFolder();
  expect(inProcess(`${STORM} storm(5000); ${end}`, { environment: { DATA: data } })).toMatchObject(ended);
  expect(total([...readEvents(data)])).toBe(what.startsWith("records on") ? 10_000 : 5000);
});

test("a SIGKILL takes less than half of a storm, and none of its first fifty", () => {
  const kill = `process.kill(process.pid, "SIGKILL"); for (;;);`;
  for (const calls of [1, 50, 65, 100, 5000]) {
    const data = temporaryFolder();
    inProcess(`${STORM} storm(${calls}); ${kill}`, { environment: { DATA: data } });
    const stored = total(eventsIn(data));
    expect(stored).toBeGreaterThanOrEqual(Math.min(calls, 50));
    expect(stored).toBeGreaterThan(calls / 2);
  }
});

test("what waits in a process that lives on is on disk a second later, and keeps no process alive", () => {
  const data = temporaryFolder();
  const wait = `storm(5000); setTimeout(() => process.kill(process.pid, "SIGKILL"), 1500);`;
  expect(inProcess(`${STORM} ${wait}`, { environment: { DATA: data } })).toMatchObject({ signal: "SIGKILL" });
  expect(total(eventsIn(data))).toBe(5000);
  const started = performance.now();
  inProcess(`${STORM} storm(5000);`, { environment: { DATA: temporaryFolder() } });
  expect(performance.now() - started).toBeLessThan(900);
});

test("collectors of one process, of two copies of the package too, know of each other's storms", () => {
  const data = temporaryFolder();
  const script = `
    const copy = await import(process.env.CORE + "?copy");
    const collectors = [TelemetryCollector, TelemetryCollector, copy.TelemetryCollector].map((Class) =>
      new Class({ enabled: true, dir: process.env.DATA, repo: "r" }));
    for (let call = 0; call < 3000; call++) collectors[call % 3].recordError("", "A", "E", "equal");`;
  const core = new URL("../../core/dist/recorder.js", import.meta.url).href;
  expect(inProcess(script, { environment: { DATA: data, CORE: core } })).toMatchObject({ status: 0, stderr: "" });
  expect(total(eventsIn(data))).toBe(3000);
  expect(eventsIn(data).length).toBeLessThan(90);
});

test("a storm of messages cut out of 10 MB does not keep the 10 MB", () => {
  const script = `
    const telemetry = new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "r" });
    const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    for (const word of words) {
      const body = (word + " ").repeat(2_500_000);
      for (let call = 0; call < 70; call++) telemetry.recordError("", "A", "E", body.slice(0, 100));
    }
    telemetry.recordError("", "A", "E", "the last");
    gc();
    console.log(Math.round(process.memoryUsage().heapUsed / 1e6));`;
  const { stdout } = inProcess(
    `import { setFlagsFromString } from "node:v8"; import { runInNewContext } from "node:vm";
    setFlagsFromString("--expose-gc"); const gc = runInNewContext("gc"); ${script}`,
    { environment: { DATA: temporaryFolder() } },
  );
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThan(130);
});
