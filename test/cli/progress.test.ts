// How far a long work has come: on a terminal only, after a second, and no trace of it at the end.

import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { countOn, progressOn, whileReading } from "../../tools/cli/progress.ts";

const CLEAR = "\r\u001b[K";
const streamOf = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });
const shownOn = (stream: PassThrough) => String(stream.read() ?? "");

test("a share and the seconds that are left are told after a second, five times a second, and cleared at the end", () => {
  const stream = streamOf(true);
  let now = 0;
  const tell = progressOn(stream, "audit", 200e6, () => now);
  for (const [at, bytes] of [
    [500, 0],
    [1000, 50e6],
    [1100, 60e6],
    [2500, 100e6],
  ] as const) {
    now = at;
    tell(bytes);
  }
  expect(shownOn(stream)).toBe(`${CLEAR}audit: 25 % of 200 MB, 2 s left${CLEAR}audit: 50 % of 200 MB, 2 s left`);
  tell(200e6);
  expect(shownOn(stream)).toBe(CLEAR);
});

test("what turns out not to be read is taken off the whole", () => {
  const stream = streamOf(true);
  let now = 0;
  const tell = progressOn(stream, "reading", Number.POSITIVE_INFINITY, () => now);
  now = 1000;
  tell(50e6, 200e6);
  now = 2000;
  tell(75e6, 100e6);
  expect(shownOn(stream)).toBe(`${CLEAR}reading: 25 % of 200 MB${CLEAR}reading: 75 % of 100 MB, 1 s left`);
});

test("short work and a pipe get no word, and the line of work that fails is cleared", async () => {
  const [terminal, pipe] = [streamOf(true), streamOf(false)];
  const rest = { stdin: new PassThrough(), stdout: new PassThrough(), environment: {} };
  await whileReading({ ...rest, stderr: terminal }, (onRead) => onRead(1, 2));
  expect(shownOn(terminal)).toBe("");
  let now = 0;
  for (const stream of [terminal, pipe]) {
    const tell = countOn(stream, "export", () => now);
    now += 1000;
    tell(7);
    tell(undefined);
  }
  expect([shownOn(terminal), shownOn(pipe)]).toEqual([`${CLEAR}export: 7${CLEAR}`, ""]);
  const failing = whileReading({ ...rest, stderr: terminal }, async (onRead) => {
    await new Promise((later) => setTimeout(later, 1100));
    onRead(1, 2);
    throw new Error("unreadable");
  });
  await expect(failing).rejects.toThrow("unreadable");
  expect(shownOn(terminal)).toMatch(/50 % of .+\r\u001b\[K$/);
});
