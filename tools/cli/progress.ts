// How far a long work has come, on a terminal's standard error; in a pipe nothing.

import type { OnRead } from "12-factor-telemetry/store";
import type { Terminal } from "./terminal.ts";

/** Milliseconds. Short work needs no word, and more often nobody reads. */
const FIRST = 1000;
const BETWEEN = 200;

/** Answers a function that is told how many of `total` bytes are behind; when none is left it clears its line. */
export function progressOn(
  stream: NodeJS.WritableStream & { isTTY?: boolean },
  what: string,
  known: number,
  now: () => number = performance.now.bind(performance),
): (bytes: number, total?: number) => void {
  if (stream.isTTY !== true || known === 0) return () => {};
  let shown = now() + FIRST - BETWEEN;
  let isShown = false;
  let begun: { at: number; bytes: number } | undefined; // what comes before the first bytes tells nothing of the others
  return (bytes, total = known) => {
    const at = now();
    begun ??= { at, bytes };
    const isOver = bytes >= total;
    if (isOver && isShown) stream.write("\r\u001b[K");
    if (isOver) isShown = false;
    if (isOver || at - shown < BETWEEN) return;
    [shown, isShown] = [at, true];
    const leftMs = ((at - begun.at) * (total - bytes)) / (bytes - begun.bytes);
    const left = bytes === begun.bytes ? "" : `, ${Math.ceil(leftMs / 1000)} s left`;
    stream.write(`\r\u001b[K${what}: ${Math.floor((bytes * 100) / total)} % of ${(total / 1e6).toFixed(0)} MB${left}`);
  };
}

/** Reads a store, by `read`, which tells how far it has come. How much there is turns out on the way. */
export async function whileReading<T>({ stderr }: Terminal, read: (onRead: OnRead) => T | Promise<T>): Promise<T> {
  const tell = progressOn(stderr, "reading", Number.POSITIVE_INFINITY);
  try {
    return await read(tell);
  } finally {
    tell(1, 1);
  }
}

/** The same for work whose end nobody knows. Answers a function that is told how many are behind, and undefined at the end. */
export function countOn(
  stream: NodeJS.WritableStream & { isTTY?: boolean },
  what: string,
  now: () => number = performance.now.bind(performance),
): (count: number | undefined) => void {
  if (stream.isTTY !== true) return () => {};
  let shown = now() + FIRST - BETWEEN;
  let isShown = false;
  return (count) => {
    const at = now();
    if (count === undefined && isShown) stream.write("\r\u001b[K");
    if (count === undefined || at - shown < BETWEEN) return;
    [shown, isShown] = [at, true];
    stream.write(`\r\u001b[K${what}: ${count}`);
  };
}
