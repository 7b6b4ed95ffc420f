import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, type TelemetryEvent } from "../../core/telemetry/event.ts";
import { tallyOf as countedTallyOf, namelessOf } from "../../core/telemetry/report/counted.ts";
import { only } from "../../core/telemetry/report/filter.ts";
import { fold } from "../../core/telemetry/report/fold.ts";
import { placesOfMany } from "../../core/telemetry/report/many-names.ts";
import { type Opinion, rememberingOpinions } from "../../core/telemetry/report/opinion.ts";
import { CATALOGUE } from "../../core/telemetry/report/rules/index.ts";
import type { Group, Tally } from "../../core/telemetry/report/tally.ts";
import {
  add,
  emptyTally,
  MOST_CELLS,
  MOST_COMMITS,
  merge,
  settle,
  totalOf,
} from "../../core/telemetry/report/tally.ts";
import { fromRows, toRows } from "../../core/telemetry/report/tally-json.ts";
import { runs } from "../runs.ts";
import { DAY_MS, eventOf, times, UNTIL } from "./events.ts";

const anyEvent = fc
  .record({
    at: fc.integer({ min: UNTIL - 3 * DAY_MS, max: UNTIL }),
    repo: fc.constantFrom("a", "b", "a b"),
    agent: fc.constantFrom("A", "B", "b A"),
    error_type: fc.constantFrom("E", "FileNotFoundError", "__proto__"),
    error_message: fc.constantFrom("File not found: a", "File not found: b", "x has no attribute 'y'", "constructor"),
    count: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    commit: fc.constantFrom(undefined, "c1", "c2"),
    telemetry_id: fc.constantFrom("1", "2"),
    kind: fc.constantFrom(undefined, "K", 5),
    stack: fc.constantFrom(undefined, "f (src/a.ts:1:1)", "f (src/a.ts:9:9)"),
  })
  .map(({ kind, count, commit, stack, ...parts }) =>
    eventOf({
      ...parts,
      context: kind === undefined ? {} : { class: kind },
      ...(count !== undefined && { count }),
      ...(commit !== undefined && { commit }),
      ...(stack !== undefined && { stack: [stack] }),
    }),
  );

const remembered = rememberingOpinions(CATALOGUE);

function tallyOf(events: readonly TelemetryEvent[]): Tally {
  const tally = emptyTally();
  for (const event of events) add(tally, event, instantOf(event.timestamp), remembered(event));
  settle(tally);
  return tally;
}

/** A tally with everything in an order of its own. */
function shown(tally: Tally): unknown {
  const { groups, cells, beyond, names } = tally;
  return {
    groups: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)),
    cells: [...cells]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { times: when, commits, ...cell }]) => [key, cell, when.toJson(), [...(commits ?? [])].sort()]),
    beyond: beyond.total === 0 ? null : beyond.toJson(),
    many: placesOfMany(names).sort(),
  };
}

const crowd = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 40 }).map((minutes) =>
  // A crowded hour, so that some days are kept to the minute and some are not.
  minutes.flatMap((minute) => [0, 1, 2].map((ms) => eventOf({ at: UNTIL - minute * 60_000 - ms }))),
);
/** Of one group, each with a captured name of its own: together more than are told apart. */
const refusals = Array.from({ length: 160 }, (_, index) =>
  eventOf({ at: UNTIL - index * 1000, error_message: `connect ECONNREFUSED 127.0.0.1:${4000 + index}` }),
);
const someRefusals = fc
  .record({ from: fc.constantFrom(0, 30, 100), count: fc.constantFrom(0, 0, 1, 60, 110) })
  .map(({ from, count }) => refusals.slice(from, from + count));
const anyEvents = fc.tuple(fc.array(anyEvent, { maxLength: 40 }), crowd, someRefusals).map((parts) => parts.flat());

test("no order of the events matters", () => {
  const shuffled = anyEvents.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, ([events, others]) => void expect(shown(tallyOf(others))).toEqual(shown(tallyOf(events)))),
  );
});

test("parts merge into the tally of the whole, and stay as they are", () => {
  fc.assert(
    fc.property(anyEvents, anyEvents, anyEvents, (...lists) => {
      const parts = lists.map(tallyOf);
      const before = parts.map(shown);
      const whole = emptyTally();
      for (const part of parts) merge(whole, part);
      expect(shown(whole)).toEqual(shown(tallyOf(lists.flat())));
      expect(parts.map(shown)).toEqual(before);
    }),
  );
});

test("a tally comes back from JSON as it was", () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const tally = tallyOf(events);
      const back = fromRows(JSON.parse(JSON.stringify(toRows(tally))));
      expect(back && shown(back)).toEqual(shown(tally));
    }),
  );
});

test("what is not a tally's JSON is refused, and never half taken", () => {
  const whole = JSON.stringify(
    toRows(tallyOf([eventOf({ commit: "c" }), eventOf({ error_message: "File not found: a", stack: ["f (a.ts:1)"] })])),
  );
  expect(fromRows(JSON.parse(whole))).toBeDefined();
  for (const wrong of [[null], [5], ["x"], [[]], [{}], [{ cell: [] }]]) expect(fromRows(wrong)).toBeUndefined();
  const values = [...whole.matchAll(/"[^"]*"|-?\d+/g)].filter(
    ({ 0: value, index }) => whole[index + value.length] !== ":",
  );
  for (const by of ["null", "{}", "[]", "1.5", "-1", "1e300", "true"]) {
    for (const { 0: value, index } of values) {
      const tally = fromRows(JSON.parse(whole.slice(0, index) + by + whole.slice(index + value.length)));
      // A smaller instant is a tally too; anything else would not be.
      if (tally !== undefined) expect(shown(fromRows(toRows(tally)) as Tally)).toEqual(shown(tally));
      if (by !== "-1") expect(tally, `${by} for ${value} at ${index}`).toBeUndefined();
    }
  }
});

