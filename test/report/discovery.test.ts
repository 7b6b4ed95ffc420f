// Every kind of discovery at its threshold, and just under it.

import { expect, test } from "vitest";
import type { TelemetryEvent } from "../../core/telemetry/event.ts";
import {
  CATALOGUE,
  catalogueOf,
  type FailureRule,
  fold,
  type Pattern,
  type Standing,
  summaryOf,
} from "../../core/telemetry/report/index.ts";
import { DAY_MS, eventOf, HOUR_MS, notFound, patternsFor, times, UNTIL, WEEK } from "./events.ts";

const MINUTE_MS = 60_000;
const NOON = UNTIL - 3 * DAY_MS;

const kindsIn = (events: readonly TelemetryEvent[]): string[] =>
  patternsFor(events).flatMap(({ kind, discoveries }) => [kind, ...discoveries.map((sign) => sign.kind)]);

const evidenceOf = (kind: string, events: readonly TelemetryEvent[]): string | undefined =>
  patternsFor(events)
    .flatMap(({ discoveries, ...pattern }) => [pattern, ...discoveries])
    .find((sign) => sign.kind === kind)?.evidence;

const at = (...instants: number[]): TelemetryEvent[] => instants.map((instant) => eventOf({ at: instant }));
/** A few a day at odd hours in both weeks, so that it is neither new nor anything else. */
const usual = (parts: Parameters<typeof eventOf>[0] = {}) =>
  times(28, (index) => eventOf({ at: UNTIL - 14 * DAY_MS + index * 11.9 * HOUR_MS, ...parts }));

test("what keeps coming and was there before is recurring, from five on", () => {
  const before = eventOf({ at: UNTIL - 8 * DAY_MS });
  const now = (count: number) => times(count, (index) => eventOf({ at: NOON + index * 9 * HOUR_MS }));
  expect(kindsIn([before, ...now(4)])).toEqual([]);
  expect(kindsIn([before, ...now(5)])).toEqual(["recurring"]);
  expect(kindsIn(usual())).toEqual(["recurring"]);
});

test("what was not there in the window before is new, from five on, with the commit at which it began", () => {
  const commit = "4f2c9aa".padEnd(40, "0");
  const events = (count: number) => times(count, (index) => eventOf({ at: NOON + index * 9 * HOUR_MS, commit }));
  expect(kindsIn(events(4))).toEqual([]);
  expect(patternsFor(events(5))).toMatchObject([
    {
      kind: "new",
      state: "new",
      title: "Error: It broke",
      evidence: "Not in the window before; 5 times since 2026-11-19 12:00 UTC at commit 4f2c9aa in pin-citer.",
      suggestion: expect.stringContaining("Look at what changed"),
    },
  ]);
});

test.each([
  [4, 1, false],
  [5, 1, true],
  [7, 2, false],
  [9, 2, true],
])("%d within an hour, where %d is usual: a burst: %s", (most, median, isBurst) => {
  const hours = times(6, (index) => at(...times(median, () => NOON - 2 * DAY_MS + index * 5 * HOUR_MS))).flat();
  const hour = at(...times(most, (index) => NOON + index * 5 * MINUTE_MS));
  expect(kindsIn([...hours, ...hour]).includes("burst")).toBe(isBurst);
});

test("a burst is within an hour, and not within an hour and a second", () => {
  const burst = (span: number) => times(8, (index) => eventOf({ at: NOON + (index * span) / 7 }));
  const around = times(10, (index) => eventOf({ at: NOON - 2 * DAY_MS + index * 4 * HOUR_MS }));
  expect(patternsFor([...around, ...burst(HOUR_MS)])[0]).toMatchObject({
    kind: "burst",
    evidence: "8 within an hour, until 2026-11-19 13:00 UTC; an hour with any has 1 in the median.",
  });
  expect(patternsFor([...around, ...burst(HOUR_MS + 1000)])[0]?.evidence).toContain("7 within an hour");
});

test.each([
  ["nine tries in a minute", [...times(9, (index) => NOON + index * 6000)], false],
  ["ten tries in a minute", [...times(10, (index) => NOON + index * 6000)], true],
  ["ten tries in a minute and a second", [...times(9, (index) => NOON + index * 6000), NOON + 61_000], false],
])("a retry storm: %s: %s", (_name, instants, isStorm) => {
  expect(kindsIn([...usual(), ...at(...instants)]).includes("retry-storm")).toBe(isStorm);
});

