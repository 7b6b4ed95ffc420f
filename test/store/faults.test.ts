// Every call that the writing side makes of the file system is broken in every way it breaks in practice. The host lives, what is
// recorded later is whole, and an event is dropped exactly when its call said so.

import fs, { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TelemetryCollector } from "../../core/telemetry/index.ts";
import { repairRepoFiles } from "../../core/telemetry/store/index.ts";
import { releaseAll } from "../../core/telemetry/store/kept.ts";
import { allErrors, lineOf, readAll, storeOf, temporaryFolder } from "./folder.ts";

const ERRNOS = [
  "ENOSPC",
  "EIO",
  "EROFS",
  "EACCES",
  "EMFILE",
  "ENFILE",
  "EINTR",
  "EDQUOT",
  "EPERM",
  "ELOOP",
  "ENOENT",
  "EFBIG",
];

const CALLS = [
  "openSync",
  "fstatSync",
  "fchmodSync",
  "readSync",
  "writeSync",
  "statSync",
  "closeSync",
  "lstatSync",
  "mkdirSync",
  "chmodSync",
  "readdirSync",
  "renameSync",
  "unlinkSync",
  "rmSync",
  "rmdirSync",
] as const;

type Call = (typeof CALLS)[number];

/** Runs `work` while a call of the real `node:fs` fails. Answers how often it was asked. */
function broken(
  call: Call,
  fail: (real: (...given: unknown[]) => unknown, given: unknown[]) => unknown,
  work: () => void,
) {
  const real = fs[call] as (...given: unknown[]) => unknown;
  let asked = 0;
  const replacement = (...given: unknown[]) => {
    asked++;
    return fail(real, given);
  };
  Object.assign(fs, { [call]: replacement });
  syncBuiltinESMExports();
  try {
    work();
  } finally {
    Object.assign(fs, { [call]: real });
    syncBuiltinESMExports();
  }
  return asked;
}

const fault = (code: string) => () => {
  throw Object.assign(new Error(`${code}: injected`), { code });
};

/** A store with a day that is over in it, so that the first record rotates, splits and cleans too. */
function oldStore(): string {
  const directory = storeOf(`${lineOf({ timestamp: "2026-01-01T00:00:00.000Z", error_message: "old" })}\n`);
  const closed = join(directory, "archive", "2020-01-01");
  mkdirSync(closed, { recursive: true, mode: 0o700 });
  writeFileSync(join(closed, "all_errors.jsonl"), `${lineOf({ timestamp: "2020-01-01T00:00:00.000Z" })}\n`);
  return directory;
}

interface Case {
  name: string;
  directory: string;
  telemetry: TelemetryCollector;
  /** Messages of calls that returned an id, and of those that returned none. */
  kept: string[];
  dropped: string[];
  asked: number;
}

function newCase(name: string, directory: string): Case {
  const telemetry = new TelemetryCollector({ dir: directory, repo: "pin-citer", enabled: true });
  return { name, directory, telemetry, kept: [], dropped: [], asked: 0 };
}

function record({ telemetry, kept, dropped }: Case, message: string): void {
  (telemetry.recordEvent({ error_message: message, agent: "A" }) === "" ? dropped : kept).push(message);
}

/** After a fault that lasts, nothing is tried for three seconds: all cases wait for it together. */
const passed = () => new Promise((later) => setTimeout(later, 3100));

async function judge(cases: readonly Case[]): Promise<void> {
  await passed();
  for (const one of cases) {
    record(one, "later");
    const { events, torn } = readAll(one.directory);
    const messages = events
      .map(({ error_message }) => error_message)
      .filter((message) => /^(?:first|during|later)/.test(message));
    expect([...messages].sort(), one.name).toEqual([...one.kept].sort());
    expect(one.kept.at(-1), one.name).toBe("later");
    expect(one.telemetry.failures, one.name).toBe(one.dropped.length);
    expect(torn, one.name).toBeLessThanOrEqual(one.dropped.length);
  }
}

test("whichever call fails in whichever way, the host lives and drops are counted exactly", async () => {
  const cases: Case[] = [];
  for (const call of CALLS) {
    for (const code of ERRNOS) {
      for (const when of ["from the start", "later"]) {
        const one = newCase(`${call} ${code} ${when}`, oldStore());
        if (when === "later") record(one, "first");
        one.asked = broken(call, fault(code), () => {
          for (const number of [1, 2, 3]) record(one, `during ${number}`);
        });
        releaseAll();
        cases.push(one);
      }
    }
  }
  await judge(cases);
  const tried = new Set(cases.filter(({ asked }) => asked > 0).map(({ name }) => name.split(" ")[0]));
  expect([...tried].sort()).toEqual(
    expect.arrayContaining(["fstatSync", "openSync", "renameSync", "statSync", "writeSync"]),
  );
});

test.each([0, 1, 100])("a write of %d bytes of a line is a drop, and the next line is whole", async (bytes) => {
  const one = newCase("short write", temporaryFolder());
  record(one, "first");
  const short = (real: (...given: unknown[]) => unknown, [file, text]: unknown[]) =>
    real(file, String(text).slice(0, bytes), null, "latin1");
  broken("writeSync", short, () => record(one, "during"));
  expect(one.dropped).toEqual(["during"]);
  await judge([one]);
});

test("a copy by repository that fails is no drop, and is made again", () => {
  const directory = temporaryFolder();
  const one = newCase("copy", directory);
  mkdirSync(join(directory, "pin-citer_errors.jsonl"));
  record(one, "first");
  expect([one.kept, one.telemetry.failures]).toEqual([["first"], 0]);
  rmSync(join(directory, "pin-citer_errors.jsonl"), { recursive: true });
  expect(repairRepoFiles(directory)).toEqual({ lines: 1, repos: ["pin-citer"] });
  expect(readFileSync(join(directory, "pin-citer_errors.jsonl"))).toEqual(readFileSync(allErrors(directory)));
});

test("after a fault that lasts the file system is left alone for some seconds, and what is dropped meanwhile is counted", () => {
  const one = newCase("back-off", temporaryFolder());
  record(one, "first");
  broken("writeSync", fault("ENOSPC"), () => record(one, "during"));
  const asked = broken("openSync", fault("ENOSPC"), () => {
    for (let number = 0; number < 100; number++) record(one, "during");
  });
  expect({ asked, dropped: one.dropped.length, failures: one.telemetry.failures }).toEqual({
    asked: 0,
    dropped: 101,
    failures: 101,
  });
});