test("a hundred captured names of a group are told apart, more are counted as one", () => {
  expect(tallyOf(refusals.slice(0, 100)).cells.size).toBe(100);
  const [cell, ...others] = tallyOf(refusals.slice(0, 101)).cells.values();
  expect(others).toEqual([]);
  expect([cell?.times.total, cell?.recognitions]).toEqual([101, [{ rule: "connection-refused", names: {} }]]);
});

test("what has too many names in a window is counted as one in the window before it too", () => {
  const few = fold(refusals, { since: UNTIL - 30_000, until: UNTIL });
  expect([few.current.cells.size, few.previous.cells.size]).toEqual([30, 30]);
  const many = fold(refusals, { since: UNTIL - 120_000, until: UNTIL });
  expect([many.current.cells.size, many.previous.cells.size]).toEqual([1, 1]);
});

test("filters share cells by repo, agent, type; the groups go with them", () => {
  const tally = tallyOf([
    eventOf({ repo: "a" }),
    eventOf({ repo: "b", error_type: "T" }),
    eventOf({ repo: "b", count: 3 }),
  ]);
  expect(totalOf(only(tally, { repo: "b" }))).toBe(4);
  const typed = only(tally, { type: "T", agent: "IssueProcessorAgent" });
  expect([totalOf(typed), typed.groups.size]).toEqual([1, 1]);
  expect(totalOf(only(tally, { repo: "a", type: "T" }))).toBe(0);
  expect(totalOf(only(tally, { agent: "Nobody" }))).toBe(0);
  expect(totalOf(only(tally, { agent: "IssueProcessorAgent" }))).toBe(5);
  expect(only(tally, {})).toBe(tally);
});

test("an example is the earliest event, and of those at one instant the smallest", () => {
  const [first, second] = ["b", "a"].map((telemetry_id) => eventOf({ telemetry_id })) as [
    TelemetryEvent,
    TelemetryEvent,
  ];
  const [cell] = tallyOf([eventOf({ at: UNTIL, telemetry_id: "0" }), first, second]).cells.values();
  expect(cell?.example).toEqual({ at: instantOf(second.timestamp), telemetry_id: "a", message: "It broke" });
});

test("beyond the most cells events are counted in the total only, whichever came first", () => {
  const word = (index: number) =>
    [...index.toString(16)].map((digit) => "ghijklmnopqrstuv"[parseInt(digit, 16)]).join("");
  const events = times(MOST_CELLS + 30_000, (index) => eventOf({ error_type: `E${word(index)}` }));
  const tally = tallyOf(events);
  expect(tally.cells.size).toBe(MOST_CELLS);
  expect(tally.groups.size).toBe(MOST_CELLS);
  expect(totalOf(tally)).toBe(events.length);
  expect(new Set(tallyOf(events.reverse()).cells.keys())).toEqual(new Set(tally.cells.keys()));
});

test("of more commits than are kept the same ones stay in any order", () => {
  const events = times(MOST_COMMITS + 50, (index) => eventOf({ commit: String(index).padStart(40, "0") }));
  const kept = [events, [...events].reverse()].map((list) => [...tallyOf(list).cells.values()][0]?.commits);
  expect(kept[0]?.size).toBe(MOST_COMMITS);
  expect(new Map(kept[1])).toEqual(kept[0]);
});

test("events that another engine counted come to the tally of the events", () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const { cells, groups, ...tally } = tallyOf(events);
      const parts = [...cells.values()].map(({ times, commits = new Map(), ...cell }) => {
        const { group, family, recognitions } = cell;
        const { template, frames } = groups.get(group) as Group;
        const { total, first, last, flat: points } = times;
        const [, , , , ...crowded] = times.toJson();
        const opinion = { group, family, recognitions, template, frames };
        return { ...cell, opinion, commits, total, first, last, points, crowded };
      });
      const counted = countedTallyOf(parts, []) as Tally;
      expect(shown({ ...counted, names: tally.names })).toEqual(shown({ cells, groups, ...tally }));
      const wrong = parts.slice(0, 1).map((part) => ({ ...part, total: 0 }));
      if (wrong.length > 0) expect(countedTallyOf([...parts, ...wrong], [])).toBeUndefined();
    }),
    { numRuns: runs(100) },
  );
});

test("of a failure with too many names another engine counts one without them", () => {
  const [opinion] = refusals.map((event) => remembered(event)) as [Opinion];
  expect(opinion.recognitions[0]?.names).not.toEqual({});
  const many = countedTallyOf([], [opinion]) as Tally;
  expect(placesOfMany(many.names)).toEqual([`${opinion.group} connection-refused`]);
  expect(namelessOf(opinion)).toEqual({ ...opinion, recognitions: [{ rule: "connection-refused", names: {} }] });
});

test("events of hundreds of agents find their cells, whichever was there last", () => {
  const events = times(300, (index) => eventOf({ agent: `A${index % 100}`, repo: `r${index % 3}`, count: 2 }));
  const { cells } = tallyOf(events);
  expect([...cells.values()].map(({ times: { total } }) => total)).toEqual(times(300, () => 2));
});
