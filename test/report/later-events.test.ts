import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTE_MS } from "../../core/telemetry/report/detect/scene.ts";
import { eventsAfter } from "../../core/telemetry/report/later-events.ts";
import type { Cell } from "../../core/telemetry/report/tally.ts";
import { Timeline } from "../../core/telemetry/report/timeline.ts";
import { times, UNTIL } from "./events.ts";

function cellOf(instants: readonly number[], commits: Record<string, { count: number; last: number }> = {}): Cell {
  const timeline = new Timeline();
  for (const at of instants) timeline.add(at, 1);
  return { times: timeline, commits: new Map(Object.entries(commits)) } as unknown as Cell;
}

test("the events after a moment are counted as by hand, whichever cells they lie in", () => {
  const instants = fc.array(
    fc.integer({ min: 0, max: 40 }).map((step) => UNTIL + step),
    { minLength: 1, maxLength: 9 },
  );
  fc.assert(
    fc.property(fc.array(instants, { maxLength: 4 }), fc.integer({ min: -1, max: 41 }), (cells, step) => {
      const at = UNTIL + step;
      const later = cells.flat().filter((instant) => instant > at);
      expect(
        eventsAfter(
          cells.map((cell) => cellOf(cell)),
          at,
        ),
      ).toEqual({
        count: later.length,
        first: later.length === 0 ? Number.NaN : Math.min(...later),
        last: later.length === 0 ? Number.NaN : Math.max(...later),
        commits: new Map(),
        withoutCommit: later.length,
      });
    }),
  );
});

test("a commit that was seen after the moment has at most the events after it, and the rest of them have none", () => {
  const at = UNTIL;
  const after = times(5, (index) => at + index + 1);
  const cells = [
    cellOf([at - 2, at - 1, ...after], { old: { count: 2, last: at }, both: { count: 7, last: at + 5 } }),
    cellOf([at + 1, at + 2, at + 3], { both: { count: 1, last: at + 1 }, new: { count: 1, last: at + 3 } }),
    cellOf([at - 9], { gone: { count: 1, last: at - 9 } }),
  ];
  expect(eventsAfter(cells, at)).toEqual({
    count: 8,
    first: at + 1,
    last: at + 5,
    commits: new Map([
      ["both", 6],
      ["new", 1],
    ]),
    withoutCommit: 1,
  });
});

test("of a crowded day, which is kept to the minute, the last minute is after the moment within it", () => {
  const start = Math.floor(UNTIL / MINUTE_MS) * MINUTE_MS;
  const crowded = times(100, (index) => start + index * 500);
  const { count, first, last } = eventsAfter([cellOf(crowded)], start + 49_000);
  expect({ count, first, last }).toEqual({ count: 1, first: start + 49_500, last: start + 49_500 });
});
