// Descriptors that are kept open between two appends: few, not for long, and never taken from the host.

import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { tallying } from "../../core/telemetry/report/index.ts";
import { readCache } from "../../core/telemetry/store/cache-file.ts";
import {
  clean,
  digestOf,
  evictedFrom,
  followEvents,
  markLook,
  openStore,
  readConfig,
  readEvents,
  readHealth,
  readRuns,
  readWords,
  storedLines,
} from "../../core/telemetry/store/index.ts";
import { archived, lineOf, messagesIn, sanitized, storeOf, temporaryFolder } from "./folder.ts";

const DESCRIPTORS = "/proc/self/fd";

/** By number, of files in a folder. */
function openIn(directory: string): Map<number, string> {
  const names = readdirSync(DESCRIPTORS).map((name): [number, string] => {
    try {
      return [Number(name), readlinkSync(join(DESCRIPTORS, name))];
    } catch {
      return [-1, ""]; // the one that the listing itself was read from
    }
  });
  return new Map(names.filter(([, path]) => path.startsWith(`${directory}/`)));
}

test.runIf(existsSync(DESCRIPTORS))(
  "eight files are kept open, and none when nothing was appended for a second",
  async () => {
    const directory = temporaryFolder();
    const store = openStore(directory);
    for (let number = 0; number < 12; number++) store.append(sanitized({ repo: `repo-${number}` }));
    const open = [...openIn(directory).values()];
    expect(open).toHaveLength(8);
    expect(open).toContain(join(directory, "repo-11_errors.jsonl"));
    await pause(700);
    store.append(sanitized({ repo: "repo-11" }));
    await pause(700);
    expect(openIn(directory).size).toBe(8);
    await pause(1800);
    expect(openIn(directory).size).toBe(0);
    store.append(sanitized({ repo: "repo-11" }));
    expect(messagesIn(directory)).toHaveLength(14);
  },
);

test.runIf(existsSync(DESCRIPTORS))(
  "a number that the host closed and took for a file of its own is the host's",
  async () => {
    const [directory, own] = [temporaryFolder(), join(temporaryFolder(), "own")];
    const store = openStore(directory);
    store.append(sanitized({ error_message: "before" }));
    const numbers = [...openIn(directory).keys()];
    for (const number of numbers) closeSync(number);
    const held = numbers.map(() => openSync(own, "w"));
    expect(held.toSorted()).toEqual(numbers.toSorted());
    store.append(sanitized({ error_message: "after" }));
    await pause(2500);
    for (const number of held) expect(fstatSync(number).size).toBe(0);
    expect(readFileSync(own, "utf8")).toBe("");
    for (const number of held) closeSync(number);
    expect(messagesIn(directory)).toEqual(["before", "after"]);
  },
);

test.runIf(existsSync(DESCRIPTORS))("whoever reads leaves no file open, though they stop halfway", async () => {
  const line = (second: number) =>
    lineOf({ timestamp: `2026-11-22T10:00:0${second}.000Z`, telemetry_id: `0000000${second}` });
  const directory = storeOf(`${line(1)}\n${line(2)}\n`);
  const run = `${JSON.stringify({ timestamp: "2026-11-22T10:00:00.000Z", repo: "r", agent: "A", ok: true })}\n`;
  const files = { "all_runs.jsonl": run + run, "state.jsonl": run, "health.jsonl": run, "config.json": "{}" };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  archived(directory, "evicted.jsonl", run + run);
  archived(directory, "2026-11-20/all_errors.jsonl", `${line(3)}\n`);
  const halfway = (lines: Iterable<unknown>) => {
    for (const _line of lines) break;
  };
  const readers: [string, () => unknown][] = [
    ["events", () => halfway(readEvents(directory))],
    ["every event", () => [...readEvents(directory)]],
    ["runs", () => halfway(readRuns(directory))],
    ["lines", () => halfway(storedLines(join(directory, "all_errors.jsonl")))],
    ["words", () => readWords(directory)],
    ["health", () => readHealth(directory)],
    ["the configuration", () => readConfig(directory)],
    ["evictions", () => evictedFrom(directory)],
    ["a cache", () => readCache(join(directory, "archive", "evicted.jsonl"))],
    ["a report", () => digestOf(directory, [{ since: 0, until: Date.UTC(2026, 11, 1) }], tallying())],
    ["a look", () => markLook(directory, 5)],
    ["clean", () => clean(directory, 0)],
    ["following", () => followEvents(directory, AbortSignal.abort()).next()],
  ];
  for (const [name, read] of readers) {
    await read();
    expect([...openIn(directory).values()], name).toEqual([]);
  }
});
