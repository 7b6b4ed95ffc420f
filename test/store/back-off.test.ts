// When nobody tries again yet, and how a store tells that it changed.

import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { BackOff } from "../../core/telemetry/store/back-off.ts";
import { bytesIn, changeOf } from "../../core/telemetry/store/index.ts";
import { allErrors, archived, temporaryFolder } from "./folder.ts";

const failed = (code: string) => Object.assign(new Error(code), { code });

test("for three seconds after a full disk nobody waits for the next try, and what passes by itself is tried at once", async () => {
  const backOff = new BackOff();
  backOff.check();
  backOff.note(failed("EAGAIN"));
  backOff.check();
  const full = failed("ENOSPC");
  backOff.note(full);
  backOff.note(failed("EINTR"));
  const refused = expect.objectContaining({ code: "STORE_WAITING", cause: full });
  expect(() => backOff.check()).toThrow(refused);
  await pause(2700);
  expect(() => backOff.check()).toThrow(refused);
  await pause(500);
  backOff.check();
});

test("a store changes when a line or a word comes or the file goes, and not by being looked at; days that are over count as bytes", () => {
  const directory = temporaryFolder();
  const seen = new Set([changeOf(directory)]);
  const isNew = () => seen.size < seen.add(changeOf(directory)).size;
  expect(isNew()).toBe(false);
  writeFileSync(allErrors(directory), "one\n");
  expect([isNew(), isNew()]).toEqual([true, false]);
  appendFileSync(allErrors(directory), "two\n");
  expect([isNew(), isNew()]).toEqual([true, false]);
  writeFileSync(join(directory, "state.jsonl"), "word\n");
  expect([isNew(), isNew()]).toEqual([true, false]);
  expect(bytesIn(directory)).toBe(8);
  archived(directory, "2026-11-20/all_errors.jsonl", "three\n");
  expect(bytesIn(directory)).toBe(14);
  rmSync(allErrors(directory));
  expect(isNew()).toBe(true);
  expect(bytesIn(directory)).toBe(6);
});
