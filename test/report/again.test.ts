import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, type TelemetryEvent } from "../../core/telemetry/event.ts";
import { rememberingOpinions } from "../../core/telemetry/report/opinion.ts";
import { CATALOGUE } from "../../core/telemetry/report/rules/index.ts";
import { add, emptyTally, type Tally } from "../../core/telemetry/report/tally.ts";
import { toRows } from "../../core/telemetry/report/tally-json.ts";
import { eventOf, UNTIL } from "./events.ts";

const remembered = rememberingOpinions(CATALOGUE);
const addTo = (tally: Tally, event: TelemetryEvent) => add(tally, event, instantOf(event.timestamp), remembered(event));

test("events that are alike may be counted by their instants, but for the earliest, which is the example", () => {
  const alike = fc.array(fc.integer({ min: UNTIL - 50, max: UNTIL }), { minLength: 1, maxLength: 20 });
  const parts = fc.record({
    count: fc.constantFrom(1, 3),
    commit: fc.constantFrom("", "c1", "c2"),
    repo: fc.constantFrom("a", "b"),
  });
  fc.assert(
    fc.property(alike, parts, ([first = 0, ...later], { commit, ...rest }) => {
      const event = (at: number) =>
        eventOf({ ...rest, ...(commit !== "" && { commit }), at, telemetry_id: "1", error_message: "It broke" });
      const [quick, slow] = [emptyTally(), emptyTally()];
      for (const tally of [quick, slow])
        addTo(tally, eventOf({ ...rest, at: UNTIL - 60, commit: "c1", error_message: "It broke", telemetry_id: "0" }));
      let again = addTo(quick, event(first));
      addTo(slow, event(first));
      expect(again).toBeDefined();
      for (const at of later) {
        if (!again?.add(at)) again = addTo(quick, event(at));
        addTo(slow, event(at));
      }
      expect(toRows(quick)).toEqual(toRows(slow));
    }),
  );
});

test("the earliest, and one of the same instant, has to be looked at", () => {
  const tally = emptyTally();
  const again = addTo(tally, eventOf({ at: UNTIL }));
  expect([UNTIL - 1, UNTIL, UNTIL + 1].map((at) => again?.add(at))).toEqual([false, false, true]);
});

test("where a number tells, nobody is counted unseen", () => {
  const [told, named, plain] = [
    "command not found: tool45",
    "listen EADDRINUSE: address already in use :::4321",
    "It broke 4712 times",
  ];
  expect(
    [told, named, plain].map((error_message = "") => addTo(emptyTally(), eventOf({ error_message })) !== undefined),
  ).toEqual([false, false, true]);
});
