import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pattern, Standing } from "../../core/telemetry/report/index.ts";
import {
  fold,
  groupOf,
  NOTHING_KNOWN,
  suggestionsFor as suggestions,
  summaryOf,
} from "../../core/telemetry/report/index.ts";
import { trendOf } from "../../core/telemetry/report/trend.ts";
import { runs } from "../runs.ts";
import { DAY_MS, eventOf, HOUR_MS, notFound, patternsFor, summaryFor, times, UNTIL, WEEK } from "./events.ts";

const SAMPLES: [string, string][] = [
  ["FileNotFoundError", "File not found: a.txt"],
  ["ENOENT", "ENOENT: no such file or directory, open 'a'"],
  ["FileNotFoundError", "No such file or directory"],
  ["PermissionError", "[Errno 13] Permission denied: 'x'"],
  ["AttributeError", "'A' object has no attribute 'run'"],
  ["TypeError", "this.walk is not a function"],
  ["GitError", "index.lock: File exists"],
  ["RateLimitError", "429 Too Many Requests"],
  ["Error", "It broke"],
];
const anyEvent = fc
  .record({
    at: fc.integer({ min: UNTIL - 15 * DAY_MS, max: UNTIL + DAY_MS }),
    repo: fc.constantFrom("a", "b", "c"),
    agent: fc.constantFrom("A", "B", "C"),
    sample: fc.constantFrom(...SAMPLES),
    count: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ sample: [error_type, error_message], ...parts }) => eventOf({ ...parts, error_type, error_message }));

test("the order of the events does not matter", () => {
  const shuffled = fc
    .array(anyEvent, { maxLength: 60 })
    .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })));
  fc.assert(
    fc.property(shuffled, ([events, others]) => void expect(summaryFor(others)).toEqual(summaryFor(events))),
    { numRuns: runs(300) },
  );
});

test("a line that stands for N events is N lines", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
      const single = events.flatMap(({ count = 1, ...event }) => times(count, () => event));
      expect(summaryFor(single)).toEqual(summaryFor(events));
    }),
  );
});

test("totals, repositories, types and shares add up", () => {
  const events = [
    ...times(18, () => notFound()),
    ...times(12, () => eventOf({ error_type: "PermissionError", repo: "cite-assist" })),
    ...times(8, () => eventOf({ error_type: "GitError", repo: "cite-assist" })),
    ...times(9, (index) => eventOf({ error_type: `Rare${index}`, repo: "article-analytics" })),
  ];
  const { total_errors, affected_repos, top_error_types } = summaryFor(events);
  expect(total_errors).toBe(47);
  expect(affected_repos).toEqual([
    { repo: "cite-assist", errors: 20 },
    { repo: "pin-citer", errors: 18 },
    { repo: "article-analytics", errors: 9 },
  ]);
  expect(top_error_types).toHaveLength(10);
  expect(top_error_types.slice(0, 4)).toEqual([
    { error_type: "FileNotFoundError", count: 18, share: 0.383 },
    { error_type: "PermissionError", count: 12, share: 0.255 },
    { error_type: "GitError", count: 8, share: 0.17 },
    { error_type: "Rare0", count: 1, share: 0.021 },
  ]);
});

test("a window begins after its start and ends with its end; so does the one before it", () => {
  const count = (at: number) => {
    const { total_errors, trend } = summaryFor([eventOf({ at })]);
    return [total_errors, trend.previous];
  };
  const [since, before] = [WEEK.since, WEEK.since - 7 * DAY_MS];
  expect([UNTIL + 1, UNTIL, since + 1, since, since - 1, before + 1, before].map(count)).toEqual([
    [0, 0],
    [1, 0],
    [1, 0],
    [0, 1],
    [0, 1],
    [0, 1],
    [0, 0],
  ]);
});

test("an event without an instant is in no window", () => {
  expect(summaryFor([eventOf({ at: "2024-02-30T00:00:00Z", error_message: "index.lock" })])).toMatchObject({
    total_errors: 0,
    patterns: [],
  });
});

test("no events make an empty summary", () => {
  expect(summaryOf(fold([], WEEK), { total: 0, failed: 0 })).toEqual({
    since: new Date(WEEK.since).toISOString(),
    until: new Date(UNTIL).toISOString(),
    total_errors: 0,
    affected_repos: [],
    top_error_types: [],
    patterns: [],
    suggestions: [],
    trend: { current: 0, previous: 0, change: null, direction: "steady", significant: false },
    runs: { total: 0, failed: 0 },
  });
});

test("a pattern says since when, where, who, and whether it is new", () => {
  const events = times(4, (index) =>
    notFound({ at: UNTIL - index * HOUR_MS, repo: `r${index % 2}`, agent: `A${index % 3}` }),
  );
  const [pattern] = patternsFor(events);
  expect(pattern).toMatchObject({
    count: 4,
    repos: ["r0", "r1"],
    agents: ["A0", "A1", "A2"],
    state: "new",
    title: "File operations failing in r0 and r1",
  });
  expect([pattern?.first_seen, pattern?.last_seen]).toEqual(
    [UNTIL - 3 * HOUR_MS, UNTIL].map((at) => new Date(at).toISOString()),
  );
  expect(pattern?.groups).toHaveLength(1);
  expect(patternsFor([...events, notFound({ at: UNTIL - 8 * DAY_MS })])[0]).toMatchObject({
    count: 4,
    state: "ongoing",
  });
});

