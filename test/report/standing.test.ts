// The fix loop, by its figures.

import { expect, test } from "vitest";
import type { TelemetryEvent, Word } from "../../core/telemetry/event.ts";
import { partOf } from "../../core/telemetry/report/aliases.ts";
import { groupOf } from "../../core/telemetry/report/group.ts";
import {
  aliasesOf,
  decidingSince,
  fold,
  type IsDescendant,
  noRuns,
  type Standing,
  standingsOf,
  withAliases,
} from "../../core/telemetry/report/index.ts";
import { runsAfterIn } from "../../core/telemetry/report/runs.ts";
import { DAY_MS, eventOf, HOUR_MS, times, UNTIL } from "./events.ts";

const GROUP = groupOf(eventOf());
const FIX = "f".repeat(40);
const [OLDER, NEWER, STRANGE] = ["0", "1", "2"].map((digit) => digit.repeat(40)) as [string, string, string];
const isDescendant: IsDescendant = (commit, fix) =>
  commit === fix || commit === NEWER ? true : commit === OLDER ? false : undefined;

const AT = UNTIL - 10 * DAY_MS;
const wordOf = (parts: Partial<Word> = {}): Word => ({
  at: new Date(AT).toISOString(),
  group: GROUP,
  word: "resolve",
  commit: FIX,
  seen: 7,
  seen_since: new Date(AT - 7 * DAY_MS).toISOString(),
  seen_by: ["Fixer"],
  ...parts,
});

interface Told {
  words?: Word[];
  events?: TelemetryEvent[];
  now?: number;
  runs?: { at: number }[];
}

function standing({ words = [wordOf()], events = [], now = UNTIL, runs }: Told): Standing | undefined {
  const { current } = fold(events, { since: decidingSince(words) ?? 0, until: now });
  const list = (runs ?? []).map(({ at }) => ({
    timestamp: new Date(at).toISOString(),
    repo: "r",
    agent: "Fixer",
    ok: true,
  }));
  const runsAfter = runs === undefined ? noRuns : runsAfterIn(list);
  return standingsOf(words, { cells: current.cells.values(), runsAfter, now, isDescendant }).get(GROUP);
}

const after = (days: number, parts: Parameters<typeof eventOf>[0] = {}) =>
  eventOf({ at: AT + days * DAY_MS, ...parts });

test("a group that nobody has spoken of has no standing", () => {
  expect(standing({ words: [] })).toBeUndefined();
});

test.each([
  ["at a commit that has the fix", { commit: NEWER }, "back"],
  ["at the fix itself", { commit: FIX }, "back"],
  ["at a commit that git does not know", { commit: STRANGE }, "back"],
  ["without a commit", {}, "back"],
  ["at a commit without the fix", { commit: OLDER }, "stale-checkout"],
] as const)("a later event %s", (_name, parts, state) => {
  const now = AT + 2 * DAY_MS;
  expect(standing({ events: [after(1, parts)], now })?.state).toBe(state);
  expect(standing({ events: [eventOf({ at: AT, ...parts })], now })?.state).toBe("resolved"); // of the same moment is not later
});

test("one event where the fix is in outweighs any number where it is not", () => {
  const events = [...times(20, (hour) => after(hour / 24, { commit: OLDER })), after(1, { commit: NEWER })];
  expect(standing({ events })).toMatchObject({
    state: "back",
    evidence: expect.stringMatching(/^seen once since the fix fffffff, last 2026-11-13 12:00 UTC$/),
  });
});

test("without a fixing commit every later event means that it is back", () => {
  const { commit: _commit, ...word } = wordOf();
  expect(standing({ words: [word], events: [after(1, { commit: OLDER })] })?.state).toBe("back");
});

// 7 in 7 days are one a day: e^-2.99 = 0.0503, e^-3 = 0.0498.
test.each([
  [2.99, "resolved", "not yet proven: expected 3.0 in 3 days, saw 0, p = 0.05"],
  [3, "verified", "expected 3.0 in 3 days, saw 0, p = 0.05"],
  [6.2, "verified", "expected 6.2 in 6 days, saw 0, p = 0.002"],
])("after %d days of silence at one a day it is %s", (days, state, evidence) => {
  expect(standing({ now: AT + days * DAY_MS })).toMatchObject({ state, evidence, proven: state === "verified" });
});

test("checkouts without the fix do not keep it from being verified", () => {
  expect(standing({ events: [after(1, { commit: OLDER })] })).toMatchObject({
    state: "verified",
    evidence: "expected 10.0 in 10 days, saw 0, p < 0.001; seen once in checkouts without the fix",
  });
});

test("what was seen twice has no rate, and a silence of less than a day proves nothing", () => {
  const rare = wordOf({ seen: 2 });
  expect(standing({ words: [rare], now: AT + 1000 * DAY_MS })).toMatchObject({
    state: "resolved",
    evidence: "not yet proven: seen 2 times before the fix, too few to call",
  });
  const storm = wordOf({ seen: 5000, seen_since: new Date(AT - HOUR_MS).toISOString() });
  expect(standing({ words: [storm], now: AT + DAY_MS - 1 })?.state).toBe("resolved");
  expect(standing({ words: [storm], now: AT + DAY_MS })?.state).toBe("verified");
});