test("one line that stands for ten is a storm too; ten agents that fail once each are none", () => {
  expect(kindsIn([...usual(), eventOf({ at: NOON, count: 10 })])).toContain("retry-storm");
  expect(kindsIn([...usual(), ...times(10, (index) => eventOf({ at: NOON, agent: `A${index}` }))])).not.toContain(
    "retry-storm",
  );
});

test("everywhere at once is three repositories within ten minutes", () => {
  const meeting = (repos: number, span: number) =>
    times(repos, (index) => eventOf({ at: NOON + (index * span) / Math.max(1, repos - 1), repo: `r${index}` }));
  expect(kindsIn(meeting(2, 0))).toEqual([]);
  expect(kindsIn(meeting(3, 10 * MINUTE_MS + 1000))).toEqual([]);
  expect(patternsFor(meeting(3, 10 * MINUTE_MS))).toMatchObject([
    { kind: "everywhere", severity: "high", repos: ["r0", "r1", "r2"], evidence: expect.stringContaining("3 repos") },
  ]);
});

test("repositories that fail all the time meet by chance, which is nothing", () => {
  const busy = times(3 * 24 * 7, (hour) => eventOf({ at: UNTIL - (hour * HOUR_MS) / 3, repo: `r${hour % 3}` }));
  expect(kindsIn(busy)).not.toContain("everywhere");
});

test.each([
  ["two parts in three", 20, 40, false],
  ["four events after none", 0, 4, false],
  ["a doubling that may be chance", 5, 10, false],
  ["a fourfold", 10, 40, true],
])("rising: %s", (_name, previous, current, isRising) => {
  const spread = (count: number, from: number) =>
    times(count, (index) => eventOf({ at: from - 1 - (index * 7 * DAY_MS) / (count + 1) }));
  const kinds = kindsIn([...spread(previous, WEEK.since), ...spread(current, UNTIL)]);
  expect(kinds.includes("rising")).toBe(isRising);
});

test("back after quiet needs a silence of four days that its rate makes unlikely, and five events since", () => {
  const before = times(20, (index) => eventOf({ at: UNTIL - 14 * DAY_MS + index * 8 * HOUR_MS }));
  const last = UNTIL - 14 * DAY_MS + 19 * 8 * HOUR_MS;
  const since = (quiet: number, count: number) =>
    times(count, (index) => eventOf({ at: last + quiet + index * HOUR_MS }));
  expect(kindsIn([...before, ...since(4 * DAY_MS, 5)])).toContain("back-after-quiet");
  expect(kindsIn([...before, ...since(4 * DAY_MS - 1000, 5)])).not.toContain("back-after-quiet");
  expect(kindsIn([...before, ...since(4 * DAY_MS, 4)])).not.toContain("back-after-quiet");
  expect(kindsIn([...before.slice(-4), ...since(4 * DAY_MS, 5)])).not.toContain("back-after-quiet"); // too few to call
});

test("only in parallel: near another agent's failures in the same repository, where there are few", () => {
  const pairs = (apart: number, repo: string) =>
    times(8, (index) => {
      const when = NOON + index * 5 * HOUR_MS;
      return [
        eventOf({ at: when, agent: "A" }),
        eventOf({ at: when + apart, agent: "B", repo, error_message: "other" }),
      ];
    }).flat();
  expect(kindsIn(pairs(20_000, "pin-citer"))).toContain("parallel");
  expect(kindsIn(pairs(20 * MINUTE_MS, "pin-citer"))).not.toContain("parallel");
  expect(kindsIn(pairs(20_000, "elsewhere"))).not.toContain("parallel");
});

test("one agent far above two peers, not above one", () => {
  const of = (agent: string, count: number) =>
    times(count, (index) => eventOf({ at: UNTIL - (index + 1) * 5 * HOUR_MS, agent }));
  const [evidence] = patternsFor([...of("A", 20), ...of("B", 2), ...of("C", 1)]).flatMap(
    ({ kind, discoveries, ...rest }) =>
      [{ kind, evidence: rest.evidence }, ...discoveries].filter((sign) => sign.kind === "one-agent"),
  );
  expect(evidence?.evidence).toBe("20 of 23 at A; of 2 others the next has 2 (p < 0.001).");
  expect(kindsIn([...of("A", 20), ...of("B", 2)])).not.toContain("one-agent");
  expect(kindsIn([...of("A", 20), ...of("B", 6), ...of("C", 1)])).not.toContain("one-agent");
});

