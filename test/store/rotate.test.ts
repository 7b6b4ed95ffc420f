import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { DAY_MS, evictedFrom, openStore, readRuns, segmentsIn } from "../../core/telemetry/store/index.ts";
import { rotate } from "../../core/telemetry/store/rotate.ts";
import {
  allErrors,
  archived,
  filesIn,
  lineOf,
  linesOf,
  messagesIn,
  sanitized,
  storeOf,
  temporaryFolder,
} from "./folder.ts";

const TODAY = "2026-11-22";
const on = (day: string, message: string) =>
  `${lineOf({ timestamp: `${day}T10:00:00.000Z`, error_message: message, telemetry_id: message.padStart(8, "0") })}\n`;
const pinCiter = (directory: string) => join(directory, "pin-citer_errors.jsonl");
const QUICK = 1 << 20;

test("a day that is over moves whole, each file by one rename", () => {
  const contents = on("2026-11-21", "1") + on("2026-11-21", "2");
  const directory = storeOf(contents);
  for (const name of ["pin-citer_errors.jsonl", "all_runs.jsonl"]) writeFileSync(join(directory, name), contents);
  const { ino } = statSync(allErrors(directory));
  expect(rotate(directory, TODAY, QUICK)).toBe(true);
  expect(filesIn(directory)).toEqual(
    ["all_errors.*", "all_runs.*", "pin-citer_errors.*"].map((name) => `archive/2026-11-21/${name}.jsonl`),
  );
  const [segment] = segmentsIn(directory);
  expect(statSync(segment?.path ?? "").ino).toBe(ino);
  expect(segment).toMatchObject({ day: "2026-11-21", size: contents.length });
  expect(messagesIn(directory)).toEqual(["1", "2"]);
  expect(statSync(join(directory, "archive/2026-11-21")).mode & 0o777).toBe(0o700);
  expect(rotate(directory, TODAY, QUICK)).toBe(false);
});

test("a file of today stays, and nothing is made", () => {
  const directory = storeOf(on(TODAY, "1"));
  expect(rotate(directory, TODAY, QUICK)).toBe(false);
  expect([rotate(temporaryFolder(), TODAY, QUICK), filesIn(directory)]).toEqual([false, ["all_errors.jsonl"]]);
});

test("a file of several days is split, and a line without a time goes with the one before it", () => {
  const directory = storeOf(on("2026-11-19", "1"), "torn\n", on("2026-11-21", "2"), on(TODAY, "3"));
  rotate(directory, TODAY, QUICK);
  expect(filesIn(directory)).toEqual([
    "all_errors.jsonl",
    "archive/2026-11-19/all_errors.jsonl",
    "archive/2026-11-21/all_errors.jsonl",
  ]);
  expect(readFileSync(join(directory, "archive/2026-11-19/all_errors.jsonl"), "utf8")).toBe(
    `${on("2026-11-19", "1")}torn\n`,
  );
  expect(readFileSync(allErrors(directory), "utf8")).toBe(on(TODAY, "3"));
});

test("a file of several days that is too large to split goes whole to its youngest day, or stays until that is over", () => {
  const mixed = on("2026-11-19", "1") + on("2026-11-21", "2");
  const directory = storeOf(mixed);
  rotate(directory, TODAY, 0);
  expect(filesIn(directory)).toEqual(["archive/2026-11-21/all_errors.*.jsonl"]);
  const open = storeOf(mixed + on(TODAY, "3"));
  rotate(open, TODAY, 0);
  expect(filesIn(open)).toEqual(["all_errors.jsonl"]);
});

test("what is no regular file of ours stays, and keeps no other from its place", () => {
  const directory = storeOf(on("2026-11-21", "1"));
  mkdirSync(join(directory, "a_errors.jsonl"));
  symlinkSync("/etc/hostname", join(directory, "b_errors.jsonl"));
  const theirs = storeOf(on("2026-11-21", "2"));
  linkSync(allErrors(theirs), join(directory, "c_errors.jsonl"));
  rotate(directory, TODAY, QUICK);
  expect(filesIn(directory)).toEqual(["archive/2026-11-21/all_errors.*.jsonl", "b_errors.jsonl", "c_errors.jsonl"]);
});

