import fc from "fast-check";
import { expect, test } from "vitest";
import { Busy } from "../../core/telemetry/report/detect/busy.ts";
import { DAY_MS, HOUR_MS } from "./events.ts";

const MINUTE_MS = 60_000;
const minuteOf = (at: number) => Math.floor(at / MINUTE_MS);

/** Around a midnight, so that neighbours are on two days. */
const instant = fc.integer({ min: DAY_MS - 8 * MINUTE_MS, max: DAY_MS + 2 * HOUR_MS });
const agent = fc.constantFrom("A", "B", "C");
const failures = fc.array(fc.tuple(instant, agent), { maxLength: 12 });

function busyWith(all: readonly [number, string][]): Busy {
  const busy = new Busy();
  for (const [at, who] of all) busy.add([at, 1], who);
  return busy;
}

test("another agent is near when it failed in the same minute or in a neighbour of it", () => {
  fc.assert(
    fc.property(failures, fc.array(instant), fc.constantFrom("A", "D"), (all, asked, me) => {
      const isNear = (at: number) =>
        all.some(([other, who]) => who !== me && Math.abs(minuteOf(other) - minuteOf(at)) <= 1);
      expect(
        busyWith(all).withOthers(
          asked.flatMap((at) => [at, 1]),
          me,
        ),
      ).toBe(asked.filter(isNear).length);
    }),
  );
});

test("others are near for three minutes around each of theirs, as a share of the hours in which anybody failed", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(instant, agent), { minLength: 1, maxLength: 60 }), agent, (all, me) => {
      const theirs = new Set(all.filter(([, who]) => who !== me).map(([at]) => minuteOf(at)));
      const hours = new Set(all.map(([at]) => Math.floor(at / HOUR_MS)));
      expect(busyWith(all).shareOfOthers(me)).toBe(Math.min(1, (3 * theirs.size) / (60 * hours.size)));
    }),
  );
});