test("time of day: within two hours on four days; where all work is done then, it is no habit", () => {
  const nightly = (days: number, error_message = "It broke") =>
    times(days * 3, (index) =>
      eventOf({ at: UNTIL - 10 * HOUR_MS - (index % days) * DAY_MS + index * MINUTE_MS, error_message }),
    );
  expect(kindsIn(nightly(4))).toContain("time-of-day");
  expect(kindsIn(nightly(3))).not.toContain("time-of-day");
  const others = times(9, (index) => nightly(6, `${"abcdefghi"[index]} broke`)).flat();
  expect(kindsIn([...nightly(4), ...others])).not.toContain("time-of-day");
});

test("the same line of code in two repositories is to be fixed once", () => {
  const shared = (repo: string) =>
    eventOf({ repo, stack: ["BaseAgent.run (agents/base.ts:10:5)", `main (${repo}/main.ts:1:1)`] });
  const five = (...repos: string[]) => times(5, (index) => shared(repos[index % repos.length] as string));
  expect(kindsIn(five("a"))).not.toContain("framework-bug");
  expect(patternsFor(five("a", "b"))[0]).toMatchObject({
    kind: "framework-bug",
    suggestion: "Fix it once in the shared framework (12-factor-agents): it heals 2 repos",
    evidence: expect.stringContaining("fails in 2 repos: a, b."),
  });
});

test.each([
  ["linked in, seen by its real path", "Base.pick (/home/***/12-factor-agents/core/agent.ts:10:5)", true],
  ["linked in, seen by its package", "Base.pick (node_modules/12-factor-agents/core/agent.ts:10:5)", true],
  ["under another root", "Base.pick (file:///srv/12-factor-agents/core/agent.ts:10:5)", true],
  ["a dependency's", "retry (/home/***/x/node_modules/p-retry/index.js:3:9)", false],
  ["the runtime's", "JSON.parse (<anonymous>)", false],
  ["Python's own", "/usr/lib/python3.12/json/decoder.py:355", false],
])("shared code is told by its innermost frame: %s", (_name, frame, isShared) => {
  const events = times(6, (index) => {
    const repo = index % 2 === 0 ? "a" : "b";
    return eventOf({ repo, stack: ["Socket.emit (node:events:5:3)", frame, `main (${repo}/main.ts:1:1)`] });
  });
  expect(kindsIn(events).includes("framework-bug")).toBe(isShared);
  if (!isShared) return;
  const [pattern] = patternsFor([...events].reverse());
  expect(pattern?.evidence).toBe("Base.pick (12-factor-agents/core/agent.ts) fails in 2 repos: a, b.");
});

test("a sister's own code that is called by shared code is no bug of the framework", () => {
  const events = times(6, (index) => {
    const repo = index % 2 === 0 ? "a" : "b";
    return eventOf({
      repo,
      stack: [`work (src/${repo}.ts:1:1)`, "Base.execute (/home/***/12-factor-agents/core/agent.ts:10:5)"],
    });
  });
  expect(kindsIn(events)).not.toContain("framework-bug");
});

const standing = (group: string, state: Standing["state"]): Map<string, Standing> =>
  new Map([
    [group, { group, state, since: "2026-11-20T00:00:00.000Z", evidence: "seen once", proven: false, family: "" }],
  ]);
const withStanding = (events: TelemetryEvent[], state: Standing["state"]): Pattern[] => {
  const comparison = fold(events, WEEK);
  const [group = ""] = comparison.current.groups.keys();
  return summaryOf(comparison, { total: 0, failed: 0 }, standing(group, state)).patterns;
};

test("back after a fix is said from the first event on, before everything else", () => {
  const [pattern] = withStanding([eventOf()], "back");
  expect(pattern).toMatchObject({ kind: "back", state: "back", severity: "high", count: 1 });
  expect(
    withStanding(
      times(5, () => notFound()),
      "back",
    )[0],
  ).toMatchObject({
    id: "file-not-found",
    kind: "rule",
    state: "back",
    discoveries: [{ kind: "back", evidence: "Resolved 2026-11-20, but seen once." }],
  });
});

