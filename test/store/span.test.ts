// What of time lies whole in a span or is cut by its edge, and a slot in moments.

import { expect, test } from "vitest";
import type { TelemetryEvent } from "../../core/telemetry/event.ts";
import type { Digest } from "../../core/telemetry/store/digest.ts";
import { inMoments } from "../../core/telemetry/store/moments.ts";
import { isCut, isWhole } from "../../core/telemetry/store/span.ts";

test("a part of time is whole in a span when all of its instants are in it, and cut when only some are", () => {
  const times = [0, 1, 2, 3, 4, 5];
  for (const since of times)
    for (const until of times)
      for (const start of times)
        for (const end of times.filter((end) => end >= start)) {
          const instants = times.filter((at) => at >= start && at <= end);
          const inside = instants.filter((at) => at > since && at <= until);
          const isAll = inside.length === instants.length;
          const words = JSON.stringify({ since, until, start, end });
          expect(isWhole({ since, until }, { start, end }), words).toBe(isAll);
          expect(isCut({ since, until }, { start, end }), words).toBe(inside.length > 0 && !isAll);
        }
});

/** An event comes to its instant. */
const INSTANTS: Digest<number[]> = {
  version: "1",
  empty: () => [],
  add: (into, _event, at) => void into.push(at),
  valuesIn: () => undefined,
  merge: (into, from) => void into.push(...from),
  toRows: (instants) => instants.map((at) => ({ at })),
  fromRows: (rows) =>
    rows.every((row) => (row as { at?: unknown })?.at !== undefined)
      ? rows.map((row) => (row as { at: number }).at)
      : undefined,
};
const CROWDED = (1 << 20) + 1;
const START = Date.UTC(2026, 10, 22, 10);

function momentsOf(bytes: number, instants: readonly number[]): object[] {
  const { empty, add } = inMoments(INSTANTS, bytes);
  const moments = empty();
  for (const at of instants) add(moments, {} as TelemetryEvent, at);
  return [...moments.values()].map(({ start, end, digested }) => [start - START, end - START, digested.length]);
}

test("each instant of a slot is a moment; of a crowded one ten seconds are, from their first event to their last", () => {
  const instants = [9_999, 3, 10_000, 3, 25_000].map((ms) => START + ms);
  const single = [
    [9_999, 9_999, 1],
    [3, 3, 2],
    [10_000, 10_000, 1],
    [25_000, 25_000, 1],
  ];
  expect(momentsOf(CROWDED - 1, instants)).toEqual(single);
  expect(momentsOf(CROWDED, instants)).toEqual([
    [3, 9_999, 3],
    [10_000, 10_000, 1],
    [25_000, 25_000, 1],
  ]);
});

const ROW = { start: 1, end: 2, rows: [{ at: 1 }, { at: 2 }] };

test("moments come back from their rows", () => {
  const { fromRows, toRows } = inMoments(INSTANTS, 0);
  const rows = [ROW, { start: 3, end: 3, rows: [{ at: 3 }] }];
  const moments = fromRows(rows);
  expect([...(moments?.values() ?? [])]).toEqual([
    { start: 1, end: 2, digested: [1, 2] },
    { start: 3, end: 3, digested: [3] },
  ]);
  expect(moments && toRows(moments)).toEqual(rows);
});

test.each([
  [null],
  ["text"],
  [{ ...ROW, rows: undefined }],
  [{ ...ROW, rows: [{}] }],
  [{ ...ROW, start: undefined }],
  [{ ...ROW, end: "2" }],
  [{ ...ROW, end: 2.5 }],
  [{ ...ROW, end: 0 }],
  [{ start: 3, end: 3, rows: [] }],
])("%j is no moment beside another", (row) => {
  expect(inMoments(INSTANTS, 0).fromRows([row, { start: 3, end: 3, rows: [{ at: 3 }] }])).toBeUndefined();
});
