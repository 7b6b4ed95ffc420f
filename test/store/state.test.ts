import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Word } from "../../core/telemetry/event.ts";
import { sanitizeWord } from "../../core/telemetry/sanitize/index.ts";
import { appendWords, readWords } from "../../core/telemetry/store/index.ts";
import { wordIn } from "../../core/telemetry/store/state.ts";
import { start, temporaryFolder } from "./folder.ts";

const GROUP = "67b8eaae457f126b";
const word = (parts: Partial<Word> = {}): Word => ({
  at: "2026-11-22T10:00:00.000Z",
  group: GROUP,
  word: "resolve",
  ...parts,
});
const stateIn = (directory: string) => join(directory, "state.jsonl");

test("words are read as they were said, oldest first, after any restart", () => {
  const directory = join(temporaryFolder(), "data");
  const later = word({ at: "2026-11-22T11:00:00.000Z", word: "reopen" });
  const full = word({
    note: "wait for retry-after",
    commit: "a".repeat(40),
    repo: "pin-citer",
    family: "rate-limit",
    seen: 12,
    seen_since: "2026-11-15T10:00:00.000Z",
    seen_by: ["Fixer"],
    seen_runs: 90,
  });
  appendWords(directory, [sanitizeWord(later)]);
  appendWords(directory, [sanitizeWord(full)]);
  expect(readWords(directory)).toEqual([full, later]);
  expect(statSync(stateIn(directory)).mode & 0o777).toBe(0o600);
});

test("nothing said leaves nothing, and a missing file has no words", () => {
  const directory = join(temporaryFolder(), "data");
  appendWords(directory, []);
  expect(existsSync(directory)).toBe(false);
  expect(readWords(directory)).toEqual([]);
});

test("torn and foreign lines are counted and skipped, and a word after a torn one is whole", () => {
  const directory = temporaryFolder();
  appendFileSync(stateIn(directory), '{"at":"2026-11-22T10');
  appendWords(directory, [sanitizeWord(word())]);
  const foreign = [
    {},
    [],
    null,
    { ...word(), word: "explode" },
    { ...word(), word: "__proto__" },
    { ...word(), group: "../../x" },
    { ...word(), at: "2024-02-30T00:00:00Z" },
    { ...word(), commit: "--help" },
    { ...word(), until_count: -1 },
    { ...word(), seen_by: "Fixer" },
    { ...word(), word: "merge" },
    { ...word(), word: "split", by: "colour" },
  ];
  for (const line of foreign) appendFileSync(stateIn(directory), `${JSON.stringify(line)}\n`);
  const skipped = { torn: 0, foreign: 0 };
  expect(readWords(directory, skipped)).toEqual([word()]);
  expect(skipped).toEqual({ torn: 1, foreign: foreign.length });
});

test.each<[keyof Word, unknown[], unknown[]]>([
  ["note", ["", "wait"], [1, ["wait"]]],
  ["advised", [true, false], ["true", 1]],
  ["commit", ["a".repeat(40), "0".repeat(64)], ["a".repeat(39), "A".repeat(40), 1]],
  ["repo", ["pin-citer"], [1, null]],
  ["family", ["rate-limit", "a", "x".repeat(100)], ["", "Rate", "a b", "../a", "x".repeat(101), ["a"]]],
  ["seen", [0, 12], [-1, 0.5, "1"]],
  ["seen_since", ["2026-11-15T10:00:00.000Z"], ["yesterday", 5]],
  ["seen_by", [[], ["Fixer", "Reviewer"]], ["Fixer", ["Fixer", 1], {}]],
  ["seen_runs", [0, 90], [-1, 0.5]],
  ["until_time", ["2026-12-01T00:00:00Z"], ["never", 5]],
  ["until_count", [0, 100], [-1, "100"]],
])("a word's %s is as it is written, or the word is foreign", (key, right, wrong) => {
  const isWord = (value: unknown) => wordIn(JSON.stringify({ ...word(), [key]: value })) !== undefined;
  expect(right.filter((value) => !isWord(value))).toEqual([]);
  expect(wrong.filter(isWord)).toEqual([]);
});

test.each<[Word["word"], keyof Word, unknown[]]>([
  ["note", "note", ["wait"]],
  ["merge", "into", [GROUP]],
  ["split", "by", ["repo", "agent"]],
])("%s is none without its %s", (said, key, right) => {
  const isWord = (parts: object) => wordIn(JSON.stringify({ ...word({ word: said }), ...parts })) !== undefined;
  expect(right.filter((value) => !isWord({ [key]: value }))).toEqual([]);
  expect([undefined, "", "x", 1].filter((value) => isWord({ [key]: value }))).toEqual(key === "note" ? ["", "x"] : []);
});

test("a line longer than any of ours is none, whatever it says", () => {
  const line = (length: number) => JSON.stringify(word({ note: "n".repeat(length) }));
  const room = 64 * 1024 - line(0).length;
  expect(wordIn(line(room))).toBeDefined();
  expect(wordIn(line(room + 1))).toBeUndefined();
});

test("a note is cleaned before it reaches the disk", () => {
  const directory = temporaryFolder();
  appendWords(directory, [sanitizeWord(word({ note: "ask ada@example.com, look into /Users/ada/notes" }))]);
  expect(readFileSync(stateIn(directory), "utf8")).toContain("ask ***EMAIL***, look into /Users/***/notes");
});

test("of four terminals that speak at once, no word is lost", async () => {
  const directory = temporaryFolder();
  const speakers = ["a", "b", "c", "d"].map((name) => start("speaker", directory, name, "50"));
  expect(await Promise.all(speakers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
  const skipped = { torn: 0, foreign: 0 };
  expect(new Set(readWords(directory, skipped).map(({ group }) => group)).size).toBe(200);
  expect(skipped).toEqual({ torn: 0, foreign: 0 });
});