test("whoever records first on a new day moves the day before, and its own line begins a new file", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  vi.setSystemTime(new Date("2026-11-21T23:59:59.990Z"));
  const directory = temporaryFolder();
  const [first, second] = [openStore(directory), openStore(directory)];
  const record = (store: typeof first, message: string) => {
    if (store.isMaintenanceDue) store.maintain();
    store.append(sanitized({ error_message: message }));
  };
  record(first, "1");
  record(second, "2");
  expect(filesIn(directory)).toEqual(["all_errors.jsonl", "pin-citer_errors.jsonl"]);
  vi.setSystemTime(new Date("2026-11-22T00:00:00.000Z"));
  record(first, "3");
  record(second, "4");
  expect(filesIn(directory)).toEqual([
    "all_errors.jsonl",
    "archive/2026-11-21/all_errors.*.jsonl",
    "archive/2026-11-21/pin-citer_errors.*.jsonl",
    "pin-citer_errors.jsonl",
  ]);
  for (const path of [allErrors(directory), pinCiter(directory)])
    expect(linesOf(path).map((line) => JSON.parse(line).error_message)).toEqual(["3", "4"]);
  expect(first.isMaintenanceDue || second.isMaintenanceDue).toBe(false);
});

test("an event of another day goes straight to that day, runs too, whatever the zone it was told in", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  for (const timestamp of ["2026-11-20T23:30:00-01:00", "2024-02-29T00:00:00.000Z", "9999-12-31T23:59:59-08:00"])
    store.append(sanitized({ timestamp, error_message: timestamp }));
  store.appendRun({ timestamp: "2024-02-29T00:00:00.000Z", repo: "r", agent: "a", ok: true } as never);
  expect(filesIn(directory)).toEqual([
    "archive/2024-02-29/all_errors.jsonl",
    "archive/2024-02-29/all_runs.jsonl",
    "archive/2024-02-29/pin-citer_errors.jsonl",
    "archive/2026-11-21/all_errors.jsonl",
    "archive/2026-11-21/pin-citer_errors.jsonl",
    "archive/9999-12-31/all_errors.jsonl",
    "archive/9999-12-31/pin-citer_errors.jsonl",
  ]);
  expect([messagesIn(directory).length, [...readRuns(directory)].length]).toEqual([3, 1]);
});

test("a writer that still had the file open writes again, and its line is read once", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  store.append(sanitized({ error_message: "before" }));
  // Another process moved it: this one does not know.
  const moved = archived(directory, `${new Date().toISOString().slice(0, 10)}/all_errors.1-1.jsonl`);
  renameSync(allErrors(directory), moved);
  store.append(sanitized({ error_message: "late" }));
  expect([linesOf(moved), linesOf(allErrors(directory))].map((lines) => lines.length)).toEqual([2, 1]);
  expect(messagesIn(directory)).toEqual(["before", "late"]);
});

test("a file that somebody had already moved is not moved twice, and a younger one goes to its own day", () => {
  const directory = storeOf(on("2026-11-21", "1"));
  rotate(directory, TODAY, QUICK);
  appendFileSync(allErrors(directory), on("2026-11-20", "2"), { mode: 0o600 });
  rotate(directory, TODAY, QUICK);
  expect(filesIn(directory)).toEqual([
    "archive/2026-11-20/all_errors.*.jsonl",
    "archive/2026-11-21/all_errors.*.jsonl",
  ]);
});