test.each(["muted", "resolved", "verified", "stale-checkout"] as const)(
  "what is %s comes last, and asks for nothing",
  (state) => {
    const events = [...times(9, () => notFound()), ...times(5, (index) => eventOf({ at: NOON + index * HOUR_MS }))];
    const comparison = fold(events, WEEK);
    const group = [...comparison.current.groups.values()].find(({ template }) => template.startsWith("File"))?.id ?? "";
    const { patterns, suggestions } = summaryOf(comparison, { total: 0, failed: 0 }, standing(group, state));
    expect(patterns.map((pattern) => pattern.state)).toEqual(["new", state]);
    expect(suggestions.map(({ id }) => id)).toEqual([patterns[0]?.id]);
  },
);

test("a failure whose rule's condition is not met is spoken of when it keeps coming, under another id", () => {
  const spread = times(6, (index) => notFound({ at: UNTIL - (index + 1) * 20 * HOUR_MS }));
  expect(patternsFor(spread)).toMatchObject([
    {
      id: "new-file-not-found",
      kind: "new",
      title: "File operations failing in pin-citer",
      suggestion: "Add file existence checks before operations",
    },
  ]);
  expect(patternsFor([notFound({ count: 3 })])).toEqual([]);
});

test("every pattern has an evidence, a cause, a suggestion and a trend", () => {
  const events = [...usual(), ...times(5, () => notFound()), ...times(12, () => eventOf({ error_message: "odd" }))];
  for (const pattern of patternsFor(events)) {
    for (const words of [pattern.evidence, pattern.cause, pattern.suggestion]) expect(words).toMatch(/^\S.*\S$/);
    expect(pattern.trend.current).toBe(pattern.count);
  }
  expect(patternsFor(usual())[0]).toMatchObject({ state: "ongoing", trend: { significant: false } });
});

test("of several rules whose conditions are not met, the first in the catalogue speaks", () => {
  const rule = (id: string) => ({ ...CATALOGUE.rules[0], id, match: { any: ["it broke"] }, scope: { minCount: 99 } });
  const catalogue = catalogueOf([rule("first"), rule("second")] as FailureRule[]);
  const events = times(6, (index) => eventOf({ at: NOON + index * 9 * HOUR_MS }));
  const { patterns } = summaryOf(fold(events, WEEK, catalogue), { total: 0, failed: 0 }, new Map(), catalogue);
  expect(patterns.map(({ id }) => id)).toEqual(["new-first"]);
});

test("what no rule knows is called by its most frequent message, cut where it is long", () => {
  const said = (count: number, error_message: string, ...stack: string[]) =>
    times(count, (index) => eventOf({ at: NOON + index * 8 * HOUR_MS, error_type: "OddError", error_message, stack }));
  const long = `the lamp is ${"very ".repeat(30)}dim`;
  const titles = (...events: TelemetryEvent[][]) => patternsFor(events.flat()).map(({ title }) => title);
  expect(titles(said(6, long))).toEqual([`OddError: ${long.slice(0, 80)} ...`]);
  const [here, there] = [said(3, "The lamp is dim", "at a (a.ts:1:1)"), said(4, "A lamp is dim", "at b (b.ts:1:1)")];
  expect(titles(here, there)).toEqual(["OddError: A lamp is dim"]);
  expect(titles(there, here)).toEqual(["OddError: A lamp is dim"]);
});

test("that three repositories meet is less remarkable among twelve", () => {
  const failing = (repo: string, ...instants: number[]) => instants.map((instant) => eventOf({ at: instant, repo }));
  const meeting = ["a", "b", "c"].flatMap((repo, index) =>
    failing(repo, NOON + index * MINUTE_MS, NOON - (index + 1) * DAY_MS, NOON + (index + 20) * HOUR_MS),
  );
  const others = times(9, (index) => failing(`other-${index}`, NOON - (index + 5) * 7 * HOUR_MS)).flat();
  expect(patternsFor(meeting).find(({ kind }) => kind === "everywhere")?.evidence).toBe(
    "In 3 repos within 2 min, from 2026-11-19 12:00 UTC (p < 0.001).",
  );
  expect(kindsIn([...meeting, ...others])).not.toContain("everywhere");
});