test("where runs are recorded they are what silence is held against", () => {
  const words = [wordOf({ seen: 10, seen_runs: 100 })];
  const runs = (count: number) => times(count, (index) => ({ at: AT + 1 + index }));
  expect(standing({ words, runs: runs(29) })?.state).toBe("resolved");
  expect(standing({ words, runs: runs(30) })).toMatchObject({
    state: "verified",
    evidence: "expected 3.0 in 30 runs, saw 0, p = 0.05",
  });
  expect(standing({ words, runs: [{ at: AT - 1 }] })?.state).toBe("resolved"); // ten days without a run
});

test("a fix that held for long is remembered as one, though it came back", () => {
  expect(standing({ events: [after(9)] })).toMatchObject({ state: "back", proven: true });
  expect(standing({ events: [after(1)] })).toMatchObject({ state: "back", proven: false });
});

test("after more than a month it is still recognised as back", () => {
  const at = UNTIL - 90 * DAY_MS;
  const old = wordOf({ at: new Date(at).toISOString(), seen_since: new Date(at - 7 * DAY_MS).toISOString() });
  expect(standing({ words: [old], events: [eventOf({ at: UNTIL - HOUR_MS, commit: NEWER })] })?.state).toBe("back");
});

test("the last word counts: reopened is open, resolved anew begins anew", () => {
  const reopened = [wordOf(), wordOf({ word: "reopen", at: new Date(AT + DAY_MS).toISOString() })];
  expect(standing({ words: reopened })).toBeUndefined();
  const again = [...reopened, wordOf({ at: new Date(AT + 3 * DAY_MS).toISOString() })];
  expect(standing({ words: again, events: [after(2)], now: AT + 4 * DAY_MS })?.state).toBe("resolved");
});

test("a mute ends at its time or its count, whichever comes first", () => {
  const mute = (parts: Partial<Word>) => [wordOf({ word: "mute", ...parts })];
  const state = (words: Word[], events: TelemetryEvent[] = [], now = UNTIL) => standing({ words, events, now })?.state;
  const end = new Date(UNTIL).toISOString();
  expect(
    state(
      mute({}),
      times(50, () => after(1)),
    ),
  ).toBe("muted");
  expect(state(mute({ until_time: end }), [], UNTIL - 1)).toBe("muted");
  expect(state(mute({ until_time: end }))).toBe("open");
  expect(state(mute({ until_count: 3 }), [after(-1), after(1, { count: 2 })])).toBe("muted");
  expect(state(mute({ until_count: 3 }), [after(1, { count: 3 })])).toBe("open");
  expect(state(mute({ until_count: 99, until_time: end }))).toBe("open");
});

test("merged groups are one, in any order of the events, and unmerging takes it back", () => {
  const [a, b] = [eventOf({ error_message: "one" }), eventOf({ error_message: "other" })];
  const [into, part] = [groupOf(a), groupOf(b)];
  const at = new Date(AT).toISOString();
  const groups = (words: Word[], events = [a, b]) => {
    const { current } = fold(events, { since: 0, until: UNTIL });
    return [...withAliases(current, aliasesOf(words)).groups.values()];
  };
  const merged: Word[] = [{ at, group: part, word: "merge", into }];
  expect(groups(merged)).toEqual(groups([], [a]));
  expect(groups(merged, [b, a])).toEqual(groups(merged));
  expect(groups(merged, [b]).map(({ id }) => id)).toEqual([into]);
  expect(groups([...merged, { at, group: part, word: "unmerge" }])).toHaveLength(2);
  const circle: Word[] = [...merged, { at, group: into, word: "merge", into: part }];
  expect(groups(circle).map(({ id }) => id)).toEqual([into]);
});

test("a split group is one for each repository, and its parts can be spoken of", () => {
  const events = ["x", "y", "x"].map((repo) => eventOf({ repo }));
  const { current } = fold(events, { since: 0, until: UNTIL });
  const words: Word[] = [{ at: new Date(AT).toISOString(), group: GROUP, word: "split", by: "repo" }];
  const ids = [...withAliases(current, aliasesOf(words)).groups.keys()];
  expect(ids.sort()).toEqual([partOf(GROUP, "x"), partOf(GROUP, "y")].sort());
  for (const id of ids) expect(id).toMatch(new RegExp(`^${GROUP.slice(0, 8)}[0-9a-f]{8}$`));
  expect([
    ...withAliases(current, aliasesOf([...words, { ...(words[0] as Word), word: "unsplit" }])).groups.keys(),
  ]).toEqual([GROUP]);
});

