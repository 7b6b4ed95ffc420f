// Lines that are changed or brought elsewhere beside writers, and what a rewriter that was killed had got done.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveWhole } from "../../core/telemetry/store/archive.ts";
import { reviseFiles } from "../../core/telemetry/store/index.ts";
import { reroute, rewrite } from "../../core/telemetry/store/rewrite.ts";
import { allErrors, deadPid, filesIn, lineOf, linesOf, storeOf, temporaryFolder } from "./folder.ts";

const upper = () => (line: string) => line.toUpperCase();

test("each line is revised or goes, the mode is ours, and no trace is left", () => {
  const directory = storeOf("one\n\ntwo\nthree\n");
  const other = join(directory, "other_errors.jsonl");
  reviseFiles(directory, [allErrors(directory), other], (line) => (line === "two" ? undefined : `${line}!`));
  expect(linesOf(allErrors(directory))).toEqual(["one!", "three!"]);
  expect(filesIn(directory)).toEqual(["all_errors.jsonl"]);
});

test("while another process cleans nothing is revised", () => {
  const directory = storeOf("one\n");
  writeFileSync(join(directory, "telemetry.lock"), `${process.ppid}\n`);
  const revise = () => reviseFiles(directory, [allErrors(directory)], upper());
  expect(revise).toThrow(expect.objectContaining({ code: "STORE_LOCKED" }));
  expect(linesOf(allErrors(directory))).toEqual(["one"]);
});

test("what a killed rewriter had put back, as it was or as it had become, is not put back again", () => {
  const directory = storeOf("A\nb\nnew\n");
  writeFileSync(`${allErrors(directory)}.q${deadPid()}-7`, "a\nb\nc\n");
  rewrite(allErrors(directory), upper);
  expect(linesOf(allErrors(directory)).toSorted()).toEqual(["A", "B", "C", "NEW"]);
  expect(filesIn(directory)).toEqual(["all_errors.jsonl"]);
});

test.each(["q", "q0-7", "q99999999999-7", "qx"])("an aside that names no process is left by nobody: %s", (end) => {
  const directory = storeOf("new\n");
  writeFileSync(`${allErrors(directory)}.${end}`, "left\n");
  rewrite(allErrors(directory), upper);
  expect(linesOf(allErrors(directory)).toSorted()).toEqual(["LEFT", "NEW"]);
  expect(filesIn(directory)).toEqual(["all_errors.jsonl"]);
});

test("of a file that is not there what a killed rewriter left comes back, and a living one's is its own", () => {
  const directory = temporaryFolder();
  const living = `${allErrors(directory)}.q${process.ppid}-7`;
  writeFileSync(living, "theirs\n");
  writeFileSync(`${allErrors(directory)}.q${deadPid()}-7`, "left\n");
  rewrite(allErrors(directory), upper);
  expect(linesOf(allErrors(directory))).toEqual(["LEFT"]);
  expect(readFileSync(living, "utf8")).toBe("theirs\n");
});

test("lines go where their route says, in their order, however many and however long", () => {
  const lines = Array.from({ length: 3000 }, (_, number) => `${number % 3} ${"x".repeat(number % 200)} ${number}`);
  const directory = storeOf(lines.map((line) => `${line}\n`).join(""));
  const [first, second] = ["a", "b"].map((name) => join(directory, `${name}_errors.jsonl`)) as [string, string];
  reroute(allErrors(directory), () => (line) => [first, second, undefined][Number(line[0])]);
  for (const [number, path] of [first, second].entries())
    expect(linesOf(path)).toEqual(lines.filter((line) => line.startsWith(`${number}`)));
  expect(existsSync(allErrors(directory))).toBe(false);
});

test("a file is archived under a name that overwrites no other, and one that is gone by then is somebody else's work", () => {
  const [day, other] = ["2026-11-20", "2026-11-21"];
  const line = (of: string) => `${lineOf({ timestamp: `${of}T10:00:00.000Z` })}\n`;
  const directory = storeOf(line(day));
  const archive = (stamp: string) => archiveWhole(directory, allErrors(directory), day, stamp);
  archive("1-1");
  archive("1-2");
  writeFileSync(allErrors(directory), line(day));
  archive("1-1");
  expect(filesIn(directory)).toEqual(["all_errors.jsonl", `archive/${day}/all_errors.*.jsonl`]);
  writeFileSync(allErrors(directory), line(other));
  archive("1-3");
  expect(filesIn(directory)).toEqual([`archive/${day}/all_errors.*.jsonl`, `archive/${other}/all_errors.*.jsonl`]);
});
