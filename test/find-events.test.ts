import { expect, test } from "vitest";
import { findEvents } from "../tools/find-events.ts";
import { lineOf, storeOf } from "./store/folder.ts";

/** Minutes of a day, each once and in no order; every third event stands for two. */
const MINUTES = Array.from({ length: 1440 }, (_, index) => (index * 7) % 1440);
const instant = (minute: number) => new Date(Date.UTC(2026, 10, 22) + minute * 60_000).toISOString();
const LINES = MINUTES.map((minute, index) =>
  lineOf({
    ...{ timestamp: instant(minute), telemetry_id: minute.toString(16).padStart(8, "0") },
    ...{ repo: index % 2 === 0 ? "r" : "s", agent: "A", error_message: "lost" },
    ...(minute % 3 === 0 ? { count: 2 } : {}),
  }),
);
const found = (text: string, limit: number) =>
  findEvents(text, {
    directory: storeOf(LINES.map((line) => `${line}\n`).join("")),
    window: { since: 0, until: Date.UTC(2026, 10, 23) },
    limit,
  });

test.each([1, 3, 20, 1439, 1440, 5000])(
  "of many events the newest %i are shown, oldest first, and all are told of",
  async (limit) => {
    const { events, ...all } = await found("LOST", limit);
    const newest = [...MINUTES].sort((a, b) => a - b).slice(-limit);
    expect(events.map(({ timestamp }) => timestamp)).toEqual(newest.map(instant));
    expect(all).toEqual({
      ...{ total: 1440, count: 1920, repos: ["r", "s"], agents: ["A"] },
      ...{ first_seen: instant(0), last_seen: instant(1439) },
    });
  },
);

test("of nothing nothing is told", async () => {
  const none = { events: [], total: 0, count: 0, repos: [], agents: [], first_seen: "", last_seen: "" };
  expect(await found("kept", 20)).toEqual(none);
});