test.each([
  [100, 199, false],
  [100, 200, true],
  [1, 12, false],
  [1, 13, true],
  [0, 20, false],
])("%d in the window before, %d in this one: it rises: %s", (before, now, isRising) => {
  const spread = (count: number, days: number) =>
    times(count, (index) => eventOf({ at: UNTIL - days * DAY_MS - index * (DAY_MS / 40) }));
  expect(kindsIn([...spread(now, 0), ...spread(before, 7.5)]).includes("rising")).toBe(isRising);
});

test.each([
  [40, 10, true],
  [39, 10, false],
  [12, 3, false],
])("of three agents one fails %d times and the next %d: it is the odd one: %s", (most, next, isOdd) => {
  const failing = (agent: string, count: number) =>
    times(count, (index) => eventOf({ at: NOON - index * 2 * HOUR_MS, agent }));
  const events = [...failing("Other", 2), ...failing("Next", next), ...failing("Odd", most)];
  for (const order of [events, events.toReversed()]) {
    const found = patternsFor(order).flatMap(({ kind, evidence, discoveries }) => [{ kind, evidence }, ...discoveries]);
    expect(found.find(({ kind }) => kind === "one-agent")?.evidence).toBe(
      isOdd ? `${most} of ${most + next + 2} at Odd; of 2 others the next has ${next} (p < 0.001).` : undefined,
    );
  }
});

test("what keeps coming is told with its days, its places and where it is thrown", () => {
  const before = eventOf({ at: UNTIL - 8 * DAY_MS });
  const evidenceOf = (everyHours: number, stack?: string[]) =>
    patternsFor([
      before,
      ...times(5, (index) => eventOf({ at: UNTIL - 1 - index * everyHours * HOUR_MS, ...(stack && { stack }) })),
    ]).find(({ kind }) => kind === "recurring")?.evidence;
  expect(evidenceOf(4.5)).toBe("5 times on one day in pin-citer by IssueProcessorAgent.");
  expect(evidenceOf(12, ["at run (agents/run.ts:4:1)"])).toMatch(
    /^5 times on 3 days in pin-citer by IssueProcessorAgent, thrown in .*agents\/run\.ts/,
  );
});

test("only in parallel: four in five at least, five of them, and where others do not fail all the time", () => {
  const failing = (near: number, alone: number) => [
    ...at(...times(near + alone, (index) => NOON + index * 5 * HOUR_MS)),
    ...times(near, (index) => eventOf({ at: NOON + index * 5 * HOUR_MS, agent: "B", error_message: "other" })),
  ];
  const always = times(3 * 24 * 20, (index) =>
    eventOf({ at: NOON + index * 3 * MINUTE_MS, agent: "C", error_message: `${"abc"[index % 3]} broke` }),
  );
  const isParallel = (events: TelemetryEvent[]) =>
    patternsFor(events.map((event) => (event.agent === "B" ? event : { ...event, error_type: "MineError" })))
      .filter(({ title }) => title.includes("MineError"))
      .flatMap(({ kind, discoveries }) => [kind, ...discoveries.map((sign) => sign.kind)])
      .includes("parallel");
  expect(isParallel(failing(4, 0))).toBe(false);
  expect(isParallel(failing(5, 0))).toBe(true);
  expect(isParallel(failing(8, 2))).toBe(true);
  expect(isParallel(failing(7, 2))).toBe(false);
  expect(isParallel([...failing(8, 0), ...always])).toBe(false);
});

test("what is new keeps coming, too, which is not said again", () => {
  const events = times(9, (index) => eventOf({ at: NOON + index * 7 * HOUR_MS }));
  expect(patternsFor(events)).toMatchObject([{ kind: "new", discoveries: [] }]);
});

test("of several places the new failure is told with the commit and the frame of its first event", () => {
  const said = (at: number, commit: string, place: string) =>
    eventOf({ at, commit: commit.repeat(40), stack: [`at ${place} (${place}.ts:1:1)`] });
  const events = [
    ...times(3, (index) => said(NOON + index * 9 * HOUR_MS, "a", "later")),
    ...times(3, (index) => said(NOON - HOUR_MS + index * 9 * HOUR_MS, "b", "first")),
    said(NOON, "c", "first"),
  ];
  for (const order of [events, events.toReversed()])
    expect(patternsFor(order)[0]?.evidence).toMatch(
      /^Not in the window before; 7 times since 2026-11-19 11:00 UTC at commit bbbbbbb in pin-citer, thrown in .*first\.ts/,
    );
  expect(
    patternsFor([...at(...times(5, (index) => NOON + index * HOUR_MS)), said(UNTIL, "a", "last")])[0]?.evidence,
  ).not.toContain("commit");
});

