// What is suggested for an error at hand, and of whom it comes: the user's fix, a rule, a discovery, an AI's advice.

import { expect, test } from "vitest";
import type { TelemetryEvent, Word } from "../../core/telemetry/event.ts";
import {
  aliasesOf,
  aliasOf,
  fold,
  groupOf,
  NOTHING_KNOWN,
  type Standing,
  suggestionsFor,
  summaryOf,
} from "../../core/telemetry/report/index.ts";
import { eventOf, HOUR_MS, notFound, patternsFor, times, UNTIL, WEEK } from "./events.ts";

const HELD = { state: "verified", since: "2026-11-01T00:00:00.000Z", evidence: "saw 0", proven: true } as const;
const standing = (group: string, parts: Partial<Standing> = {}): [string, Standing] => [
  group,
  { ...HELD, group, family: "", note: "turn it off and on", ...parts },
];

/** Keeps coming, in two repositories, and no rule knows it. */
const ODD = times(6, (index) => eventOf({ at: UNTIL - index * 9 * HOUR_MS, repo: index < 2 ? "a" : "b" }));
const ODD_GROUP = groupOf(eventOf());
const [ODD_PATTERN] = patternsFor(ODD);
/** Keeps coming, too seldom for its rule. */
const SPREAD = times(6, (index) => notFound({ at: UNTIL - (index + 1) * 20 * HOUR_MS }));

const suggested = (error: Parameters<typeof suggestionsFor>[0], standings: [string, Standing][] = []) =>
  suggestionsFor(error, {
    ...NOTHING_KNOWN,
    patterns: patternsFor([...ODD, ...SPREAD]),
    standings: new Map(standings),
  });

test("what was found about a failure is suggested, after the user's own fix of it, with how often and where it was seen", () => {
  const seen = { count: 6, repos: ["a", "b"] };
  const discovery = { ...seen, id: ODD_PATTERN?.id, source: "discovery", suggestion: ODD_PATTERN?.suggestion };
  expect(suggested(eventOf())).toMatchObject([discovery]);
  const fix = {
    ...seen,
    id: ODD_GROUP,
    title: "Your own fix of 2026-11-01",
    cause: "The fix held: saw 0.",
    suggestion: "turn it off and on",
    source: "verified-fix",
  };
  expect(suggested(eventOf(), [standing(ODD_GROUP)])).toEqual([fix, expect.objectContaining(discovery)]);
  expect(suggested(eventOf({ error_message: "another thing" }), [standing(ODD_GROUP)])).toEqual([]);
});

test("a fix that held is suggested though it came back, one that nothing proves and one without words are not", () => {
  const causes = (parts: Partial<Standing>) =>
    suggested(eventOf(), [standing(ODD_GROUP, parts)]).flatMap(({ source, cause }) =>
      source === "verified-fix" ? [cause] : [],
    );
  expect(causes({ state: "back" })).toEqual(["The fix held, then it came back: saw 0."]);
  expect(causes({ proven: false })).toEqual([]);
  const { note: _, ...wordless } = standing(ODD_GROUP)[1];
  expect(suggested(eventOf(), [[ODD_GROUP, wordless]]).map(({ source }) => source)).toEqual(["discovery"]);
});

test("of other groups of the same family the newest fix is suggested, and only where the group has none of its own", () => {
  const family = "file-not-found";
  const fixes = [
    standing("1", { family, since: "2026-10-02T00:00:00.000Z", note: "second" }),
    standing("2", { family, since: "2026-10-03T00:00:00.000Z", note: "newest" }),
    standing("3", { family, since: "2026-10-01T00:00:00.000Z", note: "first" }),
    standing("4", { family: "permission-denied", since: "2026-11-03T00:00:00.000Z", note: "of another" }),
  ];
  const newest = {
    title: "Your own fix of 2026-10-03 of the same failure in another group",
    suggestion: "newest",
    count: 0,
    repos: [],
  };
  for (const order of [fixes, fixes.toReversed()]) {
    const [first, ...others] = suggested(notFound(), order);
    expect(first).toMatchObject(newest);
    expect(others.map(({ source }) => source)).toEqual(["rule"]);
  }
  const own = standing(groupOf(notFound()), { family, note: "its own" });
  expect(suggested(notFound(), [...fixes, own]).map(({ suggestion }) => suggestion)).toEqual([
    "its own",
    "Add file existence checks before operations",
  ]);
  const { suggestions } = summaryOf(fold(SPREAD, WEEK), { total: 0, failed: 0 }, new Map(fixes));
  expect(suggestions.map(({ source }) => source)).toEqual(["verified-fix", "discovery"]);
  expect(suggestions[0]).toMatchObject(newest);
});

test("advice is what an AI proposed, with what was seen; a note of the user's that fixed nothing yet is no suggestion", () => {
  const advised = standing(ODD_GROUP, { state: "open", proven: false, advised: true });
  expect(suggested(eventOf(), [advised])[1]).toEqual({
    id: ODD_GROUP,
    title: "Error: It broke",
    cause: "Proposed by an AI; nobody has checked it.",
    suggestion: "turn it off and on",
    count: 6,
    repos: ["a", "b"],
    source: "advised",
  });
  const noted = standing(ODD_GROUP, { state: "open", proven: false });
  expect(suggested(eventOf(), [noted]).map(({ source }) => source)).toEqual(["discovery"]);
  const group = groupOf(eventOf({ error_message: "never seen" }));
  const unseen = standing(group, { state: "open", proven: false, advised: true });
  expect(suggested(eventOf({ error_message: "never seen" }), [unseen])).toMatchObject([
    { title: "Seen before", count: 0, repos: [] },
  ]);
});

test("what the user merged or split is looked up under the name that it has", () => {
  const [telling, both] = ["another telling", "two in one"].map((error_message) => eventOf({ error_message }));
  const words = [
    { word: "merge", group: groupOf(telling as TelemetryEvent), into: ODD_GROUP },
    { word: "split", group: groupOf(both as TelemetryEvent), by: "repo" },
  ].map((word) => ({ at: "2026-11-20T00:00:00.000Z", ...word }) as Word);
  const aliases = aliasesOf(words);
  const part = aliasOf({ group: groupOf(both as TelemetryEvent), repo: "a", agent: "" }, aliases);
  const known = { ...NOTHING_KNOWN, aliases, patterns: patternsFor(ODD), standings: new Map([standing(part)]) };
  const sources = (error: Parameters<typeof eventOf>[0]) =>
    suggestionsFor(eventOf(error), known).map(({ source }) => source);
  expect(sources({ error_message: "another telling" })).toEqual(["discovery"]);
  expect(sources({ error_message: "two in one", repo: "a" })).toEqual(["verified-fix"]);
  expect(sources({ error_message: "two in one", repo: "b" })).toEqual([]);
});
