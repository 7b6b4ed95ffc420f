import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clean, cleanWhenDue, DAY_MS, openStore, RETENTION_DAYS } from "../../core/telemetry/store/index.ts";
import { allErrors, deadPid, lineOf, messagesIn, readAll, sanitized, storeOf, temporaryFolder } from "./folder.ts";

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

test("what is older than 30 days goes from every file, and what is exactly 30 days old stays", () => {
  const directory = temporaryFolder();
  const store = openStore(directory);
  for (const [index, days] of [31, 30.1, 30, 29, 0].entries()) {
    const repo = days > 30 ? "pin-citer" : "cite-assist";
    store.append(
      sanitized({
        repo,
        timestamp: new Date(NOW - days * DAY_MS).toISOString(),
        error_message: `${days} days`,
        telemetry_id: `0000000${index}`,
      }),
    );
  }
  writeFileSync(join(directory, "notes.jsonl"), `${aged(99)}\n`);
  expect(clean(directory, BEFORE, true)).toEqual({ removed: 2, files: 2 });
  expect(messagesIn(directory)).toHaveLength(5);
  expect(clean(directory, BEFORE)).toEqual({ removed: 2, files: 2 });
  expect(messagesIn(directory)).toEqual(["30 days", "29 days", "0 days"]);
  expect(readdirSync(directory).sort()).toEqual(["all_errors.jsonl", "cite-assist_errors.jsonl", "notes.jsonl"]);
  expect(statSync(allErrors(directory)).mode & 0o777).toBe(0o600);
  expect(clean(directory, BEFORE)).toEqual({ removed: 0, files: 0 });
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
  expect(messagesIn(directory)).toEqual(["5 days", "6 days"]);
});

test("lines of other programs age too, and their bytes stay as they are", () => {
  const spaced = aged(3).replace('{"timestamp":', '{"timestamp": ');
  const fresh = Buffer.concat([
    Buffer.from(`${spaced}\n{"error_message":"caf`),
    Buffer.of(0xe9),
    Buffer.from(`","timestamp":"${new Date(NOW).toISOString()}"}\n`),
  ]);
  const naive = aged(45).replace('Z"', '"').replace('{"timestamp":', '{"timestamp": ');
  const reordered = `{ "error_message" : "m" , "timestamp" : "2020-01-01T00:00:00" }`;
  const directory = storeOf(`${reordered}\n${naive}\n`, fresh);
  expect(clean(directory, BEFORE)).toEqual({ removed: 2, files: 1 });
  expect(readFileSync(allErrors(directory))).toEqual(fresh);
});

test("a missing directory is clean, and is not made", () => {
  const directory = join(temporaryFolder(), "missing");
  expect(clean(directory, BEFORE)).toEqual({ removed: 0, files: 0 });
  expect(existsSync(directory)).toBe(false);
});

test("cleaning is due when the oldest line is a day over its time, and not before", () => {
  const isCleaned = (days: number, head = "", quick = false, padding = 0) => {
    const directory = storeOf(`${head}${aged(days)}\n${aged(1)}\n`, `${" ".repeat(1000)}\n`.repeat(padding));
    cleanWhenDue(directory, RETENTION_DAYS, NOW, quick);
    return !messagesIn(directory).includes(`${days} days`);
  };
  expect([isCleaned(30.5), isCleaned(31), isCleaned(31.1)]).toEqual([false, false, true]);
  expect(isCleaned(32, "a torn first line\n")).toBe(true);
  expect([isCleaned(32, "", true), isCleaned(32, "", true, 1100), isCleaned(32, "", false, 1100)]).toEqual([
    true,
    false,
    true,
  ]);
  cleanWhenDue(temporaryFolder(), RETENTION_DAYS, NOW, true);
});

test.each([1, 4194304])(
  "the aside of a killed cleaner, pid %i, is read; what is fresh in it is put back, what is old is not kept for ever",
  (pid) => {
    const directory = storeOf(`${aged(2)}\n`);
    const aside = `${allErrors(directory)}.q${pid === 1 ? deadPid() : pid}-77`;
    writeFileSync(aside, `${aged(50)}\n${aged(3)}\n`);
    expect(messagesIn(directory).sort()).toEqual(["2 days", "3 days", "50 days"]);
    cleanWhenDue(directory, RETENTION_DAYS, NOW, true);
    expect(readdirSync(directory)).toEqual(["all_errors.jsonl"]);
    expect(messagesIn(directory).sort()).toEqual(["2 days", "3 days"]);
  },
);

test("a cleaner killed right after it moved the file away loses nothing", () => {
  const directory = storeOf(`${aged(50)}\n${aged(3)}\n`);
  renameSync(allErrors(directory), `${allErrors(directory)}.q${deadPid()}-77`);
  expect(readAll(directory).events).toHaveLength(2);
  expect(clean(directory, BEFORE, true)).toEqual({ removed: 1, files: 1 });
  expect(clean(directory, BEFORE)).toEqual({ removed: 1, files: 1 });
  expect(messagesIn(directory)).toEqual(["3 days"]);
  expect(readdirSync(directory)).toEqual(["all_errors.jsonl"]);
});

test("an aside that holds only what is fresh is put back too, and an empty one goes", () => {
  const directory = storeOf(`${aged(2)}\n`);
  writeFileSync(`${allErrors(directory)}.q${deadPid()}-77`, `${aged(3)}\n`);
  writeFileSync(join(directory, `pin-citer_errors.jsonl.q${deadPid()}-78`), "");
  expect(clean(directory, BEFORE)).toEqual({ removed: 0, files: 2 });
  expect(readdirSync(directory)).toEqual(["all_errors.jsonl"]);
  expect(messagesIn(directory).sort()).toEqual(["2 days", "3 days"]);
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
