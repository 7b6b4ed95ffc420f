import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CATALOGUE, failureOf } from "../../core/telemetry/report/index.ts";
import { DAY_MS, eventOf, HOUR_MS, idsFor, notFound, patternsFor, summaryFor, times, UNTIL } from "./events.ts";

const SPECIFIED: Record<string, string> = {
  "file-not-found": "Add file existence checks before operations",
  "permission-denied": "Implement retry logic with exponential backoff",
  "git-index-lock": "Add git lock detection and retry",
  "framework-missing-method": "Framework bug - method missing from BaseAgent",
  "agents-import": "Check symlink configuration",
};

test("the specification's suggestions are its own words", () => {
  const suggestions = Object.fromEntries(CATALOGUE.rules.map(({ id, suggestion }) => [id, suggestion]));
  expect(suggestions).toMatchObject(SPECIFIED);
});

test("what only looks like a placeholder or a replacement pattern in a title is not expanded", () => {
  for (const name of ["$&", "$1", "$$", "x$`"]) {
    const events = ["a", "b"].map((repo) =>
      eventOf({ repo, agent: "{name} {repos}", error_message: `this.${name} is not a function` }),
    );
    for (const { title } of patternsFor(events).filter(({ id }) => id === "framework-missing-method"))
      expect(title).toBe(`{name} {repos} missing ${/[\w$]+/.exec(name)?.[0]}`);
  }
  expect(patternsFor([eventOf({ repo: "{agents}$&", error_message: "index.lock" })])[0]?.title).toBe(
    "Git locks in {agents}$& during parallel execution",
  );
});

const START = UNTIL - 3 * DAY_MS;
const every = (count: number, milliseconds: number) =>
  times(count, (index) => notFound({ at: START + index * milliseconds }));

test.each([
  ["three within an hour", every(3, HOUR_MS), false],
  ["four within an hour", every(4, HOUR_MS / 4), true],
  ["four of which the last is 24 hours after the first", every(4, 8 * HOUR_MS), true],
  [
    "four of which the last is 24 hours and a second after the first",
    [...every(3, HOUR_MS), notFound({ at: START + DAY_MS + 1000 })],
    false,
  ],
  ["two a day for days", every(6, 12.5 * HOUR_MS), false],
  [
    "four around midnight",
    times(4, (hour) => notFound({ at: `2026-11-2${hour < 2 ? `0T2${hour + 2}` : `1T0${hour - 2}`}:30:00Z` })),
    true,
  ],
  [
    "four in four zones within an hour",
    ["2026-11-20T12:00:00Z", "2026-11-20T14:10:00+02:00", "2026-11-20T17:50:00+0530", "2026-11-20T04:30:00-08:00"].map(
      (at) => notFound({ at }),
    ),
    true,
  ],
  ["one line that stands for four", [notFound({ count: 4 })], true],
  [
    "two lines of three each, 30 hours apart",
    [notFound({ at: START, count: 3 }), notFound({ at: START + 30 * HOUR_MS, count: 3 })],
    false,
  ],
  ["one line that stands for three", [notFound({ count: 3 })], false],
  ["four of which one is in the window before", [...every(3, HOUR_MS), notFound({ at: UNTIL - 8 * DAY_MS })], false],
  [
    "four forms of four languages",
    [
      notFound(),
      eventOf({ error_type: "ENOENT", error_message: "ENOENT: no such file or directory, open 'x'" }),
      eventOf({ error_type: "exit 1", error_message: "cat: x: No such file or directory" }),
      eventOf({ error_message: "The system cannot find the path specified" }),
    ],
    true,
  ],
])("file-not-found, more than three in 24 hours: %s", (_name, events, fires) => {
  expect(idsFor(events).includes("file-not-found")).toBe(fires);
  expect(idsFor([...events].reverse()).includes("file-not-found")).toBe(fires);
});

const CONDITIONED = CATALOGUE.rules
  .filter(({ scope: { minCount, minRepos = 1 } }) => minCount * minRepos > 1)
  .map((rule) => [rule.id, rule] as const);

test.each(CONDITIONED)(
  "%s fires when its condition is met, and not with one event or one repository less",
  (id, rule) => {
    const { minCount, minRepos = 1, windowMs } = rule.scope;
    const failure = failureOf(rule.samples.match[0] as string);
    const apart = windowMs === undefined ? (6 * DAY_MS) / minCount : 1000;
    const fires = (count: number, repos: number) =>
      idsFor(
        times(count, (index) => eventOf({ ...failure, at: UNTIL - index * apart, repo: `repo-${index % repos}` })),
      ).includes(id);
    expect(fires(minCount, minRepos)).toBe(true);
    expect(fires(minCount - 1, minRepos)).toBe(false);
    if (minRepos > 1) expect(fires(minCount, minRepos - 1)).toBe(false);
  },
);

