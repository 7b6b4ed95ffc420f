// What of the directory others could read, write or lead elsewhere; and which files of it hold lines.

import { chmodSync, chownSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  dangersIn,
  keepAudit,
  lastAudit,
  lastLook,
  lineFiles,
  markLook,
  orphansIn,
  repairModes,
  StoreError,
  storedLines,
  updateConfig,
} from "../../core/telemetry/store/index.ts";
import { archived, temporaryFolder } from "./folder.ts";

const DAY = "2026-11-20";

/** A store with a file in every folder, all of it closed to others. */
function closedStore(): string {
  const directory = temporaryFolder();
  chmodSync(directory, 0o700);
  writeFileSync(join(directory, "all_errors.jsonl"), "one\n", { mode: 0o600 });
  archived(directory, `${DAY}/all_errors.jsonl`, "two\n");
  archived(directory, "evicted.jsonl");
  return directory;
}

test("a store that is closed to others is in no danger", () => {
  expect(dangersIn(closedStore())).toEqual([]);
});

test.each<[string, (directory: string) => void, { name: string; kind: string }]>([
  ["the directory is open", (directory) => chmodSync(directory, 0o755), { name: ".", kind: "open-mode" }],
  [
    "a file is open",
    (directory) => chmodSync(join(directory, "all_errors.jsonl"), 0o640),
    { name: "all_errors.jsonl", kind: "open-mode" },
  ],
  [
    "a file may not be written",
    (directory) => chmodSync(join(directory, "all_errors.jsonl"), 0o400),
    { name: "all_errors.jsonl", kind: "open-mode" },
  ],
  [
    "the archive is open",
    (directory) => chmodSync(join(directory, "archive"), 0o750),
    { name: "archive", kind: "open-mode" },
  ],
  [
    "a day is open",
    (directory) => chmodSync(join(directory, "archive", DAY), 0o701),
    { name: `archive/${DAY}`, kind: "open-mode" },
  ],
  [
    "a day's file is open",
    (directory) => chmodSync(join(directory, "archive", DAY, "all_errors.jsonl"), 0o604),
    { name: `archive/${DAY}/all_errors.jsonl`, kind: "open-mode" },
  ],
  [
    "there is a link",
    (directory) => symlinkSync("/etc/hostname", join(directory, "x.jsonl")),
    { name: "x.jsonl", kind: "link" },
  ],
  [
    "there is a folder that is none of ours",
    (directory) => mkdirSync(join(directory, "x.jsonl"), { mode: 0o700 }),
    { name: "x.jsonl", kind: "no-regular-file" },
  ],
  [
    "a day is a file",
    (directory) => archived(directory, "2026-11-21"),
    { name: "archive/2026-11-21", kind: "no-regular-file" },
  ],
])("it is told when %s", (_what, harm, danger) => {
  const directory = closedStore();
  harm(directory);
  expect(dangersIn(directory)).toEqual([danger]);
});

test("both names of a file with two are told", () => {
  const directory = closedStore();
  linkSync(join(directory, "all_errors.jsonl"), join(directory, "x.jsonl"));
  expect(dangersIn(directory)).toEqual(["all_errors.jsonl", "x.jsonl"].map((name) => ({ name, kind: "hard-link" })));
});

test("a repair closes what is ours and open, and leaves what a link leads to as it is", () => {
  const directory = closedStore();
  const own = join(temporaryFolder(), "own");
  writeFileSync(own, "", { mode: 0o644 });
  symlinkSync(own, join(directory, "x.jsonl"));
  chmodSync(join(directory, "archive", DAY), 0o755);
  chmodSync(join(directory, "archive", DAY, "all_errors.jsonl"), 0o666);
  repairModes(directory);
  expect(dangersIn(directory)).toEqual([{ name: "x.jsonl", kind: "link" }]);
  expect(statSync(own).mode & 0o777).toBe(0o644);
});

test.runIf(process.geteuid?.() === 0)("what is another user's is told, and a repair leaves it as it is", () => {
  const directory = closedStore();
  const theirs = join(directory, "all_errors.jsonl");
  chmodSync(theirs, 0o644);
  chownSync(theirs, 12345, 12345);
  const dangers = ["open-mode", "foreign-owner"].map((kind) => ({ name: "all_errors.jsonl", kind }));
  expect(dangersIn(directory)).toEqual(dangers);
  repairModes(directory);
  expect(dangersIn(directory)).toEqual(dangers);
});

