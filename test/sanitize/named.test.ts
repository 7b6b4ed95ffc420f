// Runs, uses of features and the user's words: their names are cleaned as an event's are, the rest is kept as it is.

import { expect, test } from "vitest";
import { literalsOf, sanitizeRun, sanitizeUsage, sanitizeWord } from "../../core/telemetry/sanitize/index.ts";

const NOW = "2026-11-22T10:30:00.123Z";
const HOME = "/home/ada/repo";
const HIDDEN = "/home/***/repo";
const OWN = { literals: literalsOf(["lovelace"], "***NAME***", "own-name", "name"), relaxed: new Set<string>() };

test("a run loses what is private in its names", () => {
  const run = { timestamp: NOW, repo: HOME, agent: "ada@example.org", ok: true, duration_ms: 0, operation: HOME };
  expect(sanitizeRun(run)).toEqual({ ...run, repo: HIDDEN, agent: "***EMAIL***", operation: HIDDEN });
});

test("a run has no key for what is not known of it", () => {
  const run = { timestamp: NOW, repo: "a", agent: "b", ok: false };
  expect(Object.keys(sanitizeRun(run))).toEqual(Object.keys(run));
});

test("a use of a feature loses what is private in its names", () => {
  expect(sanitizeUsage({ timestamp: NOW, repo: HOME, usage: "open lovelace" }, OWN)).toEqual({
    timestamp: NOW,
    repo: HIDDEN,
    usage: "open ***NAME***",
  });
});

test("a name is cut at 200 characters", () => {
  expect(sanitizeRun({ timestamp: NOW, repo: "many words ".repeat(40), agent: "b", ok: true }).repo.length).toBe(197);
});

test("a word of the user loses what is private in note, repository and agents, and keeps the rest", () => {
  const word = { at: NOW, group: "a3f4b2c1", word: "resolve", commit: "a".repeat(40), seen: 3 } as const;
  expect(sanitizeWord({ ...word, note: `${HOME} `.repeat(200), repo: HOME, seen_by: ["b", HOME] })).toEqual({
    ...word,
    note: expect.stringMatching(/^(?:\/home\/\*{3}\/repo ){40,70}\[\.\.\.\]$/),
    repo: HIDDEN,
    seen_by: ["b", HIDDEN],
  });
  expect(sanitizeWord(word)).toEqual(word);
});
