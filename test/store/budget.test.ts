import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DAY_MS, evictedFrom, keepBudget, openStore } from "../../core/telemetry/store/index.ts";
import { allErrors, archived, filesIn, lineOf, messagesIn, sanitized, temporaryFolder } from "./folder.ts";

const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const linesOfDay = (days: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const name = `${days}-${index}`;
    const parts = { timestamp: `${dayBefore(days)}T00:00:00.000Z`, error_message: name, telemetry_id: name };
    return `${lineOf({ ...parts, agent: "a".repeat(800) })}\n`;
  }).join("");

test("over the budget the oldest days go whole, every file of them, and it is told how much", () => {
  const directory = temporaryFolder();
  for (const days of [9, 8, 7]) {
    for (const name of ["all", "pin-citer"])
      archived(directory, `${dayBefore(days)}/${name}_errors.1-1.jsonl`, linesOfDay(days, 100));
  }
  archived(directory, `${dayBefore(9)}/rollup.json`, "{}");
  keepBudget(directory, 1);
  expect(evictedFrom(directory)).toEqual({ events: 0, bytes: 0, last: undefined });
  keepBudget(directory, 0.3);
  expect(evictedFrom(directory)).toMatchObject({ events: 200, last: expect.any(String) });
  expect(filesIn(directory)).toEqual([
    `archive/${dayBefore(9)}/rollup.json`,
    ...["all", "pin-citer"].map((name) => `archive/${dayBefore(7)}/${name}_errors.*.jsonl`),
    "archive/evicted.jsonl",
  ]);
  expect(messagesIn(directory)).toHaveLength(100);
});

test("a line in the list of evictions that is none is skipped", () => {
  const directory = temporaryFolder();
  archived(
    directory,
    "evicted.jsonl",
    [
      "torn",
      '{"timestamp":"2026-11-22T00:00:00.000Z","events":2,"bytes":9}',
      "[]",
      '{"timestamp":"2026-11-23T00:00:00.000Z","events":1}',
      '{"timestamp":"2026-11-23T00:00:00.000Z","bytes":1}',
      '{"events":1,"bytes":1}',
      "",
    ].join("\n"),
  );
  expect(evictedFrom(directory)).toEqual({ events: 2, bytes: 9, last: "2026-11-22T00:00:00.000Z" });
});

test("of today what was closed first goes first, every file of it, until there is room", () => {
  const directory = temporaryFolder();
  const stamps = [1, 2, 3].map((number) => `176400000000${number}-${number}`);
  for (const stamp of stamps)
    for (const name of ["all", "pin-citer"])
      archived(directory, `${dayBefore(0)}/${name}_errors.${stamp}.jsonl`, linesOfDay(0, 100));
  const megabytes = linesOfDay(0, 100).length / 1_000_000;
  keepBudget(directory, megabytes * 6);
  expect(evictedFrom(directory).events).toBe(0);
  keepBudget(directory, megabytes * 5);
  expect(evictedFrom(directory).events).toBe(100);
  const left = readdirSync(join(directory, "archive", dayBefore(0))).filter((name) => name.includes("_errors"));
  expect(left.toSorted()).toEqual(
    ["all", "pin-citer"].flatMap((name) => stamps.slice(1).map((stamp) => `${name}_errors.${stamp}.jsonl`)),
  );
});

test("when today alone is over the budget, its oldest part goes, and recording goes on", () => {
  const directory = temporaryFolder();
  const store = openStore(directory, { retentionDays: 30, diskBudgetMb: 4 });
  const events = 12_000;
  for (let number = 0; number < events; number++) {
    if (store.isMaintenanceDue) store.maintain();
    store.append(sanitized({ error_message: `event ${number}`, telemetry_id: number.toString(16).padStart(8, "0") }));
  }
  const left = messagesIn(directory);
  expect(left.at(-1)).toBe(`event ${events - 1}`);
  const { events: gone, bytes } = evictedFrom(directory);
  expect(gone).toBeGreaterThan(1000);
  expect(left.length + gone).toBe(events);
  expect(left).toEqual(Array.from({ length: left.length }, (_, index) => `event ${gone + index}`));
  const sizes = filesIn(directory)
    .filter((path) => !path.includes("*"))
    .map((path) => readFileSync(join(directory, path)).length);
  expect(Math.max(...sizes)).toBeLessThan(2_000_000);
  expect(bytes).toBeGreaterThan(1_000_000);
});

test("many short processes together keep the budget too: whoever crosses a megabyte looks", () => {
  const directory = temporaryFolder();
  const line = linesOfDay(0, 1);
  const justBelow = Math.floor((1 << 20) / line.length);
  writeFileSync(allErrors(directory), line.repeat(justBelow), { mode: 0o600 });
  const store = openStore(directory);
  store.maintain();
  store.append(sanitized({ error_message: "x".repeat(1000) }));
  expect(store.isMaintenanceDue).toBe(true);
  store.maintain();
  expect(store.isMaintenanceDue).toBe(false);
  store.append(sanitized());
  expect(store.isMaintenanceDue).toBe(false);
});
