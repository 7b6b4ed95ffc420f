// Trends by part, runs and uses, and that no zone of any clock matters.

import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Durations } from "../../core/telemetry/report/durations.ts";
import { span } from "../../core/telemetry/report/figures.ts";
import { countUsage, fold, reportRuns, slicesOf, trendsBy } from "../../core/telemetry/report/index.ts";
import { runsAfterIn } from "../../core/telemetry/report/runs.ts";
import { EXACT_PER_DAY, Timeline } from "../../core/telemetry/report/timeline.ts";
import { DAY_MS, eventOf, HOUR_MS, times, UNTIL, WEEK } from "./events.ts";

const stamp = (at: number) => new Date(at).toISOString();

test("a trend by part has its counts, its first and last event, and its days", () => {
  const day = (index: number, repo: string) => eventOf({ at: UNTIL - index * DAY_MS, repo });
  const events = [day(0, "a"), day(0.5, "a"), day(6.9, "a"), day(8, "a"), day(1, "b"), day(9, "c")];
  expect(trendsBy(fold(events, WEEK), ({ repo }) => repo)).toEqual([
    {
      name: "a",
      trend: { current: 3, previous: 1, change: 2, direction: "increasing", significant: false },
      first_seen: stamp(UNTIL - 8 * DAY_MS),
      last_seen: stamp(UNTIL),
      slices: [1, 0, 0, 0, 0, 0, 2],
    },
    {
      name: "b",
      trend: { current: 1, previous: 0, change: null, direction: "increasing", significant: false },
      first_seen: stamp(UNTIL - DAY_MS),
      last_seen: stamp(UNTIL - DAY_MS),
      slices: [0, 0, 0, 0, 0, 0, 1],
    },
    {
      name: "c",
      trend: { current: 0, previous: 1, change: -1, direction: "decreasing", significant: false },
      first_seen: stamp(UNTIL - 9 * DAY_MS),
      last_seen: stamp(UNTIL - 9 * DAY_MS),
      slices: [0, 0, 0, 0, 0, 0, 0],
    },
  ]);
});

test("of the parts those with most events in both windows are kept, most first", () => {
  const events = (repo: string, now: number, before: number) =>
    times(now + before, (index) => eventOf({ at: UNTIL - (index < now ? 1 : 8) * DAY_MS, repo }));
  const comparison = fold(
    [...events("c", 2, 0), ...events("a", 1, 0), ...events("d", 3, 3), ...events("b", 0, 5)],
    WEEK,
  );
  expect(trendsBy(comparison, ({ repo }) => repo, 3).map(({ name }) => name)).toEqual(["d", "b", "c"]);
});

test.each([
  [1, "1 s"],
  [119_000, "119 s"],
  [120_000, "2 min"],
  [2 * HOUR_MS - 1, "120 min"],
  [2 * HOUR_MS, "2 h"],
  [2 * DAY_MS - HOUR_MS, "47 h"],
  [2 * DAY_MS, "2 days"],
])("%d milliseconds are told as %s", (ms, told) => {
  expect(span(ms)).toBe(told);
});

test("slices are hours within a day, days beyond, at most sixty, and none of the events is lost", () => {
  const slices = (span: number, ...ago: number[]) => {
    const window = { since: UNTIL - span, until: UNTIL };
    const { current } = fold(
      ago.map((ms) => eventOf({ at: UNTIL - ms })),
      window,
    );
    return slicesOf(
      [...current.cells.values()].map((cell) => cell.times),
      window,
    );
  };
  expect(slices(DAY_MS, 0, HOUR_MS, HOUR_MS + 1)).toEqual([...times(22, () => 0), 1, 2]);
  expect(slices(DAY_MS + 1, 0)).toHaveLength(2);
  expect(slices(365 * DAY_MS, 0, 364 * DAY_MS)).toHaveLength(60);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 7 * DAY_MS - 1 })), (ago) => {
      expect(slices(7 * DAY_MS, ...ago).reduce((sum, count) => sum + count, 0)).toBe(ago.length);
    }),
  );
});

const run = (at: number, ok: boolean, duration_ms?: number, parts: { agent?: string; operation?: string } = {}) => ({
  timestamp: stamp(at),
  repo: "r",
  agent: "Fixer",
  ok,
  ...(duration_ms !== undefined && { duration_ms }),
  ...parts,
});

test("rates are by agent and operation, against the window before", () => {
  const runs = [
    ...times(100, (index) => run(UNTIL - index, index >= 30, index + 1)),
    ...times(100, (index) => run(WEEK.since - index, index >= 10, 9999)),
    run(UNTIL, true, undefined, { agent: "Reader", operation: "read" }),
    run(UNTIL + 1, false),
    run(WEEK.since - 8 * DAY_MS, false),
  ];
  expect(reportRuns(runs, WEEK)).toEqual({
    count: { total: 101, failed: 30 },
    rates: [
      {
        ...{ agent: "Fixer", operation: "", total: 100, failed: 30, rate: 0.3, previous_rate: 0.1, significant: true },
        ...{ p50_ms: 50, p95_ms: 94 },
      },
      {
        ...{ agent: "Reader", operation: "read", total: 1, failed: 0, rate: 0, previous_rate: null },
        ...{ significant: false, p50_ms: null, p95_ms: null },
      },
    ],
  });
});

