// What a period came to, as its file keeps it: used while it holds, refused when anything in it is not as we write it.

import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  forgetExamples,
  partIn,
  type Rows,
  readRollUp,
  rollUpIn,
  writeRollUp,
} from "../../core/telemetry/store/roll-up.ts";
import { temporaryFolder } from "./folder.ts";

const WORDS: Rows<string[]> = {
  version: "1",
  toRows: (words) => words.map((word) => ({ word })),
  fromRows: (rows) => (rows as { word: string }[]).map(({ word }) => word),
};
const OF_BYTES = "a:0-100";

function keptIn(folder: string, words: string[] = ["one", "two"]): string {
  const path = rollUpIn(folder);
  writeRollUp(path, OF_BYTES, { digested: words, skipped: [["2026-10-24T0000", 1, 0]] }, WORDS);
  return path;
}

const headOf = (path: string) => JSON.parse(readFileSync(path, "utf8").split("\n")[0] as string);

test("what was kept comes back for the same bytes, or for whatever bytes when they are gone", () => {
  const path = keptIn(temporaryFolder());
  const kept = { digested: ["one", "two"], skipped: [["2026-10-24T0000", 1, 0]] };
  expect(readRollUp(path, OF_BYTES, WORDS)).toEqual(kept);
  expect(readRollUp(path, undefined, WORDS)).toEqual(kept);
  expect(readRollUp(path, "a:0-101", WORDS)).toBeUndefined();
  expect(readRollUp(path, OF_BYTES, { ...WORDS, version: "2" })).toBeUndefined();
  expect(readRollUp(path, OF_BYTES, { ...WORDS, fromRows: () => undefined })).toBeUndefined();
});

test("what is kept as text comes back as text", () => {
  const path = rollUpIn(temporaryFolder());
  const lines: Rows<unknown[]> = {
    version: "1",
    toRows: (words) => words as string[],
    fromRows: (rows) => rows,
  };
  const digested = ["m2x,5k:3;2|p9z", { word: "one" }, "-5", { word: "\u00fc" }];
  writeRollUp(path, OF_BYTES, { digested, skipped: [] }, lines);
  expect(readRollUp(path, OF_BYTES, lines)?.digested).toEqual(digested);
});

test("a file that lost rows is no roll-up", () => {
  const path = keptIn(temporaryFolder());
  writeFileSync(path, readFileSync(path, "utf8").split("\n").slice(0, -2).join("\n"));
  expect(readRollUp(path, OF_BYTES, WORDS)).toBeUndefined();
});

test.each([
  [undefined],
  [{}],
  [["2026-10-24T0000", 1, 0]],
  [[[1, 1, 0]]],
  [[["2026-10-24T0000", 1]]],
  [[["2026-10-24T0000", 1, 0, 0]]],
  [[["2026-10-24T0000", -1, 0]]],
  [[["2026-10-24T0000", 0, 0.5]]],
  [[["2026-10-24T0000", "1", 0]]],
  [["abc"]],
])("%j are no counts of skipped lines", (skipped) => {
  const path = keptIn(temporaryFolder());
  const [, ...rows] = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, [JSON.stringify({ ...headOf(path), skipped }), ...rows].join("\n"));
  expect(readRollUp(path, OF_BYTES, WORDS)).toBeUndefined();
});

test("of the parts of a folder the eight that were written last stay", () => {
  const folder = temporaryFolder();
  const parts = Array.from({ length: 11 }, (_, hour) => {
    const slot = `2026-10-24T${String(hour).padStart(2, "0")}00`;
    const path = partIn(folder, slot, slot);
    writeFileSync(path, "");
    const at = 1_790_000_000 + ((hour * 7) % 11);
    utimesSync(path, at, at);
    return { path, at };
  });
  keptIn(folder);
  const newest = parts.filter(({ at }) => at >= 1_790_000_003);
  expect(parts.filter(({ path }) => existsSync(path))).toEqual(newest);
});

test("with the lines of a day go the rows that quote them, and its parts; a file that quotes nothing is not touched", () => {
  const archive = temporaryFolder();
  const folder = join(archive, "2026-10-24");
  mkdirSync(folder);
  const path = keptIn(folder);
  const { ino } = statSync(path);
  forgetExamples(folder);
  expect(statSync(path).ino).toBe(ino);

  const rows = [{ word: "one" }, { word: "two", example: "text" }, { example: "more" }];
  writeFileSync(path, [{ ...headOf(path), rows: 3 }, ...rows].map((row) => JSON.stringify(row)).join("\n"));
  const others = [partIn(folder, "2026-10-24T0000", "2026-10-24T0010"), partIn(archive, "2026-10-23", "2026-10-25")];
  for (const other of others) writeFileSync(other, "");
  forgetExamples(folder);
  expect(others.filter((other) => existsSync(other))).toEqual([]);
  expect(readRollUp(path, undefined, WORDS)?.digested).toEqual(["one"]);
});

test.each(["", "{", "not JSON"])("a roll-up whose lines are gone and that holds %j goes too", (contents) => {
  const folder = temporaryFolder();
  writeFileSync(rollUpIn(folder), contents);
  forgetExamples(folder);
  expect(existsSync(rollUpIn(folder))).toBe(false);
  forgetExamples(folder);
});
