import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { tallying } from "../../core/telemetry/report/index.ts";
import { retain } from "../../core/telemetry/store/clean.ts";
import { clean, DAY_MS, digestOf, markImported, openStore, RETENTION_DAYS } from "../../core/telemetry/store/index.ts";
import {
  allErrors,
  archived,
  deadPid,
  filesIn,
  lineOf,
  linesOf,
  messagesIn,
  readAll,
  sanitized,
  storeOf,
  temporaryFolder,
} from "./folder.ts";

const NOW = Date.UTC(2026, 10, 22);
const BEFORE = NOW - RETENTION_DAYS * DAY_MS;
let number = 0;
const aged = (days: number, parts: object = {}) =>
  lineOf({
    timestamp: new Date(NOW - days * DAY_MS).toISOString(),
    error_message: `${days} days`,
    telemetry_id: `${number++}`.padStart(8, "0"),
    ...parts,
  });

const agedEvent = (days: number, parts: object = {}) => sanitized(JSON.parse(aged(days, parts)));
const day = (days: number) => new Date(NOW - days * DAY_MS).toISOString().slice(0, 10);
const archive = (directory: string) => readdirSync(join(directory, "archive")).sort();

test("what is older than 30 days goes from every file, and what is exactly 30 days old stays", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  for (const days of [31, 30.1, 30, 29, 0])
    store.append(agedEvent(days, { repo: days > 30 ? "pin-citer" : "cite-assist" }));
  writeFileSync(join(directory, "notes.jsonl"), `${aged(99)}\n`);
  expect(clean(directory, BEFORE, true)).toEqual({ removed: 2, files: 2 });
  expect(messagesIn(directory)).toHaveLength(5);
  expect(clean(directory, BEFORE)).toEqual({ removed: 2, files: 2 });
  expect(messagesIn(directory)).toEqual(["30 days", "29 days", "0 days"]);
  expect(archive(directory)).toEqual([day(30), day(29), day(0)]);
  expect(filesIn(join(directory, "archive", day(30)))).toEqual(["all_errors.jsonl", "cite-assist_errors.jsonl"]);
  expect(statSync(join(directory, "archive", day(30), "all_errors.jsonl")).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory).sort()).toEqual(["archive", "notes.jsonl"]);
  expect(clean(directory, BEFORE)).toEqual({ removed: 0, files: 0 });
});

test("of a day that lies across the limit the older half goes, and its roll-up stays when all of it goes", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  for (const days of [30.9, 30.4, 30.2]) store.append(agedEvent(days));
  archived(directory, `${day(30.9)}/rollup.json`, "{}");
  expect(clean(directory, NOW - 30.3 * DAY_MS)).toEqual({ removed: 2, files: 2 });
  expect(messagesIn(directory)).toEqual(["30.2 days"]);
  expect(clean(directory, NOW)).toEqual({ removed: 1, files: 2 });
  expect(filesIn(directory)).toEqual([`archive/${day(30.9)}/rollup.json`]);
});

test("what a roll-up quotes of a day's lines goes with them, and its counters stay", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  for (const days of [30.2, 30.4, 1]) store.append(agedEvent(days));
  const span = { since: 0, until: NOW, history: true };
  const figures = () =>
    digestOf(directory, [span], tallying()).flatMap(({ cells }) =>
      [...cells.values()].map(({ times, example }) => [times.total, example?.message]),
    );
  expect(figures()).toEqual([[3, "30.4 days"]]);
  const path = join(directory, "archive", day(30.2), "rollup.jsonl");
  expect(readFileSync(path, "utf8")).toContain("30.4 days");
  clean(directory, BEFORE);
  expect(readFileSync(path, "utf8")).not.toContain("30.4 days");
  expect(figures()).toEqual([[3, "1 days"]]);
});

test("a torn line goes with the line before it, and a line glued to a torn one is judged by itself", () => {
  const directory = storeOf(
    [
      aged(40),
      "torn, old",
      aged(5),
      "torn, fresh",
      aged(40).slice(0, 60) + aged(6),
      aged(41),
      `${aged(42).slice(0, 60)}`,
    ].join("\n"),
  );
  clean(directory, BEFORE);
  const kept = readFileSync(allErrors(directory), "utf8");
  expect(kept).not.toContain("torn, old");
  expect(kept).toContain("torn, fresh");
  expect(kept.split("\n")).toHaveLength(4);
  expect(messagesIn(directory).sort()).toEqual(["5 days", "6 days"]);
});

test("lines of other programs age too, and their bytes stay as they are", () => {
  const spaced = aged(3).replace('{"timestamp":', '{"timestamp": ');
  const latin = Buffer.concat([
    Buffer.from(`{"error_message":"caf`),
    Buffer.of(0xe9),
    Buffer.from(`","timestamp":"${new Date(NOW).toISOString()}"}\n`),
  ]);
  const naive = aged(45).replace('Z"', '"').replace('{"timestamp":', '{"timestamp": ');
  const reordered = `{ "error_message" : "m" , "timestamp" : "2020-01-01T00:00:00" }`;
  const directory = storeOf(`${reordered}\n${naive}\n${spaced}\n`, latin);
  expect(clean(directory, BEFORE)).toEqual({ removed: 2, files: 1 });
  expect(readFileSync(allErrors(directory))).toEqual(Buffer.concat([Buffer.from(`${spaced}\n`), latin]));
});