// P(X <= fewer) * 2 for X binomial(n, 1/2): 8 and 3 give 2 * 232 / 2048 = 0.227; 5 and 0 give 0.0625; 6 and 0 give 0.031.
test.each([
  [47, 61, -0.23, "decreasing", false],
  [47, 75, -0.37, "decreasing", true],
  [3, 8, -0.62, "decreasing", false],
  [8, 3, 1.67, "increasing", false],
  [5, 0, null, "increasing", false],
  [6, 0, null, "increasing", true],
  [0, 6, -1, "decreasing", true],
  [1, 1, 0, "steady", false],
  [0, 0, null, "steady", false],
  [5000, 5000, 0, "steady", false],
  [5000, 5300, -0.06, "decreasing", true],
] as const)(
  "%d after %d is a change of %s, %s, significant: %s",
  (current, previous, change, direction, significant) => {
    expect(trendOf(current, previous)).toEqual({ current, previous, change, direction, significant });
  },
);

/** Exact, with whole numbers. */
function isUnlikely(current: number, previous: number): boolean {
  const n = current + previous;
  let [choose, sum] = [1n, 1n];
  for (let k = 1; k <= Math.min(current, previous); k++) sum += choose = (choose * BigInt(n - k + 1)) / BigInt(k);
  return 2n * sum * 20n < 2n ** BigInt(n);
}

test("significant means: less than 5 % likely to be chance, counted exactly, and the same both ways", () => {
  fc.assert(
    fc.property(fc.nat(700), fc.nat(700), (a, b) => {
      if (a + b <= 1000) expect(trendOf(a, b).significant).toBe(isUnlikely(a, b));
      expect(trendOf(a, b).significant).toBe(trendOf(b, a).significant);
    }),
    { numRuns: runs(500) },
  );
  for (const [a, b] of [
    [530, 480],
    [540, 470],
    [535, 472],
    [1000, 1100],
    [1000, 1087],
    [1000, 1090],
  ] as const)
    expect(trendOf(a, b).significant).toBe(isUnlikely(a, b));
});

const suggestionsFor = (error: Parameters<typeof suggestions>[0], patterns: readonly Pattern[]) =>
  suggestions(error, { ...NOTHING_KNOWN, patterns });

test("suggestions for one error: counts are of its own pattern, and there are none for what no rule knows", () => {
  const lacks = (name: string, repo: string) => eventOf({ repo, error_message: `this.${name} is not a function` });
  const patterns = patternsFor(
    ["run", "run", "run", "walk"].flatMap((name) => ["a", "b"].map((repo) => lacks(name, repo))),
  );
  expect(suggestionsFor(lacks("walk", "c"), patterns)).toMatchObject([
    { id: "framework-missing-method", count: 2, repos: ["a", "b"], title: expect.stringContaining("missing walk") },
  ]);
  expect(suggestionsFor(lacks("fly", "c"), patterns)).toMatchObject([
    { id: "framework-missing-method", count: 0, repos: [] },
  ]);
  expect(suggestionsFor(notFound(), [])).toMatchObject([
    { id: "file-not-found", count: 0, repos: [], suggestion: "Add file existence checks before operations" },
  ]);
  expect(suggestionsFor(eventOf(), patterns)).toEqual([]);
});

test("each suggestion of a summary names its source: the user's fix that held, before the rule, the discovery, advice", () => {
  const locked = (name: string) =>
    eventOf({ error_type: "GitError", error_message: `${name}/index.lock: File exists` });
  const unknown = times(5, (index) =>
    eventOf({ error_message: "It broke", repo: `r${index}`, at: UNTIL - index * HOUR_MS }),
  );
  const comparison = fold([locked("a"), ...unknown], WEEK);
  const [lock, broken] = [groupOf(locked("a")), groupOf(eventOf())];
  const said = { state: "verified", since: "2026-11-01T00:00:00.000Z", evidence: "saw 0", proven: true } as const;
  const sources = (standings: readonly Standing[]) =>
    summaryOf(comparison, { total: 0, failed: 0 }, new Map(standings.map((one) => [one.group, one]))).suggestions.map(
      ({ source, suggestion }) => [source, suggestion],
    );
  const elsewhere = { ...said, group: "elsewhere", family: "git-index-lock", note: "queue git" };
  const advice = {
    ...said,
    state: "open",
    group: broken,
    family: "",
    note: "ask nicely",
    proven: false,
    advised: true,
  } as const;
  expect(sources([elsewhere, advice])).toEqual([
    ["verified-fix", "queue git"],
    ["rule", "Add git lock detection and retry"],
    ["discovery", expect.any(String)],
    ["advised", "ask nicely"],
  ]);
  const back = { ...elsewhere, group: lock, state: "back", evidence: "seen once", note: "lock by hand" } as const;
  expect(sources([elsewhere, back])[0]).toEqual(["verified-fix", "lock by hand"]);
  expect(sources([{ ...elsewhere, proven: false }])[0]?.[0]).toBe("rule");
});