test("a mute is told with its limits, how much of them is used, and which of them is over", () => {
  const evidence = (parts: Partial<Word>, ...events: TelemetryEvent[]) =>
    standing({ words: [wordOf({ word: "mute", ...parts })], events })?.evidence;
  const [past, future] = [UNTIL, UNTIL + DAY_MS].map((at) => new Date(at).toISOString()) as [string, string];
  expect(evidence({})).toBe("muted until reopened");
  expect(evidence({ until_time: future })).toBe("muted until 2026-11-23");
  expect(evidence({ until_count: 3 }, after(1))).toBe("muted until seen 3 times (1 so far)");
  expect(evidence({ until_count: 3, until_time: future })).toBe(
    "muted until 2026-11-23 or until seen 3 times (0 so far)",
  );
  expect(evidence({ until_time: past })).toBe("muted until 2026-11-22, which is over");
  expect(evidence({ until_count: 3 }, after(1, { count: 4 }))).toBe("muted until seen 3 times; seen 4 times since");
});

test("a standing has its word's moment, family and commit, and the last note, whoever proposed it", () => {
  const at = new Date(AT).toISOString();
  const note = (text: string, parts: Partial<Word> = {}): Word => ({
    at,
    group: GROUP,
    word: "note",
    note: text,
    ...parts,
  });
  const decided = { group: GROUP, since: at, commit: FIX, family: "disk-full", state: "verified", proven: true };
  const { evidence: _evidence, ...told } = standing({ words: [wordOf({ family: "disk-full" })] }) as Standing;
  expect(told).toEqual(decided);
  const { commit: _commit, ...without } = wordOf();
  expect(standing({ words: [without] })).toEqual({
    ...{ group: GROUP, since: at, family: "", state: "verified", proven: true },
    evidence: expect.stringContaining("saw 0"),
  });
  expect(standing({ words: [wordOf({ word: "mute" })] })).toMatchObject({ since: at, proven: false });
  const open = { group: GROUP, state: "open", since: "", evidence: "", proven: false, family: "" };
  expect(standing({ words: [note("one"), note("two")] })).toEqual({ ...open, note: "two" });
  expect(standing({ words: [note("one"), note("two", { advised: true })] })).toEqual({
    ...open,
    note: "two",
    advised: true,
  });
  expect(standing({ words: [note("one", { advised: true }), wordOf()] })).toMatchObject({ note: "one", advised: true });
});

test("events matter from the oldest word on that still decides", () => {
  const word = (parts: Partial<Word>, days: number) =>
    wordOf({ at: new Date(AT + days * DAY_MS).toISOString(), ...parts });
  expect(decidingSince([])).toBeUndefined();
  expect(decidingSince([word({ word: "note", note: "n" }, 0)])).toBeUndefined();
  expect(decidingSince([word({}, 2), word({ group: "other" }, 3), word({ word: "note" }, 1)])).toBe(AT + 2 * DAY_MS);
  expect(decidingSince([word({}, 0), word({ word: "reopen" }, 1), word({ group: "other" }, 3)])).toBe(AT + 3 * DAY_MS);
});

test("a word that lacks what it is about changes nothing", () => {
  const at = new Date(AT).toISOString();
  const { current } = fold([eventOf()], { since: 0, until: UNTIL });
  for (const word of ["merge", "unmerge", "split", "unsplit", "note"] as const)
    expect(withAliases(current, aliasesOf([{ at, group: GROUP, word }]))).toBe(current);
  expect(aliasesOf([{ at, group: GROUP, word: "note", into: "other", by: "repo" }])).toEqual({
    into: new Map(),
    split: new Map(),
  });
});

test("merged groups keep their cells, under the one name, and a part of one may go into another", () => {
  const [a, b, c] = ["one", "other", "third"].map((error_message) => eventOf({ error_message })) as [
    TelemetryEvent,
    TelemetryEvent,
    TelemetryEvent,
  ];
  const at = new Date(AT).toISOString();
  const { current } = fold([a, b, { ...b, repo: "x" }, c], { since: 0, until: UNTIL });
  const merge = (from: string, into: string): Word => ({ at, group: from, word: "merge", into });
  const split: Word = { at, group: groupOf(b), word: "split", by: "repo" };
  const groupsBy = (...words: Word[]) =>
    [...withAliases(current, aliasesOf(words)).cells.values()].map(({ group, repo }) => [group, repo]);
  const merged = groupsBy(merge(groupOf(b), groupOf(a)), merge(groupOf(c), groupOf(b)));
  expect(new Set(merged.map(([group]) => group))).toEqual(new Set([groupOf(a)]));
  expect(merged.map(([, repo]) => repo).sort()).toEqual(["pin-citer", "pin-citer", "pin-citer", "x"]);
  expect(groupsBy(split, merge(partOf(groupOf(b), "x"), groupOf(a)))).toEqual(
    expect.arrayContaining([
      [groupOf(a), "x"],
      [partOf(groupOf(b), "pin-citer"), "pin-citer"],
    ]),
  );
});
