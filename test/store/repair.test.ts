import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore, repairRepoFiles } from "../../core/telemetry/store/index.ts";
import { archived, lineOf, linesOf, sanitized, start, storeOf, temporaryFolder } from "./folder.ts";

const TODAY = new Date().toISOString();
const line = (number: number, parts: object = {}) =>
  lineOf({ timestamp: TODAY, telemetry_id: `0000000${number}`, ...parts });

test("what is missing in a repository's file is put there again, in the file of its day, and nothing else changes", () => {
  const old = (number: number) => line(number, { timestamp: "2026-01-05T00:00:00.000Z", repo: "cite-assist" });
  const directory = storeOf(`${line(1)}\n${line(2)}\ntorn\n${line(3, { repo: "../x" })}\n`);
  writeFileSync(join(directory, "pin-citer_errors.jsonl"), `${line(9)}\n${line(1)}\n`, { mode: 0o600 });
  archived(directory, "2026-01-05/all_errors.1-1.jsonl", `${old(4)}\n${old(5)}\n`);
  archived(directory, "2026-01-05/cite-assist_errors.1-1.jsonl", `${old(5)}\n`);
  const lacking = { lines: 3, repos: ["../x", "cite-assist", "pin-citer"] };
  expect(repairRepoFiles(directory, true)).toEqual(lacking);
  expect(repairRepoFiles(directory, true)).toEqual(lacking);
  expect(repairRepoFiles(directory)).toEqual(lacking);
  expect(linesOf(join(directory, "pin-citer_errors.jsonl"))).toEqual([line(9), line(1), line(2)]);
  expect(linesOf(join(directory, "archive/2026-01-05/cite-assist_errors.jsonl"))).toEqual([old(4)]);
  expect(repairRepoFiles(directory)).toEqual({ lines: 0, repos: [] });
});

test("a missing directory needs no repair, and is not made", () => {
  expect(repairRepoFiles(join(temporaryFolder(), "missing"))).toEqual({ lines: 0, repos: [] });
});

test("beside writers nothing of theirs is lost", async () => {
  const directory = temporaryFolder();
  openStore(directory).append(sanitized({ error_message: "first" }));
  rmSync(join(directory, "pin-citer_errors.jsonl"));
  const writers = [1, 2].map((name) => start("writer", directory, String(name), "1000"));
  let isWriting = true;
  const ended = Promise.all(writers.map(({ ended }) => ended)).finally(() => (isWriting = false));
  while (isWriting) {
    repairRepoFiles(directory);
    await new Promise(setImmediate);
  }
  expect(await ended).toEqual([0, 0]);
  repairRepoFiles(directory);
  const [all, copies] = ["all", "pin-citer"].map(
    (name) => new Set(linesOf(join(directory, `${name}_errors.jsonl`)).filter((line) => line !== "")),
  );
  expect([copies?.size, [...(all ?? [])].every((line) => copies?.has(line))]).toEqual([2001, true]);
});