test("a folder of the archive that is a link or somebody's file is refused, and nothing is written there", () => {
  const elsewhere = temporaryFolder();
  chmodSync(elsewhere, 0o755);
  for (const name of ["archive", "archive/2026-11-21"]) {
    const directory = storeOf(on("2026-11-21", "1"));
    if (name !== "archive") mkdirSync(join(directory, "archive"));
    symlinkSync(elsewhere, join(directory, name));
    expect(() => rotate(directory, TODAY, QUICK)).toThrow(expect.objectContaining({ code: "STORE_REFUSED" }));
    expect(() => openStore(directory).append(sanitized({ timestamp: "2026-11-21T00:00:00.000Z" }))).toThrow(
      expect.objectContaining({ code: "STORE_REFUSED" }),
    );
    expect(existsSync(allErrors(directory))).toBe(true);
  }
  expect([filesIn(elsewhere), statSync(elsewhere).mode & 0o777]).toEqual([[], 0o755]);
});

test("a store that cannot be rotated still takes events", () => {
  const directory = storeOf(`${lineOf({ timestamp: new Date(Date.now() - 2 * DAY_MS).toISOString() })}\n`);
  writeFileSync(join(directory, "archive"), "in the way");
  const store = openStore(directory);
  expect(() => store.maintain()).toThrow(expect.objectContaining({ code: "STORE_REFUSED" }));
  expect(store.isMaintenanceDue).toBe(false);
  store.append(sanitized({ error_message: "new" }));
  expect(messagesIn(directory)).toHaveLength(2);
});

const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const LIMITS = { retentionDays: 30, diskBudgetMb: 1 };

/** Over a megabyte of yesterday in the open file, and an old day. */
function ofYesterday(): string {
  const line = (number: number) =>
    `${lineOf({ timestamp: ago(1), telemetry_id: `${number}`.padStart(8, "0"), agent: "a".repeat(1000) })}\n`;
  const directory = storeOf(...Array.from({ length: 1000 }, (_, number) => line(number)));
  archived(directory, `${ago(40).slice(0, 10)}/all_errors.jsonl`, `${lineOf({ timestamp: ago(40) })}\n`);
  return directory;
}

test("the first maintenance of a day brings over what is over, retains and keeps the budget", () => {
  const directory = ofYesterday();
  openStore(directory, LIMITS).maintain();
  expect(filesIn(directory)).toEqual(["archive/evicted.jsonl"]);
  expect(evictedFrom(directory).events).toBe(1000);
});

test("while another process cleans a day is brought over all the same, nothing is thrown, and the next maintenance makes room", () => {
  const directory = ofYesterday();
  writeFileSync(join(directory, "telemetry.lock"), `${process.ppid}\n`);
  const store = openStore(directory, LIMITS);
  store.maintain();
  expect(filesIn(directory)).toHaveLength(3);
  expect(messagesIn(directory)).toHaveLength(1001);
  rmSync(join(directory, "telemetry.lock"));
  store.maintain();
  expect(evictedFrom(directory).events).toBe(1001);
});

test("whoever wrote a megabyte looks after the budget, though each file is small", () => {
  const store = openStore(temporaryFolder());
  store.maintain();
  expect(store.isMaintenanceDue).toBe(false);
  const event = sanitized({
    context: { operation: "o".repeat(200) },
    stack: Array.from({ length: 20 }, () => "f".repeat(200)),
  });
  const bytes = JSON.stringify(event).length;
  let written = 0;
  for (; !store.isMaintenanceDue && written < 4 * QUICK; written += bytes)
    store.append({ ...event, timestamp: ago(2 + ((written / bytes) % 20)) });
  expect(written).toBeGreaterThan(QUICK - bytes);
  expect(written).toBeLessThan(QUICK + 2 * bytes);
});

test("an event of today goes into the open file, whatever its zone", () => {
  const directory = temporaryFolder();
  openStore(directory).append(sanitized({ timestamp: new Date().toISOString().replace("Z", "+00:00") }));
  expect(filesIn(directory)).toEqual(["all_errors.jsonl", "pin-citer_errors.jsonl"]);
});
