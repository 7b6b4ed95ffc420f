// How collectors are doing: notes of many processes, added up, in two files of bounded size.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHealth } from "../../core/telemetry/store/index.ts";
import { appendHealth, type HealthNote } from "../../core/telemetry/store/writing.ts";
import { linesOf, temporaryFolder } from "./folder.ts";

const note = (parts: Partial<HealthNote> = {}): HealthNote => ({
  timestamp: "2026-11-22T10:00:00.000Z",
  dropped: {},
  recorded_us: {},
  ...parts,
});
const healthOf = (directory: string) => join(directory, "health.jsonl");
const FILE_BYTES = 256 * 1024;

test("a missing store is well, and of notes the counts are added up and the last error is the last that was told", () => {
  const directory = join(temporaryFolder(), "data");
  expect(readHealth(directory)).toEqual({
    dropped: new Map(),
    last_error: undefined,
    recorded: { events: 0, p50_us: 0, p99_us: 0 },
  });
  const later = "2026-11-22T10:01:00.000Z";
  const notes = [
    note({ dropped: { ENOSPC: 2, EIO: 1 }, last_error: "ENOSPC: full", recorded_us: { 128: 2, 1024: 1 } }),
    note({ timestamp: later, dropped: { ENOSPC: 3 }, last_error: "EIO: broken", recorded_us: { 64: 97 } }),
    note(),
  ];
  expect(notes.map((one) => appendHealth(directory, one))).toEqual([true, true, true]);
  expect(readHealth(directory)).toEqual({
    dropped: new Map([
      ["ENOSPC", 5],
      ["EIO", 1],
    ]),
    last_error: { timestamp: later, error: "EIO: broken" },
    recorded: { events: 100, p50_us: 64, p99_us: 128 },
  });
  expect([directory, healthOf(directory)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
});

test.each([
  ["torn", '{"timestamp":"2026-11-22T10:00'],
  ["null", "null"],
  ["a word", '"well"'],
  ["counts that are none", note({ dropped: "ENOSPC", recorded_us: null } as never)],
  ["parts of an event", note({ dropped: { ENOSPC: 0.5 }, recorded_us: { 64: "7" } } as never)],
  ["an error without a time", { last_error: "ENOSPC: full" }],
  ["an error that is no text", note({ last_error: 28 } as never)],
])("what is no note counts for nothing: %s", (_name, line) => {
  const directory = temporaryFolder();
  const text = typeof line === "string" ? line : JSON.stringify(line);
  writeFileSync(healthOf(directory), `${text}\n${JSON.stringify(note({ dropped: { EIO: 1 } }))}\n`);
  expect(readHealth(directory)).toEqual({
    dropped: new Map([["EIO", 1]]),
    last_error: undefined,
    recorded: { events: 0, p50_us: 0, p99_us: 0 },
  });
});

test("a full file takes the place of the one before, and both are counted", () => {
  const directory = temporaryFolder();
  const filler = (bytes: number) => `${JSON.stringify(note({ dropped: { old: 1 }, last_error: "x".repeat(bytes) }))}\n`;
  const fill = (bytes: number) => writeFileSync(healthOf(directory), filler(bytes - filler(0).length), { mode: 0o600 });
  const one = note({ dropped: { EIO: 1 } });
  const size = JSON.stringify(one).length + 1;
  fill(FILE_BYTES - size);
  expect([appendHealth(directory, one), readdirSync(directory)]).toEqual([true, ["health.jsonl"]]);
  expect([appendHealth(directory, one), readdirSync(directory)]).toEqual([true, ["health.old.jsonl"]]);
  expect(appendHealth(directory, one)).toBe(true);
  expect(linesOf(healthOf(directory))).toEqual([JSON.stringify(one)]);
  expect([...readHealth(directory).dropped]).toEqual([
    ["EIO", 3], // the line of 256 KiB is nobody's note
  ]);
  fill(FILE_BYTES);
  expect(appendHealth(directory, one)).toBe(true);
  expect([...readHealth(directory).dropped]).toEqual([["EIO", 1]]);
});

test("a note is written, once, also while another process cleans and the file is full", () => {
  const directory = temporaryFolder();
  const lock = join(directory, "telemetry.lock");
  writeFileSync(healthOf(directory), "\n".repeat(FILE_BYTES + 1), { mode: 0o600 });
  writeFileSync(lock, `${process.ppid}\n`);
  expect(appendHealth(directory, note({ dropped: { EIO: 1 } }))).toBe(true);
  expect(readHealth(directory).dropped).toEqual(new Map([["EIO", 1]]));
  expect(existsSync(join(directory, "health.old.jsonl"))).toBe(false);
  expect(readFileSync(lock, "utf8")).toBe(`${process.ppid}\n`);
});

test.each<[string, (directory: string, elsewhere: string) => void]>([
  ["the directory is a link", (directory, elsewhere) => symlinkSync(elsewhere, directory)],
  [
    "its file is a link",
    (directory, elsewhere) => {
      mkdirSync(directory);
      symlinkSync(join(elsewhere, "health.jsonl"), healthOf(directory));
    },
  ],
])("where %s no note is written, and nothing is thrown", (_name, prepare) => {
  const [directory, elsewhere] = [join(temporaryFolder(), "data"), temporaryFolder()];
  chmodSync(elsewhere, 0o755);
  prepare(directory, elsewhere);
  expect(appendHealth(directory, note())).toBe(false);
  expect([readdirSync(elsewhere), statSync(elsewhere).mode & 0o777]).toEqual([[], 0o755]);
});