test("of several shared places the one in most repositories is to be fixed", () => {
  const failing = (place: string, repos: string) =>
    [...repos].map((repo) =>
      eventOf({
        repo,
        stack: [`Base.${place} (node_modules/12-factor-agents/${place}.ts:10:5)`, `at use (src/${place}.ts:1:1)`],
      }),
    );
  const told = (...events: TelemetryEvent[][]) => evidenceOf("framework-bug", events.flat());
  expect(told(failing("a", "rst"), failing("b", "rstu"), failing("c", "rs"))).toMatch(/b\.ts\) fails in 4 repos/);
  expect(told(failing("b", "rst"), failing("c", "r"), failing("a", "rst"))).toMatch(/a\.ts\) fails in 3 repos/);
});

test("of several storms the worst is told", () => {
  const storm = (agent: string, tries: number) =>
    times(tries, (index) => eventOf({ at: NOON + index * 1000, agent, repo: agent.toLowerCase() }));
  expect(evidenceOf("retry-storm", [...storm("A", 12), ...storm("B", 15), ...storm("C", 11)])).toBe(
    "15 times within a minute by B in b.",
  );
});

test("an hour that is as busy as others often are is no burst", () => {
  const hours = [...times(13, () => 1), ...times(10, () => 4), 5];
  const inHours = (counts: number[]) =>
    counts.flatMap((count, hour) =>
      at(...times(count, (index) => NOON - 3 * DAY_MS + hour * 5 * HOUR_MS + index * MINUTE_MS)),
    );
  expect(kindsIn(inHours(hours))).not.toContain("burst");
  expect(kindsIn(inHours([...times(12, () => 1), 5]))).toContain("burst");
});

test.each([
  [[12, 1, 1, 3, 3, 1, 1, 1, 1], 1],
  [[12, 1, 1, 1, 2, 2, 2, 1], 1.5],
])("of hours with %j events the usual one has %d", (counts, usual) => {
  const events = counts.flatMap((count, hour) =>
    at(...times(count, (index) => NOON - 3 * DAY_MS + hour * 5 * HOUR_MS + index * MINUTE_MS)),
  );
  expect(evidenceOf("burst", events)).toBe(
    `12 within an hour, until 2026-11-16 12:11 UTC; an hour with any has ${usual} in the median.`,
  );
});

test("a silence is told with what was expected of it, and one that ended in the window before is none of this one", () => {
  const daily = (days: number, until: number) => at(...times(days * 3, (index) => until - (index * DAY_MS) / 3));
  const [current, quiet] = [2, 5];
  const end = UNTIL - current * DAY_MS - quiet * DAY_MS;
  const events = [...daily(6, end), ...daily(current, UNTIL)];
  expect(evidenceOf("back-after-quiet", events)).toBe(
    "Seen 18 times until 2026-11-15 12:00 UTC, then not for 5 days (expected 16.9), and again since 2026-11-20 20:00 UTC.",
  );
  const month = { since: UNTIL - 30 * DAY_MS, until: UNTIL };
  const kinds = (all: TelemetryEvent[]) =>
    summaryOf(fold(all, month), { total: 0, failed: 0 }).patterns.flatMap(({ kind, discoveries }) => [
      kind,
      ...discoveries.map((sign) => sign.kind),
    ]);
  expect(kinds(events)).toContain("back-after-quiet");
  expect(kinds([...daily(6, UNTIL - 45 * DAY_MS), ...daily(40, UNTIL)])).not.toContain("back-after-quiet");
});

test("the hours of a habit are told, across midnight too", () => {
  const at = (minutes: number, day: number) => Date.UTC(2026, 10, 21 - day, 23, 50) + minutes * MINUTE_MS;
  const nightly = times(4, (day) => [at(0, day), at(5, day), at(15, day), at(20, day)]).flat();
  expect(
    evidenceOf(
      "time-of-day",
      nightly.map((instant) => eventOf({ at: instant })),
    ),
  ).toBe("16 of 16 between 23:00 and 01:00 UTC, on 4 days (p < 0.001).");
});