test("a rate is held against the runs of both windows: ten times the runs with ten times the failures are no change", () => {
  const runs = [
    ...times(1000, (index) => run(UNTIL - index, index >= 100)),
    ...times(100, (index) => run(WEEK.since - index, index >= 10)),
  ];
  expect(reportRuns(runs, WEEK).rates[0]).toMatchObject({ rate: 0.1, previous_rate: 0.1, significant: false });
});

test("a quantile of durations is within one per cent, whatever their order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1 }),
      fc.constantFrom(0.5, 0.95),
      (all, share) => {
        const durations = new Durations();
        for (const ms of all) durations.add(ms);
        const sorted = all.toSorted((a, b) => a - b);
        const exact = sorted[Math.ceil(share * sorted.length) - 1] as number;
        expect(Math.abs((durations.quantile(share) ?? 0) - exact)).toBeLessThanOrEqual(Math.max(1, exact * 0.0101));
      },
    ),
  );
});

test("uses of features are counted, most first", () => {
  const use = (usage: string, repo: string, at = UNTIL) => ({ timestamp: stamp(at), repo, usage });
  expect(countUsage([use("b", "x"), use("a", "x"), use("a", "y"), use("a", "x", UNTIL + 1)], WEEK)).toEqual([
    { usage: "a", count: 2, repos: 2 },
    { usage: "b", count: 1, repos: 1 },
  ]);
});

test("neither the zone of a time stamp nor that of this machine, with its change of hours, changes what is found", () => {
  // The night of 1 November 2026, when New York's clocks go back from two o'clock to one.
  const script = `
    import { fold, summaryOf } from "12-factor-telemetry/report";
    const until = Date.UTC(2026, 10, 4);
    const zones = ["Z", "+02:00", "-05:00", "+0530"];
    const events = Array.from({ length: 60 }, (_, index) => {
      const at = Date.UTC(2026, 9, 31, 20) + index * 37 * 60_000;
      const zone = zones[index % 4];
      const minutes = zone === "Z" ? 0 : (zone[0] === "-" ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
      const timestamp = new Date(at + minutes * 60_000).toISOString().slice(0, -1) + zone;
      return { timestamp, repo: "r" + (index % 3), agent: "A", error_type: "E", error_message: "It broke", context: {}, telemetry_id: "" };
    });
    process.stdout.write(JSON.stringify(summaryOf(fold(events, { since: until - 7 * 86400000, until }), { total: 0, failed: 0 })));`;
  const inZone = (TZ: string) =>
    execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      env: { ...process.env, TZ },
    });
  const found = inZone("UTC");
  expect(JSON.parse(found).patterns).toHaveLength(1);
  for (const zone of ["America/New_York", "Asia/Kolkata", "Pacific/Chatham"]) expect(inZone(zone)).toBe(found);
});

test("an instant is in the same slice whether its day is kept to the minute or not", () => {
  const slices = (isKept: boolean) => {
    const instants = new Timeline();
    for (let index = 0; index < 2 * EXACT_PER_DAY; index++) instants.add(UNTIL - HOUR_MS + (index - 20) * 900, 1);
    if (isKept) instants.toJson();
    return slicesOf([instants], { since: UNTIL - DAY_MS, until: UNTIL - 30_000 });
  };
  expect(slices(true)).toEqual([...times(22, () => 0), 20, 108]);
  expect(slices(false)).toEqual(slices(true));
});

test("of agents those with most runs come first, then by name and operation; those of the window before alone are not told", () => {
  const runs = [
    run(UNTIL, true, undefined, { agent: "B", operation: "b" }),
    run(UNTIL, true, undefined, { agent: "B", operation: "a" }),
    run(UNTIL, true, undefined, { agent: "A", operation: "z" }),
    ...times(2, () => run(UNTIL, false, 0.5, { agent: "Z" })),
    run(WEEK.since, true, undefined, { agent: "Gone" }),
  ];
  for (const order of [runs, runs.toReversed()])
    expect(reportRuns(order, WEEK).rates).toMatchObject([
      { agent: "Z", operation: "", significant: false, previous_rate: null, p50_ms: 0 },
      { agent: "A", operation: "z" },
      { agent: "B", operation: "a" },
      { agent: "B", operation: "b" },
    ]);
});

test("runs after a moment are those of these agents that ended later", () => {
  const after = runsAfterIn([
    run(UNTIL, true),
    run(UNTIL + 1, true),
    run(UNTIL + 2, false),
    run(UNTIL + 2, true, 1, { agent: "Other" }),
  ]);
  expect(after(new Set(["Fixer"]), UNTIL)).toBe(2);
  expect(after(new Set(["Fixer", "Other", "Nobody"]), UNTIL)).toBe(3);
  expect(after(new Set(["Nobody"]), UNTIL)).toBeUndefined();
});
