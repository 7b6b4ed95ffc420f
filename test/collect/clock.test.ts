import fc from "fast-check";
import { expect, test } from "vitest";
import { isoOf } from "../../core/telemetry/collect/clock.ts";

test("an instant is written as a Date writes it, whatever came before it", () => {
  const times = fc.oneof(
    fc.integer({ min: Date.parse("2026-11-24T10:00:00Z"), max: Date.parse("2026-11-24T10:00:03Z") }),
    fc.date({ noInvalidDate: true }).map(Number),
  );
  fc.assert(
    fc.property(fc.array(times), (instants) => {
      for (const instant of instants) expect(isoOf(instant)).toBe(new Date(instant).toISOString());
    }),
  );
});
