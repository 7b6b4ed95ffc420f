// Where the days of a file lie: found out once, kept in archive/days.jsonl, and believed only as long as it can be true.

import { appendFileSync, closeSync, openSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Tally, tallying } from "../../core/telemetry/report/index.ts";
import { digestOf } from "../../core/telemetry/store/index.ts";
import { type FileIndex, indexOf } from "../../core/telemetry/store/slot-index.ts";
import { allErrors, lineOf, readAll, storeOf } from "./folder.ts";

const on = (day: number, parts: object = {}) =>
  `${lineOf({ timestamp: `2026-11-${day}T10:00:00.000Z`, telemetry_id: `${day}`.padStart(8, "0"), ...parts })}\n`;
const slot = (day: number) => `2026-11-${day}T1000`;

/** The index of a store's open file, by what is known of it. */
function indexIn(directory: string, known?: FileIndex): ReturnType<typeof indexOf> {
  const file = openSync(allErrors(directory), "r");
  onTestFinished(() => closeSync(file));
  return indexOf(file, known);
}

test("what was found out of a file's beginning is kept, and only what is new is looked at", () => {
  const directory = storeOf(on(20), "{}\n", "torn\n", on(21).slice(0, 70));
  const first = indexIn(directory);
  const whole = on(20).length + 8;
  expect(first.kept).toMatchObject({ end: whole, size: whole + 70, skipped: { torn: 1, foreign: 1 } });
  expect(first.blocks.map(({ slots }) => slots)).toEqual([[slot(20)], []]);
  expect(first.skipped).toEqual({ torn: 2, foreign: 1 });
  expect(indexIn(directory, first.kept).kept).toEqual(first.kept);

  appendFileSync(allErrors(directory), on(21).slice(70) + on(22));
  const second = indexIn(directory, first.kept);
  expect(second.kept).toMatchObject({ mark: first.kept.mark, size: second.kept.end, skipped: { torn: 1, foreign: 1 } });
  expect(second.blocks).toEqual([
    { start: 0, end: whole, slots: [slot(20)] },
    { start: whole, end: second.kept.end, slots: [slot(21), slot(22)] },
  ]);
  expect(second.skipped).toEqual(second.kept.skipped);
});

test("pieces of a file that have the same slots are one, and its others are told apart", () => {
  const many = (day: number) => Array.from({ length: 600 }, () => on(day)).join("");
  const directory = storeOf(many(20), many(21), many(20));
  const { blocks, kept } = indexIn(directory);
  const names = blocks.map(({ slots }) => slots.join(" "));
  expect(names).toEqual([slot(20), `${slot(20)} ${slot(21)}`, slot(21), `${slot(20)} ${slot(21)}`, slot(20)]);
  expect(blocks.map(({ start }) => start)).toEqual([0, ...blocks.slice(0, -1).map(({ end }) => end)]);
  expect(blocks.at(-1)?.end).toBe(kept.size);
});

test.each<[string, (path: string) => void]>([
  ["was written again with other bytes, as many", (path) => writeFileSync(path, on(23) + on(22))],
  ["is longer and begins with other bytes", (path) => writeFileSync(path, on(22) + on(21) + on(22))],
  ["is shorter", (path) => writeFileSync(path, on(20))],
])("a file that %s is looked at from its beginning", (_what, change) => {
  const directory = storeOf(on(20), on(21));
  const { kept } = indexIn(directory);
  change(allErrors(directory));
  utimesSync(allErrors(directory), 5, 5);
  const anew = indexIn(directory, kept);
  expect(anew.kept.mark).not.toBe(kept.mark);
  expect(anew).toMatchObject({ ...indexIn(directory), kept: { end: anew.kept.size, mtimeMs: 5000 } });
});

const WINDOW = { since: 0, until: Date.UTC(2026, 10, 30) };
const daysIn = (directory: string) => join(directory, "archive", "days.jsonl");

function figuresOf(directory: string): unknown {
  const skipped = { torn: 0, foreign: 0 };
  const [tally] = digestOf(directory, [WINDOW], tallying(), skipped);
  return { events: [...(tally as Tally).cells.values()].reduce((sum, { times }) => sum + times.total, 0), ...skipped };
}

