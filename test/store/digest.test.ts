import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf } from "../../core/telemetry/event.ts";
import { type Tally, tallying, type Window } from "../../core/telemetry/report/index.ts";
import { digestOf, readEvents } from "../../core/telemetry/store/index.ts";
import { forgetExamples } from "../../core/telemetry/store/roll-up.ts";
import { runs } from "../runs.ts";
import { lineOf, storeOf, temporaryFolder } from "./folder.ts";

const HOUR_MS = 60 * 60 * 1000;
const START = Date.UTC(2026, 9, 24);
const DAY_MS = 24 * HOUR_MS;

const OPEN = "all_errors.jsonl";
const FILES = [
  OPEN,
  "all_errors.jsonl.q1-1",
  "archive/2026-10-24/all_errors.jsonl",
  "archive/2026-10-25/all_errors.jsonl",
  "archive/2026-10-25/all_errors.1764000000000-12.jsonl",
  "archive/2026-10-27/all_errors.jsonl",
];

/** In several of the forms that writers use, and across the end of summer time in Europe (25 October 2026). */
const anyTimestamp = fc
  .tuple(fc.integer({ min: 0, max: 4 * 24 * 60 }), fc.constantFrom("own", "own", "zone", "local", "python"))
  .map(([minutes, form]) => {
    const at = new Date(START + minutes * 60_000);
    if (form === "own") return at.toISOString();
    if (form === "zone") return new Date(at.getTime() + 5.5 * HOUR_MS).toISOString().replace("Z", "+05:30");
    return at.toISOString().slice(0, form === "local" ? 19 : 23);
  });

const anyLine = fc
  .record({
    timestamp: anyTimestamp,
    error_message: fc.constantFrom("File not found: a", 'said "no"', "tab\there", "h\u00e9", "took 412 ms", "took 7 s"),
    error_type: fc.constantFrom("E", "FileNotFoundError", "constructor"),
    repo: fc.constantFrom("a", "b"),
    telemetry_id: fc.constantFrom("00000001", "00000002", "a3f4b2c1", undefined),
    context: fc.constantFrom({}, { class: "K" }, { operation: '},"telemetry_id":"' }),
    count: fc.constantFrom(undefined, 3),
    commit: fc.constantFrom(undefined, "c".repeat(40)),
  })
  .map((parts) => `${lineOf(parts)}\n`);
const anyPart = fc.oneof(
  { weight: 20, arbitrary: anyLine },
  { weight: 1, arbitrary: anyLine.map((line) => line.slice(0, 90)) },
  { weight: 1, arbitrary: fc.constantFrom("\n", "{}\n", "\0\0\0", "\ufefftext\n", "[1]\n") },
);
const anyStore = fc.array(fc.tuple(fc.constantFrom(...FILES), fc.array(anyPart, { maxLength: 12 })), { maxLength: 9 });
const anyWindow = fc
  .tuple(fc.integer({ min: -20, max: 110 }), fc.integer({ min: 0, max: 110 }), fc.constantFrom(0, 0, 12_345))
  .map(
    ([from, hours, ms]): Window => ({
      since: START + from * HOUR_MS + ms,
      until: START + (from + hours) * HOUR_MS + ms,
    }),
  );

type Parts = readonly (readonly [string, readonly string[]])[];

function write(directory: string, parts: Parts): void {
  for (const [name, texts] of parts) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    // One event is copied into another file, as a crash between two steps leaves it.
    appendFileSync(join(directory, name), [...texts, texts[0] ?? ""].join(""));
  }
}

