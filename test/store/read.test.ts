import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readEvents } from "../../core/telemetry/store/index.ts";
import { allErrors, lineOf, messagesIn, readAll, storeOf, temporaryFolder } from "./folder.ts";

const numbered = (number: number) =>
  lineOf({ error_message: `event ${number}`, telemetry_id: number.toString(16).padStart(8, "0") });

/** Of another program, in so many bytes. */
const padded = (bytes: number) => {
  const line = `{"pad":"","error_message":"padded",${lineOf()
    .slice(1)
    .replace(/"error_message":"[^"]*",/, "")}`;
  return line.replace('"pad":"', `"pad":"${"x".repeat(bytes - line.length)}`);
};

test("the specification's own example is read, with naive timestamps and without our keys", () => {
  const line = `{"timestamp": "2024-01-09T10:30:00", "repo": "pin-citer", "agent": "A", "error_type": "E", "error_message": "m", "context": {"operation": "read", "file_type": "txt", "retry_count": 0}, "telemetry_id": "a3f4b2c1"}`;
  const { events, torn, foreign } = readAll(storeOf(line, "\n"));
  expect({ torn, foreign }).toEqual({ torn: 0, foreign: 0 });
  expect(events).toEqual([JSON.parse(line)]);
});

test("lines of Python's json.dumps are read", () => {
  const script = `import json, datetime
for i in range(3): print(json.dumps({"timestamp": datetime.datetime(2026, 11, 22, 10, 30, i, 123456).isoformat(), "repo": "r", "error_message": "caf\\u00e9 \\U0001F600"}))`;
  const { events } = readAll(storeOf(execFileSync("python3", ["-c", script])));
  expect(events.map(({ error_message, timestamp }) => [error_message, timestamp.slice(-15)])).toEqual(
    [0, 1, 2].map((second) => ["café 😀", `10:30:0${second}.123456`]),
  );
});

test.each([
  ["a torn last line", `${numbered(1)}\n${numbered(2).slice(0, 90)}`, ["event 1"], 1, 0],
  ["a last line without its newline that is whole", `${numbered(1)}\n${numbered(2)}`, ["event 1", "event 2"], 0, 0],
  [
    "a torn line in the middle",
    `${numbered(1)}\n${numbered(2).slice(0, 50)}\n${numbered(3)}\n`,
    ["event 1", "event 3"],
    1,
    0,
  ],
  ["a line glued to a torn one", `${numbered(1).slice(0, 50)}${numbered(2)}\n`, ["event 2"], 1, 0],
  [
    "Python's line glued to a torn one",
    `${numbered(1).slice(0, 50)}${numbered(2).replace('{"timestamp":', '{"timestamp": ')}\n`,
    ["event 2"],
    1,
    0,
  ],
  [
    "two lines glued to a torn one",
    `${numbered(1).slice(0, 50)}${numbered(2)}${numbered(3)}\n`,
    ["event 2", "event 3"],
    1,
    0,
  ],
  ["a tail of NULs", `${numbered(1)}\n${"\0".repeat(500)}${numbered(2)}\n`, ["event 1", "event 2"], 1, 0],
  ["foreign JSON", `{"level":"info"}\n[1,2]\n${numbered(1)}\n`, ["event 1"], 0, 2],
  ["foreign JSON around an event", `{"event":${numbered(1)}}\n`, [], 0, 1],
  ["blank lines", `\n\n${numbered(1)}\r\n  \n\r\n${numbered(2)}\n`, ["event 1", "event 2"], 0, 0],
  ["deep nesting", `${"[".repeat(20_000)}${"]".repeat(20_000)}\n${numbered(1)}\n`, ["event 1"], 0, 1],
  [
    "a line of 1 MB",
    `${numbered(1)}\n${lineOf({ error_message: "x".repeat(1 << 20) })}\n${numbered(2)}\n`,
    ["event 1", "event 2"],
    1,
    0,
  ],
  ["a line glued to 1 MB without a newline", `${"x".repeat(1 << 20)}${numbered(2)}\n`, ["event 2"], 1, 0],
  ["a line of another program as long as any", `${padded(64 * 1024)}\n${numbered(2)}\n`, ["padded", "event 2"], 0, 0],
  ["a line of another program that is longer", `${padded(64 * 1024 + 1)}\n${numbered(2)}\n`, ["event 2"], 1, 0],
  ["a duplicate line", `${numbered(1)}\n${numbered(1)}\n`, ["event 1"], 0, 0],
  ["an empty file", "", [], 0, 0],
])("%s is counted, not fatal", (_name, contents, messages, torn, foreign) => {
  const answer = readAll(storeOf(contents));
  expect({
    messages: answer.events.map((event) => event.error_message),
    torn: answer.torn,
    foreign: answer.foreign,
  }).toEqual({ messages, torn, foreign });
});