test("what is young stays where it is when it is small or in its place, and so does what no event is in", () => {
  const directory = storeOf(`${aged(5)}\n${aged(2)}\n`);
  archived(directory, `${day(4)}/all_errors.1-1.jsonl`, `${aged(5)}\n${aged(4)}\n`);
  archived(directory, `${day(60)}/all_errors.jsonl`, "torn before any event\n");
  archived(directory, `${day(3)}/all_errors.1-1.jsonl`, `${aged(3, { agent: "a".repeat(12_000) })}\n`.repeat(100)); // of its day alone
  const files = filesIn(directory);
  expect(clean(directory, BEFORE)).toEqual({ removed: 0, files: 0 });
  expect(filesIn(directory)).toEqual(files);
});

test("a day whose folder holds what is not ours stays with it, and one that is only just over stays to the millisecond", () => {
  const directory = temporaryFolder();
  archived(directory, `${day(40)}/all_errors.jsonl`, `${aged(40)}\n`);
  archived(directory, `${day(40)}/notes.txt`, "mine");
  archived(directory, `${day(30)}/all_errors.jsonl`, `${aged(30)}\n${aged(30 + 1 / DAY_MS)}\n`);
  expect(clean(directory, BEFORE)).toEqual({ removed: 2, files: 2 });
  expect(filesIn(directory)).toEqual([`archive/${day(40)}/notes.txt`, `archive/${day(30)}/all_errors.jsonl`]);
});

test("a missing directory is clean, and is not made", () => {
  const directory = join(temporaryFolder(), "missing");
  expect(clean(directory, BEFORE)).toEqual({ removed: 0, files: 0 });
  expect(existsSync(directory)).toBe(false);
});

test("retention unlinks days that are wholly over by the file system's clock, and no younger event that lies among them", () => {
  const directory = temporaryFolder();
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  const dayAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);
  const line = (days: number) =>
    `${lineOf({ timestamp: daysAgo(days).toISOString(), error_message: `${days} days`, telemetry_id: `${days}` })}\n`;
  const closed = (folder: number, name: string, ...contents: number[]) => {
    const path = archived(directory, `${dayAgo(folder)}/${name}`, contents.map(line).join(""));
    utimesSync(path, daysAgo(Math.min(...contents)), daysAgo(Math.min(...contents)));
  };
  for (const days of [33, 32, 31, 30, 2]) closed(days, "all_errors.1-1.jsonl", days);
  archived(directory, `${dayAgo(33)}/rollup.json`, "{}");
  closed(32, "all_errors.2-1.jsonl", 1);
  closed(32, "all_errors.3-1.jsonl", 40, 3, 40); // another program's old events around one of ours
  archived(directory, `${dayAgo(35)}/all_errors.jsonl`, line(35)); // imported just now
  archived(directory, `${dayAgo(36)}/all_errors.jsonl`);
  closed(37, `all_errors.4-1.jsonl.q${deadPid()}-7`, 37); // what a killed cleaner left
  symlinkSync("/etc/hostname", join(directory, "archive", dayAgo(32), "odd_errors.jsonl"));
  vi.setSystemTime(new Date("2099-01-01"));
  onTestFinished(() => void vi.useRealTimers());
  retain(directory, RETENTION_DAYS);
  expect(messagesIn(directory).sort()).toEqual(["1 days", "2 days", "3 days", "30 days", "40 days"]);
  expect(archive(directory)).toHaveLength(4);
  expect(existsSync("/etc/hostname")).toBe(true);
});

test("a day that an import brought back is kept from then on as long as one that was recorded", () => {
  const directory = temporaryFolder();
  const day = new Date(Date.now() - 90 * DAY_MS).toISOString().slice(0, 10);
  const path = archived(directory, `${day}/all_errors.jsonl`, `${lineOf({ timestamp: `${day}T10:00:00.000Z` })}\n`);
  markImported(directory, day);
  retain(directory, RETENTION_DAYS);
  expect(existsSync(path)).toBe(true);
  const longAgo = new Date(Date.now() - 31 * DAY_MS);
  utimesSync(join(directory, "archive", day, "imported"), longAgo, longAgo);
  retain(directory, RETENTION_DAYS);
  expect(existsSync(join(directory, "archive", day))).toBe(false);
});

