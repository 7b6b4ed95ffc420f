// The pure part of the dashboard: what an address asks, and what bars, rows and turning points are made of.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisOf, barsOf } from "../../tools/dashboard/bars.ts";
import { changed, pathTo, placeOf } from "../../tools/dashboard/page/state/address.ts";
import { ago, trendWords } from "../../tools/dashboard/page/views/words.ts";
import { questionOf } from "../../tools/dashboard/question.ts";
import { isToken, newToken } from "../../tools/dashboard/token.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const DAY_MS = 86_400_000;

describe("bars", () => {
  const window = fc
    .tuple(fc.integer({ min: 1, max: NOW }), fc.integer({ min: 60_000, max: 400 * DAY_MS }))
    .map(([since, span]) => ({ since, until: since + span }));
  const offset = fc.constantFrom(0, 3_600_000, -5 * 3_600_000, 19_800_000);

  test("hold every event of the window once", () =>
    fc.assert(
      fc.property(window, offset, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (window, offset, shares) => {
        const points = shares.map((share) => ({
          at: Math.floor(window.since + 1 + share * (window.until - window.since - 1)),
          count: 1,
        }));
        const axis = axisOf(window, offset);
        const bars = barsOf([{ flat: points.flatMap(({ at, count }) => [at, count]) }], axis);
        expect(bars.reduce((sum, count) => sum + count, 0)).toBe(points.length);
        for (const { at } of points) {
          const bar = Math.floor((at - axis.start) / axis.step);
          expect(bars[bar]).toBeGreaterThan(0);
        }
      }),
    ));

  test("are few enough to be told apart, and cover the window", () =>
    fc.assert(
      fc.property(window, offset, (window, offset) => {
        const { start, step, bars } = axisOf(window, offset);
        expect(bars).toBeLessThanOrEqual(92);
        expect(start).toBeLessThanOrEqual(window.since);
        expect(start + bars * step).toBeGreaterThanOrEqual(window.until);
      }),
    ));

  test.each([
    ["a day in hours", 1, 3_600_000],
    ["a week in days", 7, DAY_MS],
    ["a month in days", 30, DAY_MS],
    ["half a year in weeks", 180, 7 * DAY_MS],
  ])("show %s", (_, days, step) => expect(axisOf({ since: NOW - days * DAY_MS, until: NOW }, 0).step).toBe(step));

  test("of days begin at the user's midnight", () => {
    const { start } = axisOf({ since: NOW - 7 * DAY_MS, until: NOW }, 5.5 * 3_600_000);
    expect(new Date(start).toISOString()).toBe("2026-11-16T18:30:00.000Z");
  });
});

describe("an address", () => {
  const asked = (words: string) => questionOf(new URLSearchParams(words), NOW);

  test("asks for the last seven days when it says nothing", () =>
    expect(asked("")).toMatchObject({
      window: { since: NOW - 7 * DAY_MS, until: NOW },
      sort: "count",
      repo: undefined,
    }));

  test("names a span, a time, filters and an order", () => {
    expect(asked("since=24h&repo=a&state=back&text=LOST&sort=last")).toMatchObject({
      ...{ window: { since: NOW - DAY_MS, until: NOW }, repo: "a", state: "back", text: "lost", sort: "last" },
    });
    expect(asked("since=1000&until=2000")).toMatchObject({ window: { since: 1000, until: 2000 } });
  });

  test.each([
    "since=x",
    "since=0h",
    "since=-1",
    "since=2000&until=1000",
    "since=1&until=9e99",
    "since=7d&until=NaN",
    "since=Infinity",
  ])("with %s says what is wrong", (words) => expect(asked(words)).toHaveProperty("problem"));

  test("takes an unknown order for the usual one", () =>
    expect(asked("sort=__proto__")).toMatchObject({ sort: "count" }));

  test("leads back to the place that it was made of", () => {
    const query = changed(new URLSearchParams("repo=a&type=b"), { type: "", text: "x y" });
    const [pathname = "", search = ""] = pathTo("group", query, "0123456789abcdef").split("?");
    const place = placeOf({ pathname, search });
    expect({ ...place, query: place.query.toString() }).toEqual({
      ...{ view: "group", id: "0123456789abcdef", query: "repo=a&text=x+y" },
    });
    expect(placeOf({ pathname: "/groups", search: "" }).view).toBe("groups");
    expect(placeOf({ pathname: "/", search: "" }).view).toBe("overview");
  });
});

test("a token has 256 bits, and only itself is it", () => {
  const token = newToken();
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  expect(newToken()).not.toBe(token);
  expect(isToken(token, token)).toBe(true);
  for (const other of [undefined, "", token.slice(1), `${token}0`, token.toUpperCase().replace(/\d/g, "A"), newToken()])
    expect(isToken(other, token)).toBe(false);
});

test.each([
  [5, "now"],
  [59, "59 s ago"],
  [61, "1 min ago"],
  [3 * 3600, "3 h ago"],
  [50 * 3600, "2 d ago"],
  [-60, "now"],
])("%i seconds are %s", (seconds, words) => expect(ago(new Date(NOW - seconds * 1000).toISOString(), NOW)).toBe(words));

test.each([
  [{ current: 0, previous: 0, change: null, significant: false }, "none, and none before"],
  [{ current: 5, previous: 0, change: null, significant: true }, "nothing before to compare with"],
  [{ current: 2, previous: 4, change: -0.5, significant: false }, "4 before: too few to call"],
  [{ current: 47, previous: 61, change: -0.23, significant: false }, "−23 % against the time before, could be chance"],
  [{ current: 470, previous: 61, change: 6.7, significant: true }, "+670 % against the time before"],
])("a trend is told in words: %j", (trend, words) => expect(trendWords({ direction: "steady", ...trend })).toBe(words));