test("a repair of what is no directory of one's own is refused, and nothing is closed", () => {
  const directory = closedStore();
  chmodSync(directory, 0o755);
  const link = join(temporaryFolder(), "link");
  symlinkSync(directory, link);
  expect(() => repairModes(link)).toThrow(expect.objectContaining({ code: "STORE_REFUSED" }));
  expect(statSync(directory).mode & 0o777).toBe(0o755);
});

test("the files with lines are those of the directory and of every day, each once with its asides, and none that is no file", () => {
  const directory = closedStore();
  writeFileSync(join(directory, "all_errors.jsonl.q1-1"), "three\n");
  writeFileSync(join(directory, "b_errors.jsonl.q1-1"), "four\n");
  writeFileSync(join(directory, "config.json"), "{}");
  symlinkSync("/etc/hostname", join(directory, "c_errors.jsonl"));
  writeFileSync(join(directory, "c_errors.jsonl.q1-1"), "");
  const files = lineFiles(directory);
  expect(files).toEqual(
    ["all_errors.jsonl", "b_errors.jsonl", "archive/evicted.jsonl", `archive/${DAY}/all_errors.jsonl`].map((name) =>
      join(directory, name),
    ),
  );
  expect(files.flatMap((path) => [...storedLines(path)]).toSorted()).toEqual(["four", "one", "three", "two"]);
});

test("a store without an archive has its own files with lines, in the order of their names", () => {
  const directory = temporaryFolder();
  for (const name of ["b_errors.jsonl", "all_errors.jsonl", "a_errors.jsonl.q1-1"])
    writeFileSync(join(directory, name), "");
  const names = ["a_errors.jsonl", "all_errors.jsonl", "b_errors.jsonl"];
  expect(lineFiles(directory)).toEqual(names.map((name) => join(directory, name)));
});

test("an aside is an orphan when its process is gone, and one that is worked on is none", () => {
  const directory = closedStore();
  const gone = join(directory, "all_errors.jsonl.q4194305-1"); // above the largest process id
  for (const path of [
    gone,
    join(directory, `all_errors.jsonl.q${process.pid}-1`),
    join(directory, "all_errors.jsonl.qx"),
  ])
    writeFileSync(path, "");
  expect(orphansIn(directory)).toEqual([gone]);
});

test("a look and an audit are remembered, and what stands in their place is not believed", () => {
  const directory = closedStore();
  expect([lastLook(directory), lastAudit(directory)]).toEqual([undefined, undefined]);
  const note = { at: "2026-11-22T10:00:00.000Z", lines: 3, findings: 0 };
  markLook(directory, 1_795_000_000_000);
  keepAudit(directory, note);
  expect([lastLook(directory), lastAudit(directory)]).toEqual([1_795_000_000_000, note]);
  markLook(directory, 1_796_000_000_000);
  expect(lastLook(directory)).toBe(1_796_000_000_000);
  for (const [key, wrong] of [
    ["at", 1],
    ["lines", "3"],
    ["findings", null],
  ] as const) {
    keepAudit(directory, { ...note, [key]: wrong } as never);
    expect(lastAudit(directory), key).toBeUndefined();
  }
  expect(dangersIn(directory)).toEqual([]);
});

test("config.json is changed in its order and with what we do not know, and one that is broken stays as it is", () => {
  const directory = join(temporaryFolder(), "data");
  updateConfig(directory, (config) => ({ ...config, enabled: false }));
  const path = join(directory, "config.json");
  writeFileSync(path, '{"later": [1], "enabled": false, "runs": true}');
  updateConfig(directory, (config) => ({ ...config, enabled: true }));
  expect(readFileSync(path, "utf8")).toBe('{\n  "later": [\n    1\n  ],\n  "enabled": true,\n  "runs": true\n}\n');
  writeFileSync(path, '{"enabled": 1}');
  expect(() => updateConfig(directory, () => ({}))).toThrow(StoreError);
  expect(readFileSync(path, "utf8")).toBe('{"enabled": 1}');
});