test.each([1, 4194304])("the aside of a killed cleaner, pid %i, is read, and its lines go where they belong", (pid) => {
  const directory = storeOf(`${aged(2)}\n`);
  const aside = `${allErrors(directory)}.q${pid === 1 ? deadPid() : pid}-77`;
  writeFileSync(aside, `${aged(50)}\n${aged(3)}\n`);
  expect(messagesIn(directory).sort()).toEqual(["2 days", "3 days", "50 days"]);
  expect(clean(directory, BEFORE)).toEqual({ removed: 1, files: 1 });
  expect(messagesIn(directory).sort()).toEqual(["2 days", "3 days"]);
  expect(filesIn(directory)).toEqual(["all_errors.jsonl"]);
});

test("a large file of several days is split, and what a killed cleaner had already put back is not put back again", () => {
  const many = (days: number) =>
    Array.from({ length: 3000 }, (_, index) => aged(days, { error_message: `${days} days, ${index}` }));
  const [old, third, second] = [many(50), many(3), many(2)];
  const directory = storeOf(`${aged(2)}\n`);
  archived(directory, `${day(3)}/all_errors.jsonl`, `${third.slice(0, 1000).join("\n")}\n`);
  writeFileSync(`${allErrors(directory)}.q${deadPid()}-77`, `${[...old, ...third, ...second].join("\n")}\n`);
  expect(clean(directory, BEFORE)).toEqual({ removed: 3000, files: 1 });
  expect(filesIn(directory)).toEqual([day(3), day(2)].map((day) => `archive/${day}/all_errors.jsonl`));
  expect(linesOf(join(directory, "archive", day(3), "all_errors.jsonl")).sort()).toEqual(third.sort());
  expect(linesOf(join(directory, "archive", day(2), "all_errors.jsonl"))).toHaveLength(3001);
});

test("a large closed file that holds other days too is split among them", () => {
  const lines = [5, 4].flatMap((days) => Array.from({ length: 3000 }, () => `${aged(days)}\n`)).join("");
  const directory = temporaryFolder();
  archived(directory, `${day(4)}/all_errors.1-1.jsonl`, lines);
  expect(clean(directory, BEFORE)).toEqual({ removed: 0, files: 0 });
  expect(filesIn(directory)).toEqual([day(5), day(4)].map((day) => `archive/${day}/all_errors.jsonl`));
  expect(readAll(directory).events).toHaveLength(6000);
});

test("a cleaner killed right after it moved the file away loses nothing", () => {
  const directory = storeOf(`${aged(50)}\n${aged(3)}\n`);
  renameSync(allErrors(directory), `${allErrors(directory)}.q${deadPid()}-77`);
  expect(readAll(directory).events).toHaveLength(2);
  expect(clean(directory, BEFORE, true)).toEqual({ removed: 1, files: 1 });
  expect(clean(directory, BEFORE)).toEqual({ removed: 1, files: 1 });
  expect(messagesIn(directory)).toEqual(["3 days"]);
  expect(filesIn(directory)).toEqual(["all_errors.jsonl"]);
});

test("an aside in the archive is put back too, and an empty one goes", () => {
  const directory = temporaryFolder();
  archived(directory, `${day(3)}/all_errors.1-1.jsonl.q${deadPid()}-77`, `${aged(3)}\n`);
  writeFileSync(join(directory, `pin-citer_errors.jsonl.q${deadPid()}-78`), "");
  expect(clean(directory, BEFORE)).toEqual({ removed: 0, files: 2 });
  expect(filesIn(directory)).toEqual([`archive/${day(3)}/all_errors.*.jsonl`]);
  expect(messagesIn(directory)).toEqual(["3 days"]);
});

const lockOf = (directory: string) => join(directory, "telemetry.lock");

test.each([
  ["a dead process", () => `${deadPid()}\n`],
  ["nobody", () => ""],
  ["no number", () => "locked"],
  ["our own number, of a process before us", () => `${process.pid}\n`],
])("a lock of %s is taken over and then gone", (_name, holder) => {
  const directory = storeOf(`${aged(50)}\n`);
  writeFileSync(lockOf(directory), holder());
  expect(clean(directory, BEFORE).removed).toBe(1);
  expect(existsSync(lockOf(directory))).toBe(false);
});

test("a lock of a living process is respected, named, and stops no writer", () => {
  const directory = storeOf(`${aged(50)}\n`);
  writeFileSync(lockOf(directory), `${process.ppid}\n`);
  expect(() => clean(directory, BEFORE)).toThrow(
    expect.objectContaining({ code: "STORE_LOCKED", message: expect.stringContaining(`process ${process.ppid} `) }),
  );
  expect(clean(directory, BEFORE, true).removed).toBe(1);
  openStore(directory).append(sanitized());
  expect(messagesIn(directory)).toHaveLength(2);
  expect(readFileSync(lockOf(directory), "utf8")).toBe(`${process.ppid}\n`);
});

test("a file that cannot be read is said, and nothing is removed", () => {
  const directory = storeOf(`${aged(50)}\n`);
  mkdirSync(join(directory, "odd_errors.jsonl"));
  expect(() => clean(directory, BEFORE)).toThrow(expect.objectContaining({ code: "STORE_UNREADABLE" }));
  expect(messagesIn(directory)).toHaveLength(1);
});
