import { symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { segmentsIn } from "../../core/telemetry/store/index.ts";
import { archived, lineOf, messagesIn, storeOf, temporaryFolder } from "./folder.ts";

test("segments are the central files of archived days, oldest first, whole ones and what only an aside is left of", () => {
  const directory = temporaryFolder();
  const paths = [
    archived(directory, "2026-11-20/all_errors.jsonl.q17-99"),
    archived(directory, "2026-11-21/all_errors.1764000000000-1.jsonl", "12"),
    archived(directory, "2026-11-21/all_errors.jsonl", "123"),
  ];
  for (const other of ["pin-citer_errors.jsonl", "all_errors.txt", "rollup.json", "all_runs.jsonl", "odd.jsonl"])
    archived(directory, `2026-11-21/${other}`);
  archived(directory, "yesterday/all_errors.jsonl");
  utimesSync(paths[1] as string, 5, 5);
  symlinkSync("/etc", join(directory, "archive", "2026-11-01"));
  const [left, closed, open] = segmentsIn(directory);
  expect(left).toEqual({ day: "2026-11-20", path: paths[0]?.replace(".q17-99", ""), size: 0, mtimeMs: 0 });
  expect(closed).toEqual({ day: "2026-11-21", path: paths[1], size: 2, mtimeMs: 5000 });
  expect(open).toMatchObject({ day: "2026-11-21", path: paths[2], size: 3 });
  expect(segmentsIn(directory)).toHaveLength(3);
  expect(segmentsIn(directory, "all_runs")).toMatchObject([{ day: "2026-11-21" }]);
});

test("a store without an archive has no segments, and an archive that is a link is not followed", () => {
  const directory = temporaryFolder();
  expect(segmentsIn(directory)).toEqual([]);
  const elsewhere = temporaryFolder();
  archived(elsewhere, "2026-11-21/all_errors.jsonl");
  symlinkSync(join(elsewhere, "archive"), join(directory, "archive"));
  expect(segmentsIn(directory)).toEqual([]);
});

test("archived events are read, each once though it also stands in the open file", () => {
  const line = (number: number) => lineOf({ error_message: `event ${number}`, telemetry_id: `0000000${number}` });
  const directory = storeOf(`${line(2)}\n${line(3)}\n`);
  archived(directory, "2026-11-22/all_errors.jsonl", `${line(1)}\n`);
  archived(directory, "2026-11-22/all_errors.1764000000000-1.jsonl", `${line(2)}\n`);
  expect(messagesIn(directory).sort()).toEqual(["event 1", "event 2", "event 3"]);
});