test("what is known of the files is kept with the first question, and again only when something is new", () => {
  const directory = storeOf(on(20), on(21));
  figuresOf(directory);
  const { ino, mode } = statSync(daysIn(directory));
  expect(mode & 0o777).toBe(0o600);
  figuresOf(directory);
  expect(statSync(daysIn(directory)).ino).toBe(ino);
  appendFileSync(allErrors(directory), on(22));
  figuresOf(directory);
  expect(readFileSync(daysIn(directory), "utf8")).toContain(slot(22));
});

type Row = FileIndex & { inode: string };
const block = (start: number, end: number, slots: unknown = [slot(20)]) => ({ start, end, slots });

test.each<[string, (row: Row, half: number) => object]>([
  ["whose blocks begin later", (row, half) => ({ ...row, blocks: [block(half, row.end)] })],
  ["whose blocks end earlier", (row, half) => ({ ...row, blocks: [block(0, half)] })],
  ["whose blocks leave a gap", (row, half) => ({ ...row, blocks: [block(0, half - 9), block(half, row.end)] })],
  ["whose blocks lap over", (row, half) => ({ ...row, blocks: [block(0, row.end), block(half, row.end)] })],
  [
    "with a block that ends before it begins",
    (row, half) => ({ ...row, end: half, blocks: [block(0, row.end), block(row.end, half)] }),
  ],
  ["without blocks", ({ blocks: _, ...row }) => row],
  ["whose blocks are none", (row) => ({ ...row, blocks: { length: 0 } })],
  ["with a block that is null", (row) => ({ ...row, blocks: [null, ...row.blocks] })],
  ["with a block without slots", (row) => ({ ...row, blocks: [{ start: 0, end: row.end }] })],
  ["with slots that are none", (row) => ({ ...row, blocks: [block(0, row.end, ["2026-11-20"])] })],
  ["with slots that are numbers", (row) => ({ ...row, blocks: [block(0, row.end, [20])] })],
  ["with slots in words", (row) => ({ ...row, blocks: [block(0, row.end, ["2026-11-20T1000 2026-11-21T1000"])] })],
  ["with slots after something else", (row) => ({ ...row, blocks: [block(0, row.end, ["the 2026-11-20T1000"])] })],
  [
    "with a block that begins nowhere",
    (row) => ({ ...row, blocks: [{ ...row.blocks[0], start: "0" }, ...row.blocks.slice(1)] }),
  ],
  ["that counts in words", (row) => ({ ...row, skipped: { torn: "1", foreign: 0 } })],
  ["that counts less than nothing", (row) => ({ ...row, skipped: { torn: 1, foreign: -1 } })],
  ["that counts nothing", ({ skipped: _, ...row }) => row],
  ["that ends nowhere", ({ end: _, ...row }) => ({ ...row, blocks: [] })],
  ["without a mark", ({ mark: _, ...row }) => row],
  ["that is null", () => null as never],
])("a row %s is not believed: the file is looked at again", (_what, forge) => {
  const directory = storeOf(on(20), "torn\n", on(21));
  const figures = { events: 2, torn: 1, foreign: 0 };
  expect(figuresOf(directory)).toEqual(figures);
  const [head, row] = readFileSync(daysIn(directory), "utf8").split("\n") as [string, string];
  writeFileSync(daysIn(directory), `${head}\n${JSON.stringify(forge(JSON.parse(row), on(20).length))}\n`);
  expect(readAll(directory)).toMatchObject({ events: { length: 2 }, torn: 1, foreign: 0 });
  expect(figuresOf(directory)).toEqual(figures);
});

test("what another version kept is not believed", () => {
  const directory = storeOf(on(20), on(21));
  figuresOf(directory);
  const row = readFileSync(daysIn(directory), "utf8").split("\n")[1] as string;
  const emptied = JSON.stringify({ ...JSON.parse(row), blocks: [block(0, JSON.parse(row).end)] });
  writeFileSync(daysIn(directory), `{"version":2}\n${emptied}\n`);
  expect(readAll(directory).events).toHaveLength(2);
  writeFileSync(daysIn(directory), `null\n${emptied}\n`);
  expect(readAll(directory).events).toHaveLength(2);
});
