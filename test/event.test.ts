import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf } from "../core/telemetry/event.ts";

const utc = Date.UTC(2026, 10, 22, 10, 30);
const local = new Date(2026, 10, 22, 10, 30).getTime();

test.each([
  ["2026-11-22T10:30:00.123Z", utc + 123],
  ["2026-11-22T10:30:00Z", utc],
  ["2026-11-22T10:30Z", utc],
  ["2026-11-22 10:30:00Z", utc],
  ["2026-11-22T10:30:00,250Z", utc + 250],
  ["2026-11-22T12:30:00+02:00", utc],
  ["2026-11-22T16:00:00+0530", utc],
  ["2026-11-22T02:00:00.5-08:30", utc + 500],
  ["2026-11-22T10:30:00", local],
  ["2026-11-22 10:30:00", local],
  ["2026-11-22T10:30:00.123456", local + 123],
  ["2026-11-22T10:30:00.999999999Z", utc + 999],
  ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
])("%s is an instant", (timestamp, instant) => {
  expect(instantOf(timestamp)).toBe(instant);
});

test.each([
  "2024-02-30T00:00:00Z",
  "2023-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-00-10T00:00:00Z",
  "2026-11-00T00:00:00Z",
  "2026-11-31T00:00:00Z",
  "2026-11-22T24:00:00Z",
  "2026-11-22T10:60:00Z",
  "2026-11-22T10:30:60Z",
  "２０２６-１１-２２T10:30:00Z",
  "2026-11-22",
  "2026-11-22T10:30:00.Z",
  "2026-11-22T10:30:00 +02:00",
  " 2026-11-22T10:30:00Z",
  "2026-11-22T10:30:00Z\n",
  "Sun Nov 22 2026 10:30:00 GMT",
  "1700000000",
  "",
])("%j is no instant", (timestamp) => {
  expect(instantOf(timestamp)).toBeNaN();
});

test("what toISOString writes is read back to the millisecond", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
      expect(instantOf(date.toISOString())).toBe(date.getTime());
    }),
  );
});

test("without a zone, the local time of its own day counts: summer and winter differ", () => {
  const timestamps = ["2026-03-29T01:59:59", "2026-03-29T03:00:00", "2026-07-01T12:00:00", "2026-12-01T12:00:00"];
  const script = `import { instantOf } from ${JSON.stringify(resolve("core/dist/telemetry/event.js"))};
    console.log(JSON.stringify(${JSON.stringify(timestamps)}.map((timestamp) => new Date(instantOf(timestamp)).toISOString())));`;
  const answer = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, TZ: "Europe/Berlin" },
    encoding: "utf8",
  });
  expect(JSON.parse(answer)).toEqual([
    "2026-03-29T00:59:59.000Z",
    "2026-03-29T01:00:00.000Z",
    "2026-07-01T10:00:00.000Z",
    "2026-12-01T11:00:00.000Z",
  ]);
});