test("bytes that are no UTF-8 are replaced, and the line is read", () => {
  const [before = "", after = ""] = lineOf({ error_message: "a#b" }).split("#");
  expect(messagesIn(storeOf(before, Buffer.of(0xff, 0xc3), after, "\n"))).toEqual(["a\ufffd\ufffdb"]);
});

test("lines without an id are never taken for each other; one id on two messages is two events", () => {
  const anonymous = lineOf({ telemetry_id: undefined });
  expect(messagesIn(storeOf(`${anonymous}\n${anonymous}\n`))).toHaveLength(2);
  expect(messagesIn(storeOf(`${lineOf()}\n${lineOf({ error_message: "another" })}\n`))).toHaveLength(2);
});

test("the count of a line is kept, and an impossible one is not", () => {
  const { events } = readAll(storeOf(`${lineOf({ count: 7 })}\n${lineOf({ count: -7, error_message: "b" })}\n`));
  expect(events.map(({ count }) => count)).toEqual([7, undefined]);
});

test.each([-2, -1, 0, 1, 2])("a line that crosses a chunk of 256 KiB by %d bytes is whole", (by) => {
  const head = Array.from({ length: 1000 }, (_, number) => `${numbered(number)}\n`);
  const size = head.join("").length;
  const filler = (length: number) =>
    `${lineOf({ error_message: "é".repeat(10), telemetry_id: "", pad: "" }).replace('"pad":""', `"pad":"${"x".repeat(length)}"`)}\n`;
  const padded = filler(256 * 1024 - size - Buffer.byteLength(filler(0)) + by);
  const { events, torn } = readAll(storeOf(...head, padded, numbered(1 << 20), "\n", "é".repeat(3), "\n"));
  expect({ events: events.length, torn }).toEqual({ events: head.length + 2, torn: 1 });
});

test("an aside is read with the file: each event once, also those without an id", () => {
  const anonymous = lineOf({ telemetry_id: undefined });
  const directory = storeOf(`${numbered(1)}\n${anonymous}\n${anonymous}\n`);
  writeFileSync(`${allErrors(directory)}.q1-1`, `${numbered(2)}\n${numbered(1)}\n${anonymous}\n${anonymous}\n`);
  expect(readAll(directory).events).toHaveLength(4);
  renameSync(allErrors(directory), `${allErrors(directory)}.q1-2`);
  expect(readAll(directory).events).toHaveLength(4);
});

test("a part of the days is read, the first and the last of them too", () => {
  const on = (day: number) =>
    lineOf({ timestamp: `2026-11-${day}T10:00:00.000Z`, error_message: `${day}`, telemetry_id: `${day}` });
  const directory = storeOf([20, 21, 22, 23].map((day) => `${on(day)}\n`).join(""));
  const read = (part?: { first?: string; last?: string }) =>
    [...readEvents(directory, undefined, part)].map(({ error_message }) => error_message);
  expect(read()).toEqual(["20", "21", "22", "23"]);
  expect(read({ first: "2026-11-22" })).toEqual(["22", "23"]);
  expect(read({ last: "2026-11-21" })).toEqual(["20", "21"]);
  expect(read({ first: "2026-11-21", last: "2026-11-22" })).toEqual(["21", "22"]);
});

test("a missing store is empty; a link, a folder or a file in its place is said", () => {
  const directory = temporaryFolder();
  expect(readAll(`${directory}/missing`).events).toEqual([]);
  expect(readAll(directory).events).toEqual([]);
  mkdirSync(allErrors(directory));
  expect(() => [...readEvents(directory)]).toThrow(expect.objectContaining({ code: "STORE_UNREADABLE" }));
  const linked = temporaryFolder();
  symlinkSync("/etc/hostname", allErrors(linked));
  expect(() => [...readEvents(linked)]).toThrow(/it is a link/);
  expect(() => [...readEvents(allErrors(storeOf("x")))]).toThrow(expect.objectContaining({ code: "STORE_UNREADABLE" }));
});
