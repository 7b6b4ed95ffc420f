// Maintenance by one process at a time, which nothing rests on.

import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { withLock } from "../../core/telemetry/store/lock.ts";
import { temporaryFolder } from "./folder.ts";

const lockIn = (folder = temporaryFolder()) => join(folder, "telemetry.lock");

test("while the work goes on the lock tells whose it is, and the time is the file system's, whatever a host's clock says", () => {
  const lock = lockIn();
  const before = Date.now();
  onTestFinished(() => void vi.useRealTimers());
  vi.setSystemTime(new Date("2099-01-01"));
  const answer = withLock(lock, (now) => {
    vi.useRealTimers();
    expect(Math.abs(now - before)).toBeLessThan(60_000);
    expect([readFileSync(lock, "utf8"), statSync(lock).mode & 0o777]).toEqual([`${process.pid}\n`, 0o600]);
    return "done";
  });
  expect([answer, existsSync(lock)]).toEqual(["done", false]);
});

test("the lock goes when the work fails, and it may be gone before", () => {
  const lock = lockIn();
  const fail = () => {
    throw new Error("no room");
  };
  expect(() => withLock(lock, fail)).toThrow("no room");
  expect(existsSync(lock)).toBe(false);
  expect(withLock(lock, () => rmSync(lock))).toBeUndefined();
});

test("a link in the lock's place is said, and what it leads to stays", () => {
  const [lock, precious] = [lockIn(), join(temporaryFolder(), "precious")];
  writeFileSync(precious, "precious");
  symlinkSync(precious, lock);
  expect(() => withLock(lock, () => {})).toThrow(/it is a link/);
  expect(readFileSync(precious, "utf8")).toBe("precious");
});

test("where there can be no lock no work is done, and the reason is the file system's", () => {
  const missing = lockIn(join(temporaryFolder(), "missing"));
  let isDone = false;
  expect(() => withLock(missing, () => (isDone = true))).toThrow(expect.objectContaining({ code: "ENOENT" }));
  expect(isDone).toBe(false);
});
