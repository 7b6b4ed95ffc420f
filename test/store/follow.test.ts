// Events as they are appended, whatever becomes of the file meanwhile; and the runs that stand beside them.

import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { followEvents, readRuns, readUsages } from "../../core/telemetry/store/index.ts";
import { allErrors, archived, lineOf, temporaryFolder } from "./folder.ts";

const now = (error_message: string, parts: object = {}) =>
  lineOf({ timestamp: new Date(Date.now() + 5000).toISOString(), telemetry_id: "", error_message, ...parts });

/** Messages in the order in which they came. */
function followed(directory: string): { messages: string[]; until(count: number): Promise<void> } {
  const messages: string[] = [];
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const events = followEvents(directory, stop.signal);
  void (async () => {
    for await (const { error_message } of events) messages.push(error_message);
  })();
  const until = async (count: number) => {
    await expect.poll(() => messages.length, { timeout: 10_000, interval: 20 }).toBeGreaterThanOrEqual(count);
  };
  return { messages, until };
}

test("what is appended is followed: into a file that is not there yet, over its end in the archive, and each event once", async () => {
  const directory = temporaryFolder();
  const path = allErrors(directory);
  const { messages, until } = followed(directory);
  writeFileSync(path, `${now("first")}\n`);
  await until(1);
  const again = now("with an id", { telemetry_id: "a3f4b2c1" });
  appendFileSync(path, `${again}\n${now("torn").slice(0, 80)}`);
  await until(2);
  appendFileSync(path, `${now("torn").slice(80)}\n${now("last of the day")}\n`);
  renameSync(path, join(temporaryFolder(), "moved.jsonl"));
  const longer = "no event\n".repeat(1000);
  writeFileSync(path, `${lineOf({ error_message: "old, put back" })}\n${again}\n${now("of the new file")}\n${longer}`);
  await until(5);
  expect(messages).toEqual(["first", "with an id", "torn", "last of the day", "of the new file"]);
});

test("what was there before is not followed, and a file that was cut short is read from its beginning", async () => {
  const directory = temporaryFolder();
  const path = allErrors(directory);
  writeFileSync(path, `${now("before")}\n${now("before")}\n`);
  const { messages, until } = followed(directory);
  appendFileSync(
    path,
    `${now("glued").slice(0, 90)}${now("whole")}\n${now("without an id")}\n${now("without an id")}\n`,
  );
  await until(3);
  writeFileSync(path, `${now("anew")}\n`);
  await until(4);
  expect(messages).toEqual(["whole", "without an id", "without an id", "anew"]);
});

test("whoever follows may let go after any event, and a line too long for one is passed over", async () => {
  const directory = temporaryFolder();
  const path = allErrors(directory);
  writeFileSync(path, "");
  const events = followEvents(directory);
  const first = events.next();
  const long = now("x".repeat(70_000)).slice(0, -1);
  appendFileSync(path, long);
  await pause(300);
  appendFileSync(path, `${long}\n${now("short")}\n`);
  expect((await first).value).toMatchObject({ error_message: "short" });
  await events.return(undefined);
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

const RUN = { timestamp: "2026-11-22T10:30:00.123Z", repo: "r", agent: "A", ok: true };
const USAGE = { timestamp: "2026-11-22T10:30:00.123Z", repo: "r", usage: "open" };
const recorded = (...lines: unknown[]): string => {
  const directory = temporaryFolder();
  writeFileSync(join(directory, "all_runs.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return directory;
};

test("runs and uses are read from the archive and from today's file, each kind by itself", () => {
  const directory = recorded(RUN, USAGE, { ...RUN, ok: false, duration_ms: 0, operation: "read" });
  archived(directory, "2026-11-20/all_runs.jsonl", `${JSON.stringify({ ...RUN, agent: "B" })}\ntorn\n`);
  expect([...readRuns(directory)]).toEqual([
    { ...RUN, agent: "B" },
    RUN,
    { ...RUN, ok: false, duration_ms: 0, operation: "read" },
  ]);
  expect([...readUsages(directory)]).toEqual([USAGE]);
  expect([...readRuns(temporaryFolder())]).toEqual([]);
});

test.each([
  [{ ...RUN, timestamp: "yesterday" }],
  [{ ...RUN, timestamp: 5 }],
  [{ ...RUN, repo: undefined }],
  [{ ...RUN, agent: 1 }],
  [{ ...RUN, ok: "yes" }],
  [{ ...RUN, duration_ms: -1 }],
  [{ ...RUN, duration_ms: "5" }],
  [{ ...RUN, operation: 5 }],
  [{ ...USAGE, timestamp: "" }],
  [{ ...USAGE, repo: null }],
  [{ ...USAGE, usage: ["open"] }],
  [{ ...RUN, operation: "x".repeat(70_000) }],
  [null],
  ["text"],
  [[]],
])("%# is neither a run nor a use", (line) => {
  const directory = recorded(line, RUN, USAGE);
  expect([[...readRuns(directory)], [...readUsages(directory)]]).toEqual([[RUN], [USAGE]]);
});
