import fc from "fast-check";
import { expect, test } from "vitest";
import { decodedPoints, encodedPoints, isEncoded } from "../../core/telemetry/report/points-code.ts";
import { EXACT_PER_DAY, mostWithin, type Point, Timeline } from "../../core/telemetry/report/timeline.ts";
import { DAY_MS, HOUR_MS, times, UNTIL } from "./events.ts";

function timelineOf(points: readonly Point[]): Timeline {
  const timeline = new Timeline();
  for (const { at, count } of points) timeline.add(at, count);
  return timeline;
}

const together = (a: readonly Point[], b: readonly Point[]): Point[] =>
  [a, b].flatMap((points) => timelineOf(points).points()).sort((one, other) => one.at - other.at);

const anyPoints = (maxLength: number) =>
  fc.array(
    fc.record({ at: fc.integer({ min: UNTIL - 2 * DAY_MS, max: UNTIL }), count: fc.integer({ min: 1, max: 5 }) }),
    { maxLength },
  );

test("as long as a day is not crowded, every instant is kept", () => {
  fc.assert(
    fc.property(anyPoints(EXACT_PER_DAY), (points) => {
      const counts = new Map<number, number>();
      for (const { at, count } of points) counts.set(at, (counts.get(at) ?? 0) + count);
      const expected = [...counts].sort(([a], [b]) => a - b).map(([at, count]) => ({ at, count }));
      expect([...timelineOf(points).points()]).toEqual(expected);
    }),
  );
});

test("a crowded day is kept to the minute; its total, first and last are exact", () => {
  const start = Math.floor(UNTIL / DAY_MS) * DAY_MS;
  const points = times(5000, (index) => ({ at: start + 7 + index * 17_001, count: 2 }));
  const timeline = timelineOf(points);
  const kept = [...timeline.points()];
  expect([timeline.total, timeline.first, timeline.last]).toEqual([10_000, start + 7, start + 7 + 4999 * 17_001]);
  expect(kept.length).toBeLessThanOrEqual(1440);
  expect(kept.every(({ at }) => at % 60_000 === 0)).toBe(true);
  expect(kept.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
});

test("parts of a timeline merge into the whole, however large, seen or read, and an empty one adds nothing", () => {
  const whole = times(1000, (index) => ({ at: UNTIL - index * 9_973, count: 1 }));
  const cuts = [0, 0, 10, 300, 700, 700, 1000];
  for (const isRead of [() => false, () => true, (index: number) => index % 2 === 1]) {
    const merged = new Timeline();
    for (const [index, cut] of cuts.entries()) {
      const part = timelineOf(whole.slice(cuts[index - 1], cut));
      merged.merge((isRead(index) && Timeline.fromJson(part.toJson())) || part);
    }
    expect(merged.toJson()).toEqual(timelineOf(whole).toJson());
  }
});

test("a day of 64 instants is kept as it is, one of 65 to the minute, however many events are at one instant", () => {
  const day = (instants: number) =>
    timelineOf(times(instants * 3, (index) => ({ at: UNTIL + (index % instants) * 1001, count: 1 }))).points();
  expect(day(64)).toHaveLength(64);
  expect(day(65)).toHaveLength(2);
});

test.each([
  [[3, 1, 2]],
  [[0, 1, 2, "1"]],
  [[3, 2, 1, "1"]],
  [[3, 1, 2, 1]],
  [[3, 1, 2, "no points"]],
  [[3, 1, 2, "1", 0.5]],
  [{}],
])("%j is no timeline", (json) => {
  expect(isEncoded("1")).toBe(true);
  expect(Timeline.fromJson(json)).toBeUndefined();
});

test("the most within a window is counted as by hand", () => {
  const byHand = (points: readonly Point[], windowMs: number) =>
    Math.max(
      0,
      ...points.map(({ at: end }) =>
        points.reduce((sum, { at, count }) => sum + (at <= end && at >= end - windowMs ? count : 0), 0),
      ),
    );
  fc.assert(
    fc.property(anyPoints(30), anyPoints(30), fc.integer({ min: 0, max: 30 * HOUR_MS }), (a, b, windowMs) => {
      expect(mostWithin(together(a, b), windowMs)).toBe(byHand([...a, ...b], windowMs));
    }),
  );
});

test("on crowded days too, a condition on 24 hours of up to 64 events is exact", () => {
  const crowded = anyPoints(200).map((points) => points.map(({ at }) => ({ at, count: 1 })));
  fc.assert(
    fc.property(crowded, fc.integer({ min: 1, max: EXACT_PER_DAY }), (points, least) => {
      const instants = points.map(({ at }) => at).sort((a, b) => a - b);
      const isMet = instants.some((at, index) => (instants[index + least - 1] ?? Number.NaN) - at <= DAY_MS);
      expect(mostWithin(timelineOf(points).points(), DAY_MS) >= least).toBe(isMet);
    }),
  );
});

/** Enough to crowd a day with another one's. */
const manyAround = ({ at, count }: Point): Point[] => times(40, (index) => ({ at: at - index * 1001, count }));

test("parts that came as text, of days that they share or not, come to what their points come to", () => {
  const someOrMany = fc.oneof(
    anyPoints(3),
    anyPoints(100).map((points) => points.flatMap(manyAround)),
  );
  const anyParts = fc.array(fc.tuple(someOrMany, fc.integer({ min: 0, max: 6 }), fc.boolean()), { maxLength: 5 });
  fc.assert(
    fc.property(anyParts, (parts) => {
      const lists = parts.map(([points, day]) => points.map(({ at, count }) => ({ at: at + day * DAY_MS, count })));
      const whole = new Timeline();
      for (const [index, points] of lists.entries()) {
        const part = timelineOf(points);
        if (parts[index]?.[2] && points.length > 0) part.toJson();
        whole.merge(part);
      }
      fc.pre(whole.total > 0);
      expect(whole.toJson()).toEqual(timelineOf(lists.flat()).toJson());
      expect(whole.points()).toEqual(timelineOf(lists.flat()).points());
    }),
  );
});

test("points come back from their text, to the millisecond and to the minute, before 1970 too", () => {
  const step = fc.oneof(
    fc.integer({ min: 0, max: 2000 }).map((minutes) => minutes * 60_000),
    fc.integer({ min: 0, max: 2 ** 40 }),
  );
  const anyRun = fc.tuple(
    fc.integer({ min: -(2 ** 45), max: 2 ** 45 }),
    fc.array(fc.tuple(step, fc.integer({ min: 1, max: 99 }))),
  );
  fc.assert(
    fc.property(anyRun, ([first, steps]) => {
      let at = first;
      const points = [
        first,
        1,
        ...steps.flatMap(([after, count]) => {
          at += after;
          return [at, count];
        }),
      ];
      expect(isEncoded(encodedPoints(points))).toBe(true);
      expect(decodedPoints(encodedPoints(points))).toEqual(points);
    }),
  );
  for (const broken of ["", "-", "m2x,", ",m2x", "m2x;:3", "M2x", "m2x,-5", "12345678901"])
    expect(isEncoded(broken)).toBe(false);
});
