import { spawnSync } from "node:child_process";
import { appendFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LogFile, type Place } from "../../tools/backfill/log-file.ts";
import { temporaryFolder } from "../cli/agent.ts";

const linesOf = (path: string, from?: Place) => {
  const log = new LogFile(path, from);
  const lines = Array.from(log.lines(), ({ number, bytes }) => `${number} ${bytes}`);
  return { lines, read: log.read, skipped: log.skipped };
};

test("lines are numbered, whatever pieces they come in", () => {
  const path = join(temporaryFolder(), "a.jsonl");
  const texts = Array.from({ length: 300 }, (_, index) => `{"${"x".repeat((index * 7919) % 40_000)}":${index}}`);
  writeFileSync(path, `${texts.join("\n")}\n`);
  expect(linesOf(path).lines).toEqual(texts.map((text, index) => `${index + 1} ${text}`));
});

test("a second reading begins a little before what is new, with the right numbers, and with the first line", () => {
  const path = join(temporaryFolder(), "a.jsonl");
  const texts = Array.from({ length: 2000 }, (_, index) => `{"line":${index + 1},"pad":"${"x".repeat(400)}"}`);
  writeFileSync(path, `${texts.join("\n")}\n`);
  const { read } = linesOf(path);
  appendFileSync(path, '{"line":2001}\n{"half":');
  const again = linesOf(path, read).lines;
  expect(again[0]).toBe(`1 ${texts[0]}`);
  expect(again.at(-1)).toBe('2001 {"line":2001}');
  expect(again.length).toBeLessThan(1000);
  for (const line of again.slice(0, -1)) expect(line).toContain(`"line":${line.split(" ")[0]},`);
});

test("a file that was written anew is read from its start", () => {
  const path = join(temporaryFolder(), "a.jsonl");
  writeFileSync(path, '{"a":1}\n{"a":2}\n');
  const { read } = linesOf(path);
  writeFileSync(path, '{"b":1}\n');
  expect(linesOf(path, read).lines).toEqual(['1 {"b":1}']);
});

test("a line of a whole session is skipped and counted, and the next one is read", () => {
  const path = join(temporaryFolder(), "a.jsonl");
  writeFileSync(path, `{"a":"${"x".repeat(17 << 20)}"}\n{"b":2}\n`);
  expect(linesOf(path)).toMatchObject({ lines: ['2 {"b":2}'], skipped: 1 });
});

test("a compressed log is read", ({ skip }) => {
  const path = join(temporaryFolder(), "a.jsonl");
  writeFileSync(path, `{"a":1}\n{"b":"${"z".repeat(3 << 20)}"}\n{"c":3}\n`);
  if (spawnSync("zstd", ["-q", path]).status !== 0) skip("no zstd on this machine");
  expect(linesOf(`${path}.zst`).lines.map((line) => line.slice(0, 9))).toEqual(['1 {"a":1}', '2 {"b":"z', '3 {"c":3}']);
});

test("a link is not followed", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.jsonl"), '{"a":1}\n');
  symlinkSync(join(folder, "a.jsonl"), join(folder, "b.jsonl"));
  expect(() => linesOf(join(folder, "b.jsonl"))).toThrow("ELOOP");
});