test("naive timestamps are local time, whatever others carry", () => {
  const naive = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, -1);
  const mixed = (step: number) =>
    times(4, (index) => notFound({ at: index % 2 === 0 ? naive(START + index * step) : START + index * step }));
  expect(idsFor(mixed(8 * HOUR_MS))).toContain("file-not-found");
  expect(idsFor(mixed(8 * HOUR_MS + 1000))).toEqual([]);
});

test.each([
  ["PermissionError", "[Errno 13] Permission denied: 'x'", true],
  ["PermissionError", "The file is LOCKED", true],
  ["PermissionError", "Access Denied", true],
  ["EACCES", "EACCES: permission denied, open 'x'", true],
  ["PermissionError", "[Errno 1] Operation not permitted: 'x'", false],
  ["EPERM", "EPERM: operation not permitted, unlink 'x'", false],
  ["sqlite3.OperationalError", "database is locked", false],
  ["APIError", "Model access denied by policy", false],
])("permission-denied: %s: %s", (error_type, error_message, fires) => {
  expect(idsFor([eventOf({ error_type, error_message })]).includes("permission-denied")).toBe(fires);
});

test("git-index-lock fires at the first index.lock in a message, whatever the type", () => {
  expect(
    idsFor([eventOf({ error_type: "Anything", error_message: "Another git process: .git/index.lock exists" })]),
  ).toEqual(["git-index-lock"]);
  expect(idsFor([eventOf({ error_type: "index.lock", error_message: "HEAD.lock" })])).toEqual([]);
});

const lacks = (name: string, repo: string, type = "IssueFixerAgent") =>
  eventOf({
    repo,
    agent: type,
    error_type: "AttributeError",
    error_message: `'${type}' object has no attribute '${name}'`,
  });

test("framework-missing-method needs the same name in two repositories", () => {
  expect(idsFor([lacks("run", "a"), lacks("run", "a")])).toEqual([]);
  expect(idsFor([lacks("run", "a"), lacks("walk", "b")])).toEqual([]);
  expect(idsFor([{ ...lacks("run", "a"), count: 9 }])).toEqual([]);
  expect(patternsFor([lacks("run", "a"), lacks("run", "b", "OtherAgent"), lacks("walk", "c")])).toMatchObject([
    {
      id: "framework-missing-method",
      title: "IssueFixerAgent and OtherAgent missing run",
      count: 2,
      repos: ["a", "b"],
    },
  ]);
  const node = ["a", "b"].map((repo) =>
    eventOf({ repo, error_type: "TypeError", error_message: "this.run is not a function" }),
  );
  expect(patternsFor([...node, lacks("run", "c")])).toMatchObject([{ count: 3, repos: ["a", "b", "c"] }]);
});

test("agents-import knows what Python and Node really say when the symlink is broken", () => {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync("/nowhere", join(folder, "agents"));
  const programs: [string, string, string][] = [
    ["python3", "a.py", "import agents"],
    ["python3", "b.py", "from agents.base import BaseAgent"],
    [process.execPath, "a.mjs", 'import "./agents/base.js"'],
    [process.execPath, "b.mjs", 'import "agents"'],
    [process.execPath, "a.cjs", 'require("./agents/base.js")'],
    [process.execPath, "b.cjs", 'require("agents")'],
  ];
  for (const [program, name, text] of programs) {
    writeFileSync(join(folder, name), text);
    const { stderr } = spawnSync(program, [join(folder, name)], { encoding: "utf8" });
    const error_message = /(?:No module named|Cannot find).*/.exec(stderr)?.[0] ?? stderr;
    expect(idsFor([eventOf({ error_message })]), error_message).toEqual(["agents-import"]);
  }
});

test("of two patterns as severe, the more frequent is first", () => {
  const denied = (count: number) =>
    eventOf({ error_type: "PermissionError", error_message: "Permission denied", count });
  expect(idsFor([notFound({ count: 5 }), denied(6)])).toEqual(["permission-denied", "file-not-found"]);
  expect(idsFor([notFound({ count: 5 }), denied(4)])).toEqual(["file-not-found", "permission-denied"]);
});

test("suggestions are the patterns' own, each once, the most severe first", () => {
  const events = [
    ...times(4, () => notFound()),
    eventOf({ error_message: "index.lock" }),
    ...["run", "walk"].flatMap((name) => [lacks(name, "a"), lacks(name, "b")]),
  ];
  const { patterns, suggestions } = summaryFor(events);
  expect(patterns.map(({ id }) => id)).toEqual([
    "framework-missing-method",
    "framework-missing-method",
    "git-index-lock",
    "file-not-found",
  ]);
  expect(suggestions.map(({ id }) => id)).toEqual(["framework-missing-method", "git-index-lock", "file-not-found"]);
  for (const { id, suggestion } of suggestions) expect(suggestion).toBe(SPECIFIED[id]);
});