const rowsOf = (tally: Tally | undefined): string[] =>
  tally === undefined
    ? []
    : tallying()
        .toRows(tally)
        .map((row) => JSON.stringify(row))
        // By number, in the order of the cells, which is nobody's; the cells themselves are compared.
        .filter((row) => !/^\{"(?:cell|recognitions|example)"/.test(row))
        .concat(
          [...tally.cells].map(([key, { times, commits, ...cell }]) =>
            JSON.stringify([key, cell, times.toJson(), [...(commits ?? [])]]),
          ),
        )
        .sort();

function byFullRead(directory: string, window: Window): Tally {
  const digest = tallying();
  const tally = digest.empty();
  for (const event of readEvents(directory)) {
    const at = instantOf(event.timestamp);
    if (at > window.since && at <= window.until) digest.add(tally, event, at);
  }
  return tally;
}

const rollUpsIn = (directory: string): string[] =>
  existsSync(join(directory, "archive"))
    ? readdirSync(join(directory, "archive"), { recursive: true, encoding: "utf8" })
        .filter((name) => /rollup[^/]*\.jsonl$|days\.jsonl$/.test(name))
        .map((name) => join(directory, "archive", name))
    : [];

test("what roll-ups count is what a full read counts: any window, files, order, copies; first, again, and after more was written", () => {
  fc.assert(
    fc.property(anyStore, anyStore, anyWindow, anyWindow, (store, more, ...windows) => {
      const directory = temporaryFolder();
      const check = () => {
        const tallies = digestOf(directory, windows, tallying());
        expect(tallies.map(rowsOf)).toEqual(windows.map((window) => rowsOf(byFullRead(directory, window))));
      };
      write(directory, store);
      check();
      check();
      write(directory, more);
      check();
      check();
    }),
    { numRuns: runs(150) },
  );
});

const WHOLE: Window = { since: START - 1, until: START + 4 * DAY_MS };
const line = (day: number, id: number) =>
  `${lineOf({ timestamp: new Date(START + day * DAY_MS + id).toISOString(), telemetry_id: String(id).padStart(8, "0") })}\n`;

function totalOf(directory: string, window = WHOLE): number {
  const [tally] = digestOf(directory, [window], tallying());
  return [...(tally?.cells.values() ?? [])].reduce((sum, { times }) => sum + times.total, 0);
}

const HALF: Window = { since: START - HOUR_MS / 2, until: START + HOUR_MS + 1 };

test.each([
  ["a day", "2026-10-24/rollup.jsonl", { since: START - 1, until: START + DAY_MS }],
  ["the whole slots of a day", "2026-10-24/rollup_2026-10-24T0000_2026-10-24T0000.jsonl", HALF],
  ["a slot that is cut", "2026-10-24/rollup_2026-10-24T0000.jsonl", { since: START - 1, until: START + 4 }],
  ["several days", "rollup_2026-10-24_2026-10-25.jsonl", WHOLE],
])(
  "the roll-up of %s is used: what it says is said, as long as it is of this version and of these bytes",
  (_name, file, window) => {
    const directory = storeOf(line(0, 1), line(0, 2), line(1, 3));
    const total = totalOf(directory, window);
    const path = join(directory, "archive", file);
    const made = readFileSync(path, "utf8");
    writeFileSync(
      path,
      made.replace(/\[(\d),(?=\d{13})/, (_, count) => `[${Number(count) + 3},`),
    );
    expect(totalOf(directory, window)).toBe(total + 3);
    writeFileSync(path, readFileSync(path, "utf8").replace('"version":"', '"version":"0'));
    expect(totalOf(directory, window)).toBe(total);
    expect(readFileSync(path, "utf8")).toBe(made);
    appendFileSync(join(directory, OPEN), line(0, 4));
    expect(totalOf(directory, window)).toBe(total + 1);
  },
);

test("the last minutes of a window that ends now are thought of once, until something is added or is later", () => {
  const later = (window: Window, ms: number) => ({ ...window, until: window.until + ms });
  const directory = storeOf(line(0, 1), line(0, 2), line(1, 3));
  const now = { since: START - 1, until: START + DAY_MS + 4 };
  const thoughtOf = (window: Window) => {
    let added = 0;
    const digest = tallying();
    digestOf(directory, [window], {
      ...digest,
      add: (...event) => {
        added++;
        return digest.add(...event);
      },
    });
    return added;
  };
  expect(thoughtOf(now)).toBeGreaterThan(0);
  expect([thoughtOf(now), thoughtOf(later(now, HOUR_MS / 12))]).toEqual([0, 0]);
  appendFileSync(join(directory, OPEN), line(1, 5));
  expect(thoughtOf(now)).toBeGreaterThan(0);
  expect([totalOf(directory, now), totalOf(directory, later(now, 1)), thoughtOf(later(now, 1))]).toEqual([3, 4, 0]);
});

test.each([
  ["minutes", "no events", 300, 0],
  ["crowded minutes", "only the seconds around its edges", 8000, 6],
])("of %s that a window cuts %s are thought of again, wherever it cuts them", (_minutes, _what, length, most) => {
  const directory = storeOf(
    ...Array.from({ length: 150 }, (_, index) => line((index * 4000) / DAY_MS, index).padStart(length)),
  );
  let added = 0;
  const digest = tallying();
  const add: typeof digest.add = (...event) => {
    added++;
    return digest.add(...event);
  };
  const edge = fc.oneof(fc.constantFrom(-1, 600_000), fc.integer({ min: -1, max: 600_000 })).map((ms) => START + ms);
  const [cut, whole] = [
    { since: START, until: START + 1 },
    { since: START - 1, until: START + 600_000 },
  ];
  digestOf(directory, [cut, whole], digest);
  fc.assert(
    fc.property(edge, edge, (since, until) => {
      added = 0;
      const [tally] = digestOf(directory, [{ since, until }], { ...digest, add });
      expect(rowsOf(tally)).toEqual(rowsOf(byFullRead(directory, { since, until })));
      expect(added).toBeLessThanOrEqual(most);
    }),
    { numRuns: runs(50) },
  );
});

test("what is read is told in bytes, of all that has to be: of a day that is kept nothing is", () => {
  const directory = storeOf(line(0, 1), line(0, 2), line(1, 3));
  const told = (window: Window) => {
    const answers: [number, number][] = [];
    const skipped = { torn: 0, foreign: 0 };
    digestOf(directory, [window, window], tallying(), skipped, (...bytes) => answers.push(bytes));
    return answers;
  };
  const { size } = statSync(join(directory, OPEN)); // a block of lines, from which both days are read
  expect(told(WHOLE)).toEqual([
    [size, 2 * size],
    [2 * size, 2 * size],
  ]);
  expect(told(WHOLE)).toEqual([]);
  mkdirSync(join(directory, "archive", "2026-10-27"));
  writeFileSync(join(directory, "archive", "2026-10-27", OPEN), line(3, 4));
  expect(told(WHOLE)).toEqual([[line(3, 4).length, line(3, 4).length]]);
});

test("what is torn is counted once, however many windows have its day, and again when it comes from a roll-up", () => {
  const torn = (hour: number) => `${line(hour / 24, 0).slice(0, 60)}}\n`;
  const foreign = `${JSON.stringify({ timestamp: new Date(START + HOUR_MS).toISOString(), level: "info" })}\n`;
  const directory = storeOf(line(0, 1), torn(1), torn(5), line(0, 2), torn(30), line(1, 3), "{}\n", foreign);
  const windows = [
    WHOLE,
    { ...WHOLE, since: START + 3 * HOUR_MS },
    { since: START - 1, until: START + 6 * HOUR_MS - 1 },
  ];
  for (let look = 0; look < 3; look++) {
    const skipped = { torn: 0, foreign: 0 };
    digestOf(directory, windows, tallying(), skipped);
    expect(skipped).toEqual({ torn: 3, foreign: 2 });
  }
});

test("of the parts of a day the last few are kept, and none when its lines are gone", () => {
  const directory = storeOf(...Array.from({ length: 24 }, (_, hour) => line(hour / 24, hour)));
  for (let hour = 0; hour < 24; hour++)
    totalOf(directory, { since: START + hour * HOUR_MS + 5, until: START + DAY_MS });
  const parts = () => rollUpsIn(directory).filter((path) => path.includes("rollup_2026-10-24T"));
  expect(parts()).toHaveLength(8);
  forgetExamples(join(directory, "archive", "2026-10-24"));
  expect(parts()).toEqual([]);
});

test.each([
  ["nothing", ""],
  ["no JSON", "{"],
  ["NULs", "\0".repeat(300)],
  ["another tally", '{"version":1}\n{"cell":[]}\n'],
  ["a million brackets", "[".repeat(1_000_000)],
])("a roll-up that holds %s is made again", (_name, contents) => {
  const directory = storeOf(line(0, 1), line(1, 2));
  expect(totalOf(directory)).toBe(2);
  const files = rollUpsIn(directory);
  expect(files).toHaveLength(4);
  const made = readFileSync(files[1] as string, "utf8");
  for (const path of files) writeFileSync(path, contents);
  expect(totalOf(directory)).toBe(2);
  expect(
    readFileSync(files[1] as string, "utf8")
      .split("\n")
      .slice(1),
  ).toEqual(made.split("\n").slice(1));
});

test("where the archive is a file or a link nothing is kept, nothing goes from where it leads, and every figure is told", () => {
  const directory = storeOf(line(0, 1), line(1, 2));
  const [archive, elsewhere] = [join(directory, "archive"), temporaryFolder()];
  const theirs = Array.from({ length: 10 }, (_, hour) => `rollup_2026-10-24T0${hour}00_2026-10-24T0${hour}00.jsonl`);
  for (const name of theirs) writeFileSync(join(elsewhere, name), "");
  writeFileSync(archive, "in the way");
  expect([totalOf(directory), totalOf(directory, HALF)]).toEqual([2, 1]);
  expect(readFileSync(archive, "utf8")).toBe("in the way");
  rmSync(archive);
  symlinkSync(elsewhere, archive);
  expect([totalOf(directory), totalOf(directory, HALF)]).toEqual([2, 1]);
  expect(readdirSync(elsewhere).sort()).toEqual(theirs);
});

test("roll-ups are the user's own, and a file that was replaced is counted anew", () => {
  const directory = storeOf(line(0, 1), line(0, 2));
  expect(totalOf(directory)).toBe(2);
  for (const path of rollUpsIn(directory)) expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(join(directory, OPEN), line(0, 3));
  expect(totalOf(directory)).toBe(1);
  writeFileSync(join(directory, OPEN), "");
  expect(totalOf(directory)).toBe(0);
});

test("nothing is written for an empty store, nor by reading events", () => {
  const directory = temporaryFolder();
  expect(totalOf(directory)).toBe(0);
  writeFileSync(join(directory, OPEN), line(0, 1));
  expect([...readEvents(directory)]).toHaveLength(1);
  expect(readdirSync(directory)).toEqual([OPEN]);
});

test("the counters of a day outlive its lines, for those who ask for history; not when everything was deleted", () => {
  const directory = storeOf(line(0, 1), line(0, 2), line(2, 3));
  expect(totalOf(directory)).toBe(3);
  writeFileSync(join(directory, OPEN), line(2, 3));
  const [now, ever] = digestOf(directory, [WHOLE, { ...WHOLE, history: true }], tallying());
  expect([now, ever].map((tally) => [...(tally?.cells.values() ?? [])].map(({ times }) => times.total))).toEqual([
    [1],
    [3],
  ]);
  writeFileSync(join(directory, OPEN), "");
  const [none] = digestOf(directory, [{ ...WHOLE, history: true }], tallying());
  expect(none?.cells.size).toBe(0);
});
