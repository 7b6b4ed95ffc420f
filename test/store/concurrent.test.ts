// Writers and cleaners as real processes: docs/concurrency.md, tried.

import { appendFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { clean, DAY_MS, RETENTION_DAYS } from "../../core/telemetry/store/index.ts";
import { allErrors, filesIn, lineOf, linesOf, messagesIn, readAll, start, storeOf, temporaryFolder } from "./folder.ts";

test("four writers and a cleaner at once: no acknowledged event is lost, none doubled", async () => {
  const directory = temporaryFolder();
  const cleaner = start("cleaner", directory, "60000");
  const writers = [1, 2, 3, 4].map((name) => start("writer", directory, String(name), "1500", "3"));
  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
  cleaner.signal("SIGKILL");
  expect(await cleaner.ended).toBe("SIGKILL");
  const fresh = () => messagesIn(directory).filter((message) => message.startsWith("fresh"));
  expect([fresh().length, new Set(fresh()).size]).toEqual([4000, 4000]);
  clean(directory, Date.now() - RETENTION_DAYS * DAY_MS);
  expect([messagesIn(directory).length, new Set(fresh()).size, readAll(directory).torn]).toEqual([4000, 4000, 0]);
  expect(filesIn(directory)).toEqual(["all_errors.jsonl", "pin-citer_errors.jsonl"]);
});

test("a writer that is stopped anywhere in a write, while the file is cleaned, loses nothing", async () => {
  const directory = temporaryFolder();
  const writer = start("writer", directory, "1", "2000");
  let isWriting = true;
  const ended = writer.ended.finally(() => (isWriting = false));
  const old = `${lineOf({ timestamp: "2020-01-01T00:00:00Z", error_message: "old" })}\n`;
  for (let round = 0; isWriting; round++) {
    await new Promise((later) => setTimeout(later, round % 3));
    writer.signal("SIGSTOP");
    if (readdirSync(directory).length > 0) appendFileSync(allErrors(directory), old);
    clean(directory, Date.now() - DAY_MS);
    writer.signal("SIGCONT");
  }
  expect(await ended).toBe(0);
  clean(directory, Date.now() - DAY_MS);
  expect([messagesIn(directory).length, new Set(messagesIn(directory)).size]).toEqual([2000, 2000]);
});

test("a reader sees every event at every moment of a cleaning, and each once, with an id or without", async () => {
  const fresh = [1, 2, 3].map((number) =>
    lineOf({ timestamp: new Date().toISOString(), error_message: "fresh", telemetry_id: number < 3 ? undefined : "a" }),
  );
  const directory = storeOf(`${fresh.join("\n")}\n`);
  const cleaner = start("cleaner", directory, "60000");
  const writer = start("writer", directory, "1", "4000", "1");
  let isWriting = true;
  const ended = writer.ended.then(() => (isWriting = false));
  const seen = new Set<number>();
  while (isWriting) {
    seen.add(messagesIn(directory).filter((message) => message === "fresh").length);
    await new Promise(setImmediate);
  }
  await ended;
  cleaner.signal("SIGKILL");
  expect([await writer.ended, await cleaner.ended]).toEqual([0, "SIGKILL"]);
  expect([...seen]).toEqual([3]);
});

test("a cleaner that is killed again and again in the middle loses nothing", async () => {
  const young = Array.from({ length: 20_000 }, (_, index) =>
    lineOf({
      timestamp: new Date().toISOString(),
      error_message: `fresh ${index}`,
      telemetry_id: `f${index}`.padStart(8, "0"),
    }),
  );
  const directory = storeOf(`${young.join("\n")}\n`);
  let asidesLeft = 0;
  for (let round = 0; round < 12; round++) {
    appendFileSync(
      allErrors(directory),
      `${lineOf({ timestamp: "2020-01-01T00:00:00Z", telemetry_id: `0000000${round}`, error_message: "old" })}\n`,
    );
    const cleaner = start("cleaner", directory, "0");
    while (
      !readdirSync(directory).some((name) => name.includes(".q")) &&
      (await Promise.race([cleaner.ended, Promise.resolve("running")])) === "running"
    )
      await new Promise(setImmediate);
    await new Promise((later) => setTimeout(later, round * 2));
    cleaner.signal("SIGKILL");
    await cleaner.ended;
    asidesLeft += Number(readdirSync(directory).some((name) => name.includes(".q")));
    expect(messagesIn(directory).filter((message) => message !== "old")).toHaveLength(20_000);
  }
  expect(asidesLeft).toBeGreaterThan(0);
  clean(directory, Date.now() - DAY_MS);
  expect(filesIn(directory)).toEqual(["all_errors.jsonl"]);
  expect(linesOf(allErrors(directory))).toHaveLength(20_000);
  expect([...messagesIn(directory)].sort()).toEqual(young.map((line) => JSON.parse(line).error_message).sort());
});
